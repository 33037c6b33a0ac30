/// Which edition of a year's figures counts for somebody: of several that were imported, the one furthest on.
public struct Edition: Hashable, Sendable {
  /// The academic year.
  public let year: AcademicYear
  /// Where it comes from.
  public let source: FactsFile.Source

  /// `2017/18 final`, `2018/19 provisional, as at 3 Oct 2019`.
  public var text: String {
    "\(year.text) \(source.status == OwnFigures.id ? "own table" : source.status)"
      + (source.asAt.map { ", as at \($0.longText)" } ?? "")
  }
}

extension Facts {
  /// The editions of a sort of figures (`ks2`, `ks4`, `census`) that count for a subject, one for each year, oldest
  /// first.
  public func editions(of subject: ObservationSubject, format: String) -> [Edition] {
    var foremost: [AcademicYear: FactsFile] = [:]
    for row in rows(of: subject, format: format) {
      let file = files[row.file]
      guard let year = file.period else { continue }
      if let known = foremost[year], Ruling.rank(known) >= Ruling.rank(file) { continue }
      foremost[year] = file
    }
    return foremost.sorted { $0.key < $1.key }.map { Edition(year: $0, source: $1.source) }
  }
}

extension Measure {
  /// Whether its percentages are of pupils, so that a change can be said in children; absence is of sessions.
  public var isShareOfPupils: Bool {
    guard unit == .percent else { return false }
    if let returned = ReturnMeasure(id: id) { return returned.kind.isShareOfPupils }
    return !(stage == "Absence" && (id.hasPrefix("absence") || id.hasPrefix("attendance")))
  }
}
