import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

extension Desk {
  /// Starts a note of visit of the first school: the keys alone are enough.
  @discardableResult
  func startVisit() throws -> String {
    go("1", "g", "v", "^S")
    return try review().id
  }

  /// Adds a strength or a question that rests on nothing.
  func point(_ key: String, _ text: String) {
    go(key)
    fill(text)
  }

  /// A note of visit with one of everything.
  @discardableResult
  func fullVisit() throws -> String {
    let id = try startVisit()
    note("Story time every day #walk + @curriculum")
    note("Pupils name authors #pupils @achievement")
    point("+", "Books are talked about as readers do")
    point("Q", "Who reads at home, and how do you know?")
    agree("Ask ten families")
    return id
  }

  /// Shares the note of visit in front.
  func share() { go("S", "^S") }
}

/// A note of visit from its start to the next one.
struct NoteOfVisitTests {
  private static let question = "Who reads at home, and how do you know?"

  @Test(arguments: [Desk.small, Desk.large])
  func `v and ^S start one, and everything in it is on the disk as it was typed`(size: TerminalSize) throws {
    let desk = try Desk(TrustFolder(), size: size)
    let id = try desk.fullVisit()
    desk.isOn(.noteOfVisit)
    #expect(desk.session.visited != nil, "an open note of visit shows one school alone")
    for text in [
      "Note of visit · open", "support visit", "Purpose", "+ Books are talked about", "? Who reads at home",
      "rests on no note yet", "Ask ten families", "Story time every day",
    ] { desk.shows(text) }
    let kept = try desk.keptReview(id)
    #expect(kept.isNote && kept.state == .open && kept.date == desk.folder.now.date)
    #expect(kept.reviewers == ["Anna Reed"] && kept.visitKind == .support)
    #expect(kept.evidence.map(\.text) == ["Story time every day", "Pupils name authors"])
    #expect(kept.evidence.map(\.areas) == [["curriculum"], ["achievement"]])
    #expect(kept.strengths.map(\.statement) == ["Books are talked about as readers do"])
    #expect(kept.questions.map(\.statement) == [Self.question])
    #expect(kept.findings.allSatisfy { $0.scale == nil && $0.area.isEmpty })
    try desk.noProblems()
  }

  @Test func `Marked notes are what a strength rests on, and their area is filled in`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startVisit()
    desk.note("Story time every day #walk + @curriculum")
    desk.note("Books lie open #book @curriculum")
    desk.go("Right", "g", "Space", "Space")
    desk.shows("2 marked for the next strength (+) or question (Q)")
    desk.point("+", "Reading comes first")
    let strength = try #require(desk.keptReview(id).strengths.first)
    #expect(strength.evidence.count == 2 && strength.area == "curriculum")
    desk.go("Left")
    desk.shows("Curriculum and teaching · 2 notes")
    desk.hides("marked for the next")
    desk.hides("triangulated")
  }

  @Test func `Enter edits, K and J order, W withdraws, and u takes each of them back`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.startVisit()
    for word in ["First", "Second", "Third"] { desk.point("+", word) }
    func order() throws -> [String] { try desk.keptReview(id).strengths.map(\.statement) }
    desk.go("g", "j", "J")
    desk.shows("Saved: strength moved down")
    #expect(try order() == ["Second", "First", "Third"])
    desk.go("J")
    #expect(try order() == ["Second", "Third", "First"])
    desk.go("J")
    desk.shows("It cannot go further")
    desk.go("K", "u", "u")
    #expect(try order() == ["Second", "First", "Third"])
    desk.go("^R", "u", "u")
    #expect(try order() == ["First", "Second", "Third"])
    desk.go("g", "j", "Enter", "End")
    desk.fill(" of all")
    desk.shows("Saved: strength changed")
    desk.go("W")
    desk.fill("Said twice")
    desk.shows("Saved: strength withdrawn")
    desk.shows("(withdrawn: Said twice)")
    #expect(try order() == ["Second", "Third"])
    desk.go("u", "u")
    #expect(try order() == ["First", "Second", "Third"])
    try desk.noProblems()
  }

  @Test func `A strength may turn out to be a question, and the purpose is written when it is known`() throws
  {
    let desk = try Desk(TrustFolder())
    let id = try desk.startVisit()
    desk.point("+", "Is this good?")
    desk.go("g", "j", "Enter")
    desk.fill(nil, nil, nil, "question")
    #expect(try desk.keptReview(id).questions.map(\.statement) == ["Is this good?"])
    desk.go("g", "Enter")
    desk.fill("Reading for pleasure", nil, nil, "subject")
    desk.shows("Reading for pleasure")
    let kept = try desk.keptReview(id)
    #expect(kept.focus == "Reading for pleasure" && kept.visitKind == .subject)
  }

  // MARK: The next visit

  @Test(arguments: [Desk.small, Desk.large])
  func
    `The next visit opens with actions that wait and with what was asked; answering the last one closes this`(
      size: TerminalSize
    ) throws
  {
    let desk = try Desk(TrustFolder(), size: size)
    let first = try desk.fullVisit()
    desk.share()
    desk.folder.wait(days: 60)
    desk.go("Esc", "Esc")
    let second = try desk.startVisit()
    desk.shows("Since last time · 0 of 1 answered")
    desk.shows("Ask ten families")
    desk.shows("Asked on 2 Dec 2026")
    desk.shows("? Who reads at home")
    desk.go("g", "j", "Enter")
    desk.fill("Ten asked, eight read", "done")
    desk.shows("The note of visit of 2 Dec 2026 is closed: its actions are answered")
    #expect(try desk.keptReview(second).answers.count == 1)
    #expect(try desk.keptReview(first).state == .closed)
    desk.go("u")
    #expect(try desk.keptReview(first).state == .shared)
    desk.go("u")
    #expect(try desk.keptReview(second).answers.isEmpty)
    desk.go("G", "k", "k")
    try desk.noProblems()
  }

  @Test func `A formal review shows what the last visit asked, and opens that visit`() throws {
    let desk = try Desk(TrustFolder())
    try desk.fullVisit()
    desk.share()
    desk.go("Esc", "Esc")
    desk.folder.wait(days: 30)
    try desk.startReview()
    desk.go("G", "Enter")
    desk.shows("Asked on 2 Dec 2026")
    desk.go("G", "Enter")
    desk.isOn(.noteOfVisit)
    desk.shows("Note of visit · shared")
  }

  @Test func `Visits, the school’s page and the find across everything lead to it`() throws {
    let desk = try Desk(TrustFolder())
    try desk.fullVisit()
    desk.go("Esc", "2")
    desk.shows("Note of visit")
    desk.shows("open")
    desk.go("g", "Enter")
    desk.isOn(.noteOfVisit)
    desk.go("Esc", "*")
    desk.type("reads at home")
    desk.shows("Questions · 1")
    desk.go("Enter")
    desk.isOn(.noteOfVisit)
    desk.shows("? Who reads at home")
  }

  // MARK: Earlier documents

  @Test func `A note of visit of an earlier version opens, works and keeps what it does not know`() throws {
    let folder = try TrustFolder()
    let id: String
    do {
      let desk = try Desk(folder)
      id = try desk.startVisit()
      desk.note("Canteen calm #behaviour +")
    }
    let file = "records/reviews/\(id).json"
    var tree = try JSONValue.parse(try #require(folder.documents()[file]))
    tree["visit"] = nil
    tree["own"] = ["kept": 1.50]
    tree["findings"] = [
      "0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d": [
        "statement": "English waits.", "area": "curriculum", "kind": "improve", "scale": "some",
        "mood": "grey",
      ]
    ]
    try folder.write(tree.encoded(), to: file)
    let desk = try Desk(folder)
    desk.go("2", "g", "Enter")
    desk.shows("To improve")
    desk.shows("English waits.")
    desk.point("+", "Maths does not wait")
    desk.share()
    #expect(try desk.keptReview(id).state == .shared)
    let kept = try JSONValue.parse(try #require(folder.documents()[file]))
    #expect(kept["own"] == ["kept": 1.50])
    #expect(kept["findings"]?["0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d"]?["mood"] == "grey")
    try desk.noProblems()
  }

  @Test func `One that was shared before there were copies is read, closed and added to`() throws {
    let folder = try TrustFolder()
    let id: String
    do { id = try Desk(folder).startVisit() }
    let file = "records/reviews/\(id).json"
    var tree = try JSONValue.parse(try #require(folder.documents()[file]))
    tree["state"] = "shared"
    try folder.write(tree.encoded(), to: file)
    let desk = try Desk(folder)
    desk.go("2", "g", "Enter", "e")
    desk.shows("Shared with the school: it cannot change any more")
    desk.go("p")
    desk.hides("DRAFT")
    desk.go("Esc", "a")
    desk.fill("Seen by the chair too")
    desk.go("C")
    #expect(try desk.keptReview(id).state == .closed)
    #expect(try desk.keptReview(id).addenda.count == 1)
    try desk.noProblems()
  }

  // MARK: By lines

  @Test func `By lines it is the note of visit that the keys would have made`() throws {
    let lines = try LineDesk(TrustFolder())
    lines.type("v 1", ".save")
    lines.type("e Story time every day #walk + @curriculum", "e Pupils name authors #pupils @achievement")
    lines.type("+", "Books are talked about as readers do", ".", ".save")
    lines.type("Q", Self.question, ".", ".save")
    lines.type(
      "A", "Ask ten families", ".", "Maths leader", "spring 2", "", "Two book looks show it", ".", ".save")
    let asked = lines.type("R")
    #expect(asked.contains("Ready to share?"))
    lines.type("back")
    lines.type("S", ".save")
    #expect(lines.transcript.contains("Saved and shared: it stays as it is"), "\(lines.transcript)")
    let keys = try Desk(TrustFolder())
    try keys.fullVisit()
    keys.share()
    func report(_ contents: WorkspaceContents) throws -> [String] {
      let review = try #require(contents.reviews.first)
      let report = try #require(contents.signedCopies[review.id]).report
      return report.split(separator: "\n").filter { !$0.hasPrefix("Printed") && !$0.hasPrefix("Shared with") }
        .map(String.init)
    }
    #expect(try report(lines.kept()) == report(keys.kept()))
    #expect(try lines.workspace.check().problems == [])
  }
}
