import Testing

@testable import TextUI

@Suite("A page read out")
struct SpokenPageTests {
  private static func table(_ rows: [[String]], cursor: Int? = 0) -> TableBlock {
    TableBlock(
      columns: [
        TableColumn("School", minWidth: 10), TableColumn("RWM", minWidth: 5),
        TableColumn("v last yr", minWidth: 5, sortMark: "▲", spoken: "against last year"),
        TableColumn("Town", minWidth: 5),
      ], rowCount: rows.count, cursor: cursor, emptyText: ["There are none.", "", "Do this."]
    ) { TableRow(rows[$0].map { Line($0) }) }
  }

  private static func lines(_ page: Page) -> [String] {
    let spoken = SpokenPage(page)
    return spoken.entries(from: 0, count: spoken.count).map(\.line)
  }

  @Test func `what is taught at the foot of a page is said before the page`() {
    var page = Page(title: "Schools", blocks: [.table(SpokenPageTests.table([["Ashgrove"]]), id: "t")])
    page.strip = Strip(
      title: "Tour · step 1 of 6",
      rows: [Hint(key: "Enter", title: "opens it"), Hint(key: "", title: "Then come back.")])
    #expect(
      SpokenPageTests.lines(page)
        == ["Tour, step 1 of 6:", "Enter: opens it", "Then come back.", "1. Ashgrove"])
  }

  @Test func `a row says what it is of, then each cell with its column, and no empty ones`() {
    let page = Page(
      title: "Schools · Meadowbank", titleNote: "Mon 23 Nov",
      blocks: [
        .table(
          SpokenPageTests.table([
            ["Ashgrove", "42%", "▼6 (2 ch)", "–"], ["Beckside", "", "–", "Mill·brook"],
          ]), id: "t")
      ])
    #expect(SpokenPage(page).title == "Schools, Meadowbank (Mon 23 Nov)")
    #expect(
      SpokenPageTests.lines(page) == [
        "1. Ashgrove: RWM 42%, against last year down 6 (2 ch)", "2. Beckside: Town Mill,brook",
      ])
  }

  @Test func `numbers go on from block to block, and lead back to their rows`() {
    let list = ListBlock(
      rowCount: 3, cursor: 2, hasFocus: false, isFocusable: { $0 != 0 }
    ) { ["Heading", "First   10:42", "Second"][$0].asLine }
    let page = Page(
      title: "",
      blocks: [
        .table(SpokenPageTests.table([["A"], ["B"]]), id: "t"), .rule("Panel"), .list(list, id: "l"),
        .beside([.lines(["left"])], [.lines(["right"])], leftWidth: 10),
      ])
    let spoken = SpokenPage(page)
    #expect(
      SpokenPageTests.lines(page) == [
        "1. A", "2. B", "Panel:", "Heading", "3. First, 10:42", "4. Second", "left", "right",
      ])
    #expect(spoken.choices == 4)
    #expect(spoken.place(2) == SpokenPage.Place(block: "t", row: 1))
    #expect(spoken.place(4) == SpokenPage.Place(block: "l", row: 2))
    #expect(spoken.place(0) == nil)
    #expect(spoken.place(5) == nil)
    #expect(spoken.chosen == SpokenPage.Place(block: "t", row: 0))
  }

  @Test func `empty tables say what to do, text to read stays as written`() {
    let page = Page(
      title: "",
      blocks: [
        .table(SpokenPageTests.table([]), id: "t"),
        .reading(["  two   columns", "", "end", "", ""], top: 1, id: "r"),
      ])
    #expect(SpokenPageTests.lines(page) == ["There are none.", "Do this.", "  two   columns", "", "end"])
  }

  @Test func `a form says every field, a marked row that it is marked`() {
    let form = Form(
      title: "", fields: [FormField(id: "a", label: "Owner", kind: .line)], values: ["a": .text("Head")])
    let table = TableBlock(columns: [TableColumn("A", minWidth: 1)], rowCount: 1) { _ in
      TableRow(["x"], isMarked: true)
    }
    let page = Page(title: "", blocks: [.form(form, id: "f"), .table(table, id: "t")])
    #expect(SpokenPageTests.lines(page) == ["Owner: Head", "1. marked, x"])
  }

  @Test func `of a table of 24,000 rows only what is read is made`() {
    let table = TableBlock(columns: [TableColumn("A", minWidth: 1)], rowCount: 24_000) { row in
      if row >= 23_990 { return TableRow([Line("row \(row)")]) }
      Issue.record("row \(row) was made")
      return TableRow([])
    }
    let spoken = SpokenPage(Page(title: "", blocks: [.table(table, id: "t")]))
    #expect(spoken.count == 24_000)
    #expect(spoken.entries(from: 23_998, count: 20).map(\.line) == ["23999. row 23998", "24000. row 23999"])
  }
}

extension String {
  fileprivate var asLine: Line { Line(self) }
}

@Suite("A field read out and answered")
struct SpokenFieldTests {
  private static let grades = [
    Choice(id: "strong", title: "Strong standard", detail: "the best"), Choice(id: "exp", title: "Expected"),
    Choice(id: "exc", title: "Exceptional"),
  ]

  private static func field(_ kind: FormField.Kind, _ value: FormValue? = nil) -> SpokenField {
    let field = FormField(id: "f", label: "Grade", help: "What it is.", kind: kind, isRequired: true)
    return SpokenField(field, in: Form(title: "", fields: [field], values: value.map { ["f": $0] } ?? [:]))
  }

  @Test func `a choice is made by number, by first letters or taken away`() {
    let field = SpokenFieldTests.field(.choice(SpokenFieldTests.grades), .choice("exp"))
    #expect(field.line == "Grade: Expected")
    #expect(field.offer == ["1. Strong standard (the best)", "2. Expected, chosen", "3. Exceptional"])
    #expect(field.answer("1") == .value(.choice("strong")))
    #expect(field.answer(" STR ") == .value(.choice("strong")))
    #expect(field.answer("expected") == .value(.choice("exp")))
    #expect(field.answer("none") == .value(.choice(nil)))
    #expect(field.answer("ex") == .unclear("“ex” may be 2. Expected; 3. Exceptional"))
    #expect(field.answer("zz") == .unclear("Nothing on offer is called “zz”"))
    #expect(field.answer("stand") == .value(.choice("strong")), "words that one title alone holds")
    #expect(field.answer("4") == .unclear("4 is none of the numbers 1 to 3"))
    #expect(field.answer("-7") == .unclear("-7 is none of the numbers 1 to 3"))
  }

  @Test func `several are chosen by their numbers, or by their words`() {
    let field = SpokenFieldTests.field(.choices(SpokenFieldTests.grades), .choices(["exc"]))
    #expect(field.line == "Grade: Exceptional")
    #expect(field.answer("3, 1") == .value(.choices(["strong", "exc"])))
    #expect(field.answer("none") == .value(.choices([])))
    #expect(field.answer("strong, exc") == .value(.choices(["strong", "exc"])))
    #expect(field.answer("2, strong") == .value(.choices(["strong", "exp"])))
    #expect(field.answer("1 x") == .unclear("Nothing on offer is called “1 x”"))
    #expect(field.answer("1 7") == .unclear("7 is none of the numbers 1 to 3"))
    #expect(
      field.answer("9223372036854775808") == .unclear("9223372036854775808 is none of the numbers 1 to 3"))
  }

  @Test func `text is taken as it is`() {
    let field = SpokenFieldTests.field(.text(minimumLines: 2))
    #expect(field.isText)
    #expect(field.help == "What it is. Needed.")
    #expect(field.line == "Grade: nothing yet")
    #expect(field.answer("  none ") == .value(.text("  none ")))
  }
}
