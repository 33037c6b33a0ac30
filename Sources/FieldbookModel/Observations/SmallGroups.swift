/// Hides small groups of pupils in whatever leaves the program.
///
/// Primary suppression hides the value and count of every group of 1 to `minimum − 1` pupils. Secondary suppression
/// then hides further groups wherever a reader could subtract: of every sum in `GroupSums`, what is left of the whole
/// once the shown parts are taken away must be nothing, or at least `minimum` pupils in at least two unknown groups.
/// The rule follows the Department for Education's practice for school tables (five or fewer pupils), with the
/// statistical service's rule of secondary suppression; the threshold is a setting. The whole of it is in
/// `docs/small-groups.md`.
public struct SmallGroups: Hashable, Sendable {
  /// The smallest group that may be shown.
  public let minimum: Int

  /// The smallest group of which it may be said that all of its pupils reached something, or none did: of fewer that
  /// tells the result of every one of them. Nothing where nothing else is hidden.
  public var everybodyMinimum: Int { minimum > 1 ? max(10, minimum) : 1 }

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
    let small = counts.filter { $0.value.map(isSmall) ?? true }.map(\.key)
    return protecting(already.union(small), counts: counts)
  }

  /// Groups that are hidden, with those that would tell them by subtraction; small groups that are not among them stay.
  /// - Parameter hidesNobody: whether it is hidden too that a hidden group has nobody, as at a level.
  func protecting(
    _ hidden: Set<PupilGroup>, counts: [PupilGroup: Int?], hidesNobody: Bool = false
  ) -> Set<PupilGroup> {
    if hidden.contains(.all) { return Set(PupilGroup.allCases).union(counts.keys).union(hidden) }
    let sums = counts.keys.contains(where: \.isCrossed) ? GroupSums(counts.keys) : .single
    var flags = sums.groups.map(hidden.contains)
    extend(
      &flags, sums,
      sums.groups.map { group in counts[group].map { $0 ?? GroupSums.withheld } ?? GroupSums.absent },
      hidesNobody: hidesNobody)
    return hidden.union(sums.groups.indices.lazy.filter { flags[$0] }.map { sums.groups[$0] })
  }

  /// Whether a group of that many pupils may not be shown.
  public func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// Hides what is small and what would tell it; false where all pupils are a small group, so that everything is.
  /// - Parameters:
  ///   - hidden: by the places of the groups in the sums.
  ///   - counts: likewise, with `GroupSums.withheld` and `GroupSums.absent`.
  func hide(_ hidden: inout [Bool], _ sums: GroupSums, _ counts: [Int]) -> Bool {
    for place in counts.indices where counts[place] == GroupSums.withheld || isSmall(counts[place]) {
      if sums.groups[place] == .all { return false }
      hidden[place] = true
    }
    extend(&hidden, sums, counts)
    return true
  }

  /// Hides the next smallest shown part of a sum until nothing small is left to subtract, until no sum asks for more.
  private func extend(
    _ hidden: inout [Bool], _ sums: GroupSums, _ counts: [Int], hidesNobody: Bool = false
  ) {
    var isChanged: Bool
    repeat {
      isChanged = false
      for sum in sums.sums {
        while !isSafe(sum, hidden, counts, hidesNobody) {
          var next: Int?
          for part in sum.parts where !hidden[part] && counts[part] > 0 {
            if let known = next, counts[known] <= counts[part] { continue }
            next = part
          }
          guard let next else { break }
          hidden[next] = true
          isChanged = true
        }
      }
    } while isChanged
  }

  private func isSafe(
    _ sum: GroupSums.Sum, _ hidden: [Bool], _ counts: [Int], _ hidesNobody: Bool
  ) -> Bool {
    var (inside, known, shown, shownPupils) = (0, 0, 0, 0)
    var isKnown = true
    for part in sum.parts where counts[part] != GroupSums.absent {
      if hidden[part] {
        inside += 1
        known += max(0, counts[part])
        if counts[part] == GroupSums.withheld { isKnown = false }
      } else {
        shown += 1
        shownPupils += counts[part]
      }
    }
    guard shown > 0 else { return true }
    guard let place = sum.whole, !hidden[place], counts[place] >= shownPupils + known else {
      // A whole that nobody can read, or parts that overlap: two hidden parts are asked for all the same, but for
      // the parts of a whole that is itself hidden, which has its own sum to protect it.
      return !sum.isOfAll || inside == 0 || (inside >= 2 && known >= minimum)
    }
    let left = counts[place] - shownPupils
    guard left > 0 else { return !hidesNobody || inside == 0 || counts[place] == 0 }
    let isComplete = sum.size > 1 && inside + shown == sum.size
    let isUnnamed = left > known && isKnown && !isComplete
    return left >= minimum && (inside == 0 || inside + (isUnnamed ? 1 : 0) >= 2)
  }

  /// Whether a total may stand beside its parts, some of which are hidden: whether nobody can take the shown ones away
  /// and be left with one hidden part, or with fewer pupils than a group that may be shown.
  /// - Parameters:
  ///   - total: what is printed of all parts together.
  ///   - shown: the pupils of the parts that are shown.
  ///   - hidden: those of each part that is not; nil where even that is withheld.
  public func mayShow(total: Int, shown: Int, hidden: [Int?]) -> Bool {
    guard !hidden.isEmpty else { return true }
    let known = hidden.reduce(0) { $0 + ($1 ?? 0) }
    // Parts that do not add up to their total cannot be subtracted exactly; they are asked for the same.
    let left = total >= shown + known ? total - shown : known
    if left == 0 { return !hidden.contains(nil) }
    let isUnnamed = left > known && !hidden.contains(nil)
    return left >= minimum && hidden.count + (isUnnamed ? 1 : 0) >= 2
  }
}
