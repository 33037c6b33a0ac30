extension Disclosure {
  /// The groups of a local authority or of England that would tell a hidden group of one school, or of one authority, by
  /// taking away all others that are shown.
  ///
  /// It is the total that is hidden, not a further school: a school's own numbers do not hang on its neighbours.
  /// - Parameters:
  ///   - counts: the pupils of the total by group, in one row.
  ///   - file: where that row stands: its parts are in the same file.
  ///   - measure: the measure whose pupils they are; nil for the cohort.
  ///   - hidden: the groups that are hidden already.
  func toldByParts(
    _ counts: [PupilGroup: Int?], of key: Key, in file: Int, _ measure: String?, but hidden: Set<PupilGroup>
  ) -> Set<PupilGroup> {
    if hidden.contains(.all) { return [] }
    let parts: [Part]
    switch key.subject {
    case .la(let code): parts = schools(of: code, key, in: file, measure)
    case .england, .englandState:
      // What a single measure rests on differs from the cohort by few of the hundred thousands of England.
      guard measure == nil else { return [] }
      parts = authorities(key, in: file)
    case .school, .englandKind: return []
    }
    guard !parts.isEmpty else { return [] }
    return Set(
      counts.compactMap { group, count in
        guard let total = count, !hidden.contains(group), let place = group.index else { return nil }
        var shown = 0
        var unknown: [Int?] = []
        for part in parts where part.counts[place] != GroupSums.absent {
          let pupils = part.counts[place] == GroupSums.withheld ? nil : part.counts[place]
          if part.hidden[place] { unknown.append(pupils) } else { shown += pupils ?? 0 }
        }
        return rule.mayShow(total: total, shown: shown, hidden: unknown) ? nil : group
      })
  }

  /// A row under a total: its pupils and which of them are hidden, by the places of single groups.
  private struct Part {
    let counts: [Int]
    let hidden: [Bool]
  }

  /// The rows of an authority's schools.
  private func schools(of authority: String, _ key: Key, in file: Int, _ measure: String?) -> [Part] {
    // A total that is quoted has its parts in the file that was published.
    let file = facts.files[file].isBenchmark ? published(key, of: authority) ?? file : file
    return facts.index.rows(ofAuthority: authority, in: file).compactMap { owner, row -> Part? in
      guard let counts = facts.singleCounts(of: measure, at: key.period, in: row) else { return nil }
      let own = Key(subject: .school(owner), period: key.period, format: key.format)
      return part(counts, already: groups(of: own))
    }
  }

  /// The published file furthest on that has schools of an authority.
  private func published(_ key: Key, of authority: String) -> Int? {
    facts.files.indices.filter { index in
      let file = facts.files[index]
      return file.family == key.format && file.when == key.period && !file.isBenchmark
        && !facts.index.rows(ofAuthority: authority, in: index).isEmpty
    }.max { Ruling.rank(facts.files[$0]) < Ruling.rank(facts.files[$1]) }
  }

  /// The rows of the authorities of a file; of its schools where it has none.
  private func authorities(_ key: Key, in file: Int) -> [Part] {
    let codes = facts.files[file].rows.authorityCodes.sorted()
    let authorities = codes.flatMap { code -> [Part] in
      let own = Key(subject: .la(code), period: key.period, format: key.format)
      return facts.index.rows(of: own.subject, in: file).compactMap { row in
        facts.singleCounts(of: nil, at: key.period, in: row).flatMap { part($0, already: groups(of: own)) }
      }
    }
    if !authorities.isEmpty { return authorities }
    return codes.flatMap { schools(of: $0, key, in: file, nil) }
  }

  /// A row as its total sees it: what is hidden already, and what its own counts hide.
  private func part(_ counts: [Int], already: Set<PupilGroup>) -> Part {
    let sums = GroupSums.single
    if already.contains(.all) { return Part(counts: counts, hidden: counts.map { _ in true }) }
    var hidden = sums.groups.map(already.contains)
    if !rule.hide(&hidden, sums, counts) { hidden = counts.map { _ in true } }
    return Part(counts: counts, hidden: hidden)
  }
}
