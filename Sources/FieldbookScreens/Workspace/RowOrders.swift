import FieldbookModel
import Synchronization

/// Orders of rows by what they were sorted and narrowed by, so that a key does not sort 24,000 schools again.
public final class RowOrders: Sendable {
  /// What an order depends on.
  struct Question: Hashable, Sendable {
    let revision: Int
    let everyone: Bool
    let sort: SchoolSort
    let isDescending: Bool
    let find: String
  }

  private struct Known {
    var orders: [Question: [URN]] = [:]
    var standings: (of: StandingsQuestion, are: SchoolStandings)?
  }

  private struct StandingsQuestion: Hashable {
    let facts: Int
    let records: Int
    let today: CalendarDate
  }

  private let known = Mutex(Known())

  /// Nothing worked out yet.
  public init() {}

  /// The order asked for, worked out only once for a revision.
  func order(_ question: Question, _ workOut: () -> [URN]) -> [URN] {
    if let order = known.withLock({ $0.orders[question] }) { return order }
    let order = workOut()
    known.withLock {
      if $0.orders.count > 64 { $0.orders = [:] }
      $0.orders[question] = order
    }
    return order
  }

  /// How every school stands, worked out only once for a revision and a day.
  func standings(of snapshot: Snapshot, today: CalendarDate) -> SchoolStandings {
    let question = StandingsQuestion(
      facts: snapshot.factsRevision, records: snapshot.recordsRevision, today: today)
    if let known = known.withLock({ $0.standings }), known.of == question { return known.are }
    let standings = SchoolStandings(snapshot, today: today)
    known.withLock { $0.standings = (question, standings) }
    return standings
  }

  /// The order asked for, if it is known.
  func known(_ question: Question) -> [URN]? {
    known.withLock { $0.orders[question] }
  }

  /// Those of some schools whose name, number, place or authority holds every word, in the order given.
  func narrowed(_ urns: [URN], to words: [[UInt8]], schools: [URN: School]) -> [URN] {
    urns.filter { schools[$0]?.isFound(by: words) == true }
  }

  /// The place of the first school whose name begins with a text in lower case.
  func firstNamed(_ text: String, in urns: [URN], schools: [URN: School]) -> Int? {
    let beginning = Array(text.utf8)
    return urns.firstIndex { schools[$0]?.isFound(byBeginning: beginning) == true }
  }
}
