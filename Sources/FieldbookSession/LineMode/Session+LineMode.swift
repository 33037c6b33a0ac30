import FieldbookScreens
import TextUI

/// The session as line mode drives it: by rows, fields and lines instead of a cursor.
extension Session {
  /// So wide that no screen breaks its lines: line mode breaks them itself.
  static let spokenSize = TerminalSize(columns: 1_000, rows: 1_000)

  /// What the front screen says, to be read out.
  func spokenPage() -> (page: Page, spoken: SpokenPage) {
    var quiet = navigation
    quiet.message = nil
    let page = quiet.page(context)
    return (page, SpokenPage(page))
  }

  /// What the front screen says, without what was last said.
  public var page: Page { spokenPage().page }

  /// What was last said; it is not said again.
  func takeMessage() -> String? {
    defer { navigation.message = nil }
    return navigation.message?.text
  }

  /// The actions of the front screen.
  var offered: [OfferedAction] { navigation.offered(context) }

  /// Takes the cursor to a row; false when there is no such row.
  func choose(_ place: SpokenPage.Place) -> Bool {
    guard jobsUnderWay == 0 else { return false }
    return navigation.choose(place.row, of: place.block, context)
  }

  /// Narrows what is chosen from at the foot of the screen.
  func narrowChoices(to text: String) { navigation.narrowPrompt(to: text) }

  /// Takes one of what is chosen from at the foot of the screen, counted from 0.
  func take(choice index: Int) {
    navigation.stand(onChoice: index)
    press(.enter)
  }

  /// Puts a value into a field of the form in front; it is in the journal of drafts at once.
  func fill(_ field: String, with value: FormValue) {
    navigation.fill(field, with: value, context)
    keepDraft()
  }
}
