/// Makes one text of what arrives between the marks of a paste.
struct PasteFilter {
  /// What has been kept so far.
  private(set) var text = ""
  private var afterReturn = false

  /// The longest paste that is kept, in bytes of UTF-8; a longer one is cut here rather than filling the memory.
  static let limit = 1_000_000

  /// Takes the next scalar. A line end, however it is written, becomes `\n`; other control characters are dropped,
  /// for what is pasted must not act as keys.
  mutating func take(_ scalar: Unicode.Scalar) {
    let endsReturn = afterReturn && scalar == "\n"
    afterReturn = scalar == "\r"
    guard !endsReturn, text.utf8.count < Self.limit else { return }
    switch scalar.value {
    case 9, 10: text.unicodeScalars.append(scalar)
    case 13: text.unicodeScalars.append("\n")
    case 0..<32, 127..<160: break
    default: text.unicodeScalars.append(scalar)
    }
  }
}
