import FieldbookModel
import PlainText
import TextUI

/// Finds from line to line, where lines stand in an order that narrowing would break.
struct JumpFind {
  private let words: [[UInt8]]
  private let texts: [String]

  /// Looks for words in lines.
  init(_ typed: String, in lines: [Line]) {
    words = FoldedText.words(typed)
    texts = words.isEmpty ? [] : lines.map(\.text)
  }

  /// The lines that hold every word, as places from 0.
  var matches: [Int] {
    texts.indices.filter { FoldedText.contains(FoldedText.bytes(texts[$0]), all: words) }
  }

  /// The match at a place or the next one after it; from the end it goes on at the beginning.
  func first(from place: Int) -> Int? {
    let matches = matches
    return matches.first { $0 >= place } ?? matches.first
  }

  /// The next match after a place, or the one before it; round at the ends.
  func next(_ movement: Movement, from place: Int) -> Int? {
    let matches = matches
    return movement == .up
      ? matches.last { $0 < place } ?? matches.last : matches.first { $0 > place } ?? matches.first
  }

  /// A line with its matches marked.
  static func marked(_ line: Line, _ typed: String?) -> Line {
    MatchedText.line(line, FoldedText.words(typed ?? ""))
  }

  /// What the status says while something is looked for; nil when nothing is.
  static func status(
    _ typed: String?, in lines: [Line], on screen: ScreenName, _ context: ScreenContext
  ) -> Line? {
    guard let typed, !typed.isEmpty else { return nil }
    let count = JumpFind(typed, in: lines).matches.count
    guard count > 0 else { return Line("“\(typed)” is nowhere here: Esc leaves it", .caution) }
    let (next, before) = (context.key("find.next", on: screen), context.key("find.previous", on: screen))
    return Line(
      "“\(typed)” on \(SchoolRecords.count(count, "line")) · \(next) next, \(before) before, Esc leaves it",
      .plain)
  }
}

/// Finds among the rows of a list, some of whose lines the cursor cannot stand on.
struct RowFind<ID: Hashable> {
  let find: JumpFind
  /// The row that begins on each line; nil on headings and further lines.
  let rows: [ID?]

  /// The row a match belongs to: the one it stands in, or the next one below a heading.
  private func owner(of line: Int) -> ID? {
    rows[...line].last { $0 != nil } ?? rows[line...].first { $0 != nil } ?? nil
  }

  /// The first match at the chosen row or below it.
  func first(from chosen: ID?) -> ID? {
    find.first(from: place(of: chosen)).flatMap(owner)
  }

  /// The next match in another row than the chosen one.
  func next(_ movement: Movement, from chosen: ID?) -> ID? {
    var place = place(of: chosen)
    for _ in find.matches.indices {
      guard let match = find.next(movement, from: place) else { return nil }
      if let row = owner(of: match), row != chosen { return row }
      place = match
    }
    return nil
  }

  private func place(of chosen: ID?) -> Int {
    chosen.flatMap { chosen in rows.firstIndex { $0 == chosen } } ?? 0
  }
}
