import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What became of a change of the calendar.
public struct CalendarOutcome: Sendable {
  let result: Result<SchoolCalendar, StorageProblem>
  let title: String
  let then: [Effect]
}

extension Session {
  func save(_ change: CalendarChange, then: [Effect]) {
    add("Saving…") { [workspace] in
      let result = Result { () throws(StorageProblem) in try workspace.change(change) }
      return .calendar(CalendarOutcome(result: result, title: change.title, then: then))
    }
  }

  func take(_ outcome: CalendarOutcome) {
    switch outcome.result {
    case .success(let calendar):
      changeSnapshot { $0.calendar = calendar }
      say("Saved: \(outcome.title)", .good)
      carryOut(outcome.then)
    case .failure(let problem): say(ProblemWords.save(problem, of: .edit, size), .bad)
    }
  }
}
