import FieldbookModel
import Synchronization

/// The time at which the demo's reviewers write: set to each visit in turn, never later than now.
final class DemoClock: Sendable {
  private let time: Mutex<Instant>
  private let latest: Instant

  /// A clock that stands at the moment at which the demo is made.
  init(now: Instant) {
    time = Mutex(now)
    latest = now
  }

  /// The time it stands at.
  var now: Instant { time.withLock { $0 } }

  /// Sets it to a time of day (`09:10`) on a day, in the offset of the place.
  func set(to day: CalendarDate, _ text: String) {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return }
    let minutes = parts[0] * 60 + parts[1] - latest.offsetMinutes
    let wanted = (day.dayNumber * 1_440 + minutes) * 60_000
    time.withLock {
      $0 = Instant(
        milliseconds: min(wanted, latest.milliseconds), offsetMinutes: latest.offsetMinutes)
    }
  }
}
