/// Which of the parts that a return counts (those at a level, those who were suspended) must not be shown.
///
/// The parts of a group by level are in `HiddenLevels`. A share that counts few pupils, such as those suspended, is
/// hidden with its count, and with those of groups that would tell it by subtraction.
struct HiddenParts {
  private(set) var byMeasure: [String: Set<PupilGroup>] = [:]

  /// - Parameter hidden: the groups that are hidden already of a measure.
  init(_ rows: [Facts.RowCounts], _ rule: SmallGroups, hidden: (String) -> Set<PupilGroup>) {
    for row in rows where !row.parts.isEmpty {
      for isAim in [false, true] {
        guard let levels = HiddenLevels(row, isAim: isAim, rule, hidden: hidden) else { continue }
        for (measure, groups) in levels.byMeasure { byMeasure[measure, default: []].formUnion(groups) }
      }
      for (measure, counted) in Dictionary(grouping: row.parts, by: \.measure) {
        guard let share = measure.kind.share else { continue }
        let counts = Dictionary(
          counted.map { ($0.group, Optional($0.count)) }, uniquingKeysWith: { first, _ in first })
        let groups = rule.hidden(counts: counts, already: hidden(measure.id))
        for id in [measure.id, measure.saying(share).id] { byMeasure[id, default: []].formUnion(groups) }
      }
    }
  }
}
