/// Turns byte offsets of a UTF-8 text into lines and columns, going forward through it once.
struct PlaceCounter {
  private var offset = 0
  private var line = 1
  private var column = 1

  /// The place of the byte at `target`, which never lies before that of the last call.
  mutating func place(of target: Int, in bytes: UnsafeBufferPointer<UInt8>) -> TextPlace {
    while offset < min(target, bytes.count) {
      step(over: bytes[offset], next: offset + 1 < bytes.count ? bytes[offset + 1] : 0)
      offset += 1
    }
    return TextPlace(line: line, column: column)
  }

  private mutating func step(over byte: UInt8, next: UInt8) {
    switch byte {
    case 0x0A:
      startLine()
    case 0x0D where next != 0x0A:
      startLine()
    case 0x80..<0xC0:
      // A continuation byte belongs to the character before it.
      break
    default:
      column += 1
    }
  }

  private mutating func startLine() {
    line += 1
    column = 1
  }
}
