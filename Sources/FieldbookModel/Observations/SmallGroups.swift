/// Hides small groups of pupils in whatever leaves the program.
///
/// Primary suppression hides the value and count of every group of 1 to `minimum − 1` pupils. Secondary suppression
/// then hides further members of a family of groups that add up to a known whole, until at least two are hidden and
/// the hidden ones together hold at least `minimum` pupils, so that nobody can subtract their way back.
/// The rule follows the Department for Education's practice for school tables (five or fewer pupils), with the
/// statistical service's rule of secondary suppression; the threshold is a setting.
public struct SmallGroups: Hashable, Sendable {
  /// The smallest group that may be shown.
  public let minimum: Int

  /// Groups that together make up all pupils: whoever knows all but one knows the last.
  public static let families: [[PupilGroup]] = [
    [.boys, .girls], [.disadvantaged, .notDisadvantaged], [.eal, .englishFirst, .languageUnknown],
    [.ehcp, .senSupport, .noSen], [.sen, .noSen], [.priorLow, .priorMiddle, .priorHigh, .priorNone],
  ]

  /// The rule with a threshold; 6 unless the workspace sets another.
  public init(minimum: Int = 6) {
    self.minimum = max(1, minimum)
  }

  /// The groups whose numbers must not be shown, given how many pupils each group has.
  ///
  /// A group whose own count is not known (suppressed by the publisher) counts as hidden already; how many it holds
  /// is then taken as the least that the whole leaves open, and as nothing when that is not known either.
  /// - Parameters:
  ///   - counts: pupils by group; nil for a group whose count is withheld.
  /// - Returns: the groups to hide. When all pupils are a small group, every group is.
  public func hidden(counts: [PupilGroup: Int?]) -> Set<PupilGroup> {
    if case .some(.some(let all)) = counts[.all], all > 0, all < minimum { return Set(PupilGroup.allCases) }
    var hidden = Set(counts.compactMap { group, count in count.map(isSmall) ?? true ? group : nil })
    hidden.remove(.all)
    var before: Set<PupilGroup>
    repeat {
      before = hidden
      for family in SmallGroups.families { extend(&hidden, family: family, counts: counts) }
    } while hidden != before
    return hidden
  }

  /// Whether a group of that many pupils may not be shown.
  public func isSmall(_ count: Int) -> Bool { count > 0 && count < minimum }

  /// Hides the next smallest group of a family that has hidden ones, until the rule above holds.
  private func extend(_ hidden: inout Set<PupilGroup>, family: [PupilGroup], counts: [PupilGroup: Int?]) {
    let present = family.filter { counts[$0] != nil }
    while true {
      let inside = present.filter(hidden.contains)
      guard !inside.isEmpty else { return }
      let pupils = inside.reduce(0) { $0 + ((counts[$1] ?? nil) ?? 0) }
      if inside.count >= 2, pupils >= minimum { return }
      let candidates = present.filter { !hidden.contains($0) && ((counts[$0] ?? nil) ?? 0) > 0 }
      guard let next = candidates.min(by: { ((counts[$0] ?? nil) ?? 0) < ((counts[$1] ?? nil) ?? 0) }) else {
        return
      }
      hidden.insert(next)
    }
  }
}
