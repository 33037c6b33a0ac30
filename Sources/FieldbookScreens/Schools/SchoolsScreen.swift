import FieldbookModel
import PlainText
import TextUI

/// The table of our schools.
public struct SchoolsScreen: Screen {
  /// `schools`.
  public let name = ScreenName.schools
  /// What the rows are narrowed by.
  public var find: String? = ""
  /// The chosen school.
  var cursor: URN?
  /// Where the chosen school was last seen, so that it need not be looked for among 24,000.
  private var hint = 0
  var sort = SchoolSort.school
  var isDescending = false
  /// Whether schools that are not ours are shown too.
  var everyone = false

  /// Opens with the cursor on the first row.
  public init() {}

  /// The schools in the order in which they are shown. A letter more looks only through what the letters before left.
  func rows(_ context: ScreenContext) -> [URN] {
    let text = (find ?? "").lowercased()
    let all = context.orders.order(question("", context)) { sortedSchools(context) }
    guard !text.isEmpty else { return all }
    return context.orders.order(question(text, context)) {
      let wider = context.orders.known(question(String(text.dropLast()), context)) ?? all
      let words = text.split(separator: " ").map { Array($0.utf8) }
      return context.orders.narrowed(wider, to: words, schools: context.snapshot.facts.schools)
    }
  }

  private func question(_ text: String, _ context: ScreenContext) -> RowOrders.Question {
    RowOrders.Question(
      revision: sort.dependsOnRecords ? context.snapshot.revision : context.snapshot.factsRevision,
      everyone: everyone, sort: sort, isDescending: isDescending, find: text)
  }

  /// The school under the cursor.
  func chosen(_ context: ScreenContext) -> URN? {
    let rows = rows(context)
    return index(in: rows).map { rows[$0] }
  }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  private func index(in rows: [URN]) -> Int? {
    if rows.isEmpty { return nil }
    guard let cursor else { return 0 }
    if rows.indices.contains(hint), rows[hint] == cursor { return hint }
    return rows.firstIndex(of: cursor) ?? 0
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let rows = rows(context)
    guard
      let target = RowCursor.moved(
        from: index(in: rows), movement, count: rows.count, height: height("schools"))
    else { return }
    hint = target
    cursor = rows[target]
  }

  /// Takes the cursor to the first school whose name begins with what was typed, else to the first row.
  public mutating func landOnMatch(_ context: ScreenContext) {
    let rows = rows(context)
    let schools = context.snapshot.facts.schools
    let best = context.orders.firstNamed((find ?? "").lowercased(), in: rows, schools: schools) ?? 0
    guard rows.indices.contains(best) else { return }
    hint = best
    cursor = rows[best]
  }

  /// Sorts by the next column, or by one that was named.
  mutating func sortBy(_ column: SchoolSort?) {
    let all = SchoolSort.allCases
    let next = ((all.firstIndex(of: sort) ?? 0) + 1) % all.count
    sort = column ?? all[next]
    isDescending = false
  }

  // MARK: Order

  /// Only keys and places are moved about: a school is large, and there may be 24,000.
  private func sortedSchools(_ context: ScreenContext) -> [URN] {
    let schools = context.snapshot.facts.schools.values.filter { everyone || $0.isOurs }
    let keys = schools.map { sortKey($0, context) }
    let places = schools.indices.sorted { a, b in
      if (keys[a] == .nothing) != (keys[b] == .nothing) { return keys[b] == .nothing }
      if keys[a] != keys[b] { return isDescending ? keys[b] < keys[a] : keys[a] < keys[b] }
      return (schools[a].name, schools[a].urn) < (schools[b].name, schools[b].urn)
    }
    return places.map { schools[$0].urn }
  }

  /// What a row is sorted by; rows without a figure come last whichever way the rest goes.
  private func sortKey(_ school: School, _ context: ScreenContext) -> SortKey {
    let standings = context.standings
    switch sort {
    case .school: return .text(school.name.lowercased())
    case .phase: return .number(Double(Phase.allCases.firstIndex(of: school.phase) ?? 99))
    case .rating: return SchoolSort.rank(ofRating: school.inspectionRating)
    case .roll: return SortKey(school.roll.map(Double.init))
    case .result, .change: return figureKey(SchoolNumbers(school, standings, context.snapshot.facts))
    case .actions:
      let standing = standings[school.urn]
      return .number(-Double(standing.lateActions * 1000 + standing.openActions))
    case .visit: return SortKey(standings[school.urn].lastVisit.map { Double($0.dayNumber) })
    case .look:
      let count = standings[school.urn].reasons.count
      return SortKey(count == 0 ? nil : -Double(count))
    }
  }

  /// Within the schools of one measure; those of another come after them, whichever way the order goes.
  private func figureKey(_ numbers: SchoolNumbers) -> SortKey {
    guard let measure = numbers.headline?.measure,
      let value = sort == .result ? numbers.result?.reading.value : numbers.change
    else { return .nothing }
    let place = SchoolNumbers.measures.firstIndex(of: measure) ?? SchoolNumbers.measures.count
    return .number(value + Double(isDescending ? -place : place) * 10_000)
  }

  // MARK: Page

  /// The table, or what to do when there is none.
  public func page(_ context: ScreenContext) -> Page {
    let rows = rows(context)
    let snapshot = context.snapshot
    let index = index(in: rows)
    let what = everyone ? "all schools kept" : snapshot.trust.isEmpty ? snapshot.name : snapshot.trust
    return Page(
      title: "Schools · \(what) · \(countText(shown: rows.count, context))",
      titleNote: context.todayText, tabs: Section.tabs(current: "1"),
      blocks: noticeBlocks(context) + [.table(table(rows, index, context), id: "schools")],
      status: status(rows, index, context))
  }

  /// `24 schools`, or `3 of 24 schools` while they are narrowed.
  private func countText(shown: Int, _ context: ScreenContext) -> String {
    guard !(find ?? "").isEmpty else { return SchoolRecords.count(shown, "school") }
    var widened = self
    widened.find = ""
    let all = widened.rows(context).count
    return "\(NumberText.grouped(shown)) of \(SchoolRecords.count(all, "school"))"
  }

  private func noticeBlocks(_ context: ScreenContext) -> [Block] {
    var lines: [Line] = []
    if let reason = context.snapshot.readOnlyReason {
      lines.append(Line(" Reading only: \(reason)", .caution))
    }
    if let draft = context.snapshot.drafts.first { lines += DraftText.notice(draft, context) }
    if let problem = context.snapshot.problems.first {
      let count = SchoolRecords.count(context.snapshot.problems.count, "problem")
      // What to do comes first: a long name of a file must not push it off the line.
      lines.append(Line(" ! \(count) in this workspace: fieldbook check says how to mend it", .bad))
      lines.append(Line("   \(problem)", .quiet))
    }
    return lines.isEmpty ? [] : [.lines(lines)]
  }

  private func table(_ rows: [URN], _ index: Int?, _ context: ScreenContext) -> TableBlock {
    let standings = context.standings
    let measures = everyone ? standings.years.measures : standings.measures
    return TableBlock(
      columns: columns(standings.years, measures), rowCount: rows.count, cursor: index,
      emptyText: emptyText(context)
    ) { row in SchoolsScreen.row(rows[row], standings, namesMeasure: measures.count > 1, context) }
  }

  private func columns(_ years: HeadlineYears, _ measures: Set<String>) -> [TableColumn] {
    let only = measures.count == 1 ? measures.first : nil
    let year = Set(measures.compactMap { years[$0] }).count == 1 ? measures.first.flatMap { years[$0] } : nil
    let yearText = year.map { " \($0.text.suffix(5))" } ?? ""
    let resultTitle = (only.map(SchoolNumbers.mark) ?? "Result") + yearText
    func column(
      _ of: SchoolSort, _ title: String? = nil, _ min: Int, _ ideal: Int, priority: Int,
      alignment: TextAlignment = .left, grows: Bool = false
    ) -> TableColumn {
      TableColumn(
        title ?? of.title, minWidth: min, idealWidth: ideal, alignment: alignment, priority: priority,
        grows: grows,
        sortMark: sort == of ? (isDescending ? "▼" : "▲") : "")
    }
    return [
      column(.school, nil, 22, 30, priority: 10, grows: true),
      column(.phase, nil, 6, 7, priority: 5),
      column(.roll, nil, 5, 5, priority: 7, alignment: .right),
      column(.look, nil, 7, 7, priority: 9, alignment: .right),
      column(.result, resultTitle, 10, 10, priority: 9, alignment: .right),
      TableColumn("n", minWidth: 4, alignment: .right, priority: 8),
      column(.change, "v last yr", 11, 11, priority: 6, alignment: .right),
      column(.actions, "Open/late", sort == .actions ? 10 : 9, 10, priority: 9, alignment: .right),
      column(.visit, nil, 11, 12, priority: 4, alignment: .right),
      column(.rating, nil, 12, 21, priority: 2),
      TableColumn("Town", minWidth: 12, idealWidth: 24, priority: 1),
    ]
  }

  private static func row(
    _ urn: URN, _ standings: SchoolStandings, namesMeasure: Bool, _ context: ScreenContext
  ) -> TableRow {
    guard let school = context.snapshot.facts.school(urn) else { return TableRow([Line(urn.text)]) }
    let numbers = SchoolNumbers(school, standings, context.snapshot.facts)
    let standing = numbers.standing
    // Before the name, where a narrow column cannot cut it off.
    let mark = school.isInRegister ? Line() : Line("left register: ", .caution)
    let late = Style(standing.lateActions > 0 ? .bad : .plain)
    let actions = Line("\(standing.openActions)/") + Line("\(standing.lateActions)", late)
    let reasons = standing.reasons.isEmpty ? Line("–", .quiet) : Line("\(standing.reasons.count)", .caution)
    return TableRow([
      mark + Line(school.name), Line(school.phase.shortTitle), Line(school.roll.map(String.init) ?? "–"),
      reasons,
      resultCell(numbers, namesMeasure),
      numbers.result == nil ? Line() : FigureText.count(numbers.result, rule: context.snapshot.smallGroups),
      changeCell(numbers), actions, Line(standing.lastVisit.map { $0.longText } ?? "–", .quiet),
      Line(school.inspectionRating), Line(school.place, .quiet),
    ])
  }

  /// A figure; with the name of its measure where not all rows have the same one.
  private static func resultCell(_ numbers: SchoolNumbers, _ namesMeasure: Bool) -> Line {
    guard let headline = numbers.headline else { return Line("no KS2/4", .quiet) }
    let cell = FigureText.cell(headline.now, numbers.measure?.unit)
    return namesMeasure ? Line(SchoolNumbers.mark(of: headline.measure) + " ", .quiet) + cell : cell
  }

  private static func changeCell(_ numbers: SchoolNumbers) -> Line {
    guard let change = numbers.change else { return Line("–", .quiet) }
    let count = numbers.measure?.unit == .percent ? numbers.result?.n : nil
    let children = count.map { " (\(FigureText.children(change, of: $0)))" } ?? ""
    return Line(FigureText.change(change), change < 0 ? .caution : .plain) + Line(children, .quiet)
  }

  private func emptyText(_ context: ScreenContext) -> [Line] {
    let facts = context.snapshot.facts
    if let find, !find.isEmpty { return [Line("No school here holds “\(find)”. Esc shows all again.")] }
    if facts.schools.isEmpty {
      return [
        "There are no schools yet.", "",
        "Leave with q, and import the register of schools and your results:",
        "  fieldbook import edubasealldata20260422.csv --trust \"NAME OF YOUR TRUST\"",
        "  fieldbook import 2023-2024_england_ks2final.csv",
      ]
    }
    return [
      Line("\(NumberText.grouped(facts.schools.count)) schools are kept, but none of them is yours yet."), "",
      "Leave with q, and say whose schools are yours:",
      "  fieldbook import REGISTER.csv --trust \"NAME OF YOUR TRUST\"", "",
      "Or press a to look at all schools kept.",
    ]
  }

  private func status(_ rows: [URN], _ index: Int?, _ context: ScreenContext) -> Line {
    guard let index, let school = context.snapshot.facts.school(rows[index]) else { return Line() }
    if let find, !find.isEmpty {
      return Line(
        "“\(find)” matches \(NumberText.grouped(rows.count)): \(school.name). Esc shows all", .plain)
    }
    let numbers = SchoolNumbers(school, context.standings, context.snapshot.facts)
    let reasons = numbers.standing.reasonWords
    if !reasons.isEmpty { return Line("Look at \(school.name): \(reasons)", .caution) }
    let parts = [
      "\(school.name), URN \(school.urn.text)", numbers.result?.absence ?? "sorted by \(sort.words)",
    ]
    return Line(parts.joined(separator: " · "), .quiet)
  }
}

extension SchoolSort {
  /// Inspection ratings from the best to the worst, and other words after them by their letters.
  fileprivate static func rank(ofRating rating: String) -> SortKey {
    if rating.isEmpty { return .nothing }
    let known = ["outstanding", "good", "requires improvement", "inadequate"]
    return known.firstIndex(of: rating.lowercased()).map { .number(Double($0)) } ?? .text(rating)
  }
}

/// What a row is sorted by.
private enum SortKey: Equatable {
  case number(Double)
  case text(String)
  case nothing

  init(_ number: Double?) {
    self = number.map(SortKey.number) ?? .nothing
  }

  static func < (a: SortKey, b: SortKey) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a < b
    case (.text(let a), .text(let b)): a < b
    case (.nothing, _): false
    case (_, .nothing): true
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}

/// Finds bytes in bytes.
enum ByteSearch {
  /// Whether a run of bytes stands somewhere in another.
  static func contains(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first else { return true }
    guard haystack.count >= needle.count else { return false }
    for start in 0...(haystack.count - needle.count) where haystack[start] == first {
      if haystack[start..<(start + needle.count)].elementsEqual(needle) { return true }
    }
    return false
  }
}
