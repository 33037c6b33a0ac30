import FieldbookModel
import PlainText

/// Tables of the trust's own.
extension ReturnReader {
  /// Reads a table by a mapping; attainment and behaviour become files of their own.
  static func read(
    _ file: RecognisedFile, _ mapping: TableMapping, _ options: ImportOptions, _ existing: Facts
  ) throws(ImportRefusal) -> ReadFile {
    if let problem = mapping.problems.first {
      throw file.source.refusal("the mapping “\(mapping.name)” cannot be used: \(problem)", wants: .mapping)
    }
    let (attainment, conduct) = View.views(mapping, HeaderRow(file.header))
    let isByName = mapping.columns.contains { [.laestab, .schoolName].contains($0.role) }
    let names = isByName ? SchoolFinder(existing) : nil
    var read: ReadFile?
    for (views, layout) in zip([attainment, conduct], ReturnLayout.all) where !views.isEmpty {
      let part = try self.read(file, layout, views, options, names: names)
      read = read.map { $0.joined(with: part) } ?? part
    }
    if mapping.columns.contains(where: { $0.role == .value }) {
      let part = try YearlyReader.read(file, mapping, options, existing, names: names)
      read = read.map { $0.joined(with: part) } ?? part
    }
    guard var read else { throw file.source.refusal("the mapping “\(mapping.name)” names no figures") }
    read.report.ownMapping = mapping.name
    return read
  }

  /// Takes a percentage or an average that is said instead of counts.
  mutating func takeShare(_ row: CSVRow, _ urn: URN, _ halfTerm: HalfTerm, _ group: PupilGroup) {
    guard let yearGroup = YearGroup(text: text(row, .yearGroup)) else {
      return note(
        "year-group", row, .yearGroup, "this is no year group: write N, R or 1 to 14; the row is left out")
    }
    guard let subject = ReturnMeasure.subjectID(text(row, .subject)) else {
      return note("no-subject", row, .subject, "the row names no subject; it is left out")
    }
    guard let figure = figure, let share = share(of: row) else { return }
    guard !text(row, .assessed).isEmpty, let cohort = count(of: row, .assessed) else {
      return note(
        "no-cohort", row, .assessed, "the row does not say how many pupils it rests on; it is left out")
    }
    let key = ReturnTally.Key(urn: urn, yearGroup: yearGroup, subject: subject)
    takeRoll(row, key, halfTerm, group)
    if let earlier = tally.entry(key, in: halfTerm)?.groups[group]?.shares[figure] {
      return note(
        "duplicate", row, figureRole, "line \(earlier.line) says this already; this row is left out")
    }
    tally.change(key, group, in: halfTerm, line: row.line) { counts in
      counts.shares[figure] = share
      if counts.cohort == nil { counts.cohort = cohort }
    }
  }

  private var figure: ReturnKind? {
    switch figureRole {
    case .expected: .expected
    case .higher: .higher
    case .average: .average
    default: nil
    }
  }

  private mutating func share(of row: CSVRow) -> ReturnTally.Share? {
    let typed = text(row, figureRole)
    if let reason = MissingReason(code: typed), reason != .unrecognised {
      return ReturnTally.Share(number: nil, text: typed, line: row.line)
    }
    let bare = typed.hasSuffix("%") ? String(typed.dropLast()).trimmingBlanks() : typed
    guard let number = NumberCell.number(bare), figureRole == .average || (0...100).contains(number) else {
      note(
        "share", row, figureRole,
        figureRole == .average
          ? "this is no number; the row is left out"
          : "this is no percentage from 0 to 100; the row is left out")
      return nil
    }
    return ReturnTally.Share(number: number, text: typed, line: row.line)
  }
}

extension ReadFile {
  /// Two readings of one file as one.
  func joined(with other: ReadFile) -> ReadFile {
    var both = self
    both.facts += other.facts
    let used = Set(report.columnsUnused).intersection(other.report.columnsUnused)
    both.report.columnsUnused = report.columnsUnused.filter(used.contains)
    for problem in other.report.problems where !both.report.problems.contains(problem) {
      both.report.problems.append(problem)
    }
    for period in other.report.periods where !both.report.periods.contains(period) {
      both.report.periods.append(period)
    }
    return both
  }
}
