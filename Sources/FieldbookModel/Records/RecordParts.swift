import Synchronization

/// The records inside a record in their order, sorted when somebody first asks: a screen asks many times at each key.
final class RecordParts: Sendable {
  private let known = Mutex<[String: [Record]]>([:])

  func parts(_ plural: String, of all: [String: Record]) -> [Record] {
    known.withLock { known in
      if let parts = known[plural] { return parts }
      let parts = Record.inOrder(all).filter { !$0.isUndone }
      known[plural] = parts
      return parts
    }
  }
}
