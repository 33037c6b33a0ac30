import FieldbookModel
import PlainText
import TextUI

/// Finds in everything: schools, reviews, notes, findings, judgements, actions and answers.
public struct EverythingScreen: Screen {
  /// One line of the results.
  private enum ResultLine: Sendable {
    case heading(SearchEntry.Kind, count: Int)
    case entry(Int)
  }

  /// Which result is chosen.
  private struct Chosen: Hashable, Sendable {
    let kind: SearchEntry.Kind
    let id: String
    let review: String

    init(_ entry: SearchEntry) {
      (kind, id, review) = (entry.kind, entry.id, entry.review)
    }
  }

  /// `everything`.
  public let name = ScreenName.everything
  /// What is looked for.
  public var find: String? = ""
  private var cursor: Chosen?

  /// Nothing looked for yet.
  public init() {}

  // MARK: Results

  private func entries(_ context: ScreenContext) -> SearchEntries {
    context.orders.searchEntries(of: context.snapshot, today: context.today)
  }

  private func lines(_ entries: SearchEntries) -> [ResultLine] {
    let places = entries.matches(find ?? "")
    var lines: [ResultLine] = []
    var start = 0
    while start < places.count {
      let kind = entries.all[places[start]].kind
      let end = places[start...].firstIndex { entries.all[$0].kind != kind } ?? places.count
      lines.append(.heading(kind, count: end - start))
      lines += places[start..<end].map(ResultLine.entry)
      start = end
    }
    return lines
  }

  private func index(in lines: [ResultLine], _ entries: SearchEntries) -> Int? {
    let chosen = cursor.flatMap { cursor in
      lines.firstIndex { line in
        guard case .entry(let place) = line else { return false }
        return Chosen(entries.all[place]) == cursor
      }
    }
    return chosen ?? (lines.isEmpty ? nil : 1)
  }

  func chosen(_ context: ScreenContext) -> SearchEntry? {
    let entries = entries(context)
    let lines = lines(entries)
    guard let index = index(in: lines, entries), case .entry(let place) = lines[index] else { return nil }
    return entries.all[place]
  }

  // MARK: Cursor

  /// Moves among the results, over the headings.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let entries = entries(context)
    let lines = lines(entries)
    let target = RowCursor.moved(
      from: index(in: lines, entries), movement, count: lines.count, height: height("everything")
    ) { index in
      if case .entry = lines[index] { true } else { false }
    }
    guard let target, case .entry(let place) = lines[target] else { return }
    cursor = Chosen(entries.all[place])
  }

  /// Takes the cursor to the first result.
  public mutating func landOnMatch(_ context: ScreenContext) { cursor = nil }

  /// Opens what the cursor is on, on its own screen and with the cursor on it.
  func opened(_ context: ScreenContext) -> [Effect] {
    guard let entry = chosen(context) else { return [] }
    if entry.kind == .school { return [.open(SchoolScreen(urn: entry.school))] }
    guard context.snapshot.review(entry.review) != nil else {
      // An action outlives its review.
      return [.open(ActionsScreen(at: entry.id, everything: true))]
    }
    guard let place = EverythingScreen.place(of: entry) else {
      return [.open(ReviewScreens.screen(of: entry.review, context))]
    }
    return [.open(ReviewScreens.screen(of: entry.review, at: place, context))]
  }

  /// Where in its review a result stands; nil for the review itself.
  private static func place(of entry: SearchEntry) -> SigningPoint.Place? {
    switch entry.kind {
    case .note: .note(entry.id)
    case .finding, .strength, .question: .finding(entry.id)
    case .judgement: .area(entry.id)
    case .action: .action(entry.id)
    case .answer: .earlierAction(entry.id)
    case .addendum: .addendum(entry.id)
    case .school, .review: nil
    }
  }

  // MARK: Page

  /// The results by kind, each with its school, its day and the words around the match.
  public func page(_ context: ScreenContext) -> Page {
    let entries = entries(context)
    let lines = lines(entries)
    let words = FoldedText.words(find ?? "")
    let width = context.size.columns
    let list = ListBlock(
      rowCount: lines.count, cursor: index(in: lines, entries), emptyText: emptyText,
      isFocusable: { index in
        if case .entry = lines[index] { true } else { false }
      }
    ) { index in
      switch lines[index] {
      case .heading(let kind, let count): Line("\(kind.title) · \(NumberText.grouped(count))", .heading)
      case .entry(let place): EverythingScreen.line(entries.all[place], words, width: width)
      }
    }
    let count = lines.count { if case .entry = $0 { true } else { false } }
    return Page(
      title: words.isEmpty
        ? "Find in everything" : "Find “\(find ?? "")” · \(SchoolRecords.count(count, "result"))",
      titleNote: context.todayText, blocks: [.list(list, id: "everything")], status: status(context))
  }

  private var emptyText: [Line] {
    guard (find ?? "").isEmpty else { return [Line("Nothing holds “\(find ?? "")”.", .quiet)] }
    return [
      "Type words: schools, reviews, notes, findings, judgements, actions and answers", "are looked through.",
      "Every word must stand in the result or in its school’s name.",
    ]
  }

  private func status(_ context: ScreenContext) -> Line {
    guard let entry = chosen(context) else {
      return Line("\(context.key("find.start", on: name)) looks for something else", .quiet)
    }
    let date = entry.date.map { " · \($0.longText)" } ?? ""
    return Line("\(entry.schoolName)\(date) · \(context.key("found.open", on: name)) opens it", .quiet)
  }

  private static func line(_ entry: SearchEntry, _ words: [[UInt8]], width: Int) -> Line {
    let mark = entry.isWithdrawn ? Line("withdrawn: ", .caution) : Line()
    let style: Style = entry.isWithdrawn ? .quiet : .plain
    if entry.kind == .school {
      return Line("  ") + mark + MatchedText.excerpt(entry.text, words, width: width - 6, style)
    }
    let school = min(26, max(14, width / 4))
    let place =
      MatchedText.line(entry.schoolName, words, .quiet).padded(to: school)
      + Line(" \(entry.date?.longText ?? "")", .quiet).padded(to: 13)
    let room = width - school - 13 - 6 - mark.width
    return Line("  ") + place + mark + MatchedText.excerpt(entry.text, words, width: max(10, room), style)
  }
}
