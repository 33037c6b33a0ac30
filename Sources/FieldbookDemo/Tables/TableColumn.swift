import FieldbookModel

/// Whom a row of a table is about.
struct TableRow: Sendable {
  /// The record type of that stage's tables.
  let recordType: String
  /// nil for the rows of the authority and of England.
  let school: InventedSchool?
  /// The number in the row, an earlier one where the school had not joined yet.
  let urn: String
  let name: String
  let authority: String
  /// How many pupils one of the sample stands for.
  let weight: Int

  /// A school's row in a year; the last year is 2.
  static func school(_ school: InventedSchool, year: Int) -> TableRow {
    let earlier = year < 2 ? school.earlierURN : nil
    return TableRow(
      recordType: school.kind == .special ? "2" : "1", school: school, urn: String(earlier ?? school.urn),
      name: school.name, authority: InventedShire.code, weight: 1)
  }
}

/// One column of a table: its header, the measure it holds and how a cell is made from a cohort.
struct TableColumn<Cohort: Sendable>: Sendable {
  let header: String
  /// The measure, where it was not produced in every year; the column is blank then, as in the published tables.
  var measure: String?
  let cell: @Sendable (TableRow, Cohort) -> String

  init(
    _ header: String, measure: String? = nil, _ cell: @escaping @Sendable (TableRow, Cohort) -> String
  ) {
    self.header = header
    self.measure = measure
    self.cell = cell
  }
}

/// A table as the Department for Education publishes it: UTF-8 with a byte order mark, CRLF.
struct PublishedTable<Cohort: Sendable> {
  let columns: [TableColumn<Cohort>]

  /// The bytes of a table of one year.
  func bytes(_ rows: [(TableRow, Cohort)], year: AcademicYear, catalogue: Catalogue) -> [UInt8] {
    let isProduced = columns.map { column in
      column.measure.flatMap { catalogue[$0]?.isProduced(in: year) } ?? true
    }
    var lines = [columns.map(\.header)]
    for (row, cohort) in rows {
      lines.append(zip(columns, isProduced).map { $1 ? $0.cell(row, cohort) : "" })
    }
    return [0xEF, 0xBB, 0xBF] + CommaSeparated.bytes(lines)
  }
}

/// Lines of fields, with quotation marks where they are needed or everywhere.
enum CommaSeparated {
  static func bytes(_ lines: [[String]], isQuoted: Bool = false) -> [UInt8] {
    Array(lines.map { $0.map { field($0, isQuoted) }.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private static func field(_ text: String, _ isQuoted: Bool) -> String {
    isQuoted || text.contains(",") || text.contains("\"")
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
