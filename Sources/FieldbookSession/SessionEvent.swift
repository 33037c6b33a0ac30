import FieldbookModel
import FieldbookScreens
import FieldbookStorage

/// What a job posts when it has run.
public enum SessionEvent: Sendable {
  /// An edit is durable, or was not.
  case saved(Result<AppliedEdit, StorageProblem>, of: Work)
  /// Many edits were tried, each by itself.
  case savedAll(ManySaves)
  /// Something became of reports that are being written.
  case writing(WritingStep)
  /// A signature was refused because an earlier try, which reported a fault, had reached the disk all the same.
  case signedBefore(Review, of: Work)
  /// Phrases were changed, or were not.
  case phrases(PhraseOutcome)
  /// How tables stand was remembered, or why it was not.
  case tablesRemembered(StorageProblem?)
  /// Typed text and what can be undone were flushed, or why each was not.
  case flushed(draft: StorageProblem?, history: StorageProblem?)
  /// What a find begins with is ready.
  case prepared
  /// Frameworks, or which of them is usual, were changed, or were not.
  case frameworks(FrameworkChange)
  /// The calendar or the plan of collections was changed, or was not.
  case plan(PlanOutcome)
  /// A report was written.
  case report(PreviewScreen)
  /// A report could not be made.
  case noReport(StorageProblem)
  /// A report is in its file.
  case wroteReport(String, then: [Effect])
  /// A report could not be written.
  case wroteNot(StorageProblem)
}

/// What a save was for, so that its outcome leads to the right thing.
public struct Work: Sendable {
  /// What kind of edit it was.
  public enum Kind: Hashable, Sendable {
    case edit
    case undo
    case redo
    /// Signing a review, sharing a note of visit, marking a meeting as held.
    case issuing(ReviewKind)
  }

  /// What kind of edit it was.
  let kind: Kind
  /// What it did, in words: `Note added`.
  let title: String
  /// What follows once it is durable.
  let then: [Effect]
}
