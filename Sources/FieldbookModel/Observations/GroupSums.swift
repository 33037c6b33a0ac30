/// The sums that hold between the groups of one table, by the places of the groups in it: worked out once for many rows.
///
/// Pupils of the whole who are in none of the parts (the mobile ones, those in a group for which the file has no
/// column, those who are disadvantaged because they are in care) are a group of their own that nobody names, and are
/// hidden like one.
struct GroupSums: Sendable {
  /// Groups that add up to another.
  struct Sum: Sendable {
    /// The place of the whole; nil where the table has no such group.
    let whole: Int?
    /// Whether the whole is all pupils.
    let isOfAll: Bool
    /// The places of the parts that the table has.
    let parts: [Int]
    /// How many parts there can be.
    let size: Int
  }

  /// Stands for a count that is kept back.
  static let withheld = -1
  /// Stands for a group of which a row says nothing.
  static let absent = -2
  /// The sums between single groups, in the order of all groups: those of nearly every table.
  static let single = GroupSums(PupilGroup.allCases)

  /// The groups of the table.
  let groups: [PupilGroup]
  /// The sums between them.
  let sums: [Sum]

  /// The sums between groups, those that are crossed among them.
  init(_ groups: some Sequence<PupilGroup>) {
    let groups = groups.sorted { $0.place < $1.place }
    self.groups = groups
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    var within: Set<PupilGroup> = [.all]
    for group in groups where group.isCrossed {
      for part in group.parts { within.insert(group.without(part)) }
    }
    // Whoever is not in a crossed group is one of all pupils, in neither group or in one of them.
    let lone = groups.filter(\.isCrossed).compactMap { group in
      places[group].map { Sum(whole: places[.all], isOfAll: true, parts: [$0], size: 1) }
    }
    sums =
      lone
      + within.sorted { $0.place < $1.place }.flatMap { group in
        GroupSums.all.compactMap { sum -> Sum? in
          let parts = sum.parts.compactMap { places[$0.crossed(with: group)] }
          guard !parts.isEmpty else { return nil }
          let whole = sum.whole.crossed(with: group)
          return Sum(
            whole: places[whole], isOfAll: whole == .all, parts: parts, size: sum.parts.count)
        }
      }
  }

  /// All sums that hold between single groups. What holds of all pupils holds among those of a group.
  private static let all: [(whole: PupilGroup, parts: [PupilGroup])] = [
    // Who is disadvantaged had free school meals within six years, or is or was in care. These come first, and those
    // of who is not among them last: by then the other side may be hidden already.
    (.disadvantaged, [.fsm6]), (.disadvantaged, [.lookedAfter]), (.fsm6, [.fsm]),
    (.all, [.boys, .girls]), (.all, [.disadvantaged, .notDisadvantaged]),
    (.all, [.eal, .englishFirst, .languageUnknown]), (.all, [.ehcp, .senSupport, .noSen]),
    (.all, [.sen, .noSen]), (.sen, [.ehcp, .senSupport]),
    (.all, [.priorLow, .priorMiddle, .priorHigh, .priorNone]), (.all, [.nonMobile, .mobile]),
    (.all, [.fsm6, .notFsm6]), (.all, [.fsm, .notFsm]), (.all, [.lookedAfter]),
    (.notFsm, [.notFsm6]), (.notFsm6, [.notDisadvantaged]),
  ]
}
