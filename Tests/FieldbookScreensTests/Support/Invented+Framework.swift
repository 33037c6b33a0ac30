import FieldbookModel

/// Schools, results and reviews that are all made up.
enum Invented {
  /// Wednesday 2 December 2026.
  static let day = CalendarDate(dayNumber: 20_789)
  /// 10:44 on that day.
  static let now = Invented.at(10, 44)

  static func at(_ hour: Int, _ minute: Int, on day: CalendarDate = day) -> Instant {
    Instant(milliseconds: day.dayNumber * 86_400_000 + (hour * 60 + minute) * 60_000)
  }

  static let framework = Framework(
    id: "invented", title: "Invented areas",
    areas: [
      area("curriculum", "Curriculum and teaching", short: "Curriculum"),
      area("attendance", "Attendance and behaviour", short: "Attendance"),
      area("achievement", "Achievement", short: "Achievement"),
      area("safeguarding", "Safeguarding", short: "Safeguarding", scale: "met"),
    ],
    scales: [
      Framework.Scale(
        id: "five",
        levels: [
          level("strong", "Strong standard", "Strong"), level("expected", "Expected standard", "Expected"),
          level("attention", "Needs attention", "Attention"),
        ]),
      Framework.Scale(
        id: "met", levels: [level("met", "Met", "Met"), level("notMet", "Not met", "Not met")]),
    ])

  private static func area(
    _ id: String, _ title: String, short: String, scale: String = "five"
  ) -> Framework.Area {
    Framework.Area(
      id: id, title: title, shortTitle: short, scale: scale, isOptional: false,
      prompts: ["What would show a visitor that \(title.lowercased()) is as it should be?"])
  }

  private static func level(_ id: String, _ title: String, _ short: String) -> Framework.Level {
    Framework.Level(id: id, title: title, shortTitle: short)
  }
}
