import FieldbookModel

/// Reads the numbers of cells: `38%`, `61.0%`, `-0.3`, ` 61 `, `1,234`.
enum NumberCell {
  /// A cell of a numeric column as it is kept.
  ///
  /// - Parameters:
  ///   - suffix: how the column's numbers end; settled by the first number met.
  ///   - words: what the column's words stand for, folded; then nothing else is a number.
  static func cell(
    _ text: String, suffix: inout String?, words: [String: Double]? = nil
  ) -> FactsFile.Cell {
    if let words, let number = words[Mapping.folded(text)] {
      return text == NumberText.plain(number) ? .number(number) : .numberAs(number, text)
    }
    guard words == nil, let (number, isPercent) = parts(text) else { return .text(text) }
    if suffix == nil { suffix = isPercent ? "%" : "" }
    return text == NumberText.plain(number) + (suffix ?? "") ? .number(number) : .numberAs(number, text)
  }

  /// The number a cell holds, with or without a per cent sign.
  static func number(_ text: String) -> Double? { parts(text)?.number }

  private static func parts(_ text: String) -> (number: Double, isPercent: Bool)? {
    var scanner = Scanner(bytes: text.utf8)
    return scanner.scan()
  }

  /// Only what published tables write; no exponents, no words for infinity. Numbers of 10^15 and more are no
  /// numbers of pupils, points or per cent.
  private struct Scanner {
    let bytes: String.UTF8View
    var index: String.UTF8View.Index
    var mantissa = 0
    var decimals = 0
    var digits = 0

    init(bytes: String.UTF8View) {
      self.bytes = bytes
      index = bytes.startIndex
    }

    mutating func scan() -> (number: Double, isPercent: Bool)? {
      skipBlanks()
      let isNegative = takeSign()
      guard takeWhole(), takeFraction(), digits > 0 else { return nil }
      skipBlanks()
      let isPercent = take(UInt8(ascii: "%"))
      skipBlanks()
      guard index == bytes.endIndex else { return nil }
      let number = Double(mantissa) / Scanner.powers[decimals]
      return (isNegative ? -number : number, isPercent)
    }

    /// Both fit exactly in a `Double`, so that dividing by them gives the number nearest to what is written.
    private static let powers: [Double] = (0...15).map { (0..<$0).reduce(1.0) { result, _ in result * 10 } }

    private var next: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      index = bytes.index(after: index)
      return true
    }

    private mutating func skipBlanks() {
      while let byte = next {
        if byte == 0xC2 {
          // A no-break space, which spreadsheets leave behind.
          let after = bytes.index(after: index)
          guard after < bytes.endIndex, bytes[after] == 0xA0 else { return }
          index = bytes.index(after: after)
        } else if byte == 0x20 || byte == 0x09 {
          index = bytes.index(after: index)
        } else {
          return
        }
      }
    }

    /// A hyphen, a plus, or the minus sign U+2212.
    private mutating func takeSign() -> Bool {
      if take(UInt8(ascii: "-")) { return true }
      if next == 0xE2 {
        let start = index
        if take(0xE2), take(0x88), take(0x92) { return true }
        index = start
      }
      _ = take(UInt8(ascii: "+"))
      return false
    }

    private mutating func takeDigit() -> Bool {
      guard let byte = next, (48...57).contains(byte), digits < 15 else { return false }
      mantissa = mantissa * 10 + Int(byte - 48)
      digits += 1
      index = bytes.index(after: index)
      return true
    }

    /// Digits, or one to three of them and then threes after commas.
    private mutating func takeWhole() -> Bool {
      while takeDigit() {}
      guard next == UInt8(ascii: ","), (1...3).contains(digits) else { return true }
      while take(UInt8(ascii: ",")) {
        guard takeDigit(), takeDigit(), takeDigit() else { return false }
      }
      return true
    }

    private mutating func takeFraction() -> Bool {
      guard take(UInt8(ascii: ".")) else { return true }
      while takeDigit() { decimals += 1 }
      return decimals > 0
    }
  }
}
