import FieldbookModel
import PlainText

/// The templates in which schools return a half-term: a header, and lines to fill in.
public enum ReturnTemplate: String, CaseIterable, Sendable {
  /// Attainment: how many pupils of a year group, subject and group are at each level.
  case halfTerm = "half-term"
  /// Attendance, suspensions, removals from class, part-time timetables and moves off roll.
  case conduct
  /// A list of single pupils, to be counted and not kept.
  case pupils

  /// The template as CSV.
  /// - Parameters:
  ///   - halfTerm: the half-term it is for.
  ///   - schools: the schools it is for, each with lines to fill in; without any, lines of an invented school show how.
  ///   - scale: the scale of the lines of attainment.
  public func bytes(of halfTerm: HalfTerm, schools: [School], scale: AssessmentScale?) -> [UInt8] {
    let period = "\(halfTerm.year.fileText) \(halfTerm.part.title)"
    let rows: [[String]]
    if self == .pupils {
      rows = ReturnTemplate.pupilRows(period)
    } else if schools.isEmpty {
      rows = self == .conduct ? ReturnTemplate.conductExample(period) : ReturnTemplate.levelExample(period)
    } else {
      rows = schools.flatMap { lines(for: $0, period, scale) }
    }
    var writer = CSVWriter()
    for row in [header] + rows { writer.row(row) }
    return writer.bytes
  }

  private var header: [String] {
    switch self {
    case .halfTerm:
      ["URN", "School", "Period", "Year group", "Subject", "Group", "Scale", "Level", "Pupils", "Roll"]
    case .conduct: ["URN", "School", "Period", "Year group", "Group", "Measure", "Count", "Out of", "Roll"]
    case .pupils:
      [
        "URN", "Period", "UPN", "Surname", "Forename", "Date of birth", "Year group", "Sex", "Disadvantaged",
        "SEN",
        "EAL", "Scale", "Reading", "Writing", "Maths",
      ]
    }
  }

  /// Lines for a school to fill in: its year groups, with what a trust asks most often. Lines left empty say nothing.
  private func lines(for school: School, _ period: String, _ scale: AssessmentScale?) -> [[String]] {
    let low = max(-1, (school.lowAge ?? 4) - 4)
    let high = min(13, (school.highAge ?? 11) - 5)
    let years = (low...max(low, high)).compactMap(YearGroup.init(number:))
    let start = [school.urn.text, school.name, period]
    if self == .conduct {
      return (["All"] + years.map(\.shortTitle)).flatMap { year in
        ReturnKind.Conduct.allCases.map { start + [year, "all", $0.rawValue, "", "", ""] }
      }
    }
    let groups: [PupilGroup] = [.all, .boys, .girls, .disadvantaged, .notDisadvantaged]
    return years.flatMap { year in
      ["Reading", "Writing", "Maths"].flatMap { subject in
        groups.flatMap { group in
          (scale?.levels ?? []).map { level in
            start + [year.shortTitle, subject, group.rawValue, scale?.id ?? "", level.title, "", ""]
          }
        }
      }
    }
  }

  private static func levelExample(_ period: String) -> [[String]] {
    let start = ["900010", "Ashgrove Primary (invented)", period, "Y4", "Maths"]
    let all = [("Below", "2"), ("Working towards", "9"), ("Expected", "15"), ("Greater depth", "4")]
    let girls = [("Below", "0"), ("Working towards", "4"), ("Expected", "8"), ("Greater depth", "3")]
    let crossed = [("Working towards", "3"), ("Expected", "4")]
    return all.map { start + ["all", "standards", $0.0, $0.1, "31"] }
      + girls.map { start + ["girls", "standards", $0.0, $0.1, "16"] }
      + crossed.map { start + ["girls+disadvantaged", "standards", $0.0, $0.1, "7"] }
      + [
        [
          "900010", "Ashgrove Primary (invented)", period, "Y6", "Maths test", "all", "scaled", "104", "3",
          "30",
        ]
      ]
  }

  private static func conductExample(_ period: String) -> [[String]] {
    let start = ["900010", "Ashgrove Primary (invented)", period]
    return [
      start + ["All", "all", "absence", "1240", "21980", "314"],
      start + ["All", "all", "persistent", "41", "", "314"],
      start + ["All", "disadvantaged", "persistent", "19", "", "78"],
      start + ["All", "all", "suspensions", "6", "", "314"],
      start + ["All", "all", "removals", "22", "", "314"],
      start + ["All", "all", "partTime", "0", "", "314"], start + ["Y6", "all", "offRoll", "1", "", "45"],
    ]
  }

  /// Nobody: an example would be a pupil.
  private static func pupilRows(_ period: String) -> [[String]] { [] }
}
