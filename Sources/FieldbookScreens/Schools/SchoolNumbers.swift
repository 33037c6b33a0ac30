import FieldbookModel
import TextUI

/// The figures the table of schools shows of one school: the headline of its phase, and what its records say.
struct SchoolNumbers {
  let headline: Headline?
  /// How the headline's measure is called and counted.
  let measure: Measure?
  let standing: SchoolStanding

  /// The figures of a school, beside those of the year before.
  init(_ school: School, _ standings: SchoolStandings, _ facts: Facts) {
    headline = standings.headline(of: school)
    measure = headline.flatMap { facts.catalogue[$0.measure] }
    standing = standings[school.urn]
  }

  /// The figure of the latest year.
  var result: Observation? { headline?.now }

  /// The change in the measure's points; only where both sides have a value.
  var change: Double? { headline?.change }

  /// Schools of one measure follow one another: no school is set beside one of another measure.
  var group: Int {
    guard let headline else { return SchoolNumbers.measures.count + 1 }
    return SchoolNumbers.measures.firstIndex(of: headline.measure) ?? SchoolNumbers.measures.count
  }

  private static let measures = ["rwmExp", "att8"]

  /// A short name of a headline measure for a narrow cell: `RWM`, `Att8`.
  static func mark(of measure: String) -> String {
    switch measure {
    case "rwmExp": "RWM"
    case "att8": "Att8"
    default: measure
    }
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
