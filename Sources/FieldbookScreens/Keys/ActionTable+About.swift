import FieldbookModel
import TextUI

extension ActionTable {
  /// What a review, a note of visit and a meeting say of themselves, changed in one form.
  static let about: [Action] = [
    about(
      ReviewScreen.self, on: .review,
      "Change its focus, day and reviewers, and say how many hours it takes the school."),
    about(
      NoteOfVisitScreen.self, on: .noteOfVisit,
      "Change its purpose, day, people and kind, and say how many hours it takes the school."),
    about(
      MeetingScreen.self, on: .meeting,
      "Change its day and who is there, and say how many hours it takes the school."),
  ]

  private static func about<S: OneReviewScreen>(_ type: S.Type, on name: ScreenName, _ help: String) -> Action
  {
    Action.of(
      type, "review.about", "about it", keys: ["i"], on: name, help: help,
      unless: { screen, context in ReviewRules.editable(screen, context) }
    ) { screen, context in
      let purpose: FormPurpose =
        name == .meeting ? .meeting(.about(review: screen.id)) : .changeVisit(review: screen.id)
      return [.open(FormScreen(purpose, context))]
    }
  }
}
