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

  /// What a school is found by: name, number, place and authority in lower case.
  func searchKey(of school: School) -> [UInt8] {
    if let key = known.withLock({ $0.searchKeys[school.urn] }) { return key }
    let words = [school.name, school.urn.text, school.place, school.laName]
    let key = Array(words.joined(separator: " ").lowercased().utf8)
    known.withLock { $0.searchKeys[school.urn] = key }
    return key
  }
}
