import CTerminal

/// Ends the main thread's waiting, from any thread: for a worker that has an event to hand over.
public struct Waker: Sendable {
  /// Makes the terminal's `next` return `.woken`; several calls in a row may be answered by one. It never blocks,
  /// and does no harm when the terminal is closed.
  public func wake() {
    ct_wake()
  }
}
