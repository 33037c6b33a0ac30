extension Disclosure {
  /// Decides what is hidden of a subject, year and format.
  func judge(_ key: Key) -> Judgement {
    let rows = facts.counts(of: key.subject, at: key.period, format: key.format, stem: key.stem)
    let groups = self.groups(of: key)
    var byMeasure: [String: Set<PupilGroup>] = [:]
    for measure in Set(rows.flatMap(\.byMeasure.keys)) {
      let own = rows.filter { row in
        row.byMeasure[measure].map { !Disclosure.rest($0, onCohort: row.pupils) } ?? false
      }
      let counts = own.compactMap { row in row.byMeasure[measure].map(Disclosure.plain) }
      var hidden = closure(counts, already: groups)
      if !own.isEmpty { hidden = withTold(hidden, key, own, counts, of: measure) }
      if rows.contains(where: { $0.characteristics[measure].map(groups.contains) ?? false }) {
        hidden.insert(.all)
      }
      if hidden != groups { byMeasure[measure] = hidden }
    }
    for (measure, hidden) in HiddenShares(rows, rule, hidden: { byMeasure[$0] ?? groups }).byMeasure {
      byMeasure[measure, default: []].formUnion(hidden)
    }
    for (measure, hidden) in HiddenParts(rows, rule, hidden: { byMeasure[$0] ?? groups }).byMeasure {
      byMeasure[measure, default: []].formUnion(hidden)
    }
    let counted = rows.flatMap { row in row.pupils.filter { $0.value.value != nil }.keys }
    return Judgement(groups: groups, byMeasure: byMeasure, counted: Set(counted))
  }

  /// The groups to hide by the cohort's counts.
  func judgeGroups(_ key: Key, _ rows: [Facts.RowCounts]) -> Set<PupilGroup> {
    let counts = rows.map { Disclosure.plain($0.pupils) }
    return withTold(closure(counts, already: []), key, rows, counts, of: nil)
  }

  /// Hidden groups, with those that the schools or authorities under a subject would give away.
  private func withTold(
    _ hidden: Set<PupilGroup>, _ key: Key, _ rows: [Facts.RowCounts], _ counts: [[PupilGroup: Int?]],
    of measure: String?
  ) -> Set<PupilGroup> {
    let told = zip(rows, counts).reduce(into: Set<PupilGroup>()) { told, row in
      told.formUnion(toldByParts(row.1, of: key, in: row.0.file, measure, but: hidden))
    }
    return told.isEmpty ? hidden : closure(counts, already: hidden.union(told))
  }

  /// Whether a measure's counts are those of the cohort, which are judged already.
  private static func rest(_ counts: [PupilGroup: Reading], onCohort pupils: [PupilGroup: Reading]) -> Bool {
    counts.allSatisfy { pupils[$0.key] == $0.value }
  }

  /// Hides in every row what is hidden in any, until no row asks for more.
  func closure(_ rows: [[PupilGroup: Int?]], already: Set<PupilGroup>) -> Set<PupilGroup> {
    var hidden = already
    var before: Set<PupilGroup>
    repeat {
      before = hidden
      for counts in rows { hidden.formUnion(rule.hidden(counts: counts, already: hidden)) }
    } while hidden != before && rows.count > 1
    return hidden
  }

  /// Counts as the rule takes them; a group without a count (a blank, not applicable) is as good as not there.
  private static func plain(_ counts: [PupilGroup: Reading]) -> [PupilGroup: Int?] {
    var plain: [PupilGroup: Int?] = [:]
    for (group, count) in counts {
      if let value = count.value {
        plain[group] = .some(Int(value))
      } else if isWithheld(count) {
        plain[group] = .some(nil)
      }
    }
    return plain
  }
}
