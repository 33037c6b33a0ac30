/// The encodings that published tables come in.
public enum TextEncodingName: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, plain.
  case utf8 = "UTF-8"
  /// UTF-8 that starts with a byte order mark.
  case utf8WithMark = "UTF-8 with BOM"
  /// The code page of Windows in western Europe.
  case windows1252 = "Windows-1252"
}

/// The bytes of somebody's file as UTF-8, and what they were before.
public struct DecodedText: Hashable, Sendable {
  /// Well-formed UTF-8 without a byte order mark.
  public let bytes: [UInt8]
  /// What the file was written in.
  public let encoding: TextEncodingName

  /// Takes bytes as UTF-8 if they are well formed from end to end, else as Windows-1252, in which every
  /// byte means something. A byte order mark is taken off.
  public init(_ raw: [UInt8]) {
    let isMarked = raw.starts(with: [0xEF, 0xBB, 0xBF])
    let text = isMarked ? Array(raw.dropFirst(3)) : raw
    guard Self.isUTF8(text) else {
      bytes = Windows1252.utf8(text)
      encoding = .windows1252
      return
    }
    bytes = text
    encoding = isMarked ? .utf8WithMark : .utf8
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { UTF8Check.firstInvalid(in: $0, 0..<$0.count) == nil }
  }
}

/// Windows' code page 1252.
enum Windows1252 {
  /// What 0x80 to 0x9F stand for; the five that the code page leaves open are as in Latin-1, which is what
  /// Windows itself and the WHATWG encoding standard make of them.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      if byte < 0x80 { out.append(byte) } else { append(scalar(byte), to: &out) }
    }
    return out
  }

  private static func scalar(_ byte: UInt8) -> UInt16 {
    byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt16(byte)
  }

  /// Nothing in the code page needs more than three bytes of UTF-8.
  private static func append(_ scalar: UInt16, to out: inout [UInt8]) {
    if scalar < 0x800 {
      out.append(0xC0 | UInt8(scalar >> 6))
    } else {
      out.append(0xE0 | UInt8(scalar >> 12))
      out.append(0x80 | UInt8(scalar >> 6 & 0x3F))
    }
    out.append(0x80 | UInt8(scalar & 0x3F))
  }
}
