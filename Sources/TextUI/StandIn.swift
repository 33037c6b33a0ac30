// Until PlainText has these.
enum DisplayWidth {
  static func of(_ s: String) -> Int {
    s.utf8.count == s.unicodeScalars.count ? s.utf8.count : s.reduce(0) { $0 + of($1) }
  }
  static func of(_ c: Character) -> Int {
    guard let v = c.unicodeScalars.first?.value else { return 0 }
    if (0x300...0x36f).contains(v) { return 0 }
    return (0x1100...0x115f).contains(v) || (0x2e80...0xa4cf).contains(v) || (0xac00...0xd7a3).contains(v)
      || (0xff00...0xff60).contains(v) || (0x1f300...0x1faff).contains(v) ? 2 : 1
  }
}
enum SafeText {
  static func visible(_ s: String) -> String {
    guard s.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else { return s }
    return s.unicodeScalars.reduce(into: "") { text, scalar in
      text.unicodeScalars.append(scalar.value < 32 ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar)
    }
  }
  static func cell(_ c: Character) -> String { String(c) }
}
extension String {
  func clipped(to width: Int, ellipsis: String = "…") -> String {
    guard DisplayWidth.of(self) > width else { return self }
    var text = ""
    var used = 1
    for c in self {
      let w = DisplayWidth.of(c)
      if used + w > width { break }
      text.append(c)
      used += w
    }
    return width > 0 ? text + ellipsis : ""
  }
}
enum TextWrap {}
