import FieldbookModel
import TextUI

/// A screen that shows one review, note of visit or meeting.
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

/// Which screen a review has: a note of visit and a meeting have one of their own.
enum ReviewScreens {
  static func screen(of id: String, area: String = "", _ context: ScreenContext) -> any OneReviewScreen {
    switch context.snapshot.review(id)?.kind {
    case .noteOfVisit: NoteOfVisitScreen(id: id)
    case .meeting: MeetingScreen(id: id)
    case .formal, nil: ReviewScreen(id: id, area: area)
    }
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
