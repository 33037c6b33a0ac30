/// Which of the parts that a return counts (those at a level, those who were suspended) must not be shown.
///
/// Levels of one group add up to those assessed, so where one of them has few pupils all of that group's levels are
/// hidden, and groups that would tell them by subtraction. The shares at expected and above remain: they speak of the
/// group, as published tables do. A share that counts few pupils, such as those suspended, is hidden with its count.
struct HiddenParts {
  private let rule: SmallGroups
  private(set) var byMeasure: [String: Set<PupilGroup>] = [:]

  init(_ rows: [Facts.RowCounts], _ rule: SmallGroups) {
    self.rule = rule
    for row in rows where !row.parts.isEmpty {
      for isAim in [false, true] {
        hide(row.parts.filter { $0.measure.kind.isAim == isAim && $0.measure.kind.isLevel })
      }
      for (_, counted) in Dictionary(grouping: row.parts, by: \.measure) {
        guard let measure = counted.first?.measure, let share = measure.kind.share else { continue }
        hide(counted)
        byMeasure[measure.saying(share).id] = byMeasure[measure.id]
      }
    }
  }

  /// Hides parts of one whole together, wherever any of them asks for it.
  private mutating func hide(_ parts: [Facts.RowCounts.Part]) {
    var hidden: Set<PupilGroup> = []
    var before: Set<PupilGroup>
    let counts = Dictionary(grouping: parts, by: \.measure).values.map { parts in
      Dictionary(parts.map { ($0.group, Optional($0.count)) }, uniquingKeysWith: { first, _ in first })
    }
    repeat {
      before = hidden
      for counts in counts { hidden.formUnion(rule.hidden(counts: counts, already: hidden)) }
    } while hidden != before
    for measure in Set(parts.map(\.measure)) { byMeasure[measure.id, default: []].formUnion(hidden) }
  }
}
