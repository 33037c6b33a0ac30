import FieldbookModel
import PlainText
import TextUI

/// What is said of a meeting and of its numbers.
enum MeetingWords {
  /// `Autumn 1 2026/27 · 5 of 64 numbers used · no action`.
  static func summary(_ meeting: Review) -> String {
    let figures = meeting.figures
    let used =
      figures.isEmpty
      ? "no numbers"
      : "\(figures.count(where: \.isUsed)) of \(SchoolRecords.count(figures.count, "number")) used"
    let decision =
      meeting.decision.map { $0 == .noAction ? "no action" : "action agreed" } ?? "not decided yet"
    return [meeting.halfTerm?.title ?? "", used, decision].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// All that was said and decided, for the find across everything.
  static func said(_ meeting: Review) -> [String] {
    [meeting.halfTerm?.title ?? ""] + MeetingText.allCases.map(meeting.text)
      + [
        meeting.decision == .noAction ? "no action" : "", meeting.decided,
        meeting.present.joined(separator: ", "),
      ]
  }

  /// The number, or the code of the reason why there is none.
  static func value(_ figure: MeetingFigure) -> Line {
    guard let value = figure.value else { return Line(figure.reason?.code ?? "–", .quiet) }
    return Line(FigureText.value(tenths(value), figure.unit))
  }

  /// `29`, or `29/31` where more are on roll; small groups carry a `*`.
  static func pupils(_ figure: MeetingFigure, _ rule: SmallGroups) -> Line {
    guard let n = figure.n else { return Line("") }
    let roll = figure.roll.map { $0 == n ? "" : "/\($0)" } ?? ""
    return rule.isSmall(n) ? Line("\(n)\(roll)*", .caution) : Line("\(n)\(roll)", .quiet)
  }

  /// `▼6 (2 ch)`.
  static func change(_ figure: MeetingFigure) -> String {
    guard let change = figure.change else { return "" }
    let children = figure.children.map { $0 == 0 && change != 0 ? " (<1 ch)" : " (\($0) ch)" } ?? ""
    return FigureText.change(change) + (change == 0 ? "" : children)
  }

  /// What a number was held against, and where it came from.
  static func about(_ figure: MeetingFigure) -> String {
    let before = figure.before.map { ": \(FigureText.value(tenths($0), figure.unit))" } ?? ""
    let reason = figure.value == nil ? figure.reason?.words ?? "" : ""
    let against =
      figure.against.hasPrefix("not compared") ? figure.against : "against \(figure.against)\(before)"
    let words = reason.isEmpty ? (figure.against.isEmpty ? "" : against) : reason
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}
