import FieldbookDemo
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

@Suite("The demo")
struct DemoTests {
  @Test(
    "is sound on any day, and lies wholly before it",
    arguments: [
      "2026-11-24T10:42:00+00:00", "2026-08-19T23:59:00+01:00", "2027-01-01T00:01:00+00:00",
      "2028-02-29T08:00:00+00:00", "2026-09-01T12:00:00+01:00",
    ])
  func anyDay(now: String) throws {
    let trial = try DemoTrial(now)
    let workspace = try trial.open()
    defer { workspace.close() }
    #expect(try workspace.check().problems == [])
    let contents = try workspace.contents()
    #expect(contents.problems == [] && contents.drafts.count == 1)
    let signed = contents.reviews.filter { $0.state == .final }
    let notes = contents.reviews.filter(\.isNote)
    #expect(signed.count == 2)
    #expect(notes.count { !$0.strengths.isEmpty && !$0.questions.isEmpty } >= 7)
    let copies = (signed + notes).map { contents.signedCopies[$0.id] }
    #expect(copies.allSatisfy { $0?.isIntact == true && $0?.arrivedAfter == [] }, "each has its copy")
    #expect(contents.reviews.filter { $0.state == .fieldwork }.count == 1)
    #expect(contents.reviews.contains { $0.state == .shared && !$0.isFormal })
    for review in contents.reviews where review.state != .planned {
      #expect(try #require(review.date) < trial.now.date)
      #expect(review.evidence.allSatisfy { $0.record.instant("at").map { $0 <= trial.now } ?? false })
    }
    for review in signed {
      let points = ReadyToSign.points(
        review, actions: contents.actions, reviews: contents.reviews, calendar: contents.calendar)
      #expect(points.filter(\.blocks).map(\.words) == [], "signed by the rules")
      #expect(try #require(review.signedAt) <= trial.now)
    }
  }

  @Test("is the same for the same moment")
  func reproducible() throws {
    let first = try DemoTrial("2026-11-24T10:42:00+00:00")
    let second = try DemoTrial("2026-11-24T10:42:00+00:00")
    #expect(try first.records() == second.records())
  }

  @Test("has notes to read: many, varied, by role")
  func notes() throws {
    let contents = try DemoTrial("2026-11-24T10:42:00+00:00").contents()
    let notes = contents.reviews.flatMap(\.evidence)
    #expect(notes.count >= 60)
    #expect(Set(notes.map(\.type)).count >= 12)
    #expect(Set(notes.map(\.text)).count == notes.count)
    #expect(notes.allSatisfy { !$0.areas.isEmpty && !$0.text.contains("#") && !$0.text.contains("@") })
    for title in ["Mr ", "Mrs ", "Miss ", "Ms "] {
      let named = notes.filter { note in "\(note.text) \(note.record.text("who"))".contains(title) }
      #expect(named.isEmpty, "\(named.map { $0.text })")
    }
    let findings = contents.reviews.flatMap { review in review.findings.map { (review, $0) } }
    #expect(findings.allSatisfy { !$0.0.evidence(behind: $0.1).isEmpty })
  }

  @Test("has actions late, on time and done, and earlier ones to answer")
  func actions() throws {
    let trial = try DemoTrial("2026-11-24T10:42:00+00:00")
    let contents = try trial.contents()
    let today = trial.now.date
    let late = contents.actions.filter { $0.isLate(on: today, in: contents.reviews) }
    #expect(late.filter { $0.school == URN("900010") }.count == 3)
    #expect(contents.actions.contains { $0.status(in: contents.reviews) == .verified })
    #expect(contents.actions.contains { $0.status(in: contents.reviews).isOpen && !late.contains($0) })
    let fieldwork = try #require(contents.reviews.first { $0.state == .fieldwork })
    let toAnswer = AgreedAction.toAnswer(in: fieldwork, actions: contents.actions, reviews: contents.reviews)
    #expect(toAnswer.count == 3 && fieldwork.answers.count == 1)
  }

  @Test("opened, says that it is invented, and lets a newcomer find the school that needs a visit, and why")
  func opened() throws {
    let trial = try DemoTrial("2026-11-24T10:42:00+00:00")
    let workspace = try trial.open()
    defer { workspace.close() }
    let now = trial.now
    let queue = SteppedQueue()
    let session = try Session(
      workspace: workspace,
      environment: SessionEnvironment(now: { now }, queue: queue, command: "fieldbook"),
      size: TerminalSize(columns: 80, rows: 24))
    func frame() -> String {
      let canvas = session.frame()
      return (0..<canvas.size.rows).map { canvas.row($0).map(\.text).joined() }.joined(separator: "\n")
    }
    func press(_ names: String...) throws {
      for name in names {
        session.press(try #require(Key(name: name)))
        while queue.step() { session.takeEvents() }
        session.takeEvents()
      }
    }
    #expect(frame().split(separator: "\n").first?.contains("invented") == true, "\(frame())")
    #expect(frame().contains("Ashgrove Primary School"))
    try press("/", "L", "a", "r", "k", "Enter", "Enter")
    #expect(frame().contains("School · Larkrise Primary School"), "\(frame())")
    let words = frame().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("3 actions late") && words.contains("the second fall running"), "\(frame())")
    #expect(words.contains("No visit for 14 months"), "\(frame())")
  }
}
