/// Which of several imported files speaks for a local authority in a year: the written rule of supersession.
///
/// Among files of one format and year that hold rows of a local authority: the status furthest on (final, revised,
/// provisional), then the later as-at date, then the later import, then the greater checksum. Of what schools return
/// themselves each half-term, the same is asked for each school, year group and subject.
public struct Ruling: Sendable {
  private struct Scope: Hashable {
    let format: String
    let period: AcademicYear?
    let halfTerm: HalfTerm.Part?
    let authority: String
  }
  private let files: [FactsFile]
  private var rulers: [Scope: Int] = [:]
  /// The authorities for which each file speaks.
  private var ruled: [Set<String>] = []
  /// The files of which every row counts.
  private var rulesAll: [Bool] = []

  /// Works out which file rules where.
  public init(files: [FactsFile]) {
    self.files = files
    for (index, file) in files.enumerated() {
      for authority in file.rows.authorityCodes {
        let scope = Scope(
          format: file.format, period: file.period, halfTerm: file.halfTerm, authority: authority)
        if let ruler = rulers[scope], Ruling.rank(files[ruler]) >= Ruling.rank(file) { continue }
        rulers[scope] = index
      }
    }
    ruled = files.map { _ in [] }
    for (scope, ruler) in rulers { ruled[ruler].insert(scope.authority) }
    rulesAll = zip(files, ruled).map { $0.rows.authorityCodes.count == $1.count }
  }

  /// Whether a row of a file counts.
  public func rules(file: Int, row: Int) -> Bool {
    rules(file: file, authority: files[file].authorities[row])
  }

  /// Whether a file's rows of a local authority count.
  public func rules(file: Int, authority: String) -> Bool { ruled[file].contains(authority) }

  /// Whether every row of a file counts.
  func rulesAll(of file: Int) -> Bool { rulesAll[file] }

  /// Whether any row of a file counts: a file of which none does has been superseded.
  public func isSuperseded(file: Int) -> Bool {
    ruled[file].isEmpty
  }

  /// What orders files of the same rows: the greater is further on.
  static func rank(_ file: FactsFile) -> (Int, Int, Int, String) {
    let status = ["provisional", "revised", "final"].firstIndex(of: file.source.status) ?? 0
    return (status, file.source.asAt?.dayNumber ?? 0, file.source.importedAt.milliseconds, file.source.sha256)
  }
}
