/// Which of several imported files speaks for a local authority in a year: the written rule of supersession.
///
/// Among files of one format and year that hold rows of a local authority: the status furthest on (final, revised,
/// provisional), then the later as-at date, then the later import, then the greater checksum.
public struct Ruling: Sendable {
  private struct Scope: Hashable {
    let format: String
    let period: AcademicYear?
    let authority: String
  }
  private let files: [FactsFile]
  private var rulers: [Scope: Int] = [:]

  /// Works out which file rules where.
  public init(files: [FactsFile]) {
    self.files = files
    for (index, file) in files.enumerated() {
      for authority in Set(file.authorities) {
        let scope = Scope(format: file.format, period: file.period, authority: authority)
        if let ruler = rulers[scope], Ruling.rank(files[ruler]) >= Ruling.rank(file) { continue }
        rulers[scope] = index
      }
    }
  }

  /// Whether a row of a file counts.
  public func rules(file: Int, row: Int) -> Bool {
    let holder = files[file]
    let scope = Scope(format: holder.format, period: holder.period, authority: holder.authorities[row])
    return rulers[scope] == file
  }

  /// Whether any row of a file counts: a file of which none does has been superseded.
  public func isSuperseded(file: Int) -> Bool {
    !rulers.values.contains(file)
  }

  private static func rank(_ file: FactsFile) -> (Int, Int, Int, String) {
    let status = ["provisional", "revised", "final"].firstIndex(of: file.source.status) ?? 0
    return (status, file.source.asAt?.dayNumber ?? 0, file.source.importedAt.milliseconds, file.source.sha256)
  }
}
