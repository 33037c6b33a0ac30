import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One thread that runs jobs in order and wakes the main loop when one has ended.
public final class WorkerThread: JobQueue {
  private struct State {
    var jobs: [@Sendable () -> SessionEvent] = []
    var events: [SessionEvent] = []
    var isRunning = false
  }
  private let state = Mutex(State())
  private let wake: @Sendable () -> Void

  /// A worker that calls `wake`, from its own thread, after each job.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Adds a job. A thread runs only while there are any, so that an idle program is idle.
  public func add(_ job: @escaping @Sendable () -> SessionEvent) {
    let mustStart = state.withLock { state in
      state.jobs.append(job)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    if mustStart { start() }
  }

  /// Events of jobs that have run.
  public func takeEvents() -> [SessionEvent] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }

  private func start() {
    let box = Unmanaged.passRetained(self)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    #if canImport(Glibc)
    var thread = pthread_t()
    let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
      if let argument { Unmanaged<WorkerThread>.fromOpaque(argument).takeRetainedValue().runAll() }
      return nil
    }
    #else
    var thread: pthread_t?
    let body: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { argument in
      Unmanaged<WorkerThread>.fromOpaque(argument).takeRetainedValue().runAll()
      return nil
    }
    #endif
    if pthread_create(&thread, &attributes, body, box.toOpaque()) != 0 {
      // No thread to be had: the work is done here, late rather than never.
      box.takeRetainedValue().runAll()
    }
  }

  private func runAll() {
    while let job = nextJob() {
      let event = job()
      state.withLock { $0.events.append(event) }
      wake()
    }
  }

  private func nextJob() -> (@Sendable () -> SessionEvent)? {
    state.withLock { state in
      guard !state.jobs.isEmpty else {
        state.isRunning = false
        return nil
      }
      return state.jobs.removeFirst()
    }
  }
}
