import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookReports

/// A sheet fits on its page whatever it has to say, and says what it leaves out.
@Suite struct SheetFitTests {
  private static let sheet = ReportDocument(title: "A school", subject: "On a page")

  private func lines(_ document: ReportDocument) -> [String] {
    TextReport.text(document).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }

  private func entries(_ count: Int, words: Int = 5) -> [SheetPart.Entry] {
    (0..<count).map { number in
      SheetPart.Entry(
        mark: .open, text: "Thing\(number) " + String(repeating: "word ", count: words),
        tail: "Head, due soon")
    }
  }

  private func table(_ rows: Int) -> ReportTable {
    SheetTable.make("A table", ["One", "Two"], (0..<rows).map { ["Row\($0)", "1%", "2%"] })
  }

  @Test func `what has room is shown whole, with a blank line between parts`() {
    let document = SheetFit(
      Self.sheet, head: [],
      parts: [
        SheetPart("Table", .table(table(3)), usual: 1, least: 1),
        SheetPart("Things", .entries(entries(3)), least: 1),
      ]
    ).fitted()
    let text = lines(document)
    #expect(document.layout == .sheet(isTight: false))
    #expect(text.count { $0.hasPrefix("Row") } == 3 && text.count { $0.contains("Thing") } == 3)
    #expect(text.contains("") && !text.contains { $0.contains("more") })
  }

  @Test func `parts are shortened in the order of their turns, to what is usual before the least`() {
    func parts(_ rows: Int) -> [SheetPart] {
      [
        SheetPart("Late", .table(table(rows)), usual: 6, least: 2, turn: 2),
        SheetPart("Early", .entries(entries(30)), usual: 8, least: 3, turn: 1),
      ]
    }
    // 30 things of one line each and 30 rows: only the first to be shortened gives way.
    let some = lines(SheetFit(Self.sheet, head: [], parts: parts(30)).fitted())
    #expect(some.count <= 60)
    #expect(some.count { $0.hasPrefix("Row") } == 30)
    #expect(some.contains { $0.contains("and 5 more") }, "\(some.suffix(4))")
    let many = lines(SheetFit(Self.sheet, head: [], parts: parts(90)).fitted())
    #expect(many.count == 60)
    #expect(many.count { $0.contains("Thing") } == 8)
    #expect(many.contains { $0.contains("and 22 more") })
    #expect(many.contains("and 44 more"))
  }

  @Test func `a single thing is never left out where its place is taken to say so`() {
    for count in 40...70 {
      let document = SheetFit(
        Self.sheet, head: [], parts: [SheetPart("Things", .entries(entries(count)), usual: 5, least: 2)]
      ).fitted()
      #expect(!lines(document).contains { $0.contains("and 1 more") }, "\(count)")
    }
  }

  @Test func `a long text is cut at a word, and its tail stays`() {
    let long = SheetPart.Entry(
      mark: .late, text: String(repeating: "word ", count: 200), tail: "Head, due 2 Dec")
    let document = SheetFit(Self.sheet, head: [], parts: [SheetPart("Things", .entries([long]))]).fitted()
    let text = lines(document)
    let end = text.firstIndex { $0.contains("(Head, due 2 Dec)") }
    #expect(text.joined(separator: " ").contains("word…"))
    #expect(end.map { text[$0].contains("word") } == true)
    #expect(text.count { $0.contains("word") } == 2)
  }

  @Test func `it fits whatever there is, and every row left out is counted`() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<150 {
      var counts: [Int] = []
      let parts = (0..<Int.random(in: 1...12, using: &random)).map { number -> SheetPart in
        let count = Int.random(in: 1...40, using: &random)
        counts.append(count)
        let content: SheetPart.Content =
          number.isMultiple(of: 2)
          ? .table(table(count)) : .entries(entries(count, words: Int.random(in: 0...60, using: &random)))
        return SheetPart(
          "Part\(number)", content, usual: 4, least: 1, turn: Int.random(in: 0...3, using: &random))
      }
      let text = lines(SheetFit(Self.sheet, head: [], parts: parts).fitted())
      #expect(text.count <= 60)
      #expect(text.allSatisfy { DisplayWidth.of($0) <= 80 })
      let shown: Int = text.count { $0.hasPrefix("Row") || $0.contains("Thing") }
      let left: Int = text.reduce(0) { $0 + leftOut($1) }
      #expect(shown + left == counts.reduce(0, +))
    }
  }

  /// How many a line says are left out.
  private func leftOut(_ line: String) -> Int {
    let words = line.split(separator: " ").suffix(3).map(String.init)
    guard words.count == 3, words[0] == "and", words[2] == "more" else { return 0 }
    return Int(words[1]) ?? 0
  }
}
