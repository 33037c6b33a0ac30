import FieldbookModel
import SeededRandom
import Testing

@testable import FieldbookStorage

/// A record as bytes says what the record says, and bytes that are none do no harm.
struct PackedRecordTests {
  private func value(_ type: RecordField.FieldType, _ random: inout SplitMix64) -> FieldValue {
    let text =
      ["", " ", "Calm starts.", "Ünïcode \u{202E}x\0y", String(repeating: "long ", count: 300)]
      .randomElement(using: &random) ?? ""
    switch type {
    case .date: return .date(CalendarDate(dayNumber: Int.random(in: -700_000...2_000_000, using: &random)))
    case .instant:
      return .instant(
        Instant(
          milliseconds: Int.random(in: -1_000_000_000_000...2_000_000_000_000, using: &random),
          offsetMinutes: Int.random(in: -1439...1439, using: &random)))
    case .flag: return .flag(Bool.random(using: &random))
    case .number: return .number(Double.random(in: -1e9...1e9, using: &random))
    case .lines, .links, .areas:
      return .texts(Array(repeating: text, count: Int.random(in: 0...3, using: &random)))
    default: return .text(text)
    }
  }

  private func record(_ kind: RecordKind, id: String, _ random: inout SplitMix64) -> Record {
    var values: [String: FieldValue] = [:]
    for field in kind.fields where Bool.random(using: &random) {
      values[field.name] = value(field.type, &random)
    }
    var parts: [String: [String: Record]] = [:]
    for part in kind.parts where Int.random(in: 0..<4, using: &random) > 0 {
      let ids = (0..<Int.random(in: 0...5, using: &random)).map { "\(part.name)-\($0)é" }
      parts[part.plural] = Dictionary(uniqueKeysWithValues: ids.map { ($0, record(part, id: $0, &random)) })
    }
    return Record(id: id, values: values, parts: parts)
  }

  @Test(arguments: 0..<200) func `A packed record says what it was packed from`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for kind in RecordKind.documents {
      let record = record(kind, id: "r", &random)
      let layout = RecordLayout.of(kind)
      let before = Array(repeating: UInt8(7), count: Int.random(in: 0..<9, using: &random))
      let packed = Record(
        id: "r",
        stored: PackedRecord(before + PackedRecord.pack(record, layout), from: before.count, layout))
      #expect(packed == record)
      #expect(ToldRecords.lines(packed, kind) == ToldRecords.lines(record, kind))
      #expect(PackedRecord.pack(packed, layout) == PackedRecord.pack(record, layout))
      #expect(packed.part("evidence", "nobody") == nil && packed.value("no such field") == nil)
    }
  }

  @Test(arguments: 0..<300) func `Bytes that nobody packed are no record and do no harm`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let layout = RecordLayout.of(.review)
    var bytes = PackedRecord.pack(record(.review, id: "r", &random), layout)
    for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place...)
      default: bytes[place] = 0xFF
      }
    }
    let packed = Record(id: "r", stored: PackedRecord(bytes, from: 0, layout))
    _ = packed.values
    for part in RecordKind.review.parts {
      for record in packed.parts(part.plural) { _ = (record.values, packed.part(part.plural, record.id)) }
    }
  }

  @Test func `A record out of the cache that is changed is a record like any other`() {
    var random = SplitMix64(seed: 3)
    let plain = record(.review, id: "r", &random)
    let layout = RecordLayout.of(.review)
    var changed = Record(id: "r", stored: PackedRecord(PackedRecord.pack(plain, layout), from: 0, layout))
    changed.values["focus"] = .text("Reading")
    changed.parts["evidence"] = ["n": Record(id: "n", values: ["text": .text("Calm.")])]
    #expect(changed.text("focus") == "Reading")
    #expect(changed.parts("evidence").map { $0.text("text") } == ["Calm."])
    #expect(changed.parts["findings"] == plain.parts["findings"])
    #expect(changed != plain)
  }
}
