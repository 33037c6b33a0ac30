import FieldbookModel
import FieldbookStorage

/// The files that somebody would import for the invented trust: a register, three years of results and of the census, and
/// what its schools return of the first half-term of three years.
///
/// They depend on the seed, on the academic year of the day, and on whether its first half-term is over: the same give the
/// same bytes everywhere.
public struct DemoFiles: Sendable {
  /// One file.
  public struct File: Hashable, Sendable {
    /// Its name, which says its year.
    public let name: String
    /// All of it.
    public let bytes: [UInt8]
  }

  /// The seed of the committed files.
  public static let usualSeed: UInt64 = 20_260_902

  /// The register first, then the results and the census, oldest first.
  public let files: [File]

  /// The three latest years whose first half-term is over, the earliest first.
  private static func autumns(before today: CalendarDate) -> [AcademicYear] {
    let year = AcademicYear(containing: today)
    let autumn = SchoolCalendar().span(of: HalfTerm(year: year, part: .autumn1))
    let last = autumn.last < today ? year : year.previous
    return (0..<3).map { AcademicYear(start: last.start - 2 + $0) }
  }

  /// The files as they would be on a day: results go up to the academic year before.
  /// - Parameters:
  ///   - today: the day.
  ///   - seed: what the figures are drawn from.
  public init(today: CalendarDate, seed: UInt64 = DemoFiles.usualSeed) {
    let last = AcademicYear(containing: today).previous
    let years = (0..<3).map { AcademicYear(start: last.start - 2 + $0) }
    var files = [File(name: "register.csv", bytes: RegisterTable.bytes(lastResults: last))]
    for (place, year) in years.enumerated() {
      let name = "\(year.start)-\(year.start + 1)_\(InventedShire.code)_"
      files.append(
        File(
          name: name + "ks2final.csv",
          bytes: KeyStage2Table.bytes(year: place, year, seed: seed, catalogue: .builtIn)))
      files.append(
        File(
          name: name + "ks4final.csv",
          bytes: KeyStage4Table.bytes(year: place, year, seed: seed, catalogue: .builtIn)))
      files.append(
        File(name: name + "census.csv", bytes: CensusTable.bytes(year: place, year, seed: seed)))
    }
    let autumns = DemoFiles.autumns(before: today)
    files.append(File(name: "half-term_attainment.csv", bytes: HalfTermTable.attainment(autumns, seed: seed)))
    files.append(File(name: "half-term_conduct.csv", bytes: ConductTable.bytes(autumns, seed: seed)))
    self.files = files
  }
}
