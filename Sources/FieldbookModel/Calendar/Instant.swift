/// A moment in time, with the offset from UTC of the place where it was written down.
///
/// Two instants are equal, and are ordered, by the moment alone.
public struct Instant: Sendable, Hashable, Comparable {
  /// Milliseconds since 1 January 1970, 00:00 UTC.
  public let milliseconds: Int
  /// Minutes east of UTC where it was written, −1439 to 1439.
  public let offsetMinutes: Int

  /// A moment by its milliseconds since 1970 and the offset in force.
  public init(milliseconds: Int, offsetMinutes: Int = 0) {
    self.milliseconds = milliseconds
    self.offsetMinutes = offsetMinutes
  }

  /// A moment written as RFC 3339 (`2026-12-02T10:42:00+00:00`, `…Z`, fractions allowed), or nil.
  public init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let date = CalendarDate(text: String(text.prefix(10))),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = Instant.twoDigits(bytes, 11), let minute = Instant.twoDigits(bytes, 14),
      let second = Instant.twoDigits(bytes, 17), hour < 24, minute < 60, second <= 60
    else { return nil }
    var index = 19
    guard let fraction = Instant.fraction(bytes, &index), let offset = Instant.offset(bytes, index) else {
      return nil
    }
    let seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset * 60
    self.init(milliseconds: seconds * 1000 + fraction, offsetMinutes: offset)
  }

  /// `2026-12-02T10:42:00+00:00`: RFC 3339 to the second, in the offset of the place.
  public var text: String {
    let minutes = abs(offsetMinutes)
    let sign = offsetMinutes < 0 ? "-" : "+"
    return "\(date.text)T\(timeText):\(padded(localSeconds % 60, to: 2))"
      + "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }

  /// The day it was there.
  public var date: CalendarDate {
    CalendarDate(dayNumber: Instant.floorDivide(Instant.floorDivide(localMilliseconds, 1000), 86_400))
  }

  /// The time of day there, `10:42`.
  public var timeText: String {
    "\(padded(localSeconds / 3600, to: 2)):\(padded(localSeconds / 60 % 60, to: 2))"
  }

  /// The same moment, wherever it was written down.
  public static func == (a: Instant, b: Instant) -> Bool { a.milliseconds == b.milliseconds }
  /// Earlier moments come first.
  public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
  /// Hashes the moment alone, as `==` compares it.
  public func hash(into hasher: inout Hasher) { hasher.combine(milliseconds) }

  private var localMilliseconds: Int { milliseconds + offsetMinutes * 60_000 }

  /// Seconds since midnight there.
  private var localSeconds: Int {
    let seconds = Instant.floorDivide(localMilliseconds, 1000)
    return seconds - Instant.floorDivide(seconds, 86_400) * 86_400
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int {
    a >= 0 ? a / b : -((-a + b - 1) / b)
  }

  private static func twoDigits(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, (48...57).contains(bytes[at]), (48...57).contains(bytes[at + 1]) else {
      return nil
    }
    return Int(bytes[at] - 48) * 10 + Int(bytes[at + 1] - 48)
  }

  private static func fraction(_ bytes: [UInt8], _ index: inout Int) -> Int? {
    guard index < bytes.count, bytes[index] == UInt8(ascii: ".") else { return 0 }
    index += 1
    var digits: [Int] = []
    while index < bytes.count, (48...57).contains(bytes[index]) {
      digits.append(Int(bytes[index] - 48))
      index += 1
    }
    guard !digits.isEmpty else { return nil }
    let thousandths = (digits + [0, 0]).prefix(3)
    return thousandths.reduce(0) { $0 * 10 + $1 }
  }

  private static func offset(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "Z") || bytes[index] == UInt8(ascii: "z") {
      return index + 1 == bytes.count ? 0 : nil
    }
    guard index + 6 == bytes.count, bytes[index + 3] == UInt8(ascii: ":"),
      bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-"),
      let hours = twoDigits(bytes, index + 1), let minutes = twoDigits(bytes, index + 4), hours < 24,
      minutes < 60
    else { return nil }
    return (bytes[index] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}
