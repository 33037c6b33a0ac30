import FieldbookModel
import PlainText

/// Says of each row of a table of results whom it is about.
struct RowSubjects: Sendable {
  private let header: HeaderRow
  private let rules: RowRules
  private let urnPlace: Int
  private let authorityPlace: Int?
  private let typePlaces: [Int]
  private let laterPlace: Int?
  private let nationalPlace: Int?
  private var firstLines: [FactsFile.Subject: Int] = [:]

  init(_ header: HeaderRow, _ rules: RowRules) {
    self.header = header
    self.rules = rules
    urnPlace = header.place(ofAny: rules.urn) ?? 0
    authorityPlace = header.place(ofAny: rules.authority)
    typePlaces = rules.type.compactMap(header.place(ofAny:))
    laterPlace = header.place(ofAny: rules.laterURN)
    nationalPlace = rules.national.flatMap { header.place(ofAny: $0.headers) }
  }

  /// The places of the columns that are used here.
  var usedPlaces: [Int] {
    [urnPlace] + typePlaces + [authorityPlace, laterPlace, nationalPlace].compactMap(\.self)
  }

  /// Whom a row is about and the local authority it belongs to; nil when that is not to be known, which is reported,
  /// or when no figures of it are kept, which is counted.
  mutating func subject(
    of row: CSVRow, _ problems: inout ProblemLog
  ) -> (FactsFile.Subject, authority: String)? {
    switch kind(of: row) {
    case .school: return school(row, &problems)
    case .la: return authority(row, &problems).map { (.la($0), $0) }
    case .england: return (.england, "")
    case .englandState: return (.englandState, "")
    case .englandKind(let kind): return (.englandKind(kind), "")
    case .other:
      let place = typePlaces.first ?? urnPlace
      problems.leaveOut(
        row, column: header.names[place], text: typePlaces.map { text(row, $0) }.joined(separator: ", "))
      return nil
    case nil:
      note(
        "record-type", row, typePlaces.first ?? urnPlace,
        "the record type is none of \(rules.knownTypes); the row is left out", &problems)
      return nil
    }
  }

  private func kind(of row: CSVRow) -> RowRules.Kind? {
    if rules.isSchoolsOnly {
      return row.field(urnPlace).flatMap(URN.init(published:)) == nil ? .other : .school
    }
    if let national = rules.national, text(row, nationalPlace) != national.text { return .school }
    return rules.kind(typePlaces.map { text(row, $0) })
  }

  private func text(_ row: CSVRow, _ place: Int?) -> String {
    place.flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private func school(
    _ row: CSVRow, _ problems: inout ProblemLog
  ) -> (FactsFile.Subject, authority: String)? {
    guard let urn = row.field(urnPlace).flatMap(URN.init(published:)) else {
      note("no-urn", row, urnPlace, "the row of a school has no valid URN; it is left out", &problems)
      return nil
    }
    guard let authority = authority(row, &problems) else { return nil }
    let later = laterPlace.flatMap { row.field($0) }.flatMap(URN.init(published:))
    return (.school(urn, later: later == urn ? nil : later), authority)
  }

  /// The code of a row's authority; nothing where the table does not tell it.
  private func authority(_ row: CSVRow, _ problems: inout ProblemLog) -> String? {
    guard let place = authorityPlace else { return "" }
    let code = text(row, place)
    if !code.isEmpty { return code }
    note("no-authority", row, place, "the row names no local authority; it is left out", &problems)
    return nil
  }

  /// Of several rows about one school, authority or England the first is kept; the others are reported.
  mutating func isFirst(
    _ subject: FactsFile.Subject, _ row: CSVRow, _ problems: inout ProblemLog
  ) -> Bool {
    guard let first = firstLines[subject.withoutLaterURN] else {
      firstLines[subject.withoutLaterURN] = row.line
      return true
    }
    if case .school = subject {
      note(
        "duplicate-urn", row, urnPlace, "the URN stands already on line \(first); this row is left out",
        &problems)
    } else {
      note(
        "duplicate-row", row, typePlaces.first ?? urnPlace,
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

extension URN {
  /// A reference as it stands in a published file, also where a program took it for a number and left `145210.0`.
  /// Nil for `999999`, with which lists say that there is none.
  init?(published cell: String) {
    let text = cell.trimmingBlanks()
    self.init(cell: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    if self.text == "999999" { return nil }
  }
}

extension FactsFile.Subject {
  /// The same, whatever later URN its row names.
  var withoutLaterURN: FactsFile.Subject {
    if case .school(let urn, _?) = self { .school(urn, later: nil) } else { self }
  }
}
