import FieldbookModel
import PlainText
import TextUI

/// A row of the table of schools.
struct SchoolRow: Sendable {
  let school: School
  let sheet: SchoolSheet

  var standing: SchoolStanding { sheet.standings[school.urn] }
  var numbers: SchoolNumbers { SchoolNumbers(school, sheet.standings, sheet.facts) }
}

/// What is the same for all rows of the table of schools.
struct SchoolSheet: Sendable {
  let standings: SchoolStandings
  let facts: Facts
  let smallGroups: SmallGroups
  /// Whether cells must say which measure they are of, because not all rows have the same.
  let namesMeasure: Bool

  init(_ context: ScreenContext, everyone: Bool) {
    standings = context.standings
    facts = context.snapshot.facts
    smallGroups = context.snapshot.smallGroups
    namesMeasure = SchoolSheet.measures(standings, everyone: everyone).count > 1
  }

  /// The headline measures of the schools shown.
  static func measures(_ standings: SchoolStandings, everyone: Bool) -> Set<String> {
    everyone ? standings.years.measures : standings.measures
  }
}

extension RowTable where Row == SchoolRow {
  /// The table of schools.
  static let schools = RowTable(
    id: "schools", noun: "school", columns: SchoolColumns.all,
    usualSort: [ColumnSort(column: "school")], tieBreaker: "school",
    searchText: { row in
      let school = row.school
      return [school.name, school.urn.text, school.place, school.laName].joined(separator: " ")
    }, isOfRecords: false)
}

/// The columns of the table of schools.
enum SchoolColumns {
  typealias SchoolColumn = Column<SchoolRow>

  static let all: [SchoolColumn] = usual + further

  private static let usual: [SchoolColumn] = [
    SchoolColumn(
      id: "school", title: "School", words: "name", kind: .words, minWidth: 21, idealWidth: 30, priority: 10,
      grows: true, value: { .text($0.school.name) }, cell: name),
    SchoolColumn(
      id: "phase", title: "Phase", words: "phase", kind: .words, minWidth: 6, idealWidth: 7, priority: 5,
      value: { .ranked($0.school.phase.name, rank: $0.school.phase.place) },
      cell: { Line($0.school.phase.shortTitle) }),
    SchoolColumn(
      id: "look", title: "Look", words: "reasons to look at it", spoken: "reasons to look at it",
      kind: .numbers, alignment: .right,
      minWidth: 4,
      idealWidth: 4, priority: 9, isMostFirst: true, isOfRecords: true,
      value: { ColumnValue($0.standing.reasons.isEmpty ? nil : $0.standing.reasons.count) },
      cell: { row in
        let count = row.standing.reasons.count
        return count == 0 ? Line("–", .quiet) : Line("\(count)!", .caution)
      }),
    SchoolColumn(
      id: "result", title: "Result", words: "result in its phase", kind: .numbers, alignment: .right,
      minWidth: 10,
      idealWidth: 10, priority: 9, value: { ColumnValue($0.numbers.result?.reading.value) },
      group: { $0.numbers.group }, cell: result),
    SchoolColumn(
      id: "n", title: "n", words: "pupils in the result", spoken: "pupils", kind: .numbers, alignment: .right,
      minWidth: 4,
      idealWidth: 4, priority: 8, value: { ColumnValue($0.numbers.result?.n) }, cell: count),
    SchoolColumn(
      id: "change", title: "v last yr", words: "change since last year", spoken: "change since last year",
      kind: .numbers, alignment: .right,
      minWidth: 11, idealWidth: 11, priority: 6,
      value: { ColumnValue($0.numbers.change.map { ($0 * 10).rounded() / 10 }) },
      group: { $0.numbers.group }, cell: change),
    SchoolColumn(
      id: "roll", title: "Roll", words: "roll", kind: .numbers, alignment: .right, minWidth: 5, idealWidth: 5,
      priority: 7, value: { ColumnValue($0.school.roll) },
      cell: { Line($0.school.roll.map(String.init) ?? "–") }),
    SchoolColumn(
      id: "actions", title: "Open/late", words: "late actions", spoken: "actions open and late",
      kind: .numbers, alignment: .right,
      minWidth: 9,
      idealWidth: 10, priority: 9, isMostFirst: true, isOfRecords: true,
      value: { .number(Double($0.standing.lateActions)) }, cell: actions),
    SchoolColumn(
      id: "visit", title: "Last visit", words: "last visit", kind: .days, alignment: .right, minWidth: 11,
      idealWidth: 12, priority: 4, isOfRecords: true, value: { ColumnValue($0.standing.lastVisit) },
      cell: { Line($0.standing.lastVisit?.longText ?? "–", .quiet) }),
    SchoolColumn(
      id: "next", title: "Next visit", words: "next visit", kind: .days, alignment: .right, minWidth: 11,
      idealWidth: 12, priority: 3, isUsual: false, isOfRecords: true,
      value: { ColumnValue($0.standing.nextVisit) },
      cell: { Line($0.standing.nextVisit?.longText ?? "–", .quiet) }),
    SchoolColumn(
      id: "rating", title: "Inspection", words: "inspection rating", kind: .words, minWidth: 12,
      idealWidth: 21,
      priority: 2, value: { rating($0.school.inspectionRating) }, cell: { Line($0.school.inspectionRating) }),
    SchoolColumn(
      id: "why", title: "Why", words: "reason", kind: .words, minWidth: 34, idealWidth: 40, priority: 1,
      grows: true, isOfRecords: true, value: { ColumnValue($0.standing.reasonWords) },
      labels: { $0.standing.reasons.map(\.kindWords) },
      cell: { Line($0.standing.reasonWords, .caution) }),
    words("place", "Town", "town", 20, 24, isUsual: true) { $0.school.place },
  ]

  private static let further: [SchoolColumn] = [
    words("la", "LA", "local authority", 10, 20) { $0.school.laName },
    words("trust", "Trust", "trust", 12, 30) { $0.school.trust },
    words("type", "Type", "type", 12, 26) { $0.school.type },
    words("status", "Status", "status", 8, 12) { $0.school.status },
    words("urn", "URN", "URN", 7, 7) { $0.school.urn.text },
    SchoolColumn(
      id: "open", title: "Open", words: "open actions", kind: .numbers, alignment: .right, minWidth: 5,
      idealWidth: 5, priority: 3, isUsual: false, isMostFirst: true, isOfRecords: true,
      value: { .number(Double($0.standing.openActions)) }),
    SchoolColumn(
      id: "inspected", title: "Inspected", words: "last inspection", kind: .days, alignment: .right,
      minWidth: 11,
      idealWidth: 12, priority: 2, isUsual: false, value: { ColumnValue($0.school.inspectionDate) }),
    SchoolColumn(
      id: "opened", title: "Opened", words: "opened", kind: .days, alignment: .right, minWidth: 11,
      idealWidth: 12, priority: 2, isUsual: false, value: { ColumnValue($0.school.openDate) }),
    SchoolColumn(
      id: "capacity", title: "Places", words: "places", kind: .numbers, alignment: .right, minWidth: 6,
      idealWidth: 6, priority: 2, isUsual: false, value: { ColumnValue($0.school.capacity) }),
  ]

  private static func words(
    _ id: String, _ title: String, _ words: String, _ least: Int, _ ideal: Int, isUsual: Bool = false,
    _ text: @escaping @Sendable (SchoolRow) -> String
  ) -> SchoolColumn {
    .words(
      id, title, words, least, ideal, priority: isUsual ? 0 : 2, isUsual: isUsual, style: .quiet, text)
  }

  /// Inspection ratings from the best to the worst, and other words after them.
  private static func rating(_ rating: String) -> ColumnValue {
    if rating.isEmpty { return .none }
    let known = ["outstanding", "good", "requires improvement", "inadequate"]
    return .ranked(rating, rank: known.firstIndex(of: rating.lowercased()) ?? known.count)
  }

  // MARK: Cells

  /// What is the matter comes before the name, where a narrow column cannot cut it off.
  private static let name: @Sendable (SchoolRow) -> Line = { row in
    let mark = row.school.isInRegister ? Line() : Line("left: ", .caution)
    return mark + Line(row.school.name)
  }

  /// A figure; with the name of its measure where not all rows have the same one.
  private static let result: @Sendable (SchoolRow) -> Line = { row in
    let numbers = row.numbers
    guard let headline = numbers.headline else { return Line("no KS2/4", .quiet) }
    let cell = FigureText.cell(headline.now, numbers.measure?.unit)
    guard row.sheet.namesMeasure else { return cell }
    return Line(SchoolNumbers.mark(of: headline.measure) + " ", .quiet) + cell
  }

  private static let count: @Sendable (SchoolRow) -> Line = { row in
    guard let result = row.numbers.result else { return Line() }
    return FigureText.count(result, rule: row.sheet.smallGroups)
  }

  private static let change: @Sendable (SchoolRow) -> Line = { row in
    let numbers = row.numbers
    guard let change = numbers.change else { return Line("–", .quiet) }
    let count = numbers.measure?.unit == .percent ? numbers.result?.n : nil
    let children = count.map { " (\(FigureText.children(change, of: $0)))" } ?? ""
    let isWorse = numbers.measure?.better == .down ? change > 0 : change < 0
    return Line(FigureText.change(change), isWorse ? .caution : .plain) + Line(children, .quiet)
  }

  private static let actions: @Sendable (SchoolRow) -> Line = { row in
    let standing = row.standing
    let late = Style(standing.lateActions > 0 ? .bad : .plain)
    return Line("\(standing.openActions)/") + Line("\(standing.lateActions)", late)
  }
}

extension Phase {
  /// Its name in a list of values.
  fileprivate var name: String { self == .other ? "Phase not known" : title }
  fileprivate var place: Int { Phase.allCases.firstIndex(of: self) ?? Phase.allCases.count }
}
