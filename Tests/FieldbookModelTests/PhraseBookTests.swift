import FieldbookModel
import Testing

@Suite struct PhraseBookTests {
  private let own = Phrase(id: "own", text: "Ours: …", areas: ["inclusion"], use: .strength)

  @Test func `the program’s phrases are sentences with areas, and each has an id of its own`() {
    let all = PhraseBook.starter.all
    #expect(all.count >= 40)
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(all.allSatisfy { $0.isBuiltIn && $0.isOffered && $0.use != nil })
    for area in [
      "inclusion", "curriculum", "achievement", "attendance", "development", "leadership", "earlyYears",
      "sixthForm", "safeguarding", "quality", "behaviour", "teaching", "governance",
    ] {
      for use in Phrase.Use.allCases {
        #expect(all.contains { $0.areas.contains(area) && $0.use == use }, "\(area) \(use)")
      }
    }
  }

  @Test func `those of the area and the use come first, then those of the area, then those of every area`() {
    let offered = PhraseBook(own: [own], order: []).offered(area: "inclusion", use: .strength, find: "")
    let firstOfAnother = offered.firstIndex { !$0.areas.isEmpty && !$0.areas.contains("inclusion") } ?? 0
    let firstForAll = offered.firstIndex { $0.areas.isEmpty } ?? 0
    let lastOfArea = offered.lastIndex { $0.areas.contains("inclusion") } ?? 0
    #expect(offered.first?.areas == ["inclusion"])
    #expect(offered.first?.use == .strength)
    #expect(lastOfArea < firstForAll)
    #expect(firstForAll < firstOfAnother)
  }

  @Test func `what is typed narrows the list to phrases that hold every word`() {
    let offered = PhraseBook(own: [own], order: []).offered(area: "", use: nil, find: "OURS :")
    #expect(offered.map(\.id) == ["own"])
    #expect(PhraseBook.starter.offered(area: "", use: nil, find: "zzz").isEmpty)
  }

  @Test
  func
    `an own phrase stands in the place of the built-in one with its id, and a withdrawn one is not offered`()
  {
    let first = PhraseBook.starter.all[0].id
    let changed = Phrase(id: first, text: "Changed …", withdrawn: "never used")
    let book = PhraseBook(own: [changed], order: [])
    #expect(book.all[0] == changed)
    #expect(book.all.count == PhraseBook.starter.all.count)
    #expect(!book.offered(area: "", use: nil, find: "").contains { $0.id == first })
  }

  @Test func `the order names ids; what it does not name comes after`() {
    let ids = PhraseBook.starter.all.map(\.id)
    let book = PhraseBook(own: [own], order: ["own", ids[2], "gone", ids[0], ids[0]])
    #expect(book.all.prefix(4).map(\.id) == ["own", ids[2], ids[0], ids[1]])
    #expect(book.all.count == ids.count + 1)
  }
}
