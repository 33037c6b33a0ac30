import FieldbookModel
import TextUI

/// The workspace of one review: areas above, and what there is of the chosen area below or beside.
public struct ReviewScreen: OneReviewScreen {
  /// Which half the keys go to.
  enum Pane: Hashable, Sendable {
    case areas
    case panel
  }

  /// `review`.
  public let name = ScreenName.review
  /// The review's id.
  public let id: String
  /// The chosen row of the areas: an area's id, or one of the two below.
  var area: String
  var pane = Pane.areas
  /// The chosen row of the panel.
  var panelRow: PanelRow?
  /// What is looked for in the panel.
  public var find: String? = ""
  private var marked = NoteMarks()

  /// The row for notes that belong to no area.
  static let unfiled = "~unfiled"
  /// The row for actions agreed earlier, and for what the last visit asked.
  static let earlier = "~earlier"
  /// The row for what was added after it was signed.
  static let addenda = "~addenda"

  /// Opens a review, at an area if one is named.
  public init(id: String, area: String = "") {
    self.id = id
    self.area = area
  }

  /// The school of the review.
  public func school(_ context: ScreenContext) -> URN? { review(context)?.school }
  /// It does.
  public var showsOneSchool: Bool { true }

  /// The area that new records go to; empty in the rows that are no area.
  func chosenArea(_ context: ScreenContext) -> String {
    let row = chosenAreaRow(context)
    return row.hasPrefix("~") ? "" : row
  }

  func chosenAreaRow(_ context: ScreenContext) -> String {
    let rows = areaRows(context)
    return rows.contains(area) ? area : rows.first ?? ""
  }

  /// The areas, then unfiled notes, what is left from before and addenda, where there are any.
  func areaRows(_ context: ScreenContext) -> [String] {
    guard let review = review(context) else { return [] }
    var rows = review.framework.areas.map(\.id)
    if review.evidence.contains(where: { $0.areas.isEmpty }) { rows.append(ReviewScreen.unfiled) }
    if !earlierActions(context).isEmpty || earlierQuestions(context) != nil {
      rows.append(ReviewScreen.earlier)
    }
    if !review.addenda.isEmpty { rows.append(ReviewScreen.addenda) }
    return rows
  }

  // MARK: Marks

  /// The notes marked for the next finding.
  func marks(_ context: ScreenContext) -> Set<String> { marked.current(in: review(context)) }

  /// Marks a note, or takes its mark away.
  mutating func mark(_ note: String, _ context: ScreenContext) {
    marked.toggle(note, in: review(context))
  }

  /// The marks go into the form of a finding.
  mutating func useMarks(_ context: ScreenContext) { marked.use(in: review(context)) }

  // MARK: Cursor

  /// Moves in the half that has the keys; left and right change halves.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch (movement, pane) {
    case (.left, _): pane = .areas
    case (.right, _): enterPanel(context)
    case (_, .areas):
      let rows = areaRows(context)
      let current = rows.firstIndex(of: chosenAreaRow(context))
      if let target = RowCursor.moved(from: current, movement, count: rows.count, height: height("areas")) {
        area = rows[target]
        panelRow = nil
      }
    case (_, .panel):
      let lines = panel(context)
      let target = RowCursor.moved(
        from: panelIndex(in: lines), movement, count: lines.count, height: height("panel")
      ) { lines[$0].row != nil }
      panelRow = target.flatMap { lines[$0].row }
    }
  }

  /// Takes the keys to the panel, if there is anything in it.
  mutating func enterPanel(_ context: ScreenContext) {
    guard panelIndex(in: panel(context)) != nil else { return }
    pane = .panel
  }

  /// Takes the cursor to where a point of *Ready to sign?* is mended.
  mutating func jump(to place: SigningPoint.Place, _ context: ScreenContext) {
    guard let review = review(context) else { return }
    pane = .panel
    switch place {
    case .area(let area):
      (self.area, panelRow, pane) = (area, nil, .areas)
    case .finding(let finding):
      area = review.findings.first { $0.id == finding }?.area ?? area
      panelRow = .finding(finding)
    case .note(let note):
      area = review.evidence.first { $0.id == note }?.areas.first ?? ReviewScreen.unfiled
      panelRow = .note(note)
    case .action(let action):
      if let home = ReviewPanel.home(ofAction: action, in: review, context) { area = home }
      panelRow = .action(action)
    case .earlierAction(let action):
      (area, panelRow) = (ReviewScreen.earlier, .earlier(action))
    case .addendum(let addendum):
      (area, panelRow) = (ReviewScreen.addenda, .addendum(addendum))
    case .draft, .purpose, .strengths, .text, .decision, .figure:
      pane = .areas
    }
  }

  func panelIndex(in lines: [PanelLine]) -> Int? {
    if let panelRow, let index = lines.firstIndex(where: { $0.row == panelRow }) { return index }
    return lines.firstIndex { $0.row != nil }
  }

  func chosenPanelRow(_ context: ScreenContext) -> PanelRow? {
    guard pane == .panel else { return nil }
    let lines = panel(context)
    return panelIndex(in: lines).flatMap { lines[$0].row }
  }

  func panel(_ context: ScreenContext) -> [PanelLine] {
    guard let review = review(context) else { return [] }
    let width = ReviewLayout.panelWidth(context.size)
    let writer = PanelWriter(width: width, screen: name, context: context)
    return ReviewPanel(review: review, marks: marks(context), writer: writer, context: context)
      .lines(
        of: chosenAreaRow(context), earlier: earlierActions(context), asked: earlierQuestions(context))
  }

  // MARK: Page

  /// Areas and panel, one above the other or side by side.
  public func page(_ context: ScreenContext) -> Page {
    guard let review = review(context) else {
      return Page(title: "Review", blocks: [.lines(["This review is no longer here. Esc goes back."])])
    }
    let lines = panel(context)
    let list = ListBlock(
      rowCount: lines.count, cursor: panelIndex(in: lines), hasFocus: pane == .panel,
      isFocusable: { lines[$0].row != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
    return Page(
      title: title(review, context), titleNote: note(review),
      blocks: ReviewLayout.blocks(
        areas: areaTable(review, context), panelTitle: panelTitle(review, context), panel: list,
        size: context.size),
      status: JumpFind.status(find, in: lines.map(\.line), on: name, context) ?? status(review, context))
  }

  private func title(_ review: Review, _ context: ScreenContext) -> String {
    "\(review.kindTitle) · \(review.state.title) · \(context.snapshot.schoolName(review.school))"
  }

  private func note(_ review: Review) -> String {
    "\(review.framework.title) · \(review.date?.shortText ?? "no date")"
  }

  private func panelTitle(_ review: Review, _ context: ScreenContext) -> String {
    switch chosenAreaRow(context) {
    case ReviewScreen.unfiled: "Notes filed under no area"
    case ReviewScreen.earlier: "Since last time"
    case ReviewScreen.addenda: "Added after it was signed"
    case let area: review.framework.area(area)?.title ?? ""
    }
  }

  private func areaTable(_ review: Review, _ context: ScreenContext) -> TableBlock {
    let rows = areaRows(context)
    let areas = ReviewAreas(
      review: review, earlier: earlierActions(context),
      isNarrow: ReviewLayout.isNarrow(context.size) && !context.isSpoken)
    return TableBlock(
      columns: areas.columns, rowCount: rows.count, cursor: rows.firstIndex(of: chosenAreaRow(context)),
      hasFocus: pane == .areas
    ) { areas.row(rows[$0]) }
  }

  private func status(_ review: Review, _ context: ScreenContext) -> Line {
    if !review.state.isEditable {
      return Line(ReviewRules.whyClosed(review, context) ?? "", .caution)
    }
    let points = ReadyToSign.points(
      review, actions: context.snapshot.actions, reviews: context.snapshot.reviews,
      calendar: context.snapshot.calendar,
      hasDraft: ReviewRules.hasDraft(id, context))
    let left = points.filter(\.blocks).count
    let ready =
      left == 0
      ? "ready to sign"
      : "\(SchoolRecords.count(left, "thing")) left before signing (\(context.key("review.ready", on: name)))"
    var parts: [String] = []
    let marks = marks(context)
    if !marks.isEmpty { parts.append("\(marks.count) marked for the next finding") }
    let earlier = earlierActions(context)
    if !earlier.isEmpty {
      let answered = earlier.filter { review.answers[$0.id] != nil }.count
      parts.append("since last time: \(answered) of \(earlier.count) answered")
    }
    if let draft = context.snapshot.drafts.first(where: { $0.context["review"] == id }),
      !draft.mainText.isEmpty
    {
      parts.append("unfinished text: \(context.key("draft.resume", on: name)) resumes")
    }
    let words = (parts + [ready]).joined(separator: " · ")
    return Line(words.prefix(1).uppercased() + words.dropFirst(), .quiet)
  }
}

/// How a review is laid out: side by side where there is room.
enum ReviewLayout {
  static let sideBySideFrom = 140
  static let areasWidth = 74

  /// Whether areas are called by their short names.
  static func isNarrow(_ size: TerminalSize) -> Bool { size.columns < 90 || size.columns >= sideBySideFrom }

  static func panelWidth(_ size: TerminalSize) -> Int {
    max(10, size.columns >= sideBySideFrom ? size.columns - areasWidth - 2 : size.columns)
  }

  static func blocks(
    areas: TableBlock, panelTitle: String, panel: ListBlock, size: TerminalSize
  ) -> [Block] {
    let panelBlocks = [Block.rule(panelTitle), Block.list(panel, id: "panel")]
    if size.columns >= sideBySideFrom {
      return [.beside([Block.rule("Areas"), .table(areas, id: "areas")], panelBlocks, leftWidth: areasWidth)]
    }
    let rows = min(areas.rowCount + 1, max(4, (size.rows - 4) / 2 + 2))
    return [.table(areas, id: "areas", height: .exactly(rows))] + panelBlocks
  }
}
