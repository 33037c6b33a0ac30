import Synchronization

/// Where in the files a subject's rows and a measure's columns are. A file is looked through when it is first asked.
final class FactsIndex: Sendable {
  private struct ColumnKey: Hashable {
    let measure: String
    let group: PupilGroup
    let period: Period
  }
  /// The rows of one file: of each subject the first, and after each row the next of the same subject.
  private struct FileRows {
    var first: [ObservationSubject: Int] = [:]
    var next: [Int: Int] = [:]
    var previous: [Int: URN] = [:]
    /// Year group and subject of the rows of a school's own return.
    var stems: [Int: String] = [:]
  }
  private struct Known {
    var columns: [ColumnKey: [(file: Int, column: Int)]]?
    var rows: [FileRows?]
    /// Of rows that a later edition has overtaken.
    var overtaken: [FileRows?]
    var counts: [[Period: [CountColumn]]?]
    var authorities: [[String: [(owner: URN, row: Facts.Row)]]?]
  }

  private let files: [FactsFile]
  private let ruling: Ruling
  private let schools: [URN: School]
  private let succession: Succession?
  private let known: Mutex<Known>

  init(files: [FactsFile], ruling: Ruling, schools: [URN: School], succession: Succession?) {
    self.files = files
    self.ruling = ruling
    self.schools = schools
    self.succession = succession
    known = Mutex(
      Known(
        columns: nil, rows: files.map { _ in nil }, overtaken: files.map { _ in nil },
        counts: files.map { _ in nil },
        authorities: files.map { _ in nil }))
  }

  /// The columns that hold a measure of a group in a year or half-term, of each file the first, in the order of the files; where
  /// these are layouts of the same statistics, the one that is further on first.
  func columns(
    _ measure: String, _ group: PupilGroup, _ period: Period
  ) -> [(file: Int, column: Int)] {
    known.withLock { known in
      let columns = known.columns ?? columnIndex()
      known.columns = columns
      return columns[ColumnKey(measure: measure, group: group, period: period)] ?? []
    }
  }

  /// The rows of a file that count and speak of a subject, in the order of their lines.
  func rows(of subject: ObservationSubject, in file: Int) -> [Facts.Row] {
    known.withLock { known in
      if known.rows[file] == nil { known.rows[file] = rowIndex(of: file) }
      return known.rows[file].map { FactsIndex.rows(of: subject, in: $0, file) } ?? []
    }
  }

  /// The rows of a file that speak of a subject and that another file has overtaken.
  func overtakenRows(of subject: ObservationSubject, in file: Int) -> [Facts.Row] {
    known.withLock { known in
      if known.overtaken[file] == nil {
        known.overtaken[file] = ruling.rulesAll(of: file) ? FileRows() : rowIndex(of: file, isOvertaken: true)
      }
      return known.overtaken[file].map { FactsIndex.rows(of: subject, in: $0, file) } ?? []
    }
  }

  private static func rows(of subject: ObservationSubject, in rows: FileRows, _ file: Int) -> [Facts.Row] {
    var found: [Facts.Row] = []
    var row = rows.first[subject]
    while let here = row {
      found.append(Facts.Row(file: file, row: here, previousURN: rows.previous[here], stem: rows.stems[here]))
      row = rows.next[here]
    }
    return found
  }

  /// The rows of a file about schools of a local authority, overtaken ones too, with the schools they count for.
  func rows(ofAuthority code: String, in file: Int) -> [(owner: URN, row: Facts.Row)] {
    known.withLock { known in
      if known.authorities[file] == nil {
        let rows = files[file].rows.all
        var found: [String: [(owner: URN, row: Facts.Row)]] = [:]
        for (row, named) in rows.subjects.enumerated() {
          guard case (.school(let owner), let previous) = subject(of: named) else { continue }
          found[rows.authorities[row], default: []].append(
            (owner, Facts.Row(file: file, row: row, previousURN: previous, stem: nil)))
        }
        known.authorities[file] = found
      }
      return known.authorities[file]?[code] ?? []
    }
  }

  /// The columns of a file that tell of pupils, by the time they speak of.
  func countColumns(of file: Int, _ catalogue: Catalogue) -> [Period: [CountColumn]] {
    known.withLock { known in
      if let counts = known.counts[file] { return counts }
      let fresh = CountColumn.columns(of: files[file], catalogue)
      known.counts[file] = fresh
      return fresh
    }
  }

  /// Every row of a file that counts and speaks of a school, those of one school in the order of their lines.
  func schoolRows(in file: Int) -> [(school: URN, row: Facts.Row)] {
    known.withLock { known in
      if known.rows[file] == nil { known.rows[file] = rowIndex(of: file) }
      guard let rows = known.rows[file] else { return [] }
      var found: [(school: URN, row: Facts.Row)] = []
      found.reserveCapacity(rows.first.count)
      for case (.school(let urn), let first) in rows.first {
        var row: Int? = first
        while let here = row {
          found.append(
            (
              urn,
              Facts.Row(file: file, row: here, previousURN: rows.previous[here], stem: rows.stems[here])
            ))
          row = rows.next[here]
        }
      }
      return found
    }
  }

  /// Everyone any row speaks of.
  var subjects: Set<ObservationSubject> {
    known.withLock { known in
      var subjects: Set<ObservationSubject> = []
      for file in files.indices {
        let rows = known.rows[file] ?? rowIndex(of: file)
        known.rows[file] = rows
        subjects.formUnion(rows.first.keys)
      }
      return subjects
    }
  }

  private func columnIndex() -> [ColumnKey: [(file: Int, column: Int)]] {
    var index: [ColumnKey: [(file: Int, column: Int)]] = [:]
    for (file, facts) in files.enumerated() {
      for (place, column) in facts.columns.enumerated() where column.part == .value {
        guard let year = column.period ?? facts.period else { continue }
        let period = Period(year: year, part: column.halfTerm ?? facts.halfTerm)
        let key = ColumnKey(measure: column.measure, group: column.group, period: period)
        if index[key]?.last?.file != file { index[key, default: []].append((file, place)) }
      }
    }
    return index.mapValues { places in
      guard Set(places.map { files[$0.file].format }).count > 1 else { return places }
      return places.sorted { a, b in
        let (left, right) = (Ruling.rank(files[a.file]), Ruling.rank(files[b.file]))
        return left == right ? a.file < b.file : left > right
      }
    }
  }

  private func rowIndex(of file: Int, isOvertaken: Bool = false) -> FileRows {
    var index = FileRows()
    guard files[file].columns.contains(where: { $0.part == .value }) else { return index }
    let rows = files[file].rows.all
    var last: [ObservationSubject: Int] = [:]
    index.first.reserveCapacity(rows.subjects.count)
    for row in rows.subjects.indices
    where ruling.rules(file: file, authority: rows.authorities[row]) != isOvertaken {
      let (subject, previous) = subject(of: rows.subjects[row])
      index.previous[row] = previous
      if let scope = ReturnScope(text: rows.authorities[row]) { index.stems[row] = scope.stem }
      guard let first = index.first[subject] else {
        index.first[subject] = row
        continue
      }
      index.next[last[subject] ?? first] = row
      last[subject] = row
    }
    return index
  }

  /// A row belongs to its own URN if the register has it as a school that is open, else to the later one that it
  /// names or that carries it on, else to its own.
  private func subject(of subject: FactsFile.Subject) -> (ObservationSubject, previous: URN?) {
    switch subject {
    case .la(let code): return (.la(code), nil)
    case .england: return (.england, nil)
    case .englandState: return (.englandState, nil)
    case .englandKind(let kind): return (.englandKind(kind), nil)
    case .school(let urn, let later):
      let owner = Ownership.owner(of: urn, later: later, schools: schools, succession: succession)
      return (.school(owner), owner == urn ? nil : urn)
    }
  }
}
