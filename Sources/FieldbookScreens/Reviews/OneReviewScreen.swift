import FieldbookModel
import TextUI

/// A screen that shows one review or note of visit.
protocol OneReviewScreen: Screen {
  /// The review's id.
  var id: String { get }
  /// Takes the cursor to where a point of *Ready?* is mended.
  mutating func jump(to place: SigningPoint.Place, _ context: ScreenContext)
}

extension OneReviewScreen {
  func review(_ context: ScreenContext) -> Review? { context.snapshot.review(id) }

  /// Actions agreed earlier that it is to answer.
  func earlierActions(_ context: ScreenContext) -> [AgreedAction] {
    guard let review = review(context) else { return [] }
    return AgreedAction.toAnswer(
      in: review, actions: context.snapshot.actions, reviews: context.snapshot.reviews)
  }

  /// What the visit before it asked.
  func earlierQuestions(_ context: ScreenContext) -> EarlierQuestions? {
    review(context).flatMap { EarlierQuestions(before: $0, in: context.snapshot.reviews) }
  }
}

/// Which screen a review has: a note of visit has one of its own.
enum ReviewScreens {
  static func screen(of id: String, area: String = "", _ context: ScreenContext) -> any OneReviewScreen {
    context.snapshot.review(id)?.isNote == true
      ? NoteOfVisitScreen(id: id) : ReviewScreen(id: id, area: area)
  }

  /// The screen with the cursor where a point is mended.
  static func screen(
    of id: String, at place: SigningPoint.Place, _ context: ScreenContext
  ) -> any OneReviewScreen {
    var screen = screen(of: id, context)
    screen.jump(to: place, context)
    return screen
  }
}
