/// All facts of a workspace, ready to be asked. Imported files stay as they are; every answer is reckoned from them.
public struct Facts: Sendable {
  /// The files that were imported, registers among them.
  public let files: [FactsFile]
  /// The schools of the register, ours and others, by URN.
  public internal(set) var schools: [URN: School]
  /// What is measured.
  public let catalogue: Catalogue
  /// Which trusts, federations and other groups the schools belong to.
  public let groups: SchoolGroups
  /// Which schools carry on which; nil where no file of links tells.
  public let succession: Succession?

  let index: FactsIndex
  private let byName: SchoolsByName

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
    succession = Succession.of(files, ruling: ruling)
    let (schools, tables) = Register.schools(
      in: files, ruling: ruling, succession: succession, ours: ours)
    self.schools = schools
    byName = SchoolsByName(schools, tables: tables)
    groups = SchoolGroups(files: files, ruling: ruling)
    index = FactsIndex(files: files, ruling: ruling, schools: schools, succession: succession)
  }

  /// Nothing imported yet.
  public static let none = Facts(files: [], catalogue: Catalogue(measures: []), ours: [:])

  /// The school with that URN, if the register or the group knows it.
  public func school(_ urn: URN) -> School? { schools[urn] }

  /// All schools by name, and by number where names are alike.
  public var schoolsByName: [School] { byName.schools }

  /// The folded texts by which schools are found, and the place of each school's; nil where storage does not keep them
  /// ready for all of them.
  public func readySearch(of schools: [School]) -> (texts: PackedTexts, places: [Int])? {
    byName.readySearch(of: schools)
  }

  /// One observation, or nil when no file has that column for that subject and year.
  ///
  /// Where several rows speak of a school (its own and a predecessor's), its own row comes first; among equals the
  /// one that stands first in its file; but where several schools with figures became one, none of theirs is its own
  /// history, and there is no observation. Where two layouts of the same statistics say it, the one that is further on
  /// by the rule of supersession does.
  public func observation(
    of subject: ObservationSubject, _ measure: String, _ group: PupilGroup = .all, in period: AcademicYear
  ) -> Observation? {
    observation(of: subject, measure, group, at: Period(year: period))
  }

  /// One observation of a year or a half-term, or nil when no file has it for that subject then; see above.
  public func observation(
    of subject: ObservationSubject, _ measure: String, _ group: PupilGroup = .all, at period: Period
  ) -> Observation? {
    let returned = ReturnMeasure(id: measure)
    let name = returned.map { ReturnMeasure.prefix + $0.kind.id } ?? measure
    var viaPrevious: [Observation] = []
    for (file, column) in index.columns(name, group, period) {
      for row in index.rows(of: subject, in: file)
      where row.stem == returned?.stem && isThere(column, in: row) {
        let found = observation(subject: subject, row: row, column: column)
        if row.previousURN == nil { return found }
        viaPrevious.append(found)
      }
    }
    let valued = viaPrevious.filter { $0.reading.value != nil }
    if Set(valued.map(\.previousURN)).count > 1 { return nil }
    return valued.first ?? viaPrevious.first ?? shareOfRoll(of: subject, measure, group, at: period)
  }

  /// Every observation of a subject, in the order of years, measures and groups.
  public func observations(of subject: ObservationSubject) -> [Observation] {
    var found: [(observation: Observation, file: Int)] = []
    let rows = rows(of: subject)
    for row in rows {
      let file = files[row.file]
      for column in file.columns.indices
      where file.columns[column].part == .value && isThere(column, in: row) {
        found.append((observation(subject: subject, row: row, column: column), row.file))
      }
    }
    return foremost(found, among: Set(rows.map(\.file))).sorted { sortKey($0) < sortKey($1) }
  }

  /// What a file says of a subject in words beside the figures of a year, such as the day of an inspection: of several
  /// files that of the one furthest on.
  func note(
    _ name: String, of subject: ObservationSubject, format: String, in period: AcademicYear
  ) -> String? {
    let found = rows(of: subject, format: format).compactMap { row -> (file: FactsFile, text: String)? in
      let file = files[row.file]
      guard file.period == period, let column = file.columns.firstIndex(where: { $0.measure == name }),
        let text = file.raw(column: column, row: row.row)?.trimmed(), !text.isEmpty
      else { return nil }
      return (file, text)
    }
    return found.max { Ruling.rank($0.file) < Ruling.rank($1.file) }?.text
  }

  /// Everyone the files speak of: schools by URN, then local authorities, then England.
  public var subjects: [ObservationSubject] {
    index.subjects.sorted { Facts.order($0) < Facts.order($1) }
  }

  /// The years for which a subject has any row, oldest first. What is quoted stands beside figures and opens no year.
  /// - Parameter format: what the files that count are about (`ks2`, `ks4`, `census`); all of them without.
  public func years(of subject: ObservationSubject, format: String? = nil) -> [AcademicYear] {
    Set(
      rows(of: subject, format: format).compactMap { row in
        files[row.file].isBenchmark ? nil : files[row.file].period
      }
    ).sorted()
  }

  /// A row that speaks of a subject.
  struct Row: Hashable {
    let file: Int
    let row: Int
    let previousURN: URN?
    /// Year group and subject, in a school's own return.
    let stem: String?
  }

  /// The rows that speak of a subject, in the order of the files and of their lines; of one format or of all.
  func rows(of subject: ObservationSubject, format: String? = nil) -> [Row] {
    files.indices.flatMap { file in
      format == nil || files[file].family == format ? index.rows(of: subject, in: file) : []
    }
  }

  /// Of what two layouts of the same statistics both say, only what stands in the file that is further on.
  private func foremost(
    _ found: [(observation: Observation, file: Int)], among places: Set<Int>
  ) -> [Observation] {
    struct Key: Hashable {
      let family: String
      let measure: String
      let group: PupilGroup
      let period: Period

      init(_ observation: Observation) {
        (family, measure) = (observation.format, observation.measure)
        (group, period) = (observation.group, observation.when)
      }
    }
    let formats = Set(places.map { files[$0].format })
    guard Set(places.map { files[$0].family }).count < formats.count else { return found.map(\.observation) }
    var best: [Key: Int] = [:]
    for (observation, file) in found {
      let known = best[Key(observation)] ?? file
      let isBetter =
        files[known].format != files[file].format && Ruling.rank(files[known]) < Ruling.rank(files[file])
      best[Key(observation)] = isBetter ? file : known
    }
    return found.compactMap { observation, file in
      let foremost = best[Key(observation)] ?? file
      return files[foremost].format == files[file].format ? observation : nil
    }
  }

  private func observation(subject: ObservationSubject, row: Row, column index: Int) -> Observation {
    let file = files[row.file]
    let column = file.columns[index]
    let count = column.countColumn.map { file.reading(column: $0, row: row.row) }
    let period = column.period ?? file.period ?? AcademicYear(start: 0)
    let measure = Facts.measure(of: column, in: row)
    return Observation(
      subject: subject, measure: measure, group: column.group, period: period,
      halfTerm: column.halfTerm ?? file.halfTerm,
      reading: reading(file: file, column: index, row: row.row, count: count, period: period), count: count,
      roll: column.rollColumn.flatMap { file.reading(column: $0, row: row.row).value }.map { Int($0) },
      lower: column.lowerColumn.flatMap { file.reading(column: $0, row: row.row).value },
      upper: column.upperColumn.flatMap { file.reading(column: $0, row: row.row).value },
      raw: file.raw(column: index, row: row.row), status: file.source.status, previousURN: row.previousURN,
      place: FactPlace(
        source: file.source, line: file.line(column: index, row: row.row) ?? file.lines[row.row],
        column: column.header),
      format: file.family, authority: authority(of: row, subject))
  }

  /// Whether a file says anything there, be it only a blank. A return says only what it says: nothing is missing from it.
  private func isThere(_ column: Int, in row: Row) -> Bool {
    let file = files[row.file]
    return file.has(column: column, row: row.row)
      && (row.stem == nil || file.columns[column].cells[row.row] != .absent)
  }

  /// The id of what a column says of a row.
  static func measure(of column: FactsFile.Column, in row: Row) -> String {
    guard let stem = row.stem, column.measure.hasPrefix(ReturnMeasure.prefix) else { return column.measure }
    return "\(ReturnMeasure.prefix)\(stem).\(column.measure.dropFirst(ReturnMeasure.prefix.count))"
  }

  /// The local authority of a row: as its file says, of a return as the register says.
  private func authority(of row: Row, _ subject: ObservationSubject) -> String {
    if files[row.file].isByFigure {
      switch subject {
      case .la(let code): return code
      case .school(let urn): return schools[urn]?.laCode ?? ""
      case .england, .englandState, .englandKind: return ""
      }
    }
    guard row.stem != nil, case .school(let urn) = subject else {
      return files[row.file].authorities[row.row]
    }
    return schools[urn]?.laCode ?? ""
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

  private func sortKey(_ observation: Observation) -> (Period, Int, Int, UInt32, Int) {
    let (crossed, group) = observation.group.place
    return (
      observation.when, catalogue.place(of: observation.measure), crossed, group, observation.place.line
    )
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
}
