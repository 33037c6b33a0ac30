import FieldbookModel
import PlainText

/// Says of each row of a table of results whom it is about.
struct RowSubjects: Sendable {
  /// Where the columns stand that tell it.
  private struct Places {
    let urn: Int
    let authority: Int
    let type: Int?
    let laterURN: Int?
  }

  private let header: HeaderRow
  private let rules: RowRules
  private let places: Places
  private var firstLines: [FactsFile.Subject: Int] = [:]

  init(_ header: HeaderRow, _ rules: RowRules) {
    self.header = header
    self.rules = rules
    places = Places(
      urn: header.place(of: "URN") ?? 0, authority: header.place(of: rules.authority) ?? 0,
      type: header.place(of: rules.type), laterURN: header.place(of: rules.laterURN))
  }

  /// The places of the columns that are used here.
  var usedPlaces: [Int] {
    [places.urn, places.authority] + [places.type, places.laterURN].compactMap(\.self)
  }

  /// Whom a row is about and the local authority it belongs to; nil, and reported, when that is not to be known.
  mutating func subject(
    of row: CSVRow, _ problems: inout ProblemLog
  ) -> (FactsFile.Subject, authority: String)? {
    guard let kind = kind(of: row) else {
      note(
        "record-type", row, places.type ?? places.urn,
        "the record type is none of \(rules.knownTypes); the row is left out", &problems)
      return nil
    }
    let found: (FactsFile.Subject, authority: String)?
    switch kind {
    case .school: found = school(row, &problems)
    case .la: found = authority(row, &problems).map { (.la($0), $0) }
    case .england: found = (.england, "")
    case .englandState: found = (.englandState, "")
    case .englandKind(let kind): found = (.englandKind(kind), "")
    }
    guard let found, isFirst(found.0, row, &problems) else { return nil }
    return found
  }

  private func kind(of row: CSVRow) -> RowRules.Kind? {
    if !rules.nationalURN.isEmpty, text(row, places.urn) != rules.nationalURN { return .school }
    return rules.types[text(row, places.type)]
  }

  private func text(_ row: CSVRow, _ place: Int?) -> String {
    place.flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private func school(
    _ row: CSVRow, _ problems: inout ProblemLog
  ) -> (FactsFile.Subject, authority: String)? {
    guard let urn = row.field(places.urn).flatMap(URN.init(cell:)) else {
      note("no-urn", row, places.urn, "the row of a school has no valid URN; it is left out", &problems)
      return nil
    }
    guard let authority = authority(row, &problems) else { return nil }
    let later = places.laterURN.flatMap { row.field($0) }.flatMap(URN.init(cell:))
    return (.school(urn, later: later == urn ? nil : later), authority)
  }

  private func authority(_ row: CSVRow, _ problems: inout ProblemLog) -> String? {
    let code = text(row, places.authority)
    if !code.isEmpty { return code }
    note(
      "no-authority", row, places.authority, "the row names no local authority; it is left out", &problems)
    return nil
  }

  /// Of several rows about one school, authority or England the first is kept.
  private mutating func isFirst(
    _ subject: FactsFile.Subject, _ row: CSVRow, _ problems: inout ProblemLog
  ) -> Bool {
    var key = subject
    if case .school(let urn, _) = subject { key = .school(urn, later: nil) }
    guard let first = firstLines[key] else {
      firstLines[key] = row.line
      return true
    }
    if case .school = subject {
      note(
        "duplicate-urn", row, places.urn, "the URN stands already on line \(first); this row is left out",
        &problems)
    } else {
      note(
        "duplicate-row", row, places.type ?? places.urn,
        "line \(first) is about the same; this row is left out", &problems)
    }
    return false
  }

  private func note(
    _ code: String, _ row: CSVRow, _ place: Int, _ what: String, _ problems: inout ProblemLog
  ) {
    problems.note(code, line: row.line, column: header.names[place], found: row.field(place), what)
  }
}
