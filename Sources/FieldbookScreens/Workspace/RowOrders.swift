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
    var searchKeys: [URN: [UInt8]] = [:]
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
    known.withLock { known in
      urns.filter { urn in
        let key = RowOrders.searchKey(of: urn, schools, &known.searchKeys)
        return words.allSatisfy { ByteSearch.contains(key, $0) }
      }
    }
  }

  /// The place of the first school whose name begins with a text in lower case.
  func firstNamed(_ text: String, in urns: [URN], schools: [URN: School]) -> Int? {
    let beginning = Array(text.utf8)
    return known.withLock { known in
      urns.firstIndex { RowOrders.searchKey(of: $0, schools, &known.searchKeys).starts(with: beginning) }
    }
  }

  /// What a school is found by: name, number, place and authority in lower case.
  private static func searchKey(
    of urn: URN, _ schools: [URN: School], _ keys: inout [URN: [UInt8]]
  ) -> [UInt8] {
    if let key = keys[urn] { return key }
    guard let school = schools[urn] else { return Array(urn.text.utf8) }
    let key = lowered([school.name, urn.text, school.place, school.laName].joined(separator: " "))
    keys[urn] = key
    return key
  }

  /// Text in lower case. Nearly all names are ASCII, and for those there is a quick way.
  private static func lowered(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy({ $0 < 0x80 }) else { return Array(text.lowercased().utf8) }
    return bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}
