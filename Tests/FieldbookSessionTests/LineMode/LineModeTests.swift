import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing

@testable import TextUI

/// The whole program, a line at a time.
struct LineModeTests {
  /// What is typed to come to each screen from the schools.
  private static let ways: [ScreenName: [String]] = [
    .schools: [], .school: ["1"], .visits: ["visits"], .actions: ["actions"], .review: ["visits", "1"],
    .ready: ["visits", "1", "R"], .form: ["visits", "1", "E"], .source: ["= 1"], .preview: ["p 1"],
    .undo: ["U"], .filter: ["f"], .values: ["f", "1"], .columns: ["c"], .views: ["w"],
    .everything: ["*", "school"], .frameworks: [":frameworks.show"], .framework: [":frameworks.show", "1"],
    .noteOfVisit: ["v 1", ".save"], .readyToShare: ["v 1", ".save", "R"], .help: [":help.show"],
    .meeting: ["H 1", ".save"], .readyToHold: ["H 1", ".save", "R"],
    .phrases: [":phrases.show"], .measure: ["x 1"], .similar: ["x 1", "i 1"], .scatter: ["x 1", "t 1"],
    .data: ["data"], .arrival: ["data", "1"], .trustTable: ["T"],
    .schoolData: ["1", "D"],
    .changes: ["C"], .calendar: [":calendar.show"], .collections: [":collections.show"],
  ]

  /// The trust with one review in fieldwork, made once: each desk works on a copy.
  private static let reviewed = Result {
    let folder = try TrustFolder()
    do { try Desk(folder).fullReview() }
    return folder
  }

  private static func desk() throws -> LineDesk { try LineDesk(TrustFolder(copying: reviewed.get())) }

  @Test(arguments: ScreenName.allCases) func `Every row, field and text of every screen is spoken`(
    name: ScreenName
  ) throws {
    let desk = try LineModeTests.desk()
    for line in try #require(LineModeTests.ways[name], "no way to \(name)") { desk.type(line) }
    #expect(desk.session.screenName == name, "\(desk.transcript)")
    var said = desk.transcript + desk.type(name == .form ? ".fields" : "again", "all")
    said = said.replacing("\n", with: " ")
    let page = desk.session.page
    for text in LineModeTests.texts(page.blocks) {
      #expect(said.contains(text), "“\(text)” is not said on \(name)")
    }
    #expect(said.contains(SpokenPage(page).title))
  }

  /// Every piece of text on a page, as it is said.
  private static func texts(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block.content {
      case .lines(let lines): lines.map { SpokenText.words($0.text) }
      case .reading(let lines, _): lines.map(\.text).filter { !$0.isEmpty }
      case .list(let list): (0..<list.rowCount).map { SpokenText.words(list.row($0).text) }
      case .table(let table):
        (0..<table.rowCount).flatMap { table.row($0).cells.map { SpokenText.cell($0.text) } }
      case .form(let form): form.fields.map(\.label)
      case .rule(let title): [title]
      case .beside(let left, let right, _): texts(left) + texts(right)
      }
    }
  }

  @Test(arguments: ScreenName.allCases.filter { $0 != .form })
  func `Every action of every screen can be typed by key, name and id`(name: ScreenName) throws {
    let desk = try LineModeTests.desk()
    for line in LineModeTests.ways[name] ?? [] { desk.type(line) }
    let help = desk.type("?")
    let offered = ActionTable.actions(on: name)
    let ofTheCursor = [
      "cursor.up", "cursor.down", "cursor.page-up", "cursor.page-down", "cursor.first", "cursor.last",
      "screen.redraw", "screen.blank", "screen.suspend", "pane.switch", "palette.show", "help.show",
      "help.hide",
    ]
    for action in offered where !ofTheCursor.contains(action.id) {
      #expect(
        help.replacing("\n", with: " ").contains(action.id), "\(action.id) is not in the help of \(name)")
    }
    for action in offered {
      let fresh = try LineModeTests.desk()
      for line in LineModeTests.ways[name] ?? [] { fresh.type(line) }
      let said = fresh.type(action.id)
      #expect(!said.contains("means nothing here"), "\(action.id) on \(name)")
      #expect(!said.contains("\u{1B}"))
    }
  }

  @Test func `A whole review by lines is the review that the screen would have made`() throws {
    let lines = try LineDesk(TrustFolder())
    try lines.signedReview()
    let keys = try Desk(TrustFolder())
    let id = try keys.fullReview()
    for row in 1..<Desk.areas { keys.leaveOut(row) }
    keys.sign()
    #expect(try keys.keptReview(id).state == .final, "\(keys.frame())")
    #expect(try lines.review().state == .final, "\(lines.transcript)")
    #expect(try LineModeTests.report(lines.kept()) == LineModeTests.report(keys.kept()))
    #expect(try lines.workspace.check().problems == [])
    #expect(lines.transcript.contains("\nSaved and signed: nothing in this review changes any more\n"))
  }

  /// The report as issued, without clock times and the copy’s own id.
  private static func report(_ contents: WorkspaceContents) throws -> [String] {
    let review = try #require(contents.reviews.first { $0.state == .final })
    let report = try #require(contents.signedCopies[review.id]).report
    return report.split(separator: "\n").filter { !$0.hasPrefix("Signed copy") && !$0.contains(review.id) }
      .map { String($0).replacing(/\d\d:\d\d/, with: "hh:mm") }
  }

  @Test func `No line is wider than asked, and nothing is an escape sequence`() throws {
    let folder = try TrustFolder()
    let desk = try LineDesk(folder, width: 40)
    try desk.signedReview()
    desk.type("schools", "1", "all", "?", ":help.show")
    for line in desk.transcript.split(separator: "\n") where !line.contains("> ") {
      #expect(DisplayWidth.of(String(line)) <= 40 || line.first == " ", "\(line)")
    }
    #expect(desk.transcript.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func `The end of the input keeps what was typed, and d goes on with it`() throws {
    let folder = try TrustFolder()
    do {
      let desk = try LineDesk(folder)
      desk.type("r 1", ".save", "E", "Begun in a corridor", "and not ended")
      #expect(desk.end() == "The input has ended: your unfinished text is kept as a draft.")
      desk.workspace.close()
    }
    let desk = try LineDesk(folder)
    #expect(desk.transcript.contains("Begun in a corridor"))
    let said = desk.type("d")
    #expect(said.contains("Note: Begun in a corridor\nand not ended"))
    desk.type(".add", "but ended now", ".", ".save")
    #expect(try desk.review().evidence.map(\.text) == ["Begun in a corridor\nand not ended\nbut ended now"])
  }

  @Test func `A form can be gone through forwards, backwards and by number`() throws {
    let desk = try LineDesk(TrustFolder())
    desk.type("r 1", ".save", "A")
    #expect(desk.type("?").contains("What will be done. Needed."))
    desk.type("..dotted", "second line", ".")
    #expect(desk.type("Maths leader").contains("3 of"))
    #expect(desk.type("yesterdayish").contains("not a date yet"))
    #expect(desk.type(".3", ".zzz").contains(".zzz is no command"))
    #expect(desk.type("12 feb").contains("12 Feb 2027"))
    #expect(desk.type(".back").contains("Due: 12 feb"))
    #expect(desk.type(".1", ".fields").contains("1. Action: .dotted\nsecond line"))
    #expect(desk.type(".99").contains("There is no field 99"))
    #expect(desk.type(".clear", ".save").contains("Action: Say what will be done"))
    desk.type("Walk the corridors", ".", ".save")
    let action = try #require(try desk.kept().actions.first)
    #expect(action.text == "Walk the corridors")
    #expect(action.due?.longText == "12 Feb 2027")
    #expect(action.owner == "Maths leader")
  }

  @Test func `Leaving a form keeps a draft, beginning again throws it away`() throws {
    let desk = try LineDesk(TrustFolder())
    desk.type("r 1", ".save", "E", "Half a note", ".")
    #expect(desk.type(".leave").contains("Kept as a draft"))
    #expect(desk.type("E").contains("Your unfinished text is back"))
    #expect(desk.type(".again").contains("1 of 8, needed. Note: nothing yet"))
    desk.type(".leave")
    #expect(desk.session.picture.drafts == [])
  }

  @Test func `Rows are found, opened, marked and withdrawn by their numbers`() throws {
    let desk = try LineDesk(TrustFolder())
    #expect(desk.type("/fern").contains("\n1. Fernhill"))
    #expect(desk.type("back").contains("Fernhill Primary School"))
    #expect(desk.type("at 3").contains("At 3. "))
    #expect(desk.type("7").contains("There is no row 7: they go from 1 to 6."))
    desk.type("r", ".save")
    desk.type("e One #lesson", "e Two #book", "1")
    #expect(desk.type("mark 10 11").contains("2 marked"))
    desk.type("F", "They agree", ".", ".save")
    let finding = try #require(try desk.review().findings.first)
    #expect(finding.evidence.count == 2)
    desk.type("1", "W 11", "It was another school", ".", ".save")
    #expect(try desk.review().evidence.filter { $0.record.isWithdrawn }.count == 1, "\(desk.transcript)")
    #expect(desk.type("undo").contains("Undone and saved"))
  }

  @Test func `What is chosen from at the foot has numbers, and is narrowed by words`() throws {
    let desk = try LineDesk(TrustFolder())
    let offered = desk.type("s")
    #expect(offered.contains("sort by:\n1. Name"))
    #expect(offered.contains("Type a number, or words that narrow the list. Enter alone leaves."))
    let count = SpokenPage(desk.session.page).choices
    #expect(desk.type("0").contains("There is no choice 0: they go from 1 to \(count)."))
    #expect(desk.type("99").contains("There is no choice 99: they go from 1 to \(count)."))
    #expect(desk.type("zebra").contains("Nothing here is called “zebra”"))
    #expect(desk.type("2").contains("Sorted by "))
    desk.type("s")
    let narrowed = desk.type("la")
    #expect(narrowed.contains("1. "), "\(narrowed)")
    #expect(desk.type("1").contains("Sorted by "), "\(desk.transcript)")
    #expect(desk.type("s", "roll").contains("Sorted by roll"))
    desk.type("s", "")
    #expect(desk.session.screenName == .schools)
  }

  @Test func `Areas of a note are chosen by number or by name, and wrong numbers are said`() throws {
    let desk = try LineDesk(TrustFolder())
    desk.type("r 1", ".save", "E", "Calm corridors", ".")
    #expect(desk.type("99").contains("99 is none of the numbers 1 to"))
    #expect(desk.type("dance").contains("Nothing on offer is called “dance”"))
    desk.type("lesson", "")
    #expect(desk.type("1, 99").contains("99 is none of the numbers 1 to 9"))
    desk.type("1, achievement", ".save")
    let note = try #require(try desk.review().evidence.first)
    #expect(note.type == .lessonVisit && note.areas.count == 2, "\(desk.transcript)")
  }

  @Test func `Sentences name what is typed here, not keys that only a screen has`() throws {
    let desk = try LineDesk(TrustFolder())
    desk.type("r 1", ".save", "E", "Half a note", ".", ".leave")
    #expect(desk.type("E").contains("Your unfinished text is back · .again starts afresh"))
    let fresh = try LineDesk(TrustFolder())
    fresh.type("mark 1 2", "m", "start formal")
    #expect(fresh.type(".save").contains("schools. .save again does it, .leave leaves"))
    fresh.type(".leave")
    #expect(fresh.type("f").contains("a number lists the values of a column"))
  }

  @Test func `A list that is long comes in parts`() throws {
    let desk = try LineDesk(TrustFolder())
    let first = desk.type("1")
    #expect(first.contains("more: Enter reads on, all reads them all."))
    let rest = desk.type("all")
    #expect(rest.contains("Reviews and visits\n"))
    #expect(!rest.contains("more: Enter"))
  }

  @Test func `Reading only, it says why nothing can be written`() throws {
    let folder = try TrustFolder()
    let writer = try folder.open()
    defer { writer.close() }
    let desk = try LineDesk(folder)
    #expect(desk.transcript.contains("Reading only:"))
    let reason = try #require(desk.session.picture.readOnlyReason)
    #expect(desk.type("r 1").replacing("\n", with: " ").contains(reason))
    #expect(desk.session.screenName == .schools)
  }

  @Test(arguments: [
    "", " ", "?", "\u{1B}[31m", "0", "-1", "99999999999999999999", ":", "/", "W", "at", "at x", ".save",
    "é文👩‍🏫", "mark 1", "^G", ":screen.blank", "e",
  ])
  func `Anything may be typed`(line: String) throws {
    let desk = try LineModeTests.desk()
    for way in [[], ["1"], ["visits", "1"], ["visits", "1", "E"]] {
      for step in way { desk.type(step) }
      desk.type(line, "", ".leave", "back", "back", "back", "schools")
    }
    #expect(desk.transcript.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0.value == 0x1B })
    #expect(try desk.workspace.check().problems == [])
  }
}
