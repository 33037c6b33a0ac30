import Synchronization

/// The records inside a record in their order, sorted when somebody first asks: a screen asks many times at each key.
final class RecordParts: Sendable {
  private let known = Mutex<[String: [Record]]>([:])

  func parts(_ plural: String, of all: [String: Record]) -> [Record] {
    known.withLock { known in
      if let parts = known[plural] { return parts }
      let parts = RecordParts.inOrder(all)
      known[plural] = parts
      return parts
    }
  }

  private static func inOrder(_ all: [String: Record]) -> [Record] {
    let shown = all.values.filter { !$0.isUndone }.map {
      (at: $0.instant("at")?.milliseconds ?? 0, record: $0)
    }
    return shown.sorted { ($0.at, $0.record.id) < ($1.at, $1.record.id) }.map(\.record)
  }
}
