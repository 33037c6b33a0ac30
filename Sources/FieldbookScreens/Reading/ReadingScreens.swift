import FieldbookModel
import PlainText
import TextUI

/// Text to read: it scrolls, and nothing in it is chosen.
struct ReadingPosition: Sendable, Hashable {
  /// The first line in sight.
  private(set) var top = 0
  /// What is looked for.
  var find = ""
  /// The line on which it was found last.
  private var match: Int?

  mutating func move(_ movement: Movement, count: Int, height: Int) {
    let tops = max(1, count - height + 1)
    top = RowCursor.moved(from: min(top, tops - 1), movement, count: tops, height: height) ?? 0
  }

  /// Brings a line to the top.
  mutating func go(to line: Int) { top = line }

  func block(_ lines: [Line], id: String) -> Block {
    .reading(lines.map { JumpFind.marked($0, find) }, top: top, id: id)
  }

  /// Goes to the first match in sight or below.
  mutating func land(_ lines: [Line]) {
    goTo(JumpFind(find, in: lines).first(from: top))
  }

  /// Goes to the next match, or to the one before.
  mutating func goToMatch(_ movement: Movement, _ lines: [Line]) {
    goTo(JumpFind(find, in: lines).next(movement, from: match ?? top))
  }

  /// A line stands above the match, so that it is read in its place.
  private mutating func goTo(_ line: Int?) {
    guard let line else { return }
    match = line
    top = max(0, line - 1)
  }
}

/// All keys of a screen.
public struct HelpScreen: ReadingScreen {
  /// `help`.
  public let name = ScreenName.help
  /// The screen it is about.
  let about: ScreenName
  var position = ReadingPosition()

  /// The keys of a screen.
  public init(about: ScreenName) {
    self.about = about
  }

  /// Every action of the screen with its keys, id and help.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: "Keys · \(about.title)", titleNote: "Esc goes back",
      blocks: [reading(lines(context))],
      status: JumpFind.status(find, in: lines(context), on: name, context)
        ?? Line("On any screen outside text, : and an action’s name runs it", .quiet))
  }

  func lines(_ context: ScreenContext) -> [Line] {
    let question = Question(about: about, columns: context.size.columns, keys: context.keys.chosen)
    return context.orders.latest(question) { allLines(context) }
  }

  /// What the lines depend on.
  private struct Question: Hashable, Sendable {
    let about: ScreenName
    let columns: Int
    let keys: [KeyBindings.Spot: [Key]]
  }

  private func allLines(_ context: ScreenContext) -> [Line] {
    var lines: [Line] = []
    if about == .review { lines += HelpScreen.captureHelp(context) }
    let actions = ActionTable.actions(on: about)
    let keyWidth = 2 + actions.reduce(11) { max($0, $1.keyNames.joined(separator: " ").count) }
    let width = max(20, context.size.columns - keyWidth - 23)
    for action in actions {
      for (index, text) in TextWrap.lines(action.help, width: width).enumerated() {
        let keys =
          index == 0 ? context.keys.keys(of: action, on: about).map(\.name).joined(separator: " ") : ""
        let id = index == 0 ? action.id : ""
        lines.append(
          Line(" " + keys, .key).padded(to: keyWidth) + Line(id, .quiet).padded(to: 22) + Line(String(text)))
      }
    }
    return lines
  }

  private static func captureHelp(_ context: ScreenContext) -> [Line] {
    [
      Line(
        " The capture line (\(context.key("evidence.add", on: .review))): type what you see and press Enter.",
        .heading),
      Line("   #kind   #book #lesson #walk #pupils #staff #parents #leader #governor #data"),
      Line("           #document #scr #site #behaviour #curriculum #meeting #case"),
      Line("   @area   the first letters of an area, as @ach; else that of the cursor"),
      Line("   + - !   as the last word: a strength, to improve, a concern"),
      Line("   \\       before a mark makes it text"), Line(),
    ]
  }
}
