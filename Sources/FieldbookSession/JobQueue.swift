/// Runs jobs one after another, in the order in which they were given, away from whoever gave them.
public protocol JobQueue: Sendable {
  /// Adds a job; what it returns is posted back as an event once it has run.
  func add(_ job: @escaping @Sendable () -> SessionEvent)
  /// Events of jobs that have run, in order; each is given once.
  func takeEvents() -> [SessionEvent]
}
