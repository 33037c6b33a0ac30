/// Which levels of one return must not be shown, and which of the shares at expected and at higher would tell them.
///
/// The shares cut the levels into stretches whose sums everybody can read: those under expected, those between, those
/// at higher. Where a level has few pupils, all levels of its stretch are hidden, of that group and of the groups that
/// would tell it by subtraction; the pupils of the stretch together may be told, as published tables tell them. A
/// stretch of one level hides nothing: there the share beside it is hidden too, at higher before at expected, so that
/// the stretch grows.
struct HiddenLevels {
  private(set) var byMeasure: [String: Set<PupilGroup>] = [:]

  /// The share that says how many are at a level or above.
  private struct Cut {
    let share: ReturnKind
    /// The places of the first level that it counts: more than one where empty levels leave it open.
    let places: [Int]
  }

  /// A share that is hidden, and the groups of which it must be.
  private struct Seed {
    let cut: Cut
    let groups: Set<PupilGroup>
  }

  private let rule: SmallGroups
  private let levels: [ReturnMeasure]
  /// Pupils at each level, by group.
  private let counts: [PupilGroup: [Int]]
  /// The groups of which nothing of all this is shown.
  private let base: Set<PupilGroup>

  /// - Returns: nil where the row has no levels.
  init?(
    _ row: Facts.RowCounts, isAim: Bool, _ rule: SmallGroups, hidden: (String) -> Set<PupilGroup>
  ) {
    let parts = row.parts.filter { $0.measure.kind.isAim == isAim && $0.measure.kind.isLevel }
    guard let first = parts.first?.measure else { return nil }
    var levels: [ReturnMeasure] = []
    for part in parts where !levels.contains(part.measure) { levels.append(part.measure) }
    var counts: [PupilGroup: [Int]] = [:]
    for part in parts {
      guard let place = levels.firstIndex(of: part.measure) else { continue }
      counts[part.group, default: levels.map { _ in 0 }][place] = part.count
    }
    func id(_ kind: ReturnKind) -> String { first.saying(isAim ? .aim(kind) : kind).id }
    self.rule = rule
    self.levels = levels
    self.counts = counts
    base = hidden(id(.assessed))
    var cuts = [ReturnKind.expected, .higher].compactMap { share -> Cut? in
      let places = HiddenLevels.places(row.shares.filter { $0.measure == id(share) }, counts, levels.count)
      return places.map { Cut(share: share, places: $0) }
    }
    // A share that is hidden already, because it speaks of all of a few, tells nothing and must not be told by levels.
    var seeds: [Seed] = []
    for cut in cuts {
      let few = hidden(id(cut.share)).subtracting(base)
      guard !few.isEmpty else { continue }
      seeds.append(Seed(cut: cut, groups: few))
      cuts.removeAll { $0.share == cut.share }
    }
    var stretches = self.stretches(cuts, seeds)
    while let share = shareToHide(stretches, cuts), let cut = cuts.first(where: { $0.share == share }) {
      cuts.removeAll { $0.share == share }
      seeds.append(Seed(cut: cut, groups: []))
      stretches = self.stretches(cuts, seeds)
    }
    for stretch in stretches {
      for place in stretch.levels {
        byMeasure[levels[place].id, default: []].formUnion(stretch.hidden.filter { isTold(stretch, $0) })
      }
      for share in stretch.hiddenShares { byMeasure[id(share), default: []].formUnion(stretch.hidden) }
    }
    // Where the levels are the very numbers that are averaged, the mean would tell how pupils spread over them.
    if row.averages.contains(where: { $0.measure == id(.average) && $0.value <= Double(levels.count) }) {
      byMeasure[id(.average), default: []].formUnion(stretches.flatMap(\.hidden))
    }
  }

  /// Neighbouring levels whose sum can be read, and the groups of which they are hidden.
  private struct Stretch {
    let levels: Range<Int>
    /// The shares within it that are hidden.
    let hiddenShares: [ReturnKind]
    var hidden: Set<PupilGroup>
  }

  private func stretches(_ cuts: [Cut], _ seeds: [Seed]) -> [Stretch] {
    let ends = Set(cuts.flatMap(\.places) + [0, levels.count]).sorted()
    return zip(ends, ends.dropFirst()).map { start, end in
      let grown = seeds.filter { $0.cut.places.contains { start < $0 && $0 < end } }
      var hidden = grown.reduce(base) { $0.union($1.groups) }
      var before: Set<PupilGroup>
      repeat {
        before = hidden
        for place in start..<end {
          let pupils = counts.mapValues { Optional($0[place]) }
          let small = pupils.filter { rule.isSmall($0.value ?? 0) }.keys
          hidden = rule.protecting(hidden.union(small), counts: pupils, hidesNobody: true)
        }
      } while hidden != before
      var stretch = Stretch(levels: start..<end, hiddenShares: grown.map(\.cut.share), hidden: hidden)
      // Levels at which the whole has nobody have nobody of any group: what is left must be two levels at least.
      if !hidden.subtracting(base).isEmpty, end - start >= 2, !hasChoice(stretch) {
        stretch.hidden.formUnion(counts.keys)
      }
      return stretch
    }
  }

  /// Whether the pupils of a stretch may be at more than one of its levels, as far as anybody can read.
  private func hasChoice(_ stretch: Stretch) -> Bool {
    guard !stretch.hidden.contains(.all), let all = counts[.all] else { return stretch.levels.count >= 2 }
    return stretch.levels.filter { all[$0] > 0 }.count >= 2
  }

  /// The share that has to be hidden because the stretch beside it is a single level; nil where none has.
  private func shareToHide(_ stretches: [Stretch], _ cuts: [Cut]) -> ReturnKind? {
    for stretch in stretches where !stretch.hidden.subtracting(base).isEmpty && stretch.levels.count < 2 {
      let beside = cuts.filter { cut in
        cut.places.contains { $0 == stretch.levels.lowerBound || $0 == stretch.levels.upperBound }
      }
      if let cut = beside.last { return cut.share }
    }
    return nil
  }

  /// Whether a group's levels in a stretch tell anything: that it has nobody there is told by its shares.
  private func isTold(_ stretch: Stretch, _ group: PupilGroup) -> Bool {
    guard stretch.hiddenShares.isEmpty, !base.contains(group), let own = counts[group] else { return true }
    return own[stretch.levels].contains { $0 > 0 }
  }

  /// Where a share begins to count, worked out from what it says; nil where there is no such share.
  private static func places(
    _ shares: [Facts.RowCounts.Share], _ counts: [PupilGroup: [Int]], _ levels: Int
  ) -> [Int]? {
    var places = Set(0...levels)
    var isSaid = false
    for share in shares {
      guard let n = share.n, let own = counts[share.group], own.reduce(0, +) == n else { continue }
      isSaid = true
      let reached = Int((share.value * Double(n) / 100).rounded())
      places = places.filter { own[$0...].reduce(0, +) == reached }
    }
    guard isSaid else { return shares.isEmpty ? nil : Array(1..<max(1, levels)) }
    let inner = places.filter { $0 > 0 && $0 < levels }
    return places.isEmpty ? Array(1..<max(1, levels)) : inner.sorted()
  }
}
