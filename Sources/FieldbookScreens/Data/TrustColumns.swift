import FieldbookModel
import PlainText
import TextUI

/// A row of the trust table.
struct TrustRow: Sendable {
  let school: School
  let sheet: TrustSheet

  func figure(_ measure: String) -> SchoolFigure? { sheet.figure(measure, of: school) }
}

/// The columns of the trust table: of each measure its value with the pupils, the change, and the gap.
enum TrustColumns {
  private typealias TrustColumn = Column<TrustRow>

  /// How many measures are shown until somebody chooses others.
  private static let usual = 8

  /// The table of a sheet, with one measure in front of the others.
  static func table(_ sheet: TrustSheet, part: TrustPart, front: String?) -> RowTable<TrustRow> {
    let index = sheet.measures.firstIndex { $0.id == front } ?? 0
    let ordered = sheet.measures[index...] + sheet.measures[..<index]
    let columns = ordered.enumerated().flatMap { place, measure in
      of(measure, place: place, sheet)
    }
    let lead = ordered.first
    return RowTable(
      id: "trust-\(part.rawValue)-\(sheet.period.halfTerm == nil ? "year" : "halfTerm")", noun: "school",
      columns: [school] + columns,
      usualSort: (lead.map { measure in
        // What went the wrong way comes first.
        [ColumnSort(column: measure.id + ".change", isDescending: measure.better == .down)]
      } ?? []) + [ColumnSort(column: "school")],
      tieBreaker: "school", searchText: { "\($0.school.name) \($0.school.urn.text)" }, isOfRecords: true)
  }

  private static let school = TrustColumn(
    id: "school", title: "School", words: "name", kind: .words, minWidth: 17, idealWidth: 30, priority: 200,
    grows: true, value: { .text($0.school.name) },
    cell: { row in
      (row.school.isInRegister ? Line() : Line("left: ", .caution)) + Line(row.school.name)
    })

  private static func of(_ measure: Measure, place: Int, _ sheet: TrustSheet) -> [TrustColumn] {
    let id = measure.id
    let isUsual = place < usual
    // As wide as what stands in it, so that no number is ever cut.
    let rows = isUsual ? sheet.schools.map { TrustRow(school: $0, sheet: sheet) } : []
    let value: @Sendable (TrustRow) -> Line = { TrustColumns.value($0, id) }
    let change: @Sendable (TrustRow) -> Line = { $0.figure(id).map(DataText.change) ?? Line("–", .quiet) }
    let gap: @Sendable (TrustRow) -> Line = { TrustColumns.gap($0, id) }
    func width(_ cell: (TrustRow) -> Line, _ least: Int) -> Int {
      max(least, rows.map { cell($0).width }.max() ?? least)
    }
    let wide = (value: width(value, isUsual ? 5 : 15), change: width(change, isUsual ? 9 : 14))
    let priority = 190 - 3 * min(place, 60)
    return [
      TrustColumn(
        id: id, title: measure.shortTitle, words: measure.title, spoken: measure.title, kind: .numbers,
        alignment: .right, minWidth: wide.value, idealWidth: wide.value, priority: priority, isUsual: isUsual,
        isMostFirst: measure.better == .down, value: { ColumnValue($0.figure(id)?.value) }, cell: value),
      TrustColumn(
        id: id + ".change", title: "v last yr", words: "\(measure.title): change since last year",
        spoken: "change since last year", kind: .numbers, alignment: .right, minWidth: wide.change,
        idealWidth: wide.change, priority: priority - 1, isUsual: isUsual,
        isMostFirst: measure.better == .down,
        value: { ColumnValue($0.figure(id)?.difference.map { ($0 * 10).rounded() / 10 }) }, cell: change),
      TrustColumn(
        id: id + ".gap", title: "Disadv / others", words: "\(measure.title): disadvantaged and others",
        spoken: "disadvantaged and others", kind: .numbers, alignment: .right, minWidth: 20, idealWidth: 22,
        priority: priority - 2, isUsual: false,
        value: { row in ColumnValue(row.sheet.gap(id, of: row.school)?.difference) }, cell: gap),
    ]
  }

  /// `47% 31/34 L-`: the value, the pupils, and how it lies to all schools together.
  private static func value(_ row: TrustRow, _ id: String) -> Line {
    guard let figure = row.figure(id) else { return Line("–", .quiet) }
    var line = DataText.cell(figure)
    let count = DataText.count(figure.now, rule: row.sheet.smallGroups)
    if !count.isEmpty { line += Line(" ") + count }
    let mark = row.sheet.pooled(id).flatMap { OutOfLine(figure, of: $0) }
    return line + Line(" " + (mark?.mark ?? "  "), mark?.isWorse == true ? .bad : .good)
  }

  /// `20% 10 / 80% 20`, the group first.
  private static func gap(_ row: TrustRow, _ id: String) -> Line {
    guard let gap = row.sheet.gap(id, of: row.school) else { return Line("–", .quiet) }
    func side(_ observation: Observation) -> Line {
      let value = observation.reading.value.map { DataText.value($0, gap.measure) }
      return Line(value ?? observation.absenceCode ?? "") + Line(" ")
        + FigureText.count(observation, rule: row.sheet.smallGroups)
    }
    return side(gap.group) + Line(" / ", .quiet) + side(gap.others)
  }
}
