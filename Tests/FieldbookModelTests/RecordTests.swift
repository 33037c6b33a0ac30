import FieldbookModel
import SeededRandom
import Testing

@Suite struct RecordIDTests {
  @Test func anIdentityIsAVersionSevenUUIDThatSortsByAge() throws {
    let first = RecordID(milliseconds: 1_700_000_000_000, high: 0xFFFF, low: .max)
    let second = RecordID(milliseconds: 1_700_000_000_001, high: 0, low: 0)
    #expect(first.text == "018bcfe5-6800-7fff-bfff-ffffffffffff")
    #expect(second.text == "018bcfe5-6801-7000-8000-000000000000")
    #expect(first < second)
    #expect(RecordID(text: first.text) == first)
    #expect(RecordID(milliseconds: -5, high: 0, low: 0).text.hasPrefix("00000000-0000-7"))
  }

  @Test(arguments: [
    "", "018bcfe5-6800-7fff-bfff-fffffffffff", "018BCFE5-6800-7fff-bfff-ffffffffffff",
    "018bcfe5x6800-7fff-bfff-ffffffffffff", "018bcfe5-6800-7fff-bfff-ffffffffffff0",
    "018bcfe5-6800-7fff-bfff-fffffffffffg",
  ])
  func whatIsNoIdentityIsRefused(text: String) {
    #expect(RecordID(text: text) == nil)
  }

  @Test func differentBitsMakeDifferentIdentities() {
    var random = SplitMix64(seed: 5)
    var seen: Set<RecordID> = []
    for _ in 0..<5000 {
      let id = RecordID(
        milliseconds: 1_700_000_000_000, high: UInt16.random(in: 0...0xFFF, using: &random),
        low: random.next() & 0x3FFF_FFFF_FFFF_FFFF)
      #expect(RecordID(text: id.text) == id)
      #expect(seen.insert(id).inserted)
    }
  }
}

@Suite struct RecordTests {
  @Test func partsComeOldestFirstAndWithoutWhatWasUndone() {
    func note(_ id: String, minute: Int, undone: Bool = false) -> Record {
      Record(id: id, values: ["at": Invented.at(minute: minute), "undone": .flag(undone)])
    }
    let notes = [
      "z": note("z", minute: 1), "a": note("a", minute: 9), "m": note("m", minute: 4, undone: true),
    ]
    let record = Record(id: "r", parts: ["evidence": notes])
    #expect(record.parts("evidence").map(\.id) == ["z", "a"])
    #expect(record.parts("findings").isEmpty)
  }

  @Test func aBlankTextIsNoText() {
    let record = Record(
      id: "r", values: ["text": .text(" \n"), "areas": .texts([]), "withdrawn": .text("wrong class")])
    #expect(!record.has("text"))
    #expect(!record.has("areas"))
    #expect(!record.has("other"))
    #expect(record.isWithdrawn)
    #expect(!record.counts)
  }

  @Test func everyKindSaysWhatItsFieldsAreOnce() {
    for kind in RecordKind.documents + RecordKind.review.parts {
      let names = kind.fields.map(\.name)
      #expect(Set(names).count == names.count, "\(kind.name)")
      #expect(kind.fields.allSatisfy { !$0.help.isEmpty && !$0.title.isEmpty })
      #expect(names.contains("at") && names.contains("withdrawn"))
    }
    #expect(RecordKind.inFolder("actions")?.name == "action")
    #expect(RecordKind.review.part("evidence")?.name == "evidence")
  }
}

@Suite struct NumberTextTests {
  @Test(arguments: [
    (38, "38"), (-0.3, "-0.3"), (101.25, "101.25"), (0, "0"), (-0.0, "0"), (1e16, "1e+16"), (61.0, "61"),
    (0.1, "0.1"),
  ])
  func aNumberIsWrittenAsShortAsItReadsBack(number: Double, text: String) {
    #expect(NumberText.plain(number) == text)
    #expect(Double(NumberText.plain(number)) == number)
  }

  @Test(arguments: [
    (0.25, 1, "0.3"), (-0.25, 1, "-0.3"), (62, 1, "62.0"), (61.5, 0, "62"), (-0.04, 1, "0.0"),
    (0.005, 2, "0.01"),
    (-1.5, 0, "-2"), (999.999, 2, "1000.00"), (12, 9, "12.000000"),
  ])
  func roundingIsHalfAwayFromZero(number: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(number, decimals: decimals) == text)
  }

  @Test func whatCannotBeRoundedIsWrittenAsItIs() {
    #expect(NumberText.fixed(.infinity, decimals: 1) == "inf")
    #expect(NumberText.plain(.nan) == "nan")
    #expect(NumberText.fixed(1e300, decimals: 2) == "1e+300")
  }

  @Test func thousandsAreGrouped() {
    #expect(
      [0, 999, 1000, 24_000, -1_234_567].map(NumberText.grouped) == [
        "0", "999", "1,000", "24,000", "-1,234,567",
      ])
  }
}

@Suite struct PhaseTests {
  @Test(arguments: [
    (4, 7, "Primary", Phase.infant), (3, 7, "Primary", .infant), (5, 8, "Primary", .infant),
    (7, 11, "Primary", .junior), (8, 12, "Primary", .junior), (4, 11, "Primary", .primary),
    (2, 5, "Nursery", .nursery),
    (11, 16, "Secondary", .secondary), (11, 18, "Not applicable", .secondary),
    (3, 18, "All-through", .allThrough),
    (9, 13, "Middle deemed secondary", .middle), (8, 12, "Middle deemed primary", .middle),
    (16, 19, "16 plus", .sixteenPlus),
    (4, 19, "Not applicable", .allThrough), (5, 5, "Primary", .primary),
  ])
  func thePhaseFollowsTheAges(low: Int, high: Int, registered: String, phase: Phase) {
    #expect(Phase(lowAge: low, highAge: high, registered: registered) == phase)
  }

  @Test func withoutAgesTheRegistersWordHolds() {
    #expect(Phase(lowAge: nil, highAge: nil, registered: "Middle deemed primary") == .middle)
    #expect(Phase(lowAge: 4, highAge: nil, registered: "Secondary") == .secondary)
    #expect(Phase(lowAge: nil, highAge: nil, registered: "") == .other)
    #expect(!Phase.infant.hasKeyStage2)
    #expect(Phase.junior.hasKeyStage2)
  }
}

@Suite struct URNTests {
  @Test func aCellIsAURNOrNothing() {
    #expect(URN(cell: " 138764 ")?.text == "138764")
    for cell in ["", " ", "NAT", "0", "00000", "1234", "12345678", "13876a", "1387 64"] {
      #expect(URN(cell: cell) == nil)
    }
    #expect(URN("99999") < URN("100000"))
  }
}
