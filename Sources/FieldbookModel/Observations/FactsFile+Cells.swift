/// The cells of a column that lie in storage: read as a whole when the first of them is asked for.
public protocol StoredCells: AnyObject, Sendable {
  /// How many there are, known without reading them.
  var count: Int { get }
  /// The cell of a row from 0 up to `count`.
  func cell(_ row: Int) -> FactsFile.Cell
}

extension FactsFile {
  /// The cells of a column, in memory or in storage.
  public struct Cells: Hashable, Sendable, RandomAccessCollection, ExpressibleByArrayLiteral {
    private var list: [Cell]
    private var stored: (any StoredCells)?

    /// Cells in memory.
    public init(_ cells: [Cell]) {
      list = cells
    }

    /// Cells in memory.
    public init(arrayLiteral elements: Cell...) {
      list = elements
    }

    /// Cells in storage.
    public init(_ stored: any StoredCells) {
      list = []
      self.stored = stored
    }

    /// The first row's place.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { stored?.count ?? list.count }

    /// The cell of a row.
    public subscript(row: Int) -> Cell {
      guard let stored else { return list[row] }
      return stored.cell(row)
    }

    /// Adds the cell of one more row.
    public mutating func append(_ cell: Cell) {
      unpack()
      list.append(cell)
    }

    /// Makes room for so many rows.
    public mutating func reserveCapacity(_ count: Int) {
      unpack()
      list.reserveCapacity(count)
    }

    private mutating func unpack() {
      guard let stored else { return }
      list = (0..<stored.count).map(stored.cell)
      self.stored = nil
    }

    /// Whether all cells are alike, wherever they lie.
    public static func == (a: Cells, b: Cells) -> Bool {
      a.elementsEqual(b)
    }

    /// Hashes every cell.
    public func hash(into hasher: inout Hasher) {
      for cell in self { hasher.combine(cell) }
    }
  }
}
