import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What became of many edits.
public struct ManySaves: Sendable {
  /// Those that are durable.
  var saved: [AppliedEdit] = []
  /// Those that were not saved, and why.
  var failed: [(edit: RecordEdit, problem: StorageProblem)] = []
  /// What is said once all are saved.
  let said: String
  /// What follows once all are.
  let then: [Effect]
}

extension Session {
  /// Saves many edits, each by itself: what cannot be saved keeps none of the others back.
  func saveAll(_ edits: [RecordEdit], said: String, then: [Effect]) {
    add("Saving \(edits.count)…") { [workspace] in
      var outcome = ManySaves(said: said, then: then)
      for edit in edits {
        do throws(StorageProblem) {
          outcome.saved.append(try workspace.apply(edit))
        } catch {
          outcome.failed.append((edit, error))
        }
      }
      return .savedAll(outcome)
    }
  }

  /// Says that all are durable, or which are not.
  func take(_ outcome: ManySaves) {
    for applied in outcome.saved { take(applied.document) }
    if !outcome.saved.isEmpty { rememberEdit() }
    guard let problem = outcome.failed.first?.problem else {
      beginNewRecord()
      say(outcome.said, .good)
      return carryOut(outcome.then)
    }
    takeHistory()
    let names = outcome.failed.map { place(of: $0.edit) }
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let saved = "\(outcome.saved.count) of \(outcome.saved.count + outcome.failed.count) are saved"
    let again = isSpoken ? ".save" : key("form.accept", on: .form)
    say(
      "NOT SAVED: \(shown)\(more) (\(ProblemWords.reason(problem))). \(saved); \(again) tries the rest again",
      .bad)
  }

  /// The school that an edit was for.
  private func place(of edit: RecordEdit) -> String {
    let change = edit.changes.first
    var urn: URN?
    if case .text(let text)?? = change?.values["school"] { urn = URN(text) }
    let known = change.flatMap { picture.action($0.address.document)?.school }
    return (urn ?? known).map(picture.schoolName) ?? edit.title
  }
}
