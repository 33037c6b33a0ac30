/// Where a share says that all pupils of a few reached something, or none did: it tells the result of every one of them.
///
/// Such shares are hidden, with those of other groups that would tell them by subtraction, and those that would tell it
/// of a group which is hidden for its size. Where the whole itself says
/// that all did or none, there is nothing left to hide of its parts.
struct HiddenShares {
  private let rule: SmallGroups
  private(set) var byMeasure: [String: Set<PupilGroup>] = [:]

  /// - Parameter hidden: the groups that are hidden already of a measure.
  init(_ rows: [Facts.RowCounts], _ rule: SmallGroups, hidden: (String) -> Set<PupilGroup>) {
    self.rule = rule
    for row in rows {
      // What says how many of all are of a group rests on all, and its count is of the group.
      let shares = row.shares.filter { row.characteristics[$0.measure] == nil }
      for (measure, shares) in Dictionary(grouping: shares, by: \.measure) {
        judge(measure, shares, row, already: hidden(measure))
      }
    }
  }

  /// How many pupils a group has and how many of them the share is, by the places of single groups.
  private struct Reached {
    let n: Int
    let count: Int

    var isOfEverybody: Bool { count == 0 || count == n }
  }

  private mutating func judge(
    _ measure: String, _ shares: [Facts.RowCounts.Share], _ row: Facts.RowCounts, already: Set<PupilGroup>
  ) {
    var reached: [PupilGroup: Reached] = [:]
    for share in shares {
      guard let n = share.n ?? row.pupils[share.group]?.value.map({ Int($0) }), n > 0 else { continue }
      let count = Int((share.value * Double(n) / 100).rounded())
      // A percentage that is no whole number of these pupils, to the nearest per cent, rests on others.
      guard (0...n).contains(count), abs(share.value - Double(count) * 100 / Double(n)) < 0.6 else {
        continue
      }
      reached[share.group] = Reached(n: n, count: count)
    }
    let few = reached.filter { group, share in
      share.isOfEverybody && share.n < rule.everybodyMinimum && !already.contains(group)
        && !saysSo(reached[.all], share)
    }
    guard !few.isEmpty || !already.isEmpty, !already.contains(.all) else { return }
    // Where all pupils are said to have done something, or none, that is so of every group.
    if few.isEmpty, let all = reached[.all], all.isOfEverybody { return }
    let hidden = few[.all] == nil ? protecting(already.union(few.keys), reached) : Set(reached.keys)
    byMeasure[measure, default: []].formUnion(hidden)
    guard let returned = ReturnMeasure(id: measure), let count = returned.kind.counting else { return }
    byMeasure[returned.saying(count).id, default: []].formUnion(hidden)
  }

  /// Whether all pupils are enough to be told, and the same is true of them.
  private func saysSo(_ all: Reached?, _ share: Reached) -> Bool {
    guard let all, all.n >= rule.everybodyMinimum else { return false }
    return share.count == 0 ? all.count == 0 : all.count == all.n
  }

  /// Hides the share of the next smallest part until what is left of each whole can be split in more than one way.
  private func protecting(_ seeds: Set<PupilGroup>, _ reached: [PupilGroup: Reached]) -> Set<PupilGroup> {
    var hidden = seeds
    let sums = reached.keys.contains(where: \.isCrossed) ? GroupSums(reached.keys) : .single
    var isChanged: Bool
    repeat {
      isChanged = false
      for sum in sums.sums {
        guard let whole = sum.whole.map({ sums.groups[$0] }), !hidden.contains(whole),
          let all = reached[whole]
        else {
          continue
        }
        let parts = sum.parts.map { sums.groups[$0] }.filter { reached[$0] != nil }
        while parts.contains(where: hidden.contains), !canBeSplit(all, parts, hidden, reached) {
          let shown = parts.filter { !hidden.contains($0) }
          let sized = shown.map { (n: reached[$0]?.n ?? 0, place: $0.place.1, group: $0) }
          guard let next = sized.min(by: { ($0.n, $0.place) < ($1.n, $1.place) })?.group else { break }
          hidden.insert(next)
          isChanged = true
        }
      }
    } while isChanged
    return hidden
  }

  private func canBeSplit(
    _ whole: Reached, _ parts: [PupilGroup], _ hidden: Set<PupilGroup>, _ reached: [PupilGroup: Reached]
  ) -> Bool {
    var left = (n: whole.n, count: whole.count)
    var unknown = 0
    for part in parts {
      if hidden.contains(part) {
        unknown += 1
      } else {
        left.n -= reached[part]?.n ?? 0
        left.count -= reached[part]?.count ?? 0
      }
    }
    // Pupils whom no part names are one more that nobody knows.
    let named = parts.filter(hidden.contains).reduce(0) { $0 + (reached[$1]?.n ?? 0) }
    if left.n > named { unknown += 1 }
    return unknown >= 2 && left.count > 0 && left.count < left.n
  }
}

extension ReturnKind {
  /// The count behind a share of pupils; nil for what has none of its own.
  fileprivate var counting: ReturnKind? {
    switch self {
    case .conduct(let conduct): conduct.counts == .pupils ? .count(conduct) : nil
    case .aim(let kind): kind.counting.map { .aim($0) }
    default: nil
    }
  }
}
