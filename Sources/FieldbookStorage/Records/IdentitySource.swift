import FieldbookModel
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What identities are made of: a clock and random bits.
public struct IdentitySource: Sendable {
  /// Milliseconds since 1970, UTC.
  public var milliseconds: @Sendable () -> Int
  /// 64 random bits.
  public var random: @Sendable () -> UInt64

  /// A source; see the properties.
  public init(milliseconds: @escaping @Sendable () -> Int, random: @escaping @Sendable () -> UInt64) {
    self.milliseconds = milliseconds
    self.random = random
  }

  /// The computer's clock and its random numbers.
  public static let system = IdentitySource(
    milliseconds: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
    },
    random: { UInt64.random(in: 0...UInt64.max) })
}

/// Makes identities that rise within the process, even when the clock stands still or goes back.
final class IdentityMaker: Sendable {
  private let source: IdentitySource
  private let last = Mutex((milliseconds: 0, count: UInt16(0)))

  init(_ source: IdentitySource) {
    self.source = source
  }

  /// An identity for a record.
  func record() -> RecordID {
    let (milliseconds, count) = tick()
    return RecordID(milliseconds: milliseconds, high: count, low: source.random())
  }

  /// An identity for a write: its last twelve digits are the writer's.
  func write(by writer: WriterID) -> RecordID {
    let (milliseconds, count) = tick()
    let low = source.random() << 48 | writer.number
    return RecordID(milliseconds: milliseconds, high: count, low: low)
  }

  /// Eight hexadecimal digits for a temporary file.
  func nonce() -> String { Hexadecimal.text(source.random() & 0xFFFF_FFFF, digits: 8) }

  /// A writer nobody has been before.
  func writer() -> WriterID { WriterID(number: source.random() & 0xFFFF_FFFF_FFFF) }

  /// A time and a count that are together greater than all before. A new millisecond starts its count at random in
  /// the lower half, so that two runs in one millisecond differ and there is still room to count.
  private func tick() -> (Int, UInt16) {
    let now = source.milliseconds()
    let start = UInt16(source.random() & 0x07FF)
    return last.withLock { last in
      if now > last.milliseconds {
        last = (now, start)
      } else if last.count < 0x0FFF {
        last.count += 1
      } else {
        last = (last.milliseconds + 1, start)
      }
      return (last.milliseconds, last.count)
    }
  }
}

/// A laptop as a writer: twelve hexadecimal digits.
struct WriterID: Hashable, Sendable {
  let number: UInt64

  init(number: UInt64) {
    self.number = number & 0xFFFF_FFFF_FFFF
  }

  init?(text: String) {
    guard text.utf8.count == 12, text.utf8.allSatisfy(Hexadecimal.isDigit),
      let number = UInt64(text, radix: 16)
    else { return nil }
    self.number = number
  }

  var text: String { Hexadecimal.text(number, digits: 12) }
}

/// Numbers in small hexadecimal digits.
enum Hexadecimal {
  static func text(_ number: UInt64, digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
