import FieldbookModel
import TextUI

/// Closes notes of visit and meetings: by hand, or because the last of what they agreed was answered.
enum NoteClosing {
  /// The edit that closes a shared note of visit, or a meeting that was held.
  static func edit(_ id: String, _ kind: ReviewKind = .noteOfVisit) -> RecordEdit {
    RecordEdit(
      "\(kind.noun.prefix(1).uppercased() + kind.noun.dropFirst()) closed",
      [.init(.review(id), ["state": .text(ReviewState.closed.rawValue)])])
  }

  /// What is said once it is closed by hand.
  static func said(_ id: String, _ context: ScreenContext) -> String {
    let open = context.snapshot.actions.count { $0.review == id && context.snapshot.isOpen($0) }
    let rest =
      open == 0
      ? "" : ", \(SchoolRecords.count(open, "action")) \(open == 1 ? "goes" : "go") on: the next visit asks"
    return "Saved: closed\(rest)"
  }

  /// What follows edits: notes of visit whose every action they leave answered are closed too. Undo opens them again.
  static func after(_ edits: [RecordEdit], _ context: ScreenContext) -> [Effect] {
    let before = context.snapshot
    guard context.snapshot.readOnlyReason == nil, before.reviews.contains(where: \.state.waitsToClose)
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
        NoteClosing.edit(note.id, note.kind),
        then: [.say("Saved. The \(note.kind.noun)\(day) is closed: its actions are answered", .good)])
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
