import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

extension Desk {
  /// Begins a meeting at the first school: the keys alone are enough.
  @discardableResult
  func beginMeeting() throws -> String {
    go("1", "g", "H", "^S")
    return try review().id
  }

  /// Begins a meeting, writes down what was said, uses a number and agrees an action.
  @discardableResult
  func fullMeeting() throws -> String {
    let id = try beginMeeting()
    write(.changed, "Reading, writing and maths rose")
    write(.explanation, "The head: mornings begin with reading")
    go("Tab", "Space", "Tab")
    agree("Hear ten pupils read")
    go("D")
    fill("One action, and we look again at half-term")
    return id
  }

  /// Writes down what was said to a question: found by its words, opened, typed.
  func write(_ text: MeetingText, _ words: String) {
    go("/")
    type(String(text.question.prefix(20)))
    go("Enter", "Down", "Enter")
    fill(words)
  }

  /// Marks the meeting in front as held.
  func hold() { go("S", "^S") }
}

/// A progress meeting from its beginning to what comes after it.
struct MeetingTests {
  @Test(arguments: [Desk.small, Desk.large])
  func `H and ^S begin one on the school's numbers, and all that is said is on the disk`(
    size: TerminalSize
  ) throws {
    let desk = try Desk(TrustFolder(), size: size)
    let id = try desk.fullMeeting()
    desk.isOn(.meeting)
    let kept = try desk.keptReview(id)
    #expect(kept.isMeeting && kept.state == .open && kept.date == desk.folder.now.date)
    #expect(kept.text(.changed) == "Reading, writing and maths rose")
    #expect(kept.text(.explanation) == "The head: mornings begin with reading")
    #expect(kept.decision == .action && kept.decided == "One action, and we look again at half-term")
    #expect(kept.usedFigures.count == 1)
    let figure = try #require(kept.figures.first)
    #expect(figure.measure == "rwmExp" && figure.value != nil && figure.n != nil && !figure.source.isEmpty)
    #expect(try desk.kept().actions.contains { $0.review == id && $0.text == "Hear ten pupils read" })
    try desk.noProblems()
  }

  @Test func `Held, it stays as it is, its actions are the school's, and a later import changes no number`()
    throws
  {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    let id = try desk.fullMeeting()
    let before = try desk.keptReview(id).figures
    desk.hold()
    desk.shows("Saved and held")
    let kept = try desk.keptReview(id)
    #expect(kept.state == .held && kept.figures == before)
    let copy = try #require(desk.kept().signedCopies[id])
    #expect(copy.isIntact && copy.arrivedAfter.isEmpty)
    for words in ["PROGRESS MEETING", "Numbers that were used", "Hear ten pupils read", "One action"] {
      #expect(copy.report.contains(words), "\(words): \(copy.report)")
    }
    #expect(!copy.report.contains("DRAFT"))
    for change in ["decided", "changed"] {
      let problem = #expect(throws: StorageProblem.self) {
        try desk.workspace.apply(RecordEdit("Late", [.init(.review(id), [change: .text("Other words")])]))
      }
      #expect(
        problem?.kind == .refused && problem?.what.contains("meeting was held") == true,
        "\(String(describing: problem))")
    }
    #expect(throws: StorageProblem.self) {
      try desk.workspace.apply(
        RecordEdit("Late", [.init(.inReview(id, "figures", before[0].id), ["value": .number(1)])]))
    }
    desk.go("a")
    desk.fill("The head was not there")
    desk.go("3")
    desk.shows("Hear ten pupils read")
    try desk.noProblems()
  }

  @Test func `Undo takes back the whole beginning, numbers and all, and redo brings it back`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.beginMeeting()
    let figures = try desk.keptReview(id).figures.count
    desk.go("Esc", "Esc", "u")
    #expect(try desk.kept().reviews.allSatisfy(\.record.isUndone))
    desk.go("^R")
    #expect(try desk.keptReview(id).figures.count == figures)
    try desk.noProblems()
  }

  @Test func `The next meeting answers its action, and then it closes by itself`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    let first = try desk.fullMeeting()
    desk.hold()
    desk.go("Esc")
    folder.wait(days: 45)
    let second = try desk.beginMeeting()
    #expect(first != second)
    desk.shows("Since last time · 0 of 1 answered")
    desk.go("/")
    desk.type("Hear ten")
    desk.go("Enter", "Enter")
    desk.fill("Done, and heard", "done")
    #expect(try desk.keptReview(first).state == .closed)
    try desk.noProblems()
  }

  @Test func `With nothing imported a meeting says so, and may be held without numbers`() throws {
    let folder = try TrustFolder(isEmpty: true)
    let workspace = try folder.open()
    let id = workspace.newID()
    _ = try workspace.apply(
      RecordEdit(
        "Meeting begun",
        [
          .init(
            .review(id),
            [
              "school": .text("100001"), "kind": .text("meeting"), "state": .text("open"),
              "framework": .text("ofsted-2025"), "date": .date(folder.now.date),
              "reviewers": .texts(["A. B."]),
            ])
        ]))
    workspace.close()
    let desk = try Desk(folder)
    desk.go("2", "Enter")
    desk.isOn(.meeting)
    desk.shows("no return and no result")
    desk.go("Tab")
    desk.shows("There are no numbers to look at")
    desk.go("t")
    desk.shows("The numbers are what they were")
  }
}
