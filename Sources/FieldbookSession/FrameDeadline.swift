/// When what has changed is to be drawn: at once, or, while a save is under way, a moment later. Most saves are done by
/// then, and a frame that only flashes “Saving…” would keep the one that says “Saved” waiting.
public struct FrameDeadline<Instant: InstantProtocol> where Instant.Duration == Duration {
  private let patience: Duration
  private var due: Instant?
  /// Until when the save under way may do without a frame.
  private var end: Instant?

  /// Nothing to draw yet.
  public init(patience: Duration = .milliseconds(25)) {
    self.patience = patience
  }

  /// Takes in that something has changed.
  public mutating func owe(isBusy: Bool, now: Instant) {
    end = isBusy ? end ?? now.advanced(by: patience) : nil
    due = end ?? now
  }

  /// How long the frame may still wait, zero when it is due; nil while nothing has changed.
  public func timeLeft(now: Instant) -> Duration? {
    due.map { max(.zero, now.duration(to: $0)) }
  }

  /// Takes in that all was drawn.
  public mutating func paid() { due = nil }
}
