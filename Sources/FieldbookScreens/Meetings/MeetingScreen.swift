import FieldbookModel
import PlainText
import TextUI

/// One progress meeting: what was asked, said and decided, and the numbers that were looked at below or beside it.
public struct MeetingScreen: OneReviewScreen {
  /// Which half the keys go to.
  enum Pane: Hashable, Sendable {
    case said
    case numbers
  }

  /// `meeting`.
  public let name = ScreenName.meeting
  /// The id of the meeting.
  public let id: String
  var pane = Pane.said
  private var saidRow: PanelRow?
  private var numberRow: PanelRow?
  /// What is looked for in both halves.
  public var find: String? = ""

  /// Opens a meeting.
  public init(id: String) {
    self.id = id
  }

  /// The school that it is about.
  public func school(_ context: ScreenContext) -> URN? { review(context)?.school }
  /// It does.
  public var showsOneSchool: Bool { true }

  // MARK: Cursor

  /// Moves in the half that has the keys; left and right change halves.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: pane = .said
    case .right: enterNumbers(context)
    default:
      let lines = lines(of: pane, context)
      let target = RowCursor.moved(
        from: index(of: pane, in: lines), movement, count: lines.count,
        height: height(pane == .said ? "said" : "numbers")
      ) { lines[$0].row != nil }
      if let row = target.flatMap({ lines[$0].row }) { stand(on: row) }
    }
  }

  /// Takes the keys to the numbers, if there are any.
  mutating func enterNumbers(_ context: ScreenContext) {
    if review(context)?.figures.isEmpty == false { pane = .numbers }
  }

  /// Takes the cursor to a row, in the half that it is in.
  mutating func stand(on row: PanelRow) {
    if case .figure = row { (numberRow, pane) = (row, .numbers) } else { (saidRow, pane) = (row, .said) }
  }

  /// Takes the cursor to where a point of *Ready to be held?* is mended.
  mutating func jump(to place: SigningPoint.Place, _ context: ScreenContext) {
    switch place {
    case .text(let text): stand(on: .text(text))
    case .decision: stand(on: .decision)
    case .figure(""): enterNumbers(context)
    case .figure(let figure): stand(on: .figure(figure))
    case .action(let action): stand(on: .action(action))
    case .earlierAction(let action): stand(on: .earlier(action))
    case .addendum(let addendum): stand(on: .addendum(addendum))
    case .purpose: stand(on: .purpose)
    case .area, .finding, .note, .draft, .strengths: pane = .said
    }
  }

  private func index(of pane: Pane, in lines: [PanelLine]) -> Int? {
    let row = pane == .said ? saidRow : numberRow
    if let row, let index = lines.firstIndex(where: { $0.row == row }) { return index }
    return lines.firstIndex { $0.row != nil }
  }

  /// The row under the cursor.
  func chosenRow(_ context: ScreenContext) -> PanelRow? {
    let lines = lines(of: pane, context)
    return index(of: pane, in: lines).flatMap { lines[$0].row }
  }

  /// The number under the cursor.
  func chosenFigure(_ context: ScreenContext) -> MeetingFigure? {
    guard pane == .numbers, case .figure(let id) = chosenRow(context) else { return nil }
    return review(context)?.figures.first { $0.id == id }
  }

  // MARK: Finding

  /// Takes the cursor to the first row that holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    if let row = rowFind(context).first(from: chosenRow(context)) { stand(on: row) }
  }

  /// Takes the cursor to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    if let row = rowFind(context).next(movement, from: chosenRow(context)) { stand(on: row) }
  }

  private func rowFind(_ context: ScreenContext) -> RowFind<PanelRow> {
    let lines = lines(of: .said, context) + lines(of: .numbers, context)
    return RowFind(find: JumpFind(find ?? "", in: lines.map(\.line)), rows: lines.map(\.row))
  }

  // MARK: Page

  private func lines(of pane: Pane, _ context: ScreenContext) -> [PanelLine] {
    guard let meeting = review(context) else { return [] }
    let width = MeetingLayout.width(of: pane, context.size)
    guard pane == .said else {
      return MeetingNumbersPanel(meeting: meeting, width: width, context: context).lines()
    }
    return MeetingPanel(
      meeting: meeting, earlier: earlierActions(context), asked: earlierQuestions(context),
      writer: PanelWriter(width: width, screen: name, context: context), context: context
    ).lines()
  }

  /// What was said and the numbers, one above the other or side by side.
  public func page(_ context: ScreenContext) -> Page {
    guard let meeting = review(context) else {
      return Page(title: "Progress meeting", blocks: [.lines(["It is no longer here. Esc goes back."])])
    }
    let said = lines(of: .said, context)
    let numbers = lines(of: .numbers, context)
    return Page(
      title: "Progress meeting · \(meeting.state.title) · \(context.snapshot.schoolName(meeting.school))",
      titleNote: meeting.date?.shortText ?? "no date",
      blocks: MeetingLayout.blocks(
        said: list(said, .said, []), numbers: list(numbers, .numbers, noNumbers(meeting, context)),
        title: MeetingLayout.title(meeting), hasNumbers: pane == .numbers, size: context.size),
      status: JumpFind.status(find, in: (said + numbers).map(\.line), on: name, context)
        ?? status(meeting, context))
  }

  private func list(_ lines: [PanelLine], _ pane: Pane, _ empty: [Line]) -> ListBlock {
    ListBlock(
      rowCount: lines.count, cursor: index(of: pane, in: lines), hasFocus: self.pane == pane,
      emptyText: empty, isFocusable: { lines[$0].row != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
  }

  private func noNumbers(_ meeting: Review, _ context: ScreenContext) -> [Line] {
    guard meeting.state.isEditable else { return [Line("There were none to look at.", .quiet)] }
    let key = context.key("meeting.numbers", on: name)
    return [
      Line(
        "Nothing is here for \(meeting.halfTerm?.title ?? "this half-term"): no return and no result.", .quiet
      ),
      Line("Once it is imported, \(key) takes the numbers. A meeting may be held without.", .quiet),
    ]
  }

  private func status(_ meeting: Review, _ context: ScreenContext) -> Line {
    if let figure = chosenFigure(context) { return Line(MeetingWords.about(figure), .quiet) }
    if let reason = ReviewRules.whyClosed(meeting, context) { return Line(reason, .caution) }
    let left = ReadyScreen(review: id, kind: .meeting).points(context)
    let blocking = left.filter(\.blocks).count
    var parts: [String] = []
    if ReviewRules.hasDraft(id, context) {
      parts.append("unfinished text: \(context.key("draft.resume", on: name)) resumes")
    }
    let (hold, ready) = (context.key("meeting.hold", on: name), context.key("review.ready", on: name))
    let looks = left.isEmpty ? "" : ", \(SchoolRecords.count(left.count, "thing")) to look at (\(ready))"
    parts.append(
      blocking == 0
        ? "ready: \(hold) marks it as held\(looks)"
        : "\(SchoolRecords.count(blocking, "thing")) left before it is held (\(ready))")
    let words = parts.joined(separator: " · ")
    return Line(words.prefix(1).uppercased() + words.dropFirst(), .quiet)
  }
}

/// How a meeting is laid out: side by side where there is room.
enum MeetingLayout {
  static let saidWidth = 72

  private static func isWide(_ size: TerminalSize) -> Bool { size.columns >= ReviewLayout.sideBySideFrom }

  static func width(of pane: MeetingScreen.Pane, _ size: TerminalSize) -> Int {
    guard isWide(size) else { return max(10, size.columns) }
    return pane == .said ? saidWidth : max(10, size.columns - saidWidth - 2)
  }

  /// `Numbers as they were on 12 Nov, 5 of 64 used`.
  static func title(_ meeting: Review) -> String {
    let figures = meeting.figures
    let day = meeting.record.instant("at").map { " as they were on \($0.date.shortText)" } ?? ""
    return figures.isEmpty
      ? "Numbers" : "Numbers\(day), \(figures.count(where: \.isUsed)) of \(figures.count) used"
  }

  static func blocks(
    said: ListBlock, numbers: ListBlock, title: String, hasNumbers: Bool, size: TerminalSize
  ) -> [Block] {
    let below = [Block.rule(title), Block.list(numbers, id: "numbers")]
    if isWide(size) {
      return [.beside([Block.rule("What was said"), .list(said, id: "said")], below, leftWidth: saidWidth)]
    }
    // The half that has the keys has the room.
    let rows = max(3, size.rows - 5)
    let above = hasNumbers ? max(3, rows / 3) : max(3, rows * 2 / 3)
    return [.list(said, id: "said", height: .atMost(above))] + below
  }
}
