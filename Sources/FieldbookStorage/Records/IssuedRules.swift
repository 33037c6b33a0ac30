import FieldbookModel
import PlainText

/// What may still be done to what the school has: a review that was signed, a note of visit that was shared, a meeting
/// that was held.
///
/// Addenda may be added and withdrawn, never edited, and a note of visit or a meeting may be closed. All else is refused.
enum IssuedRules {
  /// What a document is of.
  static func kind(_ tree: JSONValue) -> ReviewKind {
    tree["kind"]?.string.flatMap(ReviewKind.init(rawValue:)) ?? .formal
  }

  /// What a document is called in a sentence.
  static func noun(_ tree: JSONValue) -> String { kind(tree).noun }

  /// That it was issued, as the title of an edit.
  static func title(_ tree: JSONValue) -> String {
    let noun = noun(tree)
    return "\(noun.prefix(1).uppercased() + noun.dropFirst()) \(kind(tree).issued)"
  }

  /// Whether all changes of an edit are allowed in what was issued.
  static func allows(
    _ changes: [RecordEdit.Change], in document: StoredDocument, _ state: ReviewState
  ) -> Bool {
    guard !changes.isEmpty, state != .cancelled, !state.isEditable else { return false }
    if changes.count == 1, changes[0].address.part == nil, Set(changes[0].values.keys) == ["state"],
      case .some(.text(let word)) = changes[0].values["state"] ?? nil
    {
      return ReviewState(rawValue: word).map { isStep(to: $0, in: document) } ?? false
    }
    return changes.allSatisfy { isAddendum($0, in: document) }
  }

  /// Whether a state follows by itself: of a shared note of visit, or a meeting that was held, that it is closed.
  static func isStep(to state: ReviewState, in document: StoredDocument) -> Bool {
    let kind = kind(document.tree)
    return state == .closed && kind != .formal
      && document.tree["state"]?.string == kind.issuedState.rawValue
  }

  /// An addendum is made whole, and then only withdrawn.
  private static func isAddendum(_ change: RecordEdit.Change, in document: StoredDocument) -> Bool {
    guard let part = change.address.part, part.plural == RecordKind.addendum.plural else { return false }
    let isThere = RecordTree.object(part, in: document.tree) != nil
    return isThere ? Set(change.values.keys) == ["withdrawn"] : change.values["undone"] == nil
  }

  /// Refuses an addendum to what can still be changed itself.
  static func refuseEarlyAddendum(
    _ changes: [RecordEdit.Change], in document: StoredDocument, _ state: ReviewState
  ) throws(StorageProblem) {
    guard state.isEditable, document.tree["signedCopy"] == nil,
      changes.contains(where: { $0.address.part?.plural == RecordKind.addendum.plural })
    else { return }
    throw StorageProblem(
      .refused, file: document.path,
      what: "an addendum belongs to what the school has, and this \(noun(document.tree)) is \(state.title)",
      mend: "Change it itself.")
  }

  /// Whether taking an edit back only opens a closed note of visit or meeting again, or closes it.
  static func isClosing(_ past: PastEdit, of document: StoredDocument) -> Bool {
    guard kind(document.tree) != .formal, past.created.isEmpty, !past.members.isEmpty else { return false }
    return past.members.allSatisfy { member in
      member.address.part == nil && member.field == "state" && isAfterSharing(member.before)
    }
  }

  /// Whether a member that differs from the signed copy is part of the life of what was issued, and no late change.
  static func isOfLater(
    _ field: String, _ value: JSONValue?, in part: RecordAddress.Part?, _ tree: JSONValue
  )
    -> Bool
  {
    if let part { return part.plural == RecordKind.addendum.plural }
    return field == "state" && kind(tree) != .formal && isAfterSharing(value)
  }

  private static func isAfterSharing(_ value: JSONValue?) -> Bool {
    let state = value?.string.flatMap(ReviewState.init(rawValue:))
    return state.map { $0.waitsToClose || $0 == .closed } ?? false
  }
}
