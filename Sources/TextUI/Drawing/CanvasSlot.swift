import PlainText

/// A cell as the canvas keeps it: plain numbers, because a canvas is filled and compared at every key.
struct CanvasSlot: Hashable {
  static let blank = CanvasSlot(ascii: UInt8(ascii: " "), .plain)

  /// A scalar and up to two marks on it, 21 bits each; 0 is the right half of a wide character.
  private var scalars: UInt64
  var style: Style

  private init(scalars: UInt64, style: Style) {
    self.scalars = scalars
    self.style = style
  }

  init(ascii byte: UInt8, _ style: Style) {
    self.init(scalars: UInt64(byte), style: style)
  }

  /// A scalar that takes one column by itself.
  init(usual scalar: Unicode.Scalar, _ style: Style) {
    self.init(scalars: UInt64(scalar.value), style: style)
  }

  /// What may stand in one cell for a character.
  init(_ character: Character, _ style: Style) {
    let own = character.unicodeScalars
    if let first = own.first, 0xA0..<0x300 ~= first.value || 0x20..<0x7F ~= first.value, own.count == 1 {
      self.init(scalars: UInt64(first.value), style: style)
    } else {
      self.init(SafeText.cell(character), style)
    }
  }

  /// The text of one cell.
  init(_ text: String, _ style: Style) {
    var packed: UInt64 = 0
    for (place, scalar) in text.unicodeScalars.prefix(3).enumerated() {
      packed |= UInt64(scalar.value) << (21 * UInt64(place))
    }
    self.init(scalars: packed, style: style)
  }

  static func rightHalf(_ style: Style) -> CanvasSlot { CanvasSlot(scalars: 0, style: style) }

  var isRightHalf: Bool { scalars == 0 }

  /// Columns on the screen; 0 when there is nothing to show.
  var width: Int {
    guard scalars >= 0x300 else { return scalars == 0 ? 0 : 1 }
    return DisplayWidth.of(text)
  }

  mutating func makeBlank() { scalars = UInt64(UInt8(ascii: " ")) }

  var cell: Canvas.Cell { Canvas.Cell(text, style) }

  private var text: String {
    var text = ""
    var left = scalars
    while left > 0, let scalar = Unicode.Scalar(UInt32(left & 0x1F_FFFF)) {
      text.unicodeScalars.append(scalar)
      left >>= 21
    }
    return text
  }
}
