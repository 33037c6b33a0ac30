import FieldbookModel
import TextUI

/// What may be done in a review, and why not.
enum ReviewRules {
  /// Why nothing in a review may be changed; nil when it may.
  static func whyClosed(_ review: Review, _ context: ScreenContext) -> String? {
    switch review.state {
    case .cancelled: return "Cancelled: \(review.record.text("cancelled"))"
    case .shared, .held,
      .closed where !review.isFormal:
      return whyShared(review, context)
    case .final, .followUp, .closed:
      let when = review.signedAt.map { " on \($0.date.longText)" } ?? ""
      return "Signed by \(review.signedBy)\(when): it cannot change; "
        + "\(context.key("section.actions", on: .review)) shows its actions"
    default: return nil
    }
  }

  private static func whyShared(_ review: Review, _ context: ScreenContext) -> String {
    let by = review.signedBy.isEmpty ? "" : " by \(review.signedBy)"
    let when = review.signedAt.map { " on \($0.date.longText)" } ?? ""
    let done = review.kind.issued
    let head = review.state == .closed ? "Closed; \(done)" : done.prefix(1).uppercased() + done.dropFirst()
    return by.isEmpty && when.isEmpty
      ? "\(review.state == .closed ? "Closed" : review.isMeeting ? "Held" : "Shared with the school"): it cannot change any more"
      : "\(head)\(by)\(when): it cannot change; "
        + "\(context.key("addendum.add", on: .noteOfVisit)) adds to it"
  }

  /// Why nothing can be done with a review that the workspace does not hold.
  static func missing(_ screen: some OneReviewScreen, _ context: ScreenContext) -> String? {
    guard screen.review(context) == nil else { return nil }
    let noun = screen.name == .noteOfVisit ? "note of visit" : screen.name == .meeting ? "meeting" : "review"
    return "This \(noun) is no longer here"
  }

  /// Why no addendum can be written: only what the school has can be added to.
  static func notIssued(_ screen: some OneReviewScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason ?? missing(screen, context) { return reason }
    guard let review = screen.review(context) else { return nil }
    if review.state == .cancelled { return whyClosed(review, context) }
    return review.state.isEditable
      ? "It can still be changed itself: an addendum comes after it was \(review.kind.issued)"
      : nil
  }

  /// The newest text of a review that is not saved; a signature begun and left is none.
  static func draft(of review: String, _ context: ScreenContext) -> TypedDraft? {
    context.snapshot.drafts.first {
      $0.context["review"] == review && $0.context["form"] != "review.sign-off"
    }
  }

  /// Whether text of a review is not saved.
  static func hasDraft(_ review: String, _ context: ScreenContext) -> Bool {
    draft(of: review, context) != nil
  }

  /// Why the review in front may not be edited.
  static func editable(_ screen: some OneReviewScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason { return reason }
    return missing(screen, context) ?? screen.review(context).flatMap { whyClosed($0, context) }
  }
}
