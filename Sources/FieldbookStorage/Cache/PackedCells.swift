import FieldbookModel

/// The cells of one column as arrays of plain numbers, with each text once.
struct PackedCells {
  private enum Kind {
    static let number: UInt8 = 0
    static let numberAs: UInt8 = 1
    static let text: UInt8 = 2
    static let absent: UInt8 = 3
  }
  private var kinds: [UInt8] = []
  /// A number for each row, or none at all in a column without numbers.
  private var numbers: [UInt64] = []
  /// For each row which of the texts is its, or none at all in a column without texts.
  private var textOf: [UInt32] = []
  private var texts = PackedTexts([])

  var count: Int { kinds.count }

  init(_ cells: FactsFile.Cells) {
    let hasNumbers = cells.contains { if case .text = $0 { false } else { $0 != .absent } }
    let hasTexts = cells.contains { if case .number = $0 { false } else { $0 != .absent } }
    var known: [String: UInt32] = [:]
    var list: [[UInt8]] = []
    func place(_ text: String) -> UInt32 {
      if let place = known[text] { return place }
      let place = UInt32(list.count)
      known[text] = place
      list.append(Array(text.utf8))
      return place
    }
    for cell in cells {
      var number = 0.0
      var text: UInt32 = 0
      switch cell {
      case .number(let value):
        kinds.append(Kind.number)
        number = value
      case .numberAs(let value, let written):
        kinds.append(Kind.numberAs)
        number = value
        text = place(written)
      case .text(let written):
        kinds.append(Kind.text)
        text = place(written)
      case .absent: kinds.append(Kind.absent)
      }
      if hasNumbers { numbers.append(number.bitPattern) }
      if hasTexts { textOf.append(text) }
    }
    texts = PackedTexts(list)
  }

  subscript(row: Int) -> FactsFile.Cell {
    switch kinds[row] {
    case Kind.number: .number(number(row))
    case Kind.numberAs: .numberAs(number(row), text(row))
    case Kind.text: .text(text(row))
    default: .absent
    }
  }

  private func number(_ row: Int) -> Double { Double(bitPattern: numbers[row]) }

  private func text(_ row: Int) -> String { String(decoding: texts[Int(textOf[row])], as: UTF8.self) }

  // MARK: Bytes

  var bytes: [UInt8] {
    var packer = BytePacker()
    packer.add(raw: [numbers.isEmpty ? 0 : 1, textOf.isEmpty ? 0 : 1])
    packer.add(raw: kinds)
    for number in numbers { packer.add(number) }
    for text in textOf { packer.add(text) }
    packer.add(texts)
    return packer.bytes
  }

  /// The cells of so many rows; nil where the bytes are not what `bytes` writes.
  init?(_ bytes: ArraySlice<UInt8>, rows: Int) {
    var unpacker = ByteUnpacker(bytes)
    guard let hasNumbers = unpacker.byte(), let hasTexts = unpacker.byte(), let kinds = unpacker.raw(rows),
      let numbers = unpacker.longs(hasNumbers == 0 ? 0 : rows),
      let textOf = unpacker.shorts(hasTexts == 0 ? 0 : rows), let texts = unpacker.texts(),
      unpacker.isAtEnd
    else { return nil }
    self.kinds = Array(kinds)
    self.numbers = numbers
    self.textOf = textOf
    self.texts = texts
    guard isWhole else { return nil }
  }

  /// Whether every row finds what its kind asks for.
  private var isWhole: Bool {
    for row in kinds.indices {
      let kind = kinds[row]
      guard kind <= Kind.absent else { return false }
      if kind <= Kind.numberAs, numbers.isEmpty { return false }
      if kind == Kind.numberAs || kind == Kind.text, textOf.isEmpty || Int(textOf[row]) >= texts.count {
        return false
      }
    }
    return true
  }
}

extension BytePacker {
  mutating func add(_ texts: PackedTexts) {
    add(count: texts.count)
    for end in texts.ends { add(end) }
    add(count: texts.bytes.count)
    add(raw: texts.bytes)
  }
}

extension ByteUnpacker {
  mutating func texts() -> PackedTexts? {
    guard let count = count(), let ends = shorts(count), let size = self.count(), let bytes = raw(size) else {
      return nil
    }
    return PackedTexts(bytes: Array(bytes), ends: ends)
  }
}
