import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// Reports are looked at inside the program and written to files from there.
struct WrittenReportTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try LocalDisk().read(path), as: UTF8.self)
  }

  @Test(arguments: [Desk.small, Desk.large])
  func `A report is written as HTML beside the records, and its whole path is said`(size: TerminalSize) throws
  {
    let desk = try Desk(TrustFolder(), size: size)
    desk.go("p", "w")
    desk.isOn(.form)
    desk.shows("Write the report to a file")
    desk.go("^S")
    desk.isOn(.preview)
    desk.shows(size == Desk.large ? "Written: \(desk.folder.path)/reports/ashgrove-primary" : "Written: …")
    desk.shows("ashgrove-primary-school-report-2026-12-02.html")
    let names = try desk.folder.names("reports")
    #expect(names == ["ashgrove-primary-school-report-2026-12-02.html"])
    let path = "\(desk.folder.path)/reports/\(names[0])"
    #expect(try text(path).hasPrefix("<!DOCTYPE html>"))
    #expect(try LocalDisk().status(of: path)?.mode == 0o600)
    try desk.noProblems()
  }

  @Test func `A name that is taken gets a number and nothing is replaced`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("p", "w", "^S", "w", "^S")
    desk.shows("2026-12-02 2.html")
    #expect(try desk.folder.names("reports").count == 2)
  }

  @Test func `Shape and folder are chosen`() throws {
    let desk = try Desk(TrustFolder())
    try desk.fullReview()
    desk.go("p", "w")
    desk.type("mark")
    desk.press("Tab")
    for _ in 0..<200 { desk.press("Backspace") }
    desk.type("\(desk.folder.path)/out/of the way")
    desk.go("^S")
    let names = try desk.folder.names("out/of the way")
    #expect(names == ["ashgrove-primary-school-formal-review-2026-12-02.md"])
    #expect(try text("\(desk.folder.path)/out/of the way/\(names[0])").hasPrefix("# Formal review\n"))
  }

  @Test func `A folder that does not say where it begins is in the workspace`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("p", "w")
    desk.press("Tab")
    for _ in 0..<200 { desk.press("Backspace") }
    desk.type("governors/autumn")
    desk.go("^S")
    #expect(
      try desk.folder.names("governors/autumn") == ["ashgrove-primary-school-report-2026-12-02.html"])
  }

  @Test func `Control characters in a folder’s name are refused, and nothing is made`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("p", "w")
    desk.press("Tab")
    for _ in 0..<200 { desk.press("Backspace") }
    desk.session.press(.paste("gover\u{9B}31mnors"))
    desk.go("^S")
    desk.isOn(.form)
    desk.shows("no control characters")
  }

  @Test func `A folder among the records is refused and the form stays`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("p", "w")
    desk.press("Tab")
    for _ in 0..<200 { desk.press("Backspace") }
    desk.type("\(desk.folder.path)/records/reviews")
    desk.go("^S")
    desk.isOn(.form)
    desk.shows("NOT WRITTEN: reports do not belong")
    #expect(try desk.folder.names("records/reviews").isEmpty)
  }

  @Test func `When the disk is full nothing is left half written, and the form stays`() throws {
    for call in 1...12 {
      let desk = try Desk(TrustFolder())
      desk.go("p", "w")
      desk.folder.disk.fail(call: call, about: "ashgrove-primary")
      desk.go("^S")
      let hasFailed = desk.folder.disk.failures > 0
      desk.folder.disk.heal()
      let names = (try? desk.folder.names("reports")) ?? []
      if hasFailed, desk.session.screenName == .form {
        desk.shows("NOT WRITTEN:")
        desk.shows("the disk is full")
        #expect(names.isEmpty, "call \(call)")
      } else {
        #expect(names.count == 1, "call \(call)")
        #expect(try text("\(desk.folder.path)/reports/\(names[0])").hasSuffix("</html>\n"), "call \(call)")
      }
    }
  }

  @Test func `A signed report is shown and written in the words that were signed`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.signedReview()
    let copy = try #require(try desk.kept().signedCopies[id])
    // Later the action moves on; the signed report does not.
    desk.go("p")
    desk.shows("FORMAL REVIEW")
    desk.hides("DRAFT")
    desk.go("w")
    desk.type("plain")
    desk.go("^S")
    desk.go("w", "^S")
    let names = try desk.folder.names("reports")
    #expect(names.count == 2)
    for name in names {
      let written = try text("\(desk.folder.path)/reports/\(name)")
      if name.hasSuffix(".txt") {
        #expect(written == copy.report)
      } else {
        #expect(written.contains("Signed copy \(copy.id)") && written.contains("SHA-256 \(copy.sha256)"))
        #expect(!copy.sha256.isEmpty)
      }
    }
  }

  @Test func `A signed copy that was changed is not reported on`() throws {
    let desk = try Desk(TrustFolder())
    let id = try desk.signedReview()
    let copy = try #require(try desk.kept().signedCopies[id])
    let file = "records/reviews/\(id).signed-\(copy.id).json"
    let bytes = try LocalDisk().read("\(desk.folder.path)/\(file)")
    let changed = String(decoding: bytes, as: UTF8.self).replacing("Anna Reed", with: "Anna Weed")
    try desk.folder.write(Array(changed.utf8), to: file)
    desk.go("p")
    desk.isOn(.review)
    desk.shows("NO REPORT:")
  }

  @Test func `Headings and words are found in the preview`() throws {
    let desk = try Desk(TrustFolder())
    try desk.fullReview()
    desk.go("p")
    desk.hides("Actions agreed earlier")
    desk.go("]", "]", "]", "]", "]")
    desk.hides("FORMAL REVIEW")
    desk.go("g", "/")
    desk.type("keep the routines")
    desk.go("Enter")
    desk.shows("Keep the routines through the move")
    desk.shows("on 1 line")
    desk.go("/")
    for _ in 0..<30 { desk.press("Backspace") }
    desk.type("nowhere to be seen")
    desk.go("Enter")
    desk.shows("is nowhere here")
    desk.go("Esc", "Esc")
    desk.isOn(.review)
  }

  @Test func `On a narrow screen no line of the preview is cut`() throws {
    let desk = try Desk(TrustFolder(), size: TerminalSize(columns: 50, rows: 24))
    try desk.fullReview()
    desk.go("p")
    for _ in 0..<20 {
      desk.hides("anything in it may sti\n")
      desk.go("^F")
    }
    desk.go("g")
    desk.shows("may still change.")
  }
}
