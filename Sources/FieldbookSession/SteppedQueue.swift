import Synchronization

/// A queue whose jobs run only when told to: for tests, and for the same order as the real one.
public final class SteppedQueue: JobQueue {
  private struct State {
    var jobs: [@Sendable () -> SessionEvent] = []
    var events: [SessionEvent] = []
  }
  private let state = Mutex(State())

  /// Nothing to do yet.
  public init() {}

  /// Keeps a job for `step`.
  public func add(_ job: @escaping @Sendable () -> SessionEvent) {
    state.withLock { $0.jobs.append(job) }
  }

  /// What the jobs stepped through have posted.
  public func takeEvents() -> [SessionEvent] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  /// Runs the oldest job; false when there is none.
  @discardableResult
  public func step() -> Bool {
    guard let job = state.withLock({ $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() }) else { return false }
    let event = job()
    state.withLock { $0.events.append(event) }
    return true
  }
}
