import PlainText
import SeededRandom
import Testing

@Suite struct CSVReaderTests {
  private func read(
    _ text: String, delimiter: UInt8 = UInt8(ascii: ",")
  ) -> (rows: [CSVRow], problems: [CSVProblem]) {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter)
    var rows: [CSVRow] = []
    while let row = reader.next() { rows.append(row) }
    return (rows, reader.problems)
  }

  @Test func `lines end in three ways, and blank ones count but are skipped`() {
    let (rows, problems) = read("URN,Name\r\n\r\n1,Oak\n\n\r2,Elm\r3,Ash")
    #expect(rows.map(\.line) == [1, 3, 6, 7])
    #expect(rows.map(\.fields) == [["URN", "Name"], ["1", "Oak"], ["2", "Elm"], ["3", "Ash"]])
    #expect(problems.isEmpty)
  }

  @Test func `quoted fields hold commas, quotes and lines`() {
    let (rows, problems) = read("a,\"b, \"\"c\"\"\r\nd\",e\n\"\",f,\n\"last\"")
    #expect(rows.map(\.fields) == [["a", "b, \"c\"\r\nd", "e"], ["", "f", ""], ["last"]])
    #expect(rows.map(\.line) == [1, 3, 4])
    #expect(problems.isEmpty)
  }

  @Test func `a quote inside a field is text`() {
    let (rows, problems) = read("3\" pipe,the \"Oaks\"\n ,\"x\" ")
    #expect(rows[0].fields == ["3\" pipe", "the \"Oaks\""])
    #expect(rows[1].fields == [" ", "x "])
    #expect(problems == [CSVProblem(line: 2, kind: .textAfterQuote)])
  }

  @Test func `rows may be of any length`() {
    #expect(read("a,b,c\n1\n1,2,3,4,5\n").rows.map(\.fields.count) == [3, 1, 5])
    #expect(read("").rows.isEmpty)
    #expect(read("\n\r\n").rows.isEmpty)
    #expect(read(",").rows.map(\.fields) == [["", ""]])
    #expect(read("a\tb, c", delimiter: 9).rows.map(\.fields) == [["a", "b, c"]])
  }

  @Test func `a quote that nothing closes does not swallow the rest`() {
    let (rows, problems) = read("URN,Name\n1,\"Oak\n2,Elm\n3,Ash\n")
    #expect(rows.map(\.fields) == [["URN", "Name"], ["1", "\"Oak"], ["2", "Elm"], ["3", "Ash"]])
    #expect(rows.map(\.line) == [1, 2, 3, 4])
    #expect(problems == [CSVProblem(line: 2, kind: .unclosedQuote)])
    #expect(problems[0].message.hasPrefix("line 2: "))
  }

  @Test func `nor does one that the next quoted field seems to close`() {
    let (rows, problems) = read("1,\"Oak\n2,Elm\n3,\"Ash, St\"\n4,Yew")
    #expect(rows.map(\.fields) == [["1", "\"Oak"], ["2", "Elm"], ["3", "Ash, St"], ["4", "Yew"]])
    #expect(problems == [CSVProblem(line: 1, kind: .unclosedQuote)])
  }

  @Test func `a NUL is reported with its row`() {
    let (rows, problems) = read("a\n\u{0}b,\u{0}\n")
    #expect(rows.count == 2)
    #expect(problems == [CSVProblem(line: 2, kind: .nul)])
  }

  @Test func `problems are counted on when there are too many to keep`() {
    var reader = CSVReader(Array(String(repeating: "\"a\"b\n", count: 1_500).utf8))
    while reader.next() != nil {}
    #expect(reader.problems.count == CSVReader.mostProblems)
    #expect(reader.problemCount == 1_500)
  }

  @Test(arguments: 0..<200 as Range<UInt64>) func `any table survives being written and read`(_ seed: UInt64)
  {
    var source = SplitMix64(seed: seed)
    let table = (0..<Int.random(in: 1..<8, using: &source)).map { _ in
      (0..<Int.random(in: 1..<6, using: &source)).map { _ in String.random(using: &source) }
    }
    var writer = CSVWriter(spreadsheetSafe: false)
    for row in table { writer.row(row) }
    var reader = CSVReader(writer.bytes)
    for row in table { #expect(reader.next()?.fields == row) }
    #expect(reader.next() == nil)
    #expect(reader.problems.allSatisfy { $0.kind == .nul })
  }

  @Test func `random bytes never bring the reader down, and no line is lost count of`() {
    var source = SplitMix64(seed: 5)
    let alphabet = Array("a,\"\n\r".utf8) + [0, 0xFF]
    for _ in 0..<10_000 {
      let count = Int.random(in: 0..<30, using: &source)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &source)] }
      var reader = CSVReader(bytes)
      var last = 0
      while let row = reader.next() {
        #expect(row.line > last)
        last = row.line
      }
      #expect(reader.progress == 1)
    }
  }

  @Test func `nothing that a spreadsheet would run leaves as it is`() {
    var writer = CSVWriter(spreadsheetSafe: true)
    writer.row(["=1+1", "+44", "-2.5%", "-", "@x", "\tx", "-1+1", "plain", "", "＝1"])
    let expected = "'=1+1,+44,-2.5%,'-,'@x,'\tx,'-1+1,plain,,'＝1\n"
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }
}
