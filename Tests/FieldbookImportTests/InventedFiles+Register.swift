import FieldbookImport
import FieldbookModel
import SeededRandom

extension InventedFiles {
  static let registerHeaders = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (name)",
    "EstablishmentStatus (code)", "EstablishmentStatus (name)", "OpenDate", "CloseDate",
    "PhaseOfEducation (name)",
    "StatutoryLowAge", "StatutoryHighAge", "SchoolCapacity", "NumberOfPupils", "Trusts (name)",
    "OfstedLastInsp",
    "Street", "Town", "Postcode", "TelephoneNum", "HeadFirstName", "HeadLastName", "OfstedRating (name)",
  ]

  /// A register of all the schools, in a layout of its own.
  mutating func register(name: String = "edubasealldata20250422.csv", damaged: Bool = true) -> Register {
    let style = TableStyle.any(&random)
    var headers = Self.registerHeaders.shuffled(using: &random)
    if random.once(in: 2) { headers.removeAll { $0.hasPrefix("Ofsted") } }
    var rows = schools.map { school in row(of: school, headers) }
    var codes: [[String]] = Array(repeating: [], count: rows.count)
    var isKept = Array(repeating: true, count: rows.count)
    if damaged {
      addBadRows(&rows, &codes, &isKept, headers)
    }
    let table = InventedTable(header: headers.map { drifted($0) }, rows: rows)
    let (bytes, lines) = table.written(style)
    let keptLines = zip(lines, isKept).filter(\.1).map(\.0)
    return Register(
      source: SourceFile(path: "made/\(name)", bytes: bytes), kept: Array(zip(schools, keptLines)),
      problems: zip(lines, codes).flatMap { line, codes in codes.map { Problem(line: line, code: $0) } },
      rows: rows.count)
  }

  private func row(of school: InventedSchool, _ headers: [String]) -> [String] {
    headers.map { header in
      switch header {
      case "URN": school.urn.text
      case "LA (code)": school.la
      case "LA (name)": "Woldshire"
      case "EstablishmentName": school.name
      case "EstablishmentStatus (name)": "Open"
      case "PhaseOfEducation (name)": "Primary"
      case "StatutoryLowAge": "4"
      case "StatutoryHighAge": "11"
      case "NumberOfPupils": "210"
      case "OpenDate": "01-09-2014"
      case "Trusts (name)": school.trust
      case "HeadFirstName": "Nobody"
      case "HeadLastName": "Whosoever"
      case "TelephoneNum": "01632960000"
      default: ""
      }
    }
  }

  /// A row without a URN, one whose URN stands already, one that runs over.
  private mutating func addBadRows(
    _ rows: inout [[String]], _ codes: inout [[String]], _ isKept: inout [Bool], _ headers: [String]
  ) {
    guard let urn = headers.firstIndex(of: "URN") else { return }
    for (cell, code) in [("", "no-urn"), ("abc", "no-urn"), (schools[0].urn.text, "duplicate-urn")] {
      var row = rows[0]
      row[urn] = cell
      rows.append(row)
      codes.append([code])
      isKept.append(false)
    }
    rows[1].append("beyond")
    codes[1].append("row-too-long")
  }

  /// A header in another case.
  mutating func drifted(_ header: String) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: header.uppercased()
    case 1: header.lowercased()
    default: header
    }
  }
}
