import FieldbookModel

/// A record as bytes, told field by field without anything having been parsed. The bytes stay in memory, so that no
/// question leads to the disk.
///
/// It begins with where each field and each kind of parts ends; then come the fields, then the parts, each kind's with
/// the places where they end, oldest first.
final class PackedRecord: StoredRecord {
  private let bytes: [UInt8]
  private let start: Int
  private let layout: RecordLayout

  init(_ bytes: [UInt8], from start: Int, _ layout: RecordLayout) {
    self.bytes = bytes
    self.start = start
    self.layout = layout
  }

  var partKinds: [String] { layout.plurals }

  var values: [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for (index, name) in layout.fields.enumerated() { values[name] = value(at: index) }
    return values
  }

  func value(_ field: String) -> FieldValue? { layout.fields.firstIndex(of: field).flatMap { value(at: $0) } }

  func parts(_ plural: String) -> [Record]? {
    guard let kind = layout.plurals.firstIndex(of: plural), let places = places(ofParts: kind) else {
      return nil
    }
    return places.compactMap { part(at: $0, layout.parts[kind]) }
  }

  func part(_ plural: String, _ id: String) -> Record? {
    guard let kind = layout.plurals.firstIndex(of: plural), let places = places(ofParts: kind) else {
      return nil
    }
    let wanted = Array(id.utf8)
    let place = places.first { place in
      number(place) == wanted.count && span(place + 4, wanted.count).map { bytes[$0] == wanted[...] } ?? false
    }
    return place.flatMap { part(at: $0, layout.parts[kind]) }
  }

  // MARK: Places

  private var fieldsStart: Int { start + 4 * (layout.fields.count + layout.plurals.count) }

  private func value(at index: Int) -> FieldValue? {
    guard let begin = index == 0 ? 0 : number(start + 4 * (index - 1)), let end = number(start + 4 * index),
      let span = span(fieldsStart + begin, end - begin), !span.isEmpty
    else { return nil }
    return PackedValue.value(bytes[span])
  }

  /// Where the parts of a kind begin; nil where there is no such member.
  private func places(ofParts kind: Int) -> [Int]? {
    let ends = start + 4 * layout.fields.count
    guard let first = number(ends - 4), let begin = kind == 0 ? 0 : number(ends + 4 * (kind - 1)),
      let end = number(ends + 4 * kind), let all = span(fieldsStart + first + begin, end - begin),
      all.count >= 4, let count = number(all.lowerBound), count <= all.count / 4
    else { return nil }
    let records = all.lowerBound + 4 + 4 * count
    return (0..<count).compactMap { part in
      (part == 0 ? 0 : number(all.lowerBound + 4 * part)).map { records + $0 }
    }
  }

  private func part(at place: Int, _ layout: RecordLayout) -> Record? {
    guard let count = number(place), let id = span(place + 4, count) else { return nil }
    return Record(
      id: String(decoding: bytes[id], as: UTF8.self), stored: PackedRecord(bytes, from: id.upperBound, layout)
    )
  }

  private func number(_ place: Int) -> Int? {
    guard span(place, 4) != nil else { return nil }
    return bytes.withUnsafeBytes {
      Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    }
  }

  /// So many bytes from a place on, if they are there. Bytes that fit their digest always are; those that somebody made
  /// up must do no harm either.
  private func span(_ place: Int, _ count: Int) -> Range<Int>? {
    guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else { return nil }
    return place..<(place + count)
  }
}

// MARK: - Packing

extension PackedRecord {
  /// The packed form of a record.
  static func pack(_ record: Record, _ layout: RecordLayout) -> [UInt8] {
    var ends = BytePacker()
    var content = BytePacker()
    for field in layout.fields {
      if let value = record.value(field) { PackedValue.add(value, to: &content) }
      ends.add(count: content.bytes.count)
    }
    var parts = BytePacker()
    let all = record.parts
    for (plural, layout) in zip(layout.plurals, layout.parts) {
      if let records = all[plural] { add(Record.inOrder(records), layout, to: &parts) }
      ends.add(count: parts.bytes.count)
    }
    return ends.bytes + content.bytes + parts.bytes
  }

  private static func add(_ records: [Record], _ layout: RecordLayout, to packer: inout BytePacker) {
    packer.add(count: records.count)
    var content = BytePacker()
    for record in records {
      content.add(record.id)
      content.add(raw: pack(record, layout))
      packer.add(count: content.bytes.count)
    }
    packer.add(raw: content.bytes)
  }
}

/// What a field holds, as bytes: one for its type, then the value.
enum PackedValue {
  static func add(_ value: FieldValue, to packer: inout BytePacker) {
    switch value {
    case .text(let text):
      packer.add(raw: [0] + Array(text.utf8))
    case .texts(let texts):
      packer.add(raw: [1])
      packer.add(count: texts.count)
      for text in texts { packer.add(text) }
    case .date(let date):
      packer.add(raw: [2])
      packer.add(UInt64(bitPattern: Int64(date.dayNumber)))
    case .instant(let instant):
      packer.add(raw: [3])
      packer.add(UInt64(bitPattern: Int64(instant.milliseconds)))
      packer.add(UInt64(bitPattern: Int64(instant.offsetMinutes)))
    case .flag(let flag):
      packer.add(raw: [4, flag ? 1 : 0])
    case .number(let number):
      packer.add(raw: [5])
      packer.add(number.bitPattern)
    }
  }

  /// The value; nil where the bytes are not what `add` writes.
  static func value(_ bytes: ArraySlice<UInt8>) -> FieldValue? {
    if bytes.first == 0 { return .text(String(decoding: bytes.dropFirst(), as: UTF8.self)) }
    var unpacker = ByteUnpacker(bytes)
    switch unpacker.byte() {
    case 1: return texts(&unpacker).map { .texts($0) }
    case 2: return unpacker.integer(within: days).map { .date(CalendarDate(dayNumber: $0)) }
    case 3:
      guard let milliseconds = unpacker.integer(within: moments),
        let offset = unpacker.integer(within: -1439...1439)
      else { return nil }
      return .instant(Instant(milliseconds: milliseconds, offsetMinutes: offset))
    case 4: return unpacker.byte().map { .flag($0 != 0) }
    case 5: return unpacker.long().map { Double(bitPattern: $0) }.flatMap { $0.isFinite ? .number($0) : nil }
    default: return nil
    }
  }

  /// The days of the years 1 to 9999, and the moments of them with a day to spare at either end.
  private static let days = -719_162...2_932_896
  private static let moments = (days.lowerBound - 1) * 86_400_000...(days.upperBound + 2) * 86_400_000

  private static func texts(_ unpacker: inout ByteUnpacker) -> [String]? {
    guard let count = unpacker.count() else { return nil }
    var texts: [String] = []
    for _ in 0..<count {
      guard let text = unpacker.text() else { return nil }
      texts.append(text)
    }
    return texts
  }
}

extension ByteUnpacker {
  fileprivate mutating func integer(within range: ClosedRange<Int>) -> Int? {
    long().flatMap { Int(exactly: Int64(bitPattern: $0)) }.flatMap { range.contains($0) ? $0 : nil }
  }
}
