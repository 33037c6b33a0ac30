/// What a terminal would show after some bytes: enough of xterm for what ncurses sends under
/// `TERM=xterm-256color`. Colours and attributes are not kept.
struct TerminalScreen {
  private(set) var columns: Int
  private(set) var rows: Int
  /// Row and column of the cursor, from 0.
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  /// Whether the cursor can be seen.
  private(set) var isCursorVisible = true
  /// Whether the program's own screen is up, rather than the shell's.
  private(set) var isAlternate = false
  /// Whether pastes are sent between marks.
  private(set) var takesPastes = false
  /// Whether the arrows send their application codes.
  private(set) var hasApplicationKeys = false
  /// How often the bell has rung.
  private(set) var bells = 0

  /// A cell holds its character; "" is the right half of a wide one.
  private var cells: [[String]]
  private var shellCells: [[String]] = []
  private var savedCursor = (row: 0, column: 0)
  private var region: Range<Int>
  private var wraps = true
  private var wrapsNext = false
  private var inserts = false
  private var charsets: [Character] = ["B", "B"]
  private var charset = 0
  private var lastPrinted = ""
  private var parser = ControlParser()

  /// Makes an empty screen.
  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Self.blank(columns, rows)
    region = 0..<rows
  }

  /// The rows as text, without the spaces at their ends.
  var lines: [String] {
    cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// All rows, joined by line breaks.
  var text: String { lines.joined(separator: "\n") }

  /// The text of the row that the cursor is on.
  var cursorLine: String { lines.indices.contains(cursorRow) ? lines[cursorRow] : "" }

  /// Takes what the program wrote; it may stop anywhere, even within a character.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      guard let control = parser.take(byte) else { continue }
      obey(control)
    }
  }

  /// Cuts or fills the screen at its right and at its foot.
  mutating func resize(columns: Int, rows: Int) {
    cells = Self.fitted(cells, columns, rows)
    if isAlternate { shellCells = Self.fitted(shellCells, columns, rows) }
    self.columns = columns
    self.rows = rows
    region = 0..<rows
    moveTo(cursorRow, cursorColumn)
  }

  private static func blank(_ columns: Int, _ rows: Int) -> [[String]] {
    Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  private static func fitted(_ cells: [[String]], _ columns: Int, _ rows: Int) -> [[String]] {
    var fitted = blank(columns, rows)
    for row in 0..<min(rows, cells.count) {
      for column in 0..<min(columns, cells[row].count) { fitted[row][column] = cells[row][column] }
    }
    return fitted
  }
}

extension TerminalScreen {
  private mutating func obey(_ control: ControlParser.Control) {
    switch control {
    case .scalar(let scalar): print(scalar)
    case .c0(let byte): obeyC0(byte)
    case .escape(let final): obeyEscape(final)
    case .charset(let slot, let name): charsets[slot] = name
    case .sequence(let sequence):
      if sequence.mark == "?" { setModes(sequence) } else { obeySequence(sequence) }
    }
  }

  private mutating func print(_ scalar: Unicode.Scalar) {
    let text = charsets[charset] == "0" ? LineDrawing.text(for: scalar) : String(Character(scalar))
    let width = CellWidth.of(scalar)
    guard width > 0 else { return combine(scalar) }
    if wrapsNext || cursorColumn + width > columns {
      cursorColumn = 0
      lineFeed()
    }
    if inserts { insertCells(width) }
    lastPrinted = text
    put(text, width)
  }

  private mutating func put(_ text: String, _ width: Int) {
    guard cursorRow < rows, cursorColumn < columns else { return }
    splitWide(at: cursorColumn)
    cells[cursorRow][cursorColumn] = text
    if width == 2, cursorColumn + 1 < columns {
      splitWide(at: cursorColumn + 1)
      cells[cursorRow][cursorColumn + 1] = ""
    }
    wrapsNext = wraps && cursorColumn + width >= columns
    cursorColumn = min(cursorColumn + width, columns - 1)
  }

  /// Half of a wide character that is overwritten takes the other half with it.
  private mutating func splitWide(at column: Int) {
    if cells[cursorRow][column].isEmpty, column > 0 { cells[cursorRow][column - 1] = " " }
    if column + 1 < columns, cells[cursorRow][column + 1].isEmpty { cells[cursorRow][column + 1] = " " }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = wrapsNext ? cursorColumn : cursorColumn - 1
    guard cells.indices.contains(cursorRow), column >= 0 else { return }
    if cells[cursorRow][column].isEmpty, column > 0 { column -= 1 }
    cells[cursorRow][column].unicodeScalars.append(scalar)
  }

  private mutating func obeyC0(_ byte: UInt8) {
    switch byte {
    case 7: bells += 1
    case 8: moveTo(cursorRow, cursorColumn - 1)
    case 9: moveTo(cursorRow, (cursorColumn / 8 + 1) * 8)
    case 10, 11, 12: lineFeed()
    case 13: moveTo(cursorRow, 0)
    case 14: charset = 1
    case 15: charset = 0
    default: break
    }
  }

  private mutating func obeyEscape(_ final: Character) {
    switch final {
    case "7": savedCursor = (cursorRow, cursorColumn)
    case "8": moveTo(savedCursor.row, savedCursor.column)
    case "D": lineFeed()
    case "E":
      cursorColumn = 0
      lineFeed()
    case "M": reverseLineFeed()
    case "c": self = TerminalScreen(columns: columns, rows: rows)
    default: break
    }
  }
}

extension TerminalScreen {
  private mutating func obeySequence(_ sequence: ControlParser.Sequence) {
    let count = max(1, sequence.number(0))
    switch sequence.final {
    case "A": moveTo(cursorRow - count, cursorColumn)
    case "B", "e": moveTo(cursorRow + count, cursorColumn)
    case "C", "a": moveTo(cursorRow, cursorColumn + count)
    case "D": moveTo(cursorRow, cursorColumn - count)
    case "G", "`": moveTo(cursorRow, count - 1)
    case "d": moveTo(count - 1, cursorColumn)
    case "H", "f": moveTo(count - 1, max(1, sequence.number(1)) - 1)
    case "I": moveTo(cursorRow, (cursorColumn / 8 + count) * 8)
    case "Z": moveTo(cursorRow, (max(0, cursorColumn - 1) / 8 - (count - 1)) * 8)
    case "r": setRegion(sequence)
    case "h", "l": if sequence.number(0) == 4 { inserts = sequence.final == "h" }
    case "p": if sequence.mark == "!" { inserts = false }
    default: change(sequence.final, count, sequence.number(0))
    }
  }

  /// Sequences that change what is shown.
  private mutating func change(_ final: Character, _ count: Int, _ number: Int) {
    switch final {
    case "J": eraseDisplay(number)
    case "K": eraseLine(number)
    case "X": blank(cursorRow, cursorColumn..<min(columns, cursorColumn + count))
    case "P": deleteCells(count)
    case "@": insertCells(count)
    case "L": scroll(cursorRow..<region.upperBound, by: -count)
    case "M": scroll(cursorRow..<region.upperBound, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    case "b": for _ in 0..<count { for scalar in lastPrinted.unicodeScalars { print(asShown: scalar) } }
    default: break
    }
  }

  /// REP repeats what was shown, which a line-drawing set must not translate again.
  private mutating func print(asShown scalar: Unicode.Scalar) {
    let kept = charsets
    charsets = ["B", "B"]
    print(scalar)
    charsets = kept
  }

  private mutating func setModes(_ sequence: ControlParser.Sequence) {
    guard "hl".contains(sequence.final) else { return }
    let isOn = sequence.final == "h"
    for mode in sequence.numbers {
      switch mode {
      case 1: hasApplicationKeys = isOn
      case 7: wraps = isOn
      case 25: isCursorVisible = isOn
      case 1049: switchScreen(isOn)
      case 2004: takesPastes = isOn
      default: break
      }
    }
  }

  private mutating func switchScreen(_ toAlternate: Bool) {
    guard toAlternate != isAlternate else { return }
    isAlternate = toAlternate
    if toAlternate {
      shellCells = cells
      savedCursor = (cursorRow, cursorColumn)
      cells = Self.blank(columns, rows)
    } else {
      cells = shellCells
      moveTo(savedCursor.row, savedCursor.column)
    }
  }

  private mutating func setRegion(_ sequence: ControlParser.Sequence) {
    let top = max(1, sequence.number(0)) - 1
    let bottom = sequence.number(1) == 0 ? rows : min(rows, sequence.number(1))
    region = top < bottom ? top..<bottom : 0..<rows
    moveTo(0, 0)
  }
}

extension TerminalScreen {
  private mutating func moveTo(_ row: Int, _ column: Int) {
    cursorRow = max(0, min(row, rows - 1))
    cursorColumn = max(0, min(column, columns - 1))
    wrapsNext = false
  }

  private mutating func lineFeed() {
    wrapsNext = false
    if cursorRow == region.upperBound - 1 { return scroll(region, by: 1) }
    cursorRow = min(cursorRow + 1, rows - 1)
  }

  private mutating func reverseLineFeed() {
    wrapsNext = false
    if cursorRow == region.lowerBound { return scroll(region, by: -1) }
    cursorRow = max(cursorRow - 1, 0)
  }

  /// Moves the rows of a range up, or down where `distance` is negative.
  private mutating func scroll(_ range: Range<Int>, by distance: Int) {
    guard !range.isEmpty else { return }
    let kept = Array(cells[range])
    for (offset, row) in range.enumerated() {
      let from = offset + distance
      cells[row] = kept.indices.contains(from) ? kept[from] : Array(repeating: " ", count: columns)
    }
  }

  private mutating func blank(_ row: Int, _ range: Range<Int>) {
    guard cells.indices.contains(row) else { return }
    for column in range { cells[row][column] = " " }
  }

  private mutating func eraseLine(_ number: Int) {
    switch number {
    case 0: blank(cursorRow, cursorColumn..<columns)
    case 1: blank(cursorRow, 0..<min(columns, cursorColumn + 1))
    default: blank(cursorRow, 0..<columns)
    }
  }

  private mutating func eraseDisplay(_ number: Int) {
    if number <= 1 { eraseLine(number) }
    let others = number == 0 ? cursorRow + 1..<rows : number == 1 ? 0..<cursorRow : 0..<rows
    for row in others { blank(row, 0..<columns) }
  }

  private mutating func deleteCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    cells[cursorRow].removeSubrange(cursorColumn..<cursorColumn + count)
    cells[cursorRow] += Array(repeating: " ", count: count)
  }

  private mutating func insertCells(_ count: Int) {
    let count = min(count, columns - cursorColumn)
    cells[cursorRow].insert(contentsOf: Array(repeating: " ", count: count), at: cursorColumn)
    cells[cursorRow].removeLast(count)
  }
}
