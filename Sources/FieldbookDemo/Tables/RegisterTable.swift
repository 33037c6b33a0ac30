import FieldbookModel

/// The register of schools in the layout of a GIAS establishment download: Windows-1252, CRLF, every field quoted.
enum RegisterTable {
  private static let header = [
    "URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName", "TypeOfEstablishment (name)",
    "EstablishmentStatus (name)", "ReasonEstablishmentOpened (name)", "OpenDate", "CloseDate",
    "PhaseOfEducation (name)", "StatutoryLowAge", "StatutoryHighAge", "NurseryProvision (name)",
    "OfficialSixthForm (name)", "Gender (name)", "SchoolCapacity", "NumberOfPupils", "Trusts (name)", "Town",
    "Postcode", "OfstedLastInsp", "OfstedRating (name)",
  ]

  /// The register in the year after the last results.
  static func bytes(lastResults: AcademicYear) -> [UInt8] {
    let lines = InventedShire.schools.sorted { $0.urn < $1.urn }.map { row($0, lastResults) }
    return windows1252(CommaSeparated.bytes([header] + lines, isQuoted: true))
  }

  private static func row(_ school: InventedSchool, _ year: AcademicYear) -> [String] {
    let isNew = school.earlierURN != nil
    let opened = isNew ? "01-09-\(year.start)" : "01-09-20\(String(12 + school.urn % 7))"
    let inspected = school.inspectedYearsAgo.map { years in
      let month = 1 + school.urn % 6
      return "\(String(10 + school.urn % 18))-0\(month)-\(year.start + 1 - years)"
    }
    return [
      String(school.urn), InventedShire.code, InventedShire.name, String(school.number), school.name,
      school.type, "Open", isNew ? "Academy Sponsor" : school.isOurs ? "Academy Converter" : "Not applicable",
      opened, "", school.phase, String(school.ages.low), String(school.ages.high),
      school.kind == .primary || school.kind == .infant ? "Has Nursery Classes" : "No Nursery Classes",
      school.kind == .sixthForm ? "Has a sixth form" : "Does not have a sixth form", "Mixed",
      String(school.capacity), String(school.roll), school.isOurs ? InventedShire.trust : "", school.town,
      "ZZ\(school.urn % 9 + 1) \(school.urn % 7 + 1)ZZ", inspected ?? "", school.rating,
    ]
  }

  /// UTF-8 to Windows-1252; of what is not ASCII the invented names need Latin-1's letters alone.
  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
  }
}
