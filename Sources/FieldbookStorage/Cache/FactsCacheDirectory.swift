import FieldbookModel
import PlainText

/// The beginning of a cache file: which document it was made from, and where each of its blocks stands.
///
/// Everything in it is covered by one digest, and each block by its own, so that no damaged byte is ever believed.
struct FactsCacheDirectory: Equatable {
  /// Part of a cache file that is read by itself.
  struct Block: Equatable {
    var offset: Int
    var count: Int
    var digest: UInt64
  }

  /// What tells the document as it was read from any other state of it.
  struct Document: Equatable {
    var path: String
    var size: Int
    var modified: Int
    var inode: UInt64

    init(_ path: String, _ status: FileStatus) {
      self.path = path
      size = status.size
      modified = status.modified
      inode = status.inode
    }

    fileprivate init(path: String, size: UInt64, modified: UInt64, inode: UInt64) {
      self.path = path
      self.size = Int(truncatingIfNeeded: size)
      self.modified = Int(truncatingIfNeeded: modified)
      self.inode = inode
    }
  }

  /// The first bytes: what it is, and the version of this layout. Another version is another beginning.
  static let beginning = Array("fieldbook facts cache 4\n".utf8)

  var document: Document
  /// The file without its cells and rows.
  var head: FactsFile
  var rowCount: Int
  var authorityCodes: [String]
  var namesLaterURNs: Bool
  var rows: Block
  var columns: [Block]
  /// What schools are found by; in registers alone.
  var search: Block?
  /// The rows by name; in registers alone.
  var nameOrder: Block?

  /// The directory's bytes, as many as `blocksStart` says.
  var bytes: [UInt8] {
    var packer = BytePacker()
    pack(into: &packer)
    var head = BytePacker()
    head.add(raw: FactsCacheDirectory.beginning)
    head.add(count: packer.bytes.count)
    head.add(XXHash64.digest(packer.bytes))
    return head.bytes + packer.bytes
  }

  /// How many bytes stand before the directory itself.
  private static let prefix = beginning.count + 12

  /// How many bytes of a file its directory takes, by its first bytes; nil when it is no cache file of this version.
  static func size(_ first: ArraySlice<UInt8>) -> Int? {
    guard first.starts(with: beginning) else { return nil }
    var unpacker = ByteUnpacker(first.dropFirst(beginning.count))
    return unpacker.count().map { prefix + $0 }
  }

  /// Read back; nil where it is damaged or of another version.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard let size = FactsCacheDirectory.size(bytes), size <= bytes.count else { return nil }
    var prefix = ByteUnpacker(bytes.dropFirst(FactsCacheDirectory.beginning.count + 4))
    let content = bytes[(bytes.startIndex + FactsCacheDirectory.prefix)..<(bytes.startIndex + size)]
    guard prefix.long() == XXHash64.digest(content) else { return nil }
    var unpacker = ByteUnpacker(content)
    self.init(&unpacker)
  }

  init(
    document: Document, head: FactsFile, rowCount: Int, authorityCodes: [String], namesLaterURNs: Bool,
    rows: Block, columns: [Block], search: Block?, nameOrder: Block?
  ) {
    self.document = document
    self.head = head
    self.rowCount = rowCount
    self.authorityCodes = authorityCodes
    self.namesLaterURNs = namesLaterURNs
    self.rows = rows
    self.columns = columns
    self.search = search
    self.nameOrder = nameOrder
  }
}

// MARK: - Packing

extension FactsCacheDirectory {
  private func pack(into packer: inout BytePacker) {
    packer.add(document.path)
    packer.add(UInt64(truncatingIfNeeded: document.size))
    packer.add(UInt64(truncatingIfNeeded: document.modified))
    packer.add(document.inode)
    packer.add(head.format)
    packer.add(FactsPeriodCodec.text(head.period, head.halfTerm))
    let source = head.source
    for text in [source.file, source.sha256, source.encoding, source.importedAt.text] { packer.add(text) }
    packer.add(source.asAt?.text)
    packer.add(source.mapping)
    packer.add(source.status)
    packer.add(source.because)
    packer.add(count: source.citation == nil ? 0 : 1)
    if let citation = source.citation {
      for text in [citation.title, citation.publisher, citation.published.text, citation.address] {
        packer.add(text)
      }
    }
    packer.add(count: rowCount)
    packer.add(count: namesLaterURNs ? 1 : 0)
    packer.add(count: authorityCodes.count)
    for code in authorityCodes { packer.add(code) }
    packer.add(rows)
    packer.add(count: search == nil ? 0 : 1)
    if let search { packer.add(search) }
    packer.add(count: nameOrder == nil ? 0 : 1)
    if let nameOrder { packer.add(nameOrder) }
    packer.add(count: columns.count)
    for (column, block) in zip(head.columns, columns) {
      packer.add(column)
      packer.add(block)
    }
  }

  private init?(_ unpacker: inout ByteUnpacker) {
    guard let path = unpacker.text(), let size = unpacker.long(), let modified = unpacker.long(),
      let inode = unpacker.long(), let format = unpacker.text(), let period = unpacker.when(),
      let source = unpacker.source(), let rowCount = unpacker.count(), let later = unpacker.count(),
      let authorityCount = unpacker.count()
    else { return nil }
    var authorityCodes: [String] = []
    for _ in 0..<authorityCount {
      guard let code = unpacker.text() else { return nil }
      authorityCodes.append(code)
    }
    guard let rows = unpacker.block(), let hasSearch = unpacker.count() else { return nil }
    let search = hasSearch == 0 ? nil : unpacker.block()
    guard let hasOrder = unpacker.count() else { return nil }
    let nameOrder = hasOrder == 0 ? nil : unpacker.block()
    guard let columnCount = unpacker.count() else { return nil }
    var columns: [FactsFile.Column] = []
    var blocks: [Block] = []
    for _ in 0..<columnCount {
      guard let column = unpacker.column(), let block = unpacker.block() else { return nil }
      columns.append(column)
      blocks.append(block)
    }
    guard unpacker.isAtEnd else { return nil }
    self.init(
      document: Document(path: path, size: size, modified: modified, inode: inode),
      head: FactsFile(
        format: format, period: period?.year, halfTerm: period?.part, source: source, subjects: [],
        authorities: [], lines: [],
        columns: columns),
      rowCount: rowCount, authorityCodes: authorityCodes, namesLaterURNs: later != 0, rows: rows,
      columns: blocks, search: search, nameOrder: nameOrder)
  }
}

extension BytePacker {
  fileprivate mutating func add(_ block: FactsCacheDirectory.Block) {
    add(UInt64(truncatingIfNeeded: block.offset))
    add(UInt64(truncatingIfNeeded: block.count))
    add(block.digest)
  }

  fileprivate mutating func add(_ column: FactsFile.Column) {
    add(column.measure)
    add(column.group.rawValue)
    add(FactsPeriodCodec.text(column.period, column.halfTerm))
    add(column.part.rawValue)
    add(column.header)
    add(column.suffix)
    let places = [
      column.countColumn, column.rollColumn, column.lowerColumn, column.upperColumn, column.lineColumn,
    ]
    for place in places {
      add(place: place)
    }
  }
}

extension ByteUnpacker {
  fileprivate mutating func block() -> FactsCacheDirectory.Block? {
    guard let offset = long(), let count = long(), let digest = long(), offset < 1 << 48, count < 1 << 40
    else { return nil }
    return FactsCacheDirectory.Block(offset: Int(offset), count: Int(count), digest: digest)
  }

  /// An academic year, a half-term of one, or none.
  fileprivate mutating func when() -> Period?? {
    guard let text = textOrNone() else { return nil }
    guard let text else { return .some(nil) }
    guard let period = Period(text: text) else { return nil }
    return .some(period)
  }

  fileprivate mutating func source() -> FactsFile.Source? {
    guard let file = text(), let sha256 = text(), let encoding = text(),
      let importedAt = text().flatMap(Instant.init(text:)), let asAt = textOrNone(), let mapping = text(),
      let status = text(), let because = textOrNone(), let isQuoted = count()
    else { return nil }
    var citation: Citation?
    if isQuoted != 0 {
      guard let title = text(), let publisher = text(),
        let published = text().flatMap(CalendarDate.init(text:)), let address = text()
      else { return nil }
      citation = Citation(title: title, publisher: publisher, published: published, address: address)
    }
    return FactsFile.Source(
      file: file, sha256: sha256, encoding: encoding, importedAt: importedAt,
      asAt: asAt.flatMap(CalendarDate.init(text:)), mapping: mapping, status: status,
      because: because, citation: citation)
  }

  fileprivate mutating func column() -> FactsFile.Column? {
    guard let measure = text(), let group = text().flatMap(PupilGroup.init(rawValue:)),
      let period = when(), let part = text().flatMap(FactsFile.Part.init(rawValue:)), let header = text(),
      let suffix = text(), let count = placeOrNone(), let roll = placeOrNone(), let lower = placeOrNone(),
      let upper = placeOrNone(), let line = placeOrNone()
    else { return nil }
    return FactsFile.Column(
      measure: measure, group: group, period: period?.year, halfTerm: period?.part, part: part,
      header: header, suffix: suffix, countColumn: count, rollColumn: roll, lowerColumn: lower,
      upperColumn: upper, lineColumn: line)
  }
}
