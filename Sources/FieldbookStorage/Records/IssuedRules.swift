import FieldbookModel
import PlainText

/// What may still be done to what the school has: a review that was signed, a note of visit that was shared.
///
/// Addenda may be added and withdrawn, never edited, and a shared note of visit may be closed. All else is refused.
enum IssuedRules {
  /// Whether a document is a note of visit.
  static func isNote(_ tree: JSONValue) -> Bool { tree["kind"]?.string == "noteOfVisit" }

  /// What a document is called in a sentence.
  static func noun(_ tree: JSONValue) -> String { isNote(tree) ? "note of visit" : "review" }

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

  /// Whether a state follows by itself: of a shared note of visit that it is closed.
  static func isStep(to state: ReviewState, in document: StoredDocument) -> Bool {
    state == .closed && isNote(document.tree)
      && document.tree["state"]?.string == ReviewState.shared.rawValue
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

  /// Whether taking an edit back only opens a closed note of visit again, or closes it.
  static func isClosing(_ past: PastEdit, of document: StoredDocument) -> Bool {
    guard isNote(document.tree), past.created.isEmpty, !past.members.isEmpty else { return false }
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
    return field == "state" && isNote(tree) && isAfterSharing(value)
  }

  private static func isAfterSharing(_ value: JSONValue?) -> Bool {
    let state = value?.string.flatMap(ReviewState.init(rawValue:))
    return state == .shared || state == .closed
  }
}
