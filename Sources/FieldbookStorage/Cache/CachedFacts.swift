import FieldbookModel
import PlainText
import Synchronization

/// A facts file out of its cache: rows and columns are read, and checked against their digests, when they are first
/// asked for. Where a block turns out to be damaged, the document it was made from is read instead.
final class CachedFacts: Sendable {
  private let folder: WorkspaceFolder
  private let path: String
  private let directory: FactsCacheDirectory
  /// The first bytes of the cache file, which hold all of a small one.
  private let first: [UInt8]
  /// Whether a damaged cache is taken away, so that the next opening makes it anew.
  private let isOurs: Bool
  /// The document read in full, once a block was found damaged; the inner nil when that failed too.
  private let document = Mutex<FactsFile??>(nil)

  init(folder: WorkspaceFolder, path: String, directory: FactsCacheDirectory, first: [UInt8], isOurs: Bool) {
    self.folder = folder
    self.path = path
    self.directory = directory
    self.first = first
    self.isOurs = isOurs
  }

  /// The facts file over this cache.
  var file: FactsFile {
    var columns = directory.head.columns
    for index in columns.indices {
      columns[index].cells = FactsFile.Cells(CachedColumn(self, index, rows: directory.rowCount))
    }
    return FactsFile(
      format: directory.head.format, period: directory.head.period, halfTerm: directory.head.halfTerm,
      source: directory.head.source, rows: FactsFile.Rows(CachedRows(self, directory)), columns: columns,
      readySearch: directory.search == nil ? nil : CachedSearch(self))
  }

  func cells(ofColumn index: Int) -> LoadedCells {
    if let block = block(directory.columns[index]), let cells = PackedCells(block, rows: directory.rowCount) {
      return .packed(cells)
    }
    return fullDocument().map { .list($0.columns[index].cells) } ?? .lost
  }

  /// The rows; where neither cache nor document can be read any more, rows that speak of nobody.
  func rows() -> FactsFile.RowList {
    let codes = directory.authorityCodes
    if let block = block(directory.rows),
      let rows = PackedRows.rows(block, count: directory.rowCount, authorityCodes: codes)
    {
      return rows
    }
    if let document = fullDocument() { return document.rows.all }
    let count = directory.rowCount
    return FactsFile.RowList(
      subjects: Array(repeating: .la(CachedFacts.unreadable), count: count),
      authorities: Array(repeating: "", count: count), lines: Array(repeating: 0, count: count))
  }

  func searchTexts() -> PackedTexts? {
    guard let place = directory.search, let block = block(place) else { return nil }
    var unpacker = ByteUnpacker(block)
    return unpacker.texts()
  }

  func nameOrder() -> [UInt32]? {
    guard let place = directory.nameOrder, let block = block(place) else { return nil }
    var unpacker = ByteUnpacker(block)
    return unpacker.shorts(directory.rowCount)
  }

  /// What stands for a cell of which neither cache nor document can be read any more: the disk has gone, or both were
  /// spoilt while the program ran. It is no number and no code of anybody's.
  static let unreadable = "(the disk can no longer read it)"

  private func block(_ block: FactsCacheDirectory.Block) -> ArraySlice<UInt8>? {
    let end = block.offset + block.count
    let bytes: ArraySlice<UInt8>
    if end <= first.count {
      bytes = first[block.offset..<end]
    } else {
      guard let read = try? folder.disk.read(folder.whole(path), range: block.offset..<end) else {
        return nil
      }
      bytes = read[...]
    }
    return bytes.count == block.count && XXHash64.digest(bytes) == block.digest ? bytes : nil
  }

  /// The document, unless it has become another since the cache was opened.
  private func fullDocument() -> FactsFile? {
    document.withLock { document in
      if let document { return document }
      if isOurs { try? folder.disk.remove(folder.whole(path)) }
      var found: FactsFile?
      if let status = try? folder.status(directory.document.path),
        FactsCacheDirectory.Document(directory.document.path, status) == directory.document,
        let read = try? folder.factsDocument(directory.document.path), read.rows.count == directory.rowCount,
        read.columns.count == directory.columns.count
      {
        found = read
      }
      document = .some(found)
      return found
    }
  }
}

/// The cells of a column once they are there.
enum LoadedCells {
  case packed(PackedCells)
  case list(FactsFile.Cells)
  case lost
}

/// A column that is read when the first of its cells is asked for.
private final class CachedColumn: StoredCells {
  let count: Int
  private let facts: CachedFacts
  private let index: Int
  private let loaded = Mutex<LoadedCells?>(nil)

  init(_ facts: CachedFacts, _ index: Int, rows: Int) {
    self.facts = facts
    self.index = index
    count = rows
  }

  func cell(_ row: Int) -> FactsFile.Cell {
    loaded.withLock { loaded in
      if loaded == nil { loaded = facts.cells(ofColumn: index) }
      switch loaded {
      case .packed(let cells): return cells[row]
      case .list(let cells): return cells[row]
      case .lost, nil: return .text(CachedFacts.unreadable)
      }
    }
  }
}

/// Rows that are read when the first of them is asked for.
private final class CachedRows: StoredRows {
  let count: Int
  let authorityCodes: [String]
  let namesLaterURNs: Bool
  private let facts: CachedFacts
  private let loaded = Mutex<FactsFile.RowList?>(nil)

  init(_ facts: CachedFacts, _ directory: FactsCacheDirectory) {
    self.facts = facts
    count = directory.rowCount
    authorityCodes = directory.authorityCodes
    namesLaterURNs = directory.namesLaterURNs
  }

  func all() -> FactsFile.RowList {
    loaded.withLock { loaded in
      let rows = loaded ?? facts.rows()
      loaded = rows
      return rows
    }
  }
}

/// Search texts and order by name, read when somebody asks for them.
private final class CachedSearch: StoredSearch {
  private let facts: CachedFacts

  init(_ facts: CachedFacts) {
    self.facts = facts
  }

  func texts() -> PackedTexts? { facts.searchTexts() }

  func nameOrder() -> [UInt32]? { facts.nameOrder() }
}
