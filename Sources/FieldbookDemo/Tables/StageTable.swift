import FieldbookModel

/// The pupils of a school at the end of a key stage, or of several schools together.
protocol StageCohort: Sendable {
  /// A school's cohort in a year; nil where it has none.
  init?(_ school: InventedSchool, year: Int, seed: UInt64, salt: Int)
  /// Several cohorts as one.
  init(joining cohorts: [Self])
  /// Its pupils.
  var pupils: [InventedPupil] { get }
}

/// What the published tables of both key stages have in common.
struct StageTable<Cohort: StageCohort> {
  /// The record types of the rows of the authority, of England and of its state-funded schools, with the pupils that one
  /// of the sample stands for.
  let recordTypes: (authority: String, england: (String, weight: Int), stateFunded: (String, weight: Int))
  let columns: [TableColumn<Cohort>]

  /// All rows of a year, the last being 2: the schools by name, the authority, England.
  func bytes(
    year place: Int, _ year: AcademicYear, seed: UInt64, catalogue: Catalogue, sample: Cohort
  ) -> [UInt8] {
    var rows: [(TableRow, Cohort)] = []
    for school in InventedShire.schools.sorted(by: { $0.name < $1.name }) {
      guard let cohort = Cohort(school, year: place, seed: seed, salt: year.start) else { continue }
      rows.append((.school(school, year: place), cohort))
    }
    let authority = Cohort(joining: rows.map(\.1))
    rows.append((row(recordTypes.authority, InventedShire.name, InventedShire.code), authority))
    for (type, weight) in [recordTypes.england, recordTypes.stateFunded] {
      rows.append((row(type, "", "", weight: weight), sample))
    }
    return PublishedTable(columns: columns).bytes(rows, year: year, catalogue: catalogue)
  }

  private func row(_ type: String, _ name: String, _ authority: String, weight: Int = 1) -> TableRow {
    TableRow(recordType: type, school: nil, urn: " ", name: name, authority: authority, weight: weight)
  }
}

extension TableColumn where Cohort: StageCohort {
  /// Whom a row is about; in key stage 2 the later URN stands after the postcode, before the rest.
  static var placing: [TableColumn] {
    [
      TableColumn("RECTYPE") { row, _ in row.recordType }, TableColumn("ALPHAIND") { _, _ in "" },
      TableColumn("LEA") { row, _ in row.authority },
      TableColumn("ESTAB") { row, _ in row.school.map { String($0.number) } ?? "" },
      TableColumn("URN") { row, _ in row.urn }, TableColumn("SCHNAME") { row, _ in row.name },
      TableColumn("TOWN") { row, _ in row.school?.town ?? "" }, TableColumn("PCODE") { _, _ in "" },
    ]
  }

  static var type: TableColumn { TableColumn("NFTYPE") { row, _ in row.school?.tableType ?? "" } }
  static var closing: TableColumn { TableColumn("ICLOSE") { row, _ in row.school == nil ? "" : "0" } }

  /// The ages it teaches, its roll, and under a header of the stage's own the pupils that results are of.
  static func sizes(pupils header: String) -> [TableColumn] {
    [
      TableColumn("AGERANGE") { row, _ in row.school.map { "\($0.ages.low)-\($0.ages.high)" } ?? "" },
      TableColumn("TOTPUPS") { row, _ in row.school.map { String($0.roll) } ?? "" },
      TableColumn(header) { row, cohort in String(cohort.pupils.count * row.weight) },
    ]
  }

  /// How many pupils are of a group, and their share.
  static func pair(
    _ count: String, _ share: String, _ contains: @escaping @Sendable (InventedPupil) -> Bool
  ) -> [TableColumn] {
    [
      TableColumn(count) { row, cohort in String(cohort.pupils.count(where: contains) * row.weight) },
      TableColumn(share) { _, cohort in
        Figure.percent(cohort.pupils.count(where: contains), of: cohort.pupils.count)
      },
    ]
  }
}
