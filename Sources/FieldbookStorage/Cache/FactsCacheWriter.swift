import FieldbookModel
import PlainText

/// Writes cache files: the directory, then the rows, then for a register what its schools are found by and their order,
/// then the columns.
enum FactsCacheWriter {
  static func bytes(_ file: FactsFile, of document: FactsCacheDirectory.Document) -> [UInt8] {
    let rows = file.rows.all
    let codes = Set(rows.authorities).sorted()
    var blocks: [[UInt8]] = [PackedRows.bytes(rows, authorityCodes: codes)]
    let isRegister = Register.isRegister(file.format)
    if isRegister { blocks += search(file) }
    blocks += file.columns.map { PackedCells($0.cells).bytes }
    let digests = blocks.map { XXHash64.digest($0) }
    func directory(from start: Int) -> FactsCacheDirectory {
      var offset = start
      var places: [FactsCacheDirectory.Block] = []
      for (block, digest) in zip(blocks, digests) {
        places.append(FactsCacheDirectory.Block(offset: offset, count: block.count, digest: digest))
        offset += block.count
      }
      return FactsCacheDirectory(
        document: document, head: file, rowCount: rows.subjects.count, authorityCodes: codes,
        namesLaterURNs: file.rows.namesLaterURNs, rows: places[0],
        columns: Array(places.dropFirst(isRegister ? 3 : 1)), search: isRegister ? places[1] : nil,
        nameOrder: isRegister ? places[2] : nil)
    }
    // The directory is as long with the places of the blocks in it as without.
    let start = directory(from: 0).bytes.count
    return blocks.reduce(into: directory(from: start).bytes) { $0 += $1 }
  }

  private static func search(_ file: FactsFile) -> [[UInt8]] {
    let table = RegisterTable(file)
    var texts = BytePacker()
    texts.add(PackedTexts(table.searchTexts().map { FoldedText.bytes($0) }))
    var order = BytePacker()
    for row in table.sortedByName() { order.add(count: row) }
    return [texts.bytes, order.bytes]
  }
}
