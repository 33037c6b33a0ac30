/// When what was typed is to be flushed: so long after the first key that was not, however many follow it.
///
/// The clock is the caller's, and one that only goes forward: not the one whose times are written into records.
public struct FlushDeadline<Instant: InstantProtocol> where Instant.Duration == Duration {
  /// Less than a second, so that the flush itself has time within it.
  private let limit: Duration
  private var due: Instant?

  /// Nothing to flush yet.
  public init(limit: Duration = .milliseconds(900)) {
    self.limit = limit
  }

  /// How long may be waited before the flush, zero when it is due; nil while there is nothing to flush.
  public mutating func timeLeft(needsFlush: Bool, now: Instant) -> Duration? {
    guard needsFlush else {
      due = nil
      return nil
    }
    let due = due ?? now.advanced(by: limit)
    self.due = due
    return max(.zero, now.duration(to: due))
  }
}
