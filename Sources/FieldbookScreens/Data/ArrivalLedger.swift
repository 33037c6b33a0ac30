import FieldbookModel
import Synchronization

/// How everything that arrived stands on a day, for one revision of the workspace. A half-term is worked out when it is
/// first in sight, because there may be dozens.
final class ArrivalLedger: Sendable {
  private typealias Covered = (expected: [School], found: Set<URN>)

  /// What arrived or is planned, the latest first.
  let arrivals: [Arrival]
  private let snapshot: Snapshot
  private let today: CalendarDate
  private let standings = Mutex<[Arrival: CollectionStanding]>([:])
  private let published = Mutex<[Arrival: Covered]>([:])

  private init(_ snapshot: Snapshot, today: CalendarDate) {
    self.snapshot = snapshot
    self.today = today
    arrivals = snapshot.facts.arrivals(plan: snapshot.collections)
  }

  /// The ledger of a workspace as it is today.
  static func of(_ context: ScreenContext) -> ArrivalLedger {
    context.orders.latest(Question(context)) { ArrivalLedger(context.snapshot, today: context.today) }
  }

  private struct Question: Hashable, Sendable {
    let revision: Int
    let facts: Int
    /// A visit knows one school of the same facts.
    let schools: Int
    let day: Int

    init(_ context: ScreenContext) {
      (revision, facts) = (context.snapshot.revision, context.snapshot.factsRevision)
      (schools, day) = (context.snapshot.facts.schools.count, context.today.dayNumber)
    }
  }

  /// How a collection stands.
  func standing(of halfTerm: HalfTerm, _ asks: CollectionPlan.Asks) -> CollectionStanding {
    let arrival = Arrival.collection(halfTerm, asks)
    if let standing = standings.withLock({ $0[arrival] }) { return standing }
    let standing = CollectionStanding(
      of: halfTerm, asks, in: snapshot.facts, plan: snapshot.collections, today: today)
    standings.withLock { $0[arrival] = standing }
    return standing
  }

  /// Which of our schools published figures should be of, and which they are of.
  func covered(by family: String, in year: AcademicYear) -> (expected: [School], found: Set<URN>) {
    let arrival = Arrival.published(year, family: family)
    if let covered = published.withLock({ $0[arrival] }) { return covered }
    let covered = snapshot.facts.covered(by: family, in: year)
    published.withLock { $0[arrival] = covered }
    return covered
  }
}
