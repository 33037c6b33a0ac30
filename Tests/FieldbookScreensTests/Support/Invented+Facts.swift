import FieldbookModel

extension Invented {
  static let catalogue = Catalogue(measures: [
    measure("rwmExp", "Reading, writing and maths, expected standard", "RWM expected", .percent),
    measure("rwmHigh", "Reading, writing and maths, higher standard", "RWM higher", .percent),
    measure("readExp", "Reading, expected standard", "Reading expected", .percent),
    measure("readAverage", "Reading, average scaled score", "Reading score", .scaledScore),
    measure("readProg", "Reading, progress", "Reading progress", .progress),
    measure("writExp", "Writing, expected standard", "Writing expected", .percent),
    measure("matExp", "Maths, expected standard", "Maths expected", .percent),
    measure("pupils", "Pupils", "Pupils", .pupils),
  ])

  private static func measure(
    _ id: String, _ title: String, _ short: String, _ unit: Measure.Unit
  ) -> Measure {
    Measure(
      id: id, title: title, shortTitle: short, definition: "What \(title.lowercased()) counts.", unit: unit,
      better: unit == .pupils ? .neither : .up, stage: "KS2")
  }

  /// A row of results: whom it is of, and its cells in the order of the columns; a short row has fewer.
  typealias ResultRow = (subject: FactsFile.Subject, authority: String, cells: [String])

  /// The columns of the invented tables. The first five count pupils.
  private static let columns:
    [(measure: String, group: PupilGroup, header: String, suffix: String, count: Int?)] =
      [
        ("pupils", .all, "PUPILS", "", nil), ("pupils", .boys, "PUPILS_B", "", nil),
        ("pupils", .girls, "PUPILS_G", "", nil), ("pupils", .disadvantaged, "PUPILS_D", "", nil),
        ("pupils", .eal, "PUPILS_EAL", "", nil), ("rwmExp", .all, "RWM_EXP", "%", 0),
        ("rwmExp", .boys, "RWM_EXP_B", "%", 1), ("rwmExp", .girls, "RWM_EXP_G", "%", 2),
        ("rwmExp", .disadvantaged, "RWM_EXP_D", "%", 3), ("rwmExp", .eal, "RWM_EXP_EAL", "%", 4),
        ("rwmHigh", .all, "RWM_HIGH", "%", 0), ("readExp", .all, "READ_EXP", "%", 0),
        ("readAverage", .all, "READ_AVERAGE", "", 0), ("readProg", .all, "READ_PROG", "", 0),
        ("writExp", .all, "WRIT_EXP", "%", 0), ("matExp", .all, "MAT_EXP", "%", 0),
      ]

  private static func cell(_ text: String?, suffix: String) -> FactsFile.Cell {
    guard let text else { return .absent }
    let digits = !suffix.isEmpty && text.hasSuffix(suffix) ? String(text.dropLast(suffix.count)) : text
    return Double(digits).map { .number($0) } ?? .text(text)
  }

  static func results(_ year: Int, _ rows: [ResultRow]) -> FactsFile {
    let period = AcademicYear(start: year)
    return FactsFile(
      format: "ks2", period: period, source: source("\(period.fileText)_invented_ks2.csv"),
      subjects: rows.map(\.subject), authorities: rows.map(\.authority), lines: rows.indices.map { $0 + 2 },
      columns: columns.enumerated().map { index, column in
        FactsFile.Column(
          measure: column.measure, group: column.group, header: column.header, suffix: column.suffix,
          countColumn: column.count,
          cells: rows.map { row in
            cell(index < row.cells.count ? row.cells[index] : nil, suffix: column.suffix)
          })
      })
  }

  static func source(_ file: String) -> FactsFile.Source {
    FactsFile.Source(
      file: file, sha256: "0123456789abcdef", encoding: "UTF-8", importedAt: at(9, 0), asAt: nil,
      mapping: "invented-1", status: "final")
  }

  /// A register with one row a school, in the fields that are given.
  static func register(_ schools: [(urn: String, fields: [Register.Field: String])]) -> FactsFile {
    FactsFile(
      format: Register.format, period: nil, source: source("invented_register.csv"),
      subjects: schools.map { .school(URN($0.urn), later: nil) },
      authorities: schools.map { $0.fields[.laCode] ?? "" }, lines: schools.indices.map { $0 + 2 },
      columns: Register.Field.allCases.map { field in
        FactsFile.Column(
          measure: field.measure, part: .text, header: field.rawValue,
          cells: schools.map { .text($0.fields[field] ?? "") })
      })
  }

  static func school(
    _ urn: String, _ name: String, ages: (Int, Int) = (4, 11), roll: Int, rating: String = "Good",
    town: String = "Ashgrove"
  ) -> (urn: String, fields: [Register.Field: String]) {
    (
      urn,
      [
        .name: name, .laCode: "801", .laName: "Someshire", .type: "Academy converter", .status: "Open",
        .phase: "Primary", .lowAge: "\(ages.0)", .highAge: "\(ages.1)", .roll: "\(roll)", .capacity: "240",
        .trust: "Meadowbank Trust", .town: town, .postcode: "AB1 2CD", .inspectionRating: rating,
        .inspectionDate: "14-03-2023",
      ]
    )
  }
}
