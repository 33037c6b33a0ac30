/// Numbers that meetings were shown and did not use: whoever asks schools for them should know.
public struct UnusedNumbers: Sendable {
  /// The meetings that were held, the earliest first.
  private let held: [Review]

  /// Of these reviews, the meetings that were held; of several, only those before one that is named.
  public init(_ reviews: [Review], before meeting: Review? = nil) {
    held = reviews.filter { review in
      guard review.wasHeld, !review.record.isUndone, review.id != meeting?.id else { return false }
      guard let meeting else { return true }
      return review.place < meeting.place
    }.sorted { $0.place < $1.place }
  }

  /// How many meetings running a number must have been passed over.
  public static let meetings = 2

  /// What a school was asked for that its two latest meetings which were shown it both passed over.
  public func passedOver(at school: URN) -> Set<AskedFor> {
    var uses: [AskedFor: [Bool]] = [:]
    for meeting in held where meeting.school == school {
      var seen: [AskedFor: Bool] = [:]
      for figure in meeting.figures {
        // What was not there could not be used.
        guard let asked = figure.asked, figure.value != nil else { continue }
        seen[asked] = seen[asked] ?? false || figure.isUsed
      }
      for (asked, isUsed) in seen { uses[asked, default: []].append(isUsed) }
    }
    return Set(
      uses.filter { $0.value.count >= UnusedNumbers.meetings }
        .filter { $0.value.suffix(UnusedNumbers.meetings).allSatisfy { !$0 } }.map(\.key))
  }

  /// Something asked for, and the schools whose meetings passed it over.
  public struct Unused: Hashable, Sendable {
    /// What is asked for.
    public let asked: AskedFor
    /// The schools at whose two latest meetings nobody used it.
    public let schools: [URN]
  }

  /// What of a collection was passed over, by what is asked for.
  public func unused(of collection: CollectionPlan.Collection) -> [Unused] {
    var schools: [AskedFor: [URN]] = [:]
    for school in Set(held.map(\.school)).sorted() {
      for asked in passedOver(at: school) where collection.covers(asked.measure) {
        schools[asked, default: []].append(school)
      }
    }
    return schools.sorted { $0.key < $1.key }.map { Unused(asked: $0.key, schools: $0.value) }
  }
}

extension Review {
  fileprivate var place: (Int, String) { (date?.dayNumber ?? 0, id) }
}
