import FieldbookModel
import PlainText
import TextUI

/// The workspace of one note of visit: what it tells above, and the notes taken below or beside.
public struct NoteOfVisitScreen: OneReviewScreen {
  /// Which half the keys go to.
  enum Pane: Hashable, Sendable {
    case told
    case notes
  }

  /// `noteOfVisit`.
  public let name = ScreenName.noteOfVisit
  /// The id of the note of visit.
  public let id: String
  var pane = Pane.told
  /// The chosen row of what is told.
  private var toldRow: PanelRow?
  /// The chosen note; the latest one when none was.
  private var noteRow: PanelRow?
  /// What is looked for in both halves.
  public var find: String? = ""
  private var marked = NoteMarks()

  /// Opens a note of visit.
  public init(id: String) {
    self.id = id
  }

  /// The school that was visited.
  public func school(_ context: ScreenContext) -> URN? { review(context)?.school }
  /// It does.
  public var showsOneSchool: Bool { true }

  // MARK: Marks

  /// The notes marked for the next strength or question.
  func marks(_ context: ScreenContext) -> Set<String> { marked.current(in: review(context)) }

  /// Marks a note, or takes its mark away.
  mutating func mark(_ note: String, _ context: ScreenContext) {
    marked.toggle(note, in: review(context))
  }

  /// The marks go into a form; without any, the note under the cursor.
  mutating func useMarks(_ context: ScreenContext) -> [String] {
    var evidence = marks(context).sorted()
    if evidence.isEmpty, case .note(let note) = chosenRow(context) { evidence = [note] }
    marked.use(in: review(context))
    return evidence
  }

  // MARK: Cursor

  /// Moves in the half that has the keys; left and right change halves.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: pane = .told
    case .right: enterNotes(context)
    default:
      let lines = lines(of: pane, context)
      let target = RowCursor.moved(
        from: index(of: pane, in: lines), movement, count: lines.count,
        height: height(pane == .told ? "told" : "notes")
      ) { lines[$0].row != nil }
      guard let row = target.flatMap({ lines[$0].row }) else { return }
      stand(on: row)
    }
  }

  /// Takes the keys to the notes, if there are any.
  mutating func enterNotes(_ context: ScreenContext) {
    guard index(of: .notes, in: lines(of: .notes, context)) != nil else { return }
    pane = .notes
  }

  /// Takes the cursor to a row, in the half that it is in.
  mutating func stand(on row: PanelRow) {
    if case .note = row { (noteRow, pane) = (row, .notes) } else { (toldRow, pane) = (row, .told) }
  }

  /// Takes the cursor to where a point of *Ready to share?* is mended.
  mutating func jump(to place: SigningPoint.Place, _ context: ScreenContext) {
    switch place {
    case .finding(let finding): stand(on: .finding(finding))
    case .note(let note): stand(on: .note(note))
    case .action(let action): stand(on: .action(action))
    case .earlierAction(let action): stand(on: .earlier(action))
    case .addendum(let addendum): stand(on: .addendum(addendum))
    case .purpose: stand(on: .purpose)
    case .area, .draft, .strengths, .text, .decision, .figure: pane = .told
    }
  }

  /// At first the latest note, so that one just taken is in sight.
  private func index(of pane: Pane, in lines: [PanelLine]) -> Int? {
    let row = pane == .told ? toldRow : noteRow
    if let row, let index = lines.firstIndex(where: { $0.row == row }) { return index }
    return pane == .told ? lines.firstIndex { $0.row != nil } : lines.lastIndex { $0.row != nil }
  }

  /// The row under the cursor.
  func chosenRow(_ context: ScreenContext) -> PanelRow? {
    let lines = lines(of: pane, context)
    return index(of: pane, in: lines).flatMap { lines[$0].row }
  }

  /// The strength, question or other finding under the cursor.
  func chosenFinding(_ context: ScreenContext) -> Finding? {
    guard case .finding(let id) = chosenRow(context) else { return nil }
    return review(context)?.findings.first { $0.id == id }
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
    let lines = lines(of: .told, context) + lines(of: .notes, context)
    return RowFind(find: JumpFind(find ?? "", in: lines.map(\.line)), rows: lines.map(\.row))
  }

  // MARK: Page

  private func lines(of pane: Pane, _ context: ScreenContext) -> [PanelLine] {
    guard let review = review(context) else { return [] }
    let writer = PanelWriter(
      width: NoteOfVisitLayout.width(of: pane, context.size), screen: name, context: context)
    guard pane == .told else {
      let marks = marks(context)
      return review.evidence.flatMap { note in
        writer.note(note, isMarked: marks.contains(note.id), areas: review.framework)
      }
    }
    return NoteOfVisitPanel(
      review: review, earlier: earlierActions(context), asked: earlierQuestions(context), writer: writer,
      context: context
    ).lines()
  }

  /// What is told and the notes, one above the other or side by side.
  public func page(_ context: ScreenContext) -> Page {
    guard let review = review(context) else {
      return Page(title: "Note of visit", blocks: [.lines(["It is no longer here. Esc goes back."])])
    }
    let told = lines(of: .told, context)
    let notes = lines(of: .notes, context)
    return Page(
      title: "Note of visit · \(review.state.title) · \(context.snapshot.schoolName(review.school))",
      titleNote: [review.visitKind?.title ?? "", review.date?.shortText ?? "no date"]
        .filter { !$0.isEmpty }.joined(separator: " · "),
      blocks: NoteOfVisitLayout.blocks(
        told: list(told, .told, []),
        notes: list(notes, .notes, noNotes(review, context)),
        noteCount: review.evidence.count(where: \.record.counts), size: context.size),
      status: JumpFind.status(find, in: (told + notes).map(\.line), on: name, context)
        ?? status(review, context))
  }

  private func list(_ lines: [PanelLine], _ pane: Pane, _ empty: [Line]) -> ListBlock {
    ListBlock(
      rowCount: lines.count, cursor: index(of: pane, in: lines), hasFocus: self.pane == pane,
      emptyText: empty, isFocusable: { lines[$0].row != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
  }

  private func noNotes(_ review: Review, _ context: ScreenContext) -> [Line] {
    review.state.isEditable
      ? [
        Line("None yet. \(context.key("evidence.add", on: name)) takes one: a line, then Enter.", .quiet),
        Line("#lesson @curriculum and a last + - or ! are marks.", .quiet),
      ] : [Line("None were taken.", .quiet)]
  }

  private func status(_ review: Review, _ context: ScreenContext) -> Line {
    if let reason = ReviewRules.whyClosed(review, context) { return Line(reason, .caution) }
    let left = ReadyScreen(review: id).points(context)
    let blocking = left.filter(\.blocks).count
    var parts: [String] = []
    let marks = marks(context)
    if !marks.isEmpty {
      let (strength, question) = (
        context.key("strength.add", on: name), context.key("question.add", on: name)
      )
      parts.append("\(marks.count) marked for the next strength (\(strength)) or question (\(question))")
    }
    if let draft = context.snapshot.drafts.first(where: { $0.context["review"] == id }),
      !draft.mainText.isEmpty
    {
      parts.append("unfinished text: \(context.key("draft.resume", on: name)) resumes")
    }
    let (share, ready) = (context.key("note.share", on: name), context.key("review.ready", on: name))
    parts.append(
      blocking == 0
        ? "ready to share (\(share))\(left.isEmpty ? "" : ", \(SchoolRecords.count(left.count, "thing")) to look at (\(ready))")"
        : "\(SchoolRecords.count(blocking, "thing")) left before sharing (\(ready))")
    let words = parts.joined(separator: " · ")
    return Line(words.prefix(1).uppercased() + words.dropFirst(), .quiet)
  }
}

/// How a note of visit is laid out: side by side where there is room.
enum NoteOfVisitLayout {
  static let toldWidth = 84

  private static func isWide(_ size: TerminalSize) -> Bool { size.columns >= ReviewLayout.sideBySideFrom }

  static func width(of pane: NoteOfVisitScreen.Pane, _ size: TerminalSize) -> Int {
    guard isWide(size) else { return max(10, size.columns) }
    return pane == .told ? toldWidth : max(10, size.columns - toldWidth - 2)
  }

  static func blocks(
    told: ListBlock, notes: ListBlock, noteCount: Int, size: TerminalSize
  ) -> [Block] {
    let title = noteCount == 0 ? "Notes" : "Notes · \(noteCount)"
    let below = [Block.rule(title), Block.list(notes, id: "notes")]
    if isWide(size) {
      return [
        .beside([Block.rule("What it tells"), .list(told, id: "told")], below, leftWidth: toldWidth)
      ]
    }
    // While there are few notes, what is told has the room.
    let asked = max(3, min(notes.rowCount, (size.rows - 5) / 3))
    let rows = max(3, size.rows - 4 - asked - 1)
    return [.list(told, id: "told", height: .atMost(rows))] + below
  }
}
