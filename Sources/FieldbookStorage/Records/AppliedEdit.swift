import FieldbookModel

/// An edit that is safely on disk: what it was, and what its document now is.
public struct AppliedEdit: Sendable {
  /// The document as it now stands.
  public enum Document: Sendable, Hashable {
    case review(Review)
    case action(AgreedAction)
    /// The phrases of the workspace, all of them.
    case phrases(PhraseBook)
    /// The workspace's own frameworks, all of them.
    case frameworks([OwnFramework])
    /// The id of the framework that new reviews begin with, where one is chosen.
    case usualFramework(String?)
    /// When half-terms are, and what is asked for in them.
    case plans(SchoolCalendar, CollectionPlan)
  }

  /// What was done, and what is needed to take it back.
  public let edit: PastEdit
  /// The document as it now stands.
  public let document: Document
}
