/// Hides small groups of pupils in whatever leaves the program.
///
/// Primary suppression hides the value and count of every group of 1 to `minimum − 1` pupils. Secondary suppression
/// then hides further groups wherever a reader could subtract: of every sum in `sums`, what is left of the whole
/// once the shown parts are taken away must be nothing, or at least `minimum` pupils in at least two unknown groups.
/// The rule follows the Department for Education's practice for school tables (five or fewer pupils), with the
/// statistical service's rule of secondary suppression; the threshold is a setting.
public struct SmallGroups: Hashable, Sendable {
  /// Groups that add up to another. Pupils of the whole who are in none of the parts (the mobile ones, those in a
  /// group for which the file has no column) are a group of their own that nobody names, and are hidden like one.
  struct Sum: Hashable, Sendable {
    let whole: PupilGroup
    let parts: [PupilGroup]
  }

  /// The smallest group that may be shown.
  public let minimum: Int

  /// All sums that hold between single groups.
  static let sums = [
    Sum(whole: .all, parts: [.boys, .girls]),
    Sum(whole: .all, parts: [.disadvantaged, .notDisadvantaged]),
    Sum(whole: .all, parts: [.eal, .englishFirst, .languageUnknown]),
    Sum(whole: .all, parts: [.ehcp, .senSupport, .noSen]),
    Sum(whole: .all, parts: [.sen, .noSen]),
    Sum(whole: .sen, parts: [.ehcp, .senSupport]),
    Sum(whole: .all, parts: [.priorLow, .priorMiddle, .priorHigh, .priorNone]),
    Sum(whole: .all, parts: [.nonMobile, .mobile]),
    Sum(whole: .all, parts: [.fsm6, .notFsm6]),
    Sum(whole: .all, parts: [.fsm, .notFsm]),
    Sum(whole: .all, parts: [.lookedAfter]),
  ]

  /// The rule with a threshold; 6 unless the workspace sets another.
  public init(minimum: Int = 6) {
    self.minimum = max(1, minimum)
  }

  /// The groups whose numbers must not be shown, given how many pupils each group has.
  ///
  /// A group whose own count is not known (suppressed by the publisher) counts as hidden already.
  /// - Parameters:
  ///   - counts: pupils by group; nil for a group whose count is withheld.
  ///   - already: groups that are hidden for another reason, such as another row about the same pupils.
  /// - Returns: the groups to hide. When all pupils are a small group, or how many they are is withheld, every
  ///   group is.
  public func hidden(counts: [PupilGroup: Int?], already: Set<PupilGroup> = []) -> Set<PupilGroup> {
    let everything = Set(PupilGroup.allCases).union(counts.keys)
    if already.contains(.all) { return everything }
    if let all = counts[.all], all.map(isSmall) ?? true { return everything }
    let sums = SmallGroups.sums + SmallGroups.crossedSums(of: counts.keys)
    var hidden = already
    for (group, count) in counts where count.map(isSmall) ?? true { hidden.insert(group) }
    var before: Set<PupilGroup>
    repeat {
      before = hidden
      for sum in sums { extend(&hidden, sum: sum, counts: counts) }
    } while hidden != before
    return hidden
  }

  /// The sums between groups that are crossed: what holds of all pupils holds among those of a group.
  private static func crossedSums(of groups: some Sequence<PupilGroup>) -> [Sum] {
    var within: Set<PupilGroup> = []
    for group in groups where group.isCrossed {
      for part in group.parts { within.insert(group.without(part)) }
    }
    return within.sorted { $0.place < $1.place }.flatMap { group in
      sums.map { sum in
        Sum(whole: sum.whole.crossed(with: group), parts: sum.parts.map { $0.crossed(with: group) })
      }
    }
  }

  /// Whether a group of that many pupils may not be shown.
  public func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// Hides the next smallest shown part of a sum until nothing small is left to subtract.
  private func extend(_ hidden: inout Set<PupilGroup>, sum: Sum, counts: [PupilGroup: Int?]) {
    while !isSafe(sum, hidden: hidden, counts: counts) {
      let candidates = sum.parts.compactMap { part -> (group: PupilGroup, count: Int)? in
        guard !hidden.contains(part), let count = counts[part] ?? nil, count > 0 else { return nil }
        return (part, count)
      }
      guard let next = candidates.min(by: { $0.count < $1.count }) else { return }
      hidden.insert(next.group)
    }
  }

  private func isSafe(_ sum: Sum, hidden: Set<PupilGroup>, counts: [PupilGroup: Int?]) -> Bool {
    let present = sum.parts.filter { counts[$0] != nil }
    let inside = present.filter(hidden.contains)
    let shown = present.filter { !hidden.contains($0) }
    guard !shown.isEmpty else { return true }
    let known = inside.reduce(0) { $0 + ((counts[$1] ?? nil) ?? 0) }
    let shownPupils = shown.reduce(0) { $0 + ((counts[$1] ?? nil) ?? 0) }
    guard !hidden.contains(sum.whole), let whole = counts[sum.whole] ?? nil, whole >= shownPupils + known
    else {
      // A whole that nobody can read, or parts that overlap: two hidden parts are asked for all the same, but for
      // the parts of a whole that is itself hidden, which has its own sum to protect it.
      return sum.whole != .all || inside.isEmpty || (inside.count >= 2 && known >= minimum)
    }
    let left = whole - shownPupils
    guard left > 0 else { return true }
    let unnamed = left > known && inside.allSatisfy { (counts[$0] ?? nil) != nil } && !isComplete(sum, counts)
    let cells = inside.count + (unnamed ? 1 : 0)
    return left >= minimum && (inside.isEmpty || cells >= 2)
  }

  /// Whether the file has a column for every part there can be.
  private func isComplete(_ sum: Sum, _ counts: [PupilGroup: Int?]) -> Bool {
    sum.parts.count > 1 && sum.parts.allSatisfy { counts[$0] != nil }
  }
}
