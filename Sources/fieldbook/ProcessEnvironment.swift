import FieldbookModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the process is told by its environment: the time, the workspace, the user.
enum ProcessEnvironment {
  /// A variable that is set and not empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The time that is written: `FIELDBOOK_NOW` (RFC 3339), else the clock in the zone of `TZ`.
  /// - Throws: when `FIELDBOOK_NOW` is no such time.
  static func clock() throws -> @Sendable () -> Instant {
    guard let fixed = variable("FIELDBOOK_NOW") else { return { localNow() } }
    guard let instant = Instant(text: fixed) else {
      throw CommandFailure(
        .usage, "FIELDBOOK_NOW is “\(fixed)”: expected a time such as 2026-12-02T10:42:00+00:00")
    }
    return { instant }
  }

  /// The clock's time with the offset of this place.
  private static func localNow() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var seconds = time.tv_sec
    var parts = tm()
    localtime_r(&seconds, &parts)
    let milliseconds = time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    return Instant(milliseconds: milliseconds, offsetMinutes: parts.tm_gmtoff / 60)
  }

  /// The login name.
  static var login: String {
    if let name = variable("LOGNAME") ?? variable("USER") { return name }
    guard let entry = getpwuid(getuid()) else { return "unknown" }
    return String(cString: entry.pointee.pw_name)
  }

  /// Where this program is.
  static var program: String {
    #if canImport(Glibc)
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments.first ?? "" }
    defer { free(path) }
    return String(cString: path)
    #else
    return CommandLine.arguments.first ?? ""
    #endif
  }

  /// The folder the program was started in.
  static var currentFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
