import FieldbookModel
import TextUI

/// The figures the table of schools shows of one school.
struct SchoolNumbers {
  /// The measure the table shows.
  static let measure = "rwmExp"

  let result: Observation?
  let before: Observation?
  let openActions: Int
  let lateActions: Int
  let lastVisit: CalendarDate?

  /// The figures of a school in a year, beside the year before.
  init(_ urn: URN, year: AcademicYear?, _ context: ScreenContext) {
    let snapshot = context.snapshot
    result = year.flatMap { snapshot.facts.observation(of: .school(urn), SchoolNumbers.measure, in: $0) }
    before = year.flatMap {
      snapshot.facts.observation(of: .school(urn), SchoolNumbers.measure, in: $0.previous)
    }
    let open = snapshot.openActions(of: urn)
    openActions = open.count
    lateActions = open.filter { $0.isLate(on: context.today, in: snapshot.reviews) }.count
    lastVisit = snapshot.reviews(of: urn).first { $0.state != .cancelled }?.date
  }

  /// The change in percentage points; only where both sides have a value.
  var change: Double? {
    guard let now = result?.reading.value, let then = before?.reading.value else { return nil }
    return now - then
  }
}

/// Figures as cells.
enum FigureText {
  /// `38%`, `101`, `-0.3`.
  static func value(_ value: Double, _ unit: Measure.Unit?) -> String {
    switch unit {
    case .percent: NumberText.plain(value) + "%"
    case .points: signed(value)
    case .progress: signed(value)
    default: NumberText.plain(value)
    }
  }

  /// A number with its sign: `+0.4`, `-2`, `0`.
  static func signed(_ value: Double) -> String {
    value > 0 ? "+" + NumberText.plain(value) : NumberText.plain(value)
  }

  /// `▲2`, `▼6`, `=`: a change, rounded so that a difference of tenths does not read as noise.
  static func change(_ change: Double) -> String {
    let rounded = (change * 10).rounded() / 10
    if rounded == 0 { return "=" }
    return (rounded > 0 ? "▲" : "▼") + NumberText.plain(abs(rounded))
  }

  /// A change in per cent said in children of a group: `2 ch`.
  static func children(_ change: Double, of count: Int) -> String {
    let children = Int((abs(change) / 100 * Double(count)).rounded())
    return children == 0 && change != 0 ? "<1 ch" : "\(children) ch"
  }

  /// The cell of an observation: its value, or the code of the reason why there is none.
  static func cell(_ observation: Observation?, _ unit: Measure.Unit?) -> Line {
    guard let observation else { return Line("–", .quiet) }
    if let value = observation.reading.value { return Line(FigureText.value(value, unit)) }
    return Line(observation.absenceCode ?? "", .quiet)
  }

  /// A number of pupils; small groups carry a `*`.
  static func count(_ observation: Observation?, rule: SmallGroups) -> Line {
    guard let count = observation?.count else { return Line("–", .quiet) }
    guard let n = count.value.map({ Int($0) }) else {
      return Line(count.reason == .missing ? "–" : count.reason?.code ?? "", .quiet)
    }
    return rule.isSmall(n) ? Line("\(n)*", .caution) : Line("\(n)", .quiet)
  }
}
