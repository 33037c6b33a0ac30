import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What became of a change of the calendar or of the plan of collections.
public struct PlanOutcome: Sendable {
  /// What is now on the disk.
  enum Kept: Sendable {
    case calendar(SchoolCalendar)
    case collections(CollectionPlan)
  }

  let result: Result<Kept, StorageProblem>
  let title: String
  let then: [Effect]
}

/// When half-terms are, and what is asked for in them.
extension Session {
  func save(_ change: CalendarChange, then: [Effect]) {
    add("Saving…") { [workspace] in
      let result = Result { () throws(StorageProblem) in
        PlanOutcome.Kept.calendar(try workspace.change(change))
      }
      return .plan(PlanOutcome(result: result, title: change.title, then: then))
    }
  }

  func save(_ change: CollectionChange, then: [Effect]) {
    add("Saving…") { [workspace] in
      let result = Result { () throws(StorageProblem) in
        PlanOutcome.Kept.collections(try workspace.change(change))
      }
      return .plan(PlanOutcome(result: result, title: change.title, then: then))
    }
  }

  func take(_ outcome: PlanOutcome) {
    switch outcome.result {
    case .success(let kept):
      changeSnapshot { snapshot in
        switch kept {
        case .calendar(let calendar): snapshot.calendar = calendar
        case .collections(let plan): snapshot.collections = plan
        }
      }
      rememberEdit()
      beginNewRecord()
      say("Saved: \(outcome.title)", .good)
      carryOut(outcome.then)
    case .failure(let problem): say(ProblemWords.save(problem, of: .edit, size), .bad)
    }
  }
}
