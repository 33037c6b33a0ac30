/// Which of several imported files speaks for a local authority in a year: the written rule of supersession.
///
/// Among files of one format and year that hold rows of a local authority: the status furthest on (final, revised,
/// provisional), then the later as-at date, then the later import, then the greater checksum. Of what schools return
/// themselves each half-term, the same is asked for each school, year group and subject; of what is quoted from
/// publications for each authority or England, measure and group, and whatever was published itself comes before it.
public struct Ruling: Sendable {
  /// What files must have in common to take each other's place.
  private struct Scope: Hashable {
    let format: String
    let period: AcademicYear?
    let halfTerm: HalfTerm.Part?
  }
  private let files: [FactsFile]
  /// The authorities for which each file speaks; nil for all of its own, as there is no other file of its scope.
  private var ruled: [Set<String>?]

  /// Works out which file rules where.
  public init(files: [FactsFile]) {
    self.files = files
    ruled = files.map { $0.rows.authorityCodes.isEmpty ? [] : nil }
    let scopes = Dictionary(grouping: files.indices) { index in
      Scope(
        format: files[index].format, period: files[index].period, halfTerm: files[index].halfTerm)
    }
    // Most files are alone: years of half-terms then cost nothing for their thousands of small scopes.
    for rivals in scopes.values where rivals.count > 1 { settle(rivals) }
  }

  private mutating func settle(_ rivals: [Int]) {
    var rulers: [String: Int] = [:]
    for index in rivals {
      for authority in files[index].rows.authorityCodes {
        if let ruler = rulers[authority], Ruling.rank(files[ruler]) >= Ruling.rank(files[index]) { continue }
        rulers[authority] = index
      }
    }
    for index in rivals { ruled[index] = [] }
    for (authority, ruler) in rulers { ruled[ruler]?.insert(authority) }
  }

  /// Whether a row of a file counts.
  public func rules(file: Int, row: Int) -> Bool {
    rules(file: file, authority: files[file].authorities[row])
  }

  /// Whether a file's rows of one of its local authorities count.
  public func rules(file: Int, authority: String) -> Bool { ruled[file]?.contains(authority) ?? true }

  /// Whether every row of a file counts.
  func rulesAll(of file: Int) -> Bool {
    ruled[file].map { $0.count == files[file].rows.authorityCodes.count } ?? true
  }

  /// Whether any row of a file counts: a file of which none does has been superseded.
  public func isSuperseded(file: Int) -> Bool {
    ruled[file]?.isEmpty ?? false
  }

  /// What orders files of the same rows: the greater is further on.
  static func rank(_ file: FactsFile) -> (Int, Int, Int, String) {
    let status = ["provisional", "revised", "final"].firstIndex(of: file.source.status) ?? 0
    // What was published comes before a table of one's own, and that before what is quoted.
    let place = file.isBenchmark ? status - 4 : file.isOwn ? -1 : status
    return (place, file.source.asAt?.dayNumber ?? 0, file.source.importedAt.milliseconds, file.source.sha256)
  }
}
