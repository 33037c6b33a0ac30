/// A framework of inspection, with the areas it grades and the words of its grades. Grades of one are never set against
/// grades of the other.
public enum InspectionFramework: CaseIterable, Sendable {
  /// The report cards that began in November 2025.
  case reportCard
  /// The graded inspections of the framework of 2019.
  case graded

  /// Its heading.
  public var title: String {
    switch self {
    case .reportCard: "Report card"
    case .graded: "Graded inspection, 2019 framework"
    }
  }

  /// What files call the column with the day of the inspection.
  var dateNote: String {
    switch self {
    case .reportCard: "inspection.card"
    case .graded: "inspection.graded"
    }
  }

  /// The measures of its areas, in order, with what each is called.
  public var areas: [(measure: String, title: String)] {
    switch self {
    case .reportCard:
      [
        ("ofstedSafeguarding", "Safeguarding"), ("ofstedInclusion", "Inclusion"),
        ("ofstedCurriculum", "Curriculum and teaching"), ("ofstedAchievement", "Achievement"),
        ("ofstedAttendance", "Attendance and behaviour"), ("ofstedDevelopment", "Personal development"),
        ("ofstedEarlyYears", "Early years"), ("ofstedPost16", "Post-16"),
        ("ofstedLeadership", "Leadership and governance"),
      ]
    case .graded:
      [
        ("eifOverall", "Overall effectiveness"), ("eifQuality", "Quality of education"),
        ("eifBehaviour", "Behaviour and attitudes"), ("eifDevelopment", "Personal development"),
        ("eifLeadership", "Leadership and management"), ("eifSafeguarding", "Safeguarding"),
        ("eifEarlyYears", "Early years"), ("eifSixthForm", "Sixth form"),
      ]
    }
  }

  /// The words of the grades of a measure, the best first.
  public func words(_ measure: String) -> [String] {
    switch measure {
    case "ofstedSafeguarding": ["Met", "Not met"]
    case "eifSafeguarding": ["Effective", "Not effective"]
    default:
      switch self {
      case .reportCard:
        ["Exceptional", "Strong standard", "Expected standard", "Needs attention", "Urgent improvement"]
      case .graded: ["Outstanding", "Good", "Requires improvement", "Inadequate"]
      }
    }
  }
}

/// What a school's latest inspection under a framework said, as the file imported last has it.
public struct InspectionGrades: Hashable, Sendable {
  /// One area's grade.
  public struct Grade: Hashable, Sendable {
    /// What the area is called.
    public let area: String
    /// The grade in words, or the reason why there is none.
    public let words: String
    /// Whether there is a grade.
    public let isGiven: Bool
    /// Where it stands.
    public let observation: Observation
  }

  /// The framework.
  public let framework: InspectionFramework
  /// The day on which the inspection began; nil where the file does not tell.
  public let date: CalendarDate?
  /// The grades, in the framework's order; areas that do not apply to the school are left out.
  public let grades: [Grade]

  /// The grades of a school; nil where no file gives any.
  public init?(_ framework: InspectionFramework, of urn: URN, in facts: Facts) {
    let years = facts.years(of: .school(urn), format: "ofsted").reversed()
    for year in years {
      let grades = framework.areas.compactMap { area -> Grade? in
        guard let found = facts.observation(of: .school(urn), area.measure, in: year) else { return nil }
        return InspectionGrades.grade(area.title, found, framework)
      }
      guard grades.contains(where: \.isGiven) else { continue }
      self.framework = framework
      self.grades = grades
      date = facts.note(framework.dateNote, of: .school(urn), format: "ofsted", in: year)
        .flatMap(Register.date)
      return
    }
    return nil
  }

  private static func grade(
    _ area: String, _ found: Observation, _ framework: InspectionFramework
  ) -> Grade? {
    if let value = found.reading.value {
      let words = framework.words(found.measure)
      let place = Int(value) - 1
      guard words.indices.contains(place) else { return nil }
      return Grade(area: area, words: words[place], isGiven: true, observation: found)
    }
    guard let reason = found.reading.reason, reason != .missing, reason != .notApplicable else { return nil }
    let words = reason == .notProduced ? "Not judged" : reason.words
    return Grade(area: area, words: words, isGiven: false, observation: found)
  }

  /// The day for which the file was drawn up.
  public var asAt: CalendarDate? { grades.first?.observation.place.source.asAt }

  /// When it was and for which day that is known: `14 Jun 2023 (Ofsted, as at 30 Apr 2025)`.
  public var dates: String {
    let known = asAt.map { "Ofsted, as at \($0.longText)" } ?? "Ofsted"
    return date.map { "\($0.longText) (\(known))" } ?? known
  }
}
