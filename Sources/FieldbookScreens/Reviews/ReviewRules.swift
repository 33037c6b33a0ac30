import FieldbookModel
import TextUI

/// What may be done in a review, and why not.
enum ReviewRules {
  /// Why nothing in a review may be changed; nil when it may.
  static func whyClosed(_ review: Review, _ context: ScreenContext) -> String? {
    switch review.state {
    case .cancelled: return "Cancelled: \(review.record.text("cancelled"))"
    case .final, .followUp, .closed:
      let when = review.signedAt.map { " on \($0.date.longText)" } ?? ""
      return "Signed by \(review.signedBy)\(when): it cannot change; "
        + "\(context.key("section.actions", on: .review)) shows its actions"
    case .shared: return "Shared with the school: it cannot change any more"
    default: return nil
    }
  }

  /// Why nothing can be done with a review that the workspace does not hold.
  static let missing: @Sendable (ReviewScreen, ScreenContext) -> String? = { screen, context in
    screen.review(context) == nil ? "This review is no longer here" : nil
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
  static let editable: @Sendable (ReviewScreen, ScreenContext) -> String? = { screen, context in
    if let reason = context.snapshot.readOnlyReason { return reason }
    return missing(screen, context) ?? screen.review(context).flatMap { whyClosed($0, context) }
  }
}
