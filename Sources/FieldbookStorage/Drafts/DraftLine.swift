import FieldbookModel
import PlainText

/// The smallest replacement that turns one text into another; places are counted in UTF-8 bytes.
struct Splice: Hashable {
  var position: Int
  var removed: Int
  var inserted: String

  init(position: Int, removed: Int, inserted: String) {
    self.position = position
    self.removed = removed
    self.inserted = inserted
  }

  /// Nil when the texts are the same, byte for byte.
  init?(from old: String, to new: String) {
    var (old, new) = (old, new)
    let splice = old.withUTF8 { before in new.withUTF8 { after in Splice(from: before, to: after) } }
    guard let splice else { return nil }
    self = splice
  }

  private init?(from before: UnsafeBufferPointer<UInt8>, to after: UnsafeBufferPointer<UInt8>) {
    var start = SharedBytes.atStart(of: before, after)
    guard start < before.count || start < after.count else { return nil }
    // Only whole characters' bytes are exchanged: both ends move outwards to where one begins.
    while start > 0, Splice.isInside(before, start) || Splice.isInside(after, start) { start -= 1 }
    var end = SharedBytes.atEnd(
      of: UnsafeBufferPointer(rebasing: before[start...]), UnsafeBufferPointer(rebasing: after[start...]))
    while end > 0, Splice.isInside(before, before.count - end) || Splice.isInside(after, after.count - end) {
      end -= 1
    }
    position = start
    removed = before.count - end - start
    inserted = String(decoding: after[start..<(after.count - end)], as: UTF8.self)
  }

  /// The text after the replacement, or nil when it does not fit the text before.
  func applied(to text: String) -> String? {
    var bytes = Array(text.utf8)
    guard position >= 0, removed >= 0, position <= bytes.count, removed <= bytes.count - position,
      !Splice.isInside(bytes, position), !Splice.isInside(bytes, position + removed)
    else { return nil }
    bytes.replaceSubrange(position..<(position + removed), with: inserted.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isInside<Bytes: RandomAccessCollection>(_ bytes: Bytes, _ index: Int) -> Bool
  where Bytes.Element == UInt8, Bytes.Index == Int {
    index < bytes.count && bytes[index] & 0xC0 == 0x80
  }
}

/// The lines of a draft's journal.
enum DraftLine {
  static func header(_ draft: Draft) -> [UInt8] {
    JournalLine.framed([
      "format": .string(DocumentFormat.draft.name),
      "version": .number(JSONNumber(DocumentFormat.draft.version)),
      "id": .string(draft.id), "startedAt": .string(draft.startedAt.text),
      "context": .object(draft.context.mapValues { .string($0) }),
      "texts": .object(draft.texts.mapValues { .string($0) }),
    ])
  }

  /// The number rises by one from line to line, so that a line that is missing is noticed.
  static func change(_ splice: Splice, of field: String, number: Int) -> [UInt8] {
    JournalLine.framed([
      .number(JSONNumber(number)), .string(field), .number(JSONNumber(splice.position)),
      .number(JSONNumber(splice.removed)), .string(splice.inserted),
    ])
  }
}

/// A draft as its journal tells it.
struct DraftReading {
  private(set) var draft: Draft
  /// The first line that could not be used, from 1; nil when all could.
  private(set) var badLine: Int?
  /// Whether good lines follow the bad one: then it is not just the end that was cut off.
  private(set) var isDamaged = false

  /// Reads a journal up to the first line that does not follow from those before; nil without a header.
  init?(_ bytes: [UInt8], id: String) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let header = lines.first.flatMap(JournalLine.read), let draft = DraftReading.draft(header, id: id)
    else {
      return nil
    }
    self.draft = draft
    read(lines.dropFirst())
  }

  /// Whether not even the first line of a journal is there: nothing, zeros, or a beginning without its end. Its name
  /// can reach the disk before its bytes do.
  static func isUnbegun(_ bytes: [UInt8]) -> Bool {
    !bytes.contains(0x0A) && JournalLine.read(bytes[...]) == nil
  }

  private mutating func read(_ lines: ArraySlice<ArraySlice<UInt8>>) {
    var expected = 0
    for (index, line) in lines.enumerated() where !line.isEmpty {
      // Half a line is what a failed write leaves; the change it was for comes again, under the same number.
      guard let change = JournalLine.read(line) else {
        badLine = badLine ?? index + 2
        continue
      }
      guard change.array?.first?.int == expected, apply(change) else {
        badLine = badLine ?? index + 2
        isDamaged = true
        return
      }
      expected += 1
    }
  }

  private mutating func apply(_ change: JSONValue) -> Bool {
    guard let parts = change.array, parts.count == 5, let field = parts[1].string,
      let position = parts[2].int,
      let removed = parts[3].int, let inserted = parts[4].string
    else { return false }
    let splice = Splice(position: position, removed: removed, inserted: inserted)
    guard let text = splice.applied(to: draft.texts[field] ?? "") else { return false }
    draft.texts[field] = text
    return true
  }

  private static func draft(_ header: JSONValue, id: String) -> Draft? {
    guard header["format"]?.string == DocumentFormat.draft.name,
      header["version"]?.int == DocumentFormat.draft.version, header["id"]?.string == id,
      let startedAt = header["startedAt"]?.string.flatMap(Instant.init(text:)),
      let context = header["context"]?.object, let texts = header["texts"]?.object
    else { return nil }
    return Draft(
      id: id, context: context.compactMapValues(\.string), startedAt: startedAt,
      texts: texts.compactMapValues(\.string))
  }
}
