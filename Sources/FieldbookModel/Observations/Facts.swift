/// All facts of a workspace, ready to be asked. Imported files stay as they are; every answer is reckoned from them.
public struct Facts: Sendable {
  /// The files that were imported, registers among them.
  public let files: [FactsFile]
  /// The schools of the register, ours and others, by URN.
  public internal(set) var schools: [URN: School]
  /// What is measured.
  public let catalogue: Catalogue

  struct Row: Hashable {
    let file: Int
    let row: Int
    let previousURN: URN?
  }
  private struct ColumnKey: Hashable {
    let measure: String
    let group: PupilGroup
    let period: AcademicYear
  }
  let rows: [ObservationSubject: [Row]]
  private let columns: [[ColumnKey: Int]]

  /// Facts from imported files.
  ///
  /// Of two files of one format and year, the rows of a local authority are those of the file whose status is
  /// furthest on (final over revised over provisional), then whose as-at date is later, then which was imported
  /// later; England's rows are ruled on in the same way.
  /// - Parameters:
  ///   - files: what was imported.
  ///   - ours: URN and last known name of the group's schools, those that left the register among them.
  public init(files: [FactsFile], catalogue: Catalogue, ours: [URN: String]) {
    self.files = files
    self.catalogue = catalogue
    let ruling = Ruling(files: files)
    schools = Register.schools(in: files, ruling: ruling, ours: ours)
    var rows: [ObservationSubject: [Row]] = [:]
    for (index, file) in files.enumerated() where file.format != Register.format {
      for row in file.subjects.indices where ruling.rules(file: index, row: row) {
        let (subject, previous) = Facts.subject(of: file.subjects[row], schools: schools)
        rows[subject, default: []].append(Row(file: index, row: row, previousURN: previous))
      }
    }
    self.rows = rows
    columns = files.map(Facts.columnIndex)
  }

  /// Nothing imported yet.
  public static let none = Facts(files: [], catalogue: Catalogue(measures: []), ours: [:])

  /// The school with that URN, if the register or the group knows it.
  public func school(_ urn: URN) -> School? { schools[urn] }

  /// One observation, or nil when no file has that column for that subject and year.
  ///
  /// Where several rows speak of a school (its own and a predecessor's), its own row comes first; among equals the
  /// one that stands first in its file.
  public func observation(
    of subject: ObservationSubject, _ measure: String, _ group: PupilGroup = .all, in period: AcademicYear
  ) -> Observation? {
    let key = ColumnKey(measure: measure, group: group, period: period)
    let candidates = (rows[subject] ?? []).filter { columns[$0.file][key] != nil }
    guard let row = candidates.first(where: { $0.previousURN == nil }) ?? candidates.first,
      let column = columns[row.file][key]
    else { return nil }
    return observation(subject: subject, row: row, column: column)
  }

  /// Every observation of a subject, in the order of years, measures and groups.
  public func observations(of subject: ObservationSubject) -> [Observation] {
    var found: [Observation] = []
    for row in rows[subject] ?? [] {
      for column in files[row.file].columns.indices where files[row.file].columns[column].part == .value {
        found.append(observation(subject: subject, row: row, column: column))
      }
    }
    return found.sorted { sortKey($0) < sortKey($1) }
  }

  /// Everyone the files speak of: schools by URN, then local authorities, then England.
  public var subjects: [ObservationSubject] {
    rows.keys.sorted { Facts.order($0) < Facts.order($1) }
  }

  /// The years for which a subject has any row, oldest first.
  /// - Parameter format: the format of the files that count (`ks2`, `ks4`, `census`); all of them without.
  public func years(of subject: ObservationSubject, format: String? = nil) -> [AcademicYear] {
    let files = (rows[subject] ?? []).map { self.files[$0.file] }
    return Set(files.filter { format == nil || $0.format == format }.compactMap(\.period)).sorted()
  }

  private func observation(subject: ObservationSubject, row: Row, column index: Int) -> Observation {
    let file = files[row.file]
    let column = file.columns[index]
    let count = column.countColumn.map { file.reading(column: $0, row: row.row) }
    let period = column.period ?? file.period ?? AcademicYear(start: 0)
    return Observation(
      subject: subject, measure: column.measure, group: column.group, period: period,
      reading: reading(file: file, column: index, row: row.row, count: count, period: period), count: count,
      lower: column.lowerColumn.flatMap { file.reading(column: $0, row: row.row).value },
      upper: column.upperColumn.flatMap { file.reading(column: $0, row: row.row).value },
      raw: file.raw(column: index, row: row.row), status: file.source.status, previousURN: row.previousURN,
      place: FactPlace(source: file.source, line: file.lines[row.row], column: column.header),
      format: file.format,
      authority: file.authorities[row.row])
  }

  /// A blank where the file says that the group has no pupils means just that; a blank for a measure that was not
  /// produced that year says so.
  private func reading(
    file: FactsFile, column: Int, row: Int, count: Reading?, period: AcademicYear
  ) -> Reading {
    let reading = file.reading(column: column, row: row)
    guard reading == .missing(.missing), case .text = file.columns[column].cells[row] else { return reading }
    if count == .value(0) { return .missing(.noPupils) }
    if let measure = catalogue[file.columns[column].measure], !measure.isProduced(in: period) {
      return .missing(.notProduced)
    }
    return reading
  }

  private func sortKey(_ observation: Observation) -> (Int, Int, Int, Int) {
    let group = PupilGroup.allCases.firstIndex(of: observation.group) ?? 0
    return (observation.period.start, catalogue.place(of: observation.measure), group, observation.place.line)
  }

  private static func order(_ subject: ObservationSubject) -> (Int, URN) {
    switch subject {
    case .school(let urn): (0, urn)
    case .la(let code): (1, URN(code))
    case .englandState: (2, URN(""))
    case .england: (3, URN(""))
    case .englandKind(let kind): (4, URN(kind.level))
    }
  }

  private static func subject(
    of subject: FactsFile.Subject, schools: [URN: School]
  ) -> (ObservationSubject, previous: URN?) {
    switch subject {
    case .la(let code): (.la(code), nil)
    case .england: (.england, nil)
    case .englandState: (.englandState, nil)
    case .englandKind(let kind): (.englandKind(kind), nil)
    case .school(let urn, let later):
      if schools[urn]?.isInRegister != true, let later, schools[later] != nil {
        (.school(later), urn)
      } else {
        (.school(urn), nil)
      }
    }
  }

  private static func columnIndex(_ file: FactsFile) -> [ColumnKey: Int] {
    var index: [ColumnKey: Int] = [:]
    for (place, column) in file.columns.enumerated() where column.part == .value {
      guard let period = column.period ?? file.period else { continue }
      let key = ColumnKey(measure: column.measure, group: column.group, period: period)
      if index[key] == nil { index[key] = place }
    }
    return index
  }
}
