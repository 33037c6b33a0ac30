import FieldbookModel
import TextUI

/// Figures of half-terms and of years as cells and in sentences.
enum DataText {
  /// `47%`, `6.4%`, `101.2`: shares of pupils in whole per cents, because their pupils are said with them; what should be
  /// rare (absence, suspensions) to a tenth.
  static func value(_ value: Double, _ measure: Measure) -> String {
    let places =
      measure.isShareOfPupils && measure.better == .up ? 1.0 : measure.unit == .progress ? 100.0 : 10.0
    return FigureText.value((value * places).rounded() / places, measure.unit)
  }

  /// The value, or the code of the reason why there is none.
  static func cell(_ figure: SchoolFigure) -> Line {
    guard let now = figure.now else { return Line(figure.reason?.code ?? "–", .quiet) }
    guard let value = now.reading.value else { return Line(now.absenceCode ?? "", .quiet) }
    return Line(DataText.value(value, figure.measure))
  }

  /// `31/34`: pupils it rests on of those on roll; `31` where the roll is not said or the same; small groups with a `*`.
  static func count(_ observation: Observation?, rule: SmallGroups) -> Line {
    guard let observation, observation.reading.value != nil, let n = observation.n else { return Line() }
    let count = FigureText.count(observation, rule: rule)
    guard let roll = observation.roll, roll != n else { return count }
    return count + Line("/\(roll)", .quiet)
  }

  /// `▼6.1 (2 ch)!`: the difference, in children too, with `!` where it is larger than chance often brings.
  static func change(_ figure: SchoolFigure) -> Line {
    guard let difference = figure.difference else { return Line("–", .quiet) }
    let style: Style = figure.isLarge && figure.isWorse ? .caution : .plain
    var line = Line(FigureText.change(difference), style)
    if let n = figure.now?.n, figure.measure.isShareOfPupils {
      line += Line(" (\(FigureText.children(difference, of: n)))", .quiet)
    }
    return figure.isLarge ? line + Line("!", style) : line
  }

  /// `47% of 31 (34 on roll)`, or why there is none.
  static func words(_ figure: SchoolFigure) -> String {
    guard let now = figure.now else {
      return figure.reason?.words ?? "nothing was returned, and nobody planned it"
    }
    return words(now, figure.measure)
  }

  /// The same of one observation.
  static func words(_ observation: Observation, _ measure: Measure) -> String {
    guard let value = observation.reading.value else { return observation.absence ?? "" }
    let n = observation.n.map { " of \($0)" } ?? ""
    let roll = observation.roll.flatMap { $0 == observation.n ? nil : " (\($0) on roll)" } ?? ""
    return DataText.value(value, measure) + n + roll
  }

  /// `47% of 31/34; Autumn 1 2025/26: 61% of 32, other pupils: ▼14 (5 children)`: short enough for the line of status.
  static func sideBySide(_ figure: SchoolFigure) -> String {
    func side(_ observation: Observation) -> String {
      guard let value = observation.reading.value else { return observation.absence ?? "" }
      let roll = observation.roll.flatMap { $0 == observation.n ? nil : "/\($0)" } ?? ""
      return DataText.value(value, figure.measure) + (observation.n.map { " of \($0)\(roll)" } ?? "")
    }
    guard let now = figure.now else { return words(figure) }
    guard let before = figure.before, let difference = figure.difference else {
      return "\(side(now)); no change: \(figure.obstacle ?? "")"
    }
    let when = before.when.halfTerm?.title ?? before.when.text
    let change = FigureText.change(difference) + children(figure)
    return "\(side(now)); \(when): \(side(before)), other pupils: \(change)"
  }

  private static func children(_ figure: SchoolFigure) -> String {
    guard let children = figure.children.map(abs) else { return "" }
    if children == 0, figure.difference != 0 { return " (less than one child)" }
    return " (\(children) \(children == 1 ? "child" : "children"))"
  }

  /// `61% of 32 in Autumn 1 2025/26, other pupils: ▼14 (5 children)`, or why nothing is set against it.
  static func comparison(_ figure: SchoolFigure) -> String {
    guard let before = figure.before, let difference = figure.difference else {
      return figure.now == nil ? "" : figure.obstacle.map { "no change: \($0)" } ?? ""
    }
    return
      "\(words(before, figure.measure)) in \(before.when.halfTerm?.title ?? before.when.text), other pupils: "
      + FigureText.change(difference) + children(figure)
  }

  /// `disadvantaged 20% of 10, others 80% of 20: 60 points behind`.
  static func words(_ gap: GroupGap) -> String {
    let sides =
      "\(gap.pair.group.title.lowercasedFirst) \(words(gap.group, gap.measure)), "
      + "\(gap.pair.others.title.lowercasedFirst) \(words(gap.others, gap.measure))"
    guard let difference = gap.difference else { return sides }
    let points = FigureText.value((abs(difference) * 10).rounded() / 10, nil)
    if points == "0" { return sides + ": level" }
    return "\(sides): \(points) points \(gap.isBehind ? "behind" : "ahead")"
  }
}

extension String {
  /// With a small first letter, where the word is not an abbreviation.
  fileprivate var lowercasedFirst: String {
    dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
  }
}
