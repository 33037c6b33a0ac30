import FieldbookModel
import TextUI

/// Closes notes of visit: by hand, or because the last of what they agreed was answered.
enum NoteClosing {
  /// The edit that closes a shared note of visit.
  static func edit(_ id: String) -> RecordEdit {
    RecordEdit(
      "Note of visit closed", [.init(.review(id), ["state": .text(ReviewState.closed.rawValue)])])
  }

  /// What follows edits: notes of visit whose every action they leave answered are closed too. Undo opens them again.
  static func after(_ edits: [RecordEdit], _ context: ScreenContext) -> [Effect] {
    let before = context.snapshot
    guard context.snapshot.readOnlyReason == nil, before.reviews.contains(where: { $0.state == .shared })
    else { return [] }
    var after = before
    after.setRecords(
      reviews: before.reviews.map { edits.reduce($0) { $0.applying($1) } },
      actions: before.actions.map { edits.reduce($0) { $0.applying($1) } })
    let answered = after.reviews.filter { review in
      review.isAnswered(actions: after.actions, reviews: after.reviews)
        && before.review(review.id)?.isAnswered(actions: before.actions, reviews: before.reviews) == false
    }
    return answered.map { note in
      let day = note.date.map { " of \($0.longText)" } ?? ""
      return .save(
        NoteClosing.edit(note.id),
        then: [.say("Saved. The note of visit\(day) is closed: its actions are answered", .good)])
    }
  }
}

extension Review {
  /// The review as it would be after an edit.
  fileprivate func applying(_ edit: RecordEdit) -> Review {
    var changed = record
    for change in edit.changes where change.address.folder == "reviews" && change.address.document == id {
      guard let part = change.address.part else {
        changed.take(change.values)
        continue
      }
      changed.parts[part.plural, default: [:]][part.id, default: Record(id: part.id)].take(change.values)
    }
    return changed == record ? self : Review(record: changed, framework: framework)
  }
}

extension AgreedAction {
  /// The action as it would be after an edit.
  fileprivate func applying(_ edit: RecordEdit) -> AgreedAction {
    var changed = record
    for change in edit.changes where change.address.folder == "actions" && change.address.document == id {
      changed.take(change.values)
    }
    return AgreedAction(changed)
  }
}

extension Record {
  fileprivate mutating func take(_ changes: [String: FieldValue?]) {
    for (name, value) in changes { values[name] = value.flatMap { $0 } }
  }
}
