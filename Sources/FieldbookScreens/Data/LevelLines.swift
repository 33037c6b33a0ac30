import FieldbookModel
import PlainText
import TextUI

/// How many pupils of a year group and subject are at each level of their scale, and how that moved.
struct LevelLines {
  private let measure: ReturnMeasure
  private let whole: HalfTermLines
  private let levels: [Facts.LevelMovement]
  private let against: ComparedWith?

  init(measure: ReturnMeasure, of whole: HalfTermLines) {
    self.measure = measure
    self.whole = whole
    let given = whole.facts.scale(of: measure, by: whole.school.urn, in: whole.halfTerm)
    guard let scale = whole.context.snapshot.scales.first(where: { $0.id == given }) else {
      (levels, against) = ([], nil)
      return
    }
    func found(_ comparison: ComparedWith) -> [Facts.LevelMovement] {
      whole.facts.levels(
        of: measure, on: scale, by: whole.school.urn, in: whole.halfTerm, against: comparison)
    }
    // The same pupils first: they have moved. Other pupils only where there is nothing else.
    let ways: [ComparedWith] = [.halfTermBefore, .sameCohortLastYear, .samePointLastYear]
    let moved = ways.lazy.map { ($0, found($0)) }.first { $0.1.contains { $0.before != nil } }
    against = moved?.0
    levels = moved?.1 ?? found(.halfTermBefore)
  }

  /// `3·12·12·4`, the lowest first.
  var compact: Line {
    guard !levels.isEmpty else { return Line() }
    if whole.context.isSpoken {
      return Line(levels.map { "\($0.level.title) \(count($0.now))" }.joined(separator: ", "))
    }
    return Line(levels.map { count($0.now) }.joined(separator: "·"), .quiet)
  }

  /// What the movement is against, in words; nil where there is none.
  var comparison: String? {
    against.map { way in
      "\(way == .samePointLastYear ? "then" : "moved since"): \(way.words(measure, at: whole.halfTerm))"
    }
  }

  /// A line a level: its pupils, their share, and how many more or fewer there are.
  var lines: [SchoolDataLine] {
    let total = levels.compactMap { $0.now?.reading.value }.reduce(0, +)
    return levels.map { movement in
      let share = movement.now?.reading.value.flatMap { total > 0 ? $0 / total * 100 : nil }
      let percent = share.map { FigureText.value($0.rounded(), .percent) } ?? ""
      let moved = moved(movement)
      let level = measure.saying(.level(movement.level.id))
      let row = movement.now == nil ? nil : whole.row(level)
      if whole.context.isSpoken {
        let change = movement.moved == nil ? "" : ", \(moved)"
        return SchoolDataLine(
          Line("\(movement.level.title): \(count(movement.now)) pupils \(percent)\(change)"), row: row)
      }
      let label = Line("    " + movement.level.title).padded(to: 30).clipped(to: 30)
      return SchoolDataLine(
        label + Line(count(movement.now)).padded(to: 5, alignment: .right)
          + Line(percent, .quiet).padded(to: 6, alignment: .right)
          + Line(moved, .quiet).padded(to: 12, alignment: .right), row: row)
    }
  }

  /// `moved +2` of the same pupils; of other pupils, who did not move, only how many there were: `then 6`.
  private func moved(_ movement: Facts.LevelMovement) -> String {
    guard let more = movement.moved else { return "–" }
    if against == .samePointLastYear { return "then \(count(movement.before))" }
    return "moved " + (more == 0 ? "=" : more > 0 ? "+\(more)" : "\(more)")
  }

  private func count(_ observation: Observation?) -> String {
    guard let observation else { return "0" }
    return observation.reading.value.map { String(Int($0)) } ?? observation.absenceCode ?? "–"
  }
}
