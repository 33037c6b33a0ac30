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

/// Where a number comes from: file, line, column, as written, and what it means.
public struct SourceScreen: Screen {
  /// `source`.
  public let name = ScreenName.source
  private let observation: Observation
  private var position = ReadingPosition()

  /// The source of an observation.
  public init(_ observation: Observation) {
    self.observation = observation
  }

  /// Scrolls.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.move(movement, count: lines(context).count, height: height("source"))
  }

  /// What is looked for.
  public var find: String? {
    get { position.find }
    set { position.find = newValue ?? "" }
  }

  /// Goes to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { position.land(lines(context)) }

  /// Goes to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.goToMatch(movement, lines(context))
  }

  /// What is known of it.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: "Source of a number · \(subjectTitle(context))", titleNote: observation.period.text,
      blocks: [position.block(lines(context), id: "source")],
      status: JumpFind.status(find, in: lines(context), on: name, context)
        ?? Line("Esc goes back", .quiet))
  }

  private func subjectTitle(_ context: ScreenContext) -> String {
    switch observation.subject {
    case .school(let urn): context.snapshot.schoolName(urn)
    case .la(let code): "local authority \(code)"
    case .england: "England, all schools"
    case .englandState: "England, state-funded schools"
    case .englandKind(let kind): "England, state-funded \(kind.rawValue) schools"
    }
  }

  private func lines(_ context: ScreenContext) -> [Line] {
    let measure = context.snapshot.facts.catalogue[observation.measure]
    let source = observation.place.source
    let width = max(20, context.size.columns - 22)
    var rows: [(String, String)] = [
      ("Measure", measure?.title ?? observation.measure), ("Group", observation.group.title),
      ("When", observation.when.text), ("Value", valueText(measure?.unit)), ("Pupils (n)", countText),
    ]
    if let lower = observation.lower, let upper = observation.upper {
      rows.append(("95% interval", "\(FigureText.signed(lower)) to \(FigureText.signed(upper))"))
    }
    rows += [
      ("", ""), ("File", source.file), ("Line", String(observation.place.line)),
      ("Column", observation.place.column), ("As written", rawText),
      ("As at", source.asAt?.longText ?? "not said by the file"), ("Status", observation.status),
      ("Imported", "\(source.importedAt.date.longText) \(source.importedAt.timeText)"),
      ("Read by", source.mapping),
      ("Encoding", source.encoding), ("SHA-256", source.sha256),
    ]
    if let because = source.because { rows.append(("Read because", because)) }
    if let previous = observation.previousURN {
      rows.append(("Row’s own URN", "\(previous.text): it names this school as its later one"))
    }
    if let definition = measure?.definition { rows += [("", ""), ("Definition", definition)] }
    return rows.flatMap { label, text in SourceScreen.wrapped(label, text, width: width) }
  }

  private static func wrapped(_ label: String, _ text: String, width: Int) -> [Line] {
    let lines = TextWrap.lines(text, width: width).map { String($0) }
    return lines.enumerated().map { index, line in
      Line(" " + (index == 0 ? label : ""), .quiet).padded(to: 18) + Line(line)
    }
  }

  private func valueText(_ unit: Measure.Unit?) -> String {
    observation.reading.value.map { FigureText.value($0, unit) } ?? "none: \(observation.absence ?? "")"
  }

  private var countText: String {
    guard let count = observation.count else { return "the file has no column for it" }
    return count.value.map { NumberText.plain($0) } ?? "not known: \(count.reason?.words ?? "")"
  }

  private var rawText: String {
    guard let raw = observation.raw else { return "nothing: the row stops before this column" }
    return raw.isEmpty ? "a blank" : raw
  }
}

/// All keys of a screen.
public struct HelpScreen: Screen {
  /// `help`.
  public let name = ScreenName.help
  /// The screen it is about.
  let about: ScreenName
  private var position = ReadingPosition()

  /// The keys of a screen.
  public init(about: ScreenName) {
    self.about = about
  }

  /// Scrolls.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.move(movement, count: lines(context).count, height: height("help"))
  }

  /// What is looked for.
  public var find: String? {
    get { position.find }
    set { position.find = newValue ?? "" }
  }

  /// Goes to the first match.
  public mutating func landOnMatch(_ context: ScreenContext) { position.land(lines(context)) }

  /// Goes to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    position.goToMatch(movement, lines(context))
  }

  /// Every action of the screen with its keys, id and help.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: "Keys · \(about.title)", titleNote: "Esc goes back",
      blocks: [position.block(lines(context), id: "help")],
      status: JumpFind.status(find, in: lines(context), on: name, context)
        ?? Line("On any screen outside text, : and an action’s name runs it", .quiet))
  }

  private func lines(_ context: ScreenContext) -> [Line] {
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
