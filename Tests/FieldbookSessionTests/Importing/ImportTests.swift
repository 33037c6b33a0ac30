import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Files are looked at on the screen, and kept only once the user says so.
struct ImportTests {
  private static let halfTerm =
    "URN,Period,Year group,Subject,Level,Pupils,Roll\n" + "900001,2026-27 Autumn 1,4,Maths,EXS,17,30\n"
    + "900001,2026-27 Autumn 1,4,Maths,GDS,8,30\n900001,2026-27 Autumn 1,4,Maths,Splendid,3,30\n"

  @Test func `A file is seen before it is kept, and kept by Enter`() throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    let before = try desk.kept().factsFiles.count
    desk.go("I")
    desk.isOn(.files)
    desk.shows("register.csv")
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    desk.isOn(.arrived)
    desk.shows("Half-term return 2026/27 Autumn 1, 3 rows read")
    desk.shows("1 ours")
    desk.shows("line 4, Level: “Splendid”")
    desk.shows("Nothing is written yet: Enter writes it")
    #expect(try desk.kept().factsFiles.count == before)
    desk.go("Enter")
    desk.isOn(.schools)
    desk.shows("Imported and saved: 1 file")
    #expect(try desk.kept().factsFiles.count == before + 1)
    let autumn = Period(text: "2026-27 Autumn 1")
    let subject = ObservationSubject.school(URN("900001"))
    let expected = try desk.session.picture.facts.observation(
      of: subject, "ht.y4.maths.expected", at: #require(autumn))
    #expect(expected?.reading.value == 100, "the screens see it at once")
    try desk.noProblems()
  }

  @Test func `What hides a number on a page that left the program is said at once`() throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    let girls = try #require(PrintedCell(text: "900001|ks2|2017/18|rwmExp|girls"))
    try desk.workspace.note(
      IssuedPage(
        at: desk.folder.now, title: "School report", subject: "Ashgrove", file: "/a.txt", cells: [girls]))
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    desk.go("Enter")
    desk.shows("Imported and saved")
    // The results published again, with five girls.
    let first = try String(
      decoding: LocalDisk().read(TrustFolder.fixtures + "2017-2018_990_ks2final.csv"), as: UTF8.self)
    let before = "900001,Ashgrove Primary School,,,0,ACC,406,57,25,32,"
    #expect(first.contains(before))
    desk.folder.tick()
    desk.arrive(
      try desk.file(
        "2017-2018_990_ks2final.csv",
        first.replacing(before, with: "900001,Ashgrove Primary School,,,0,ACC,406,57,52,5,")))
    desk.go("Enter")
    desk.shows("Imported; 1 page already issued shows what is hidden now (fieldbook check)")
  }

  @Test func `A form that keeps no draft does not promise one`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("I", "o")
    desk.isOn(.form)
    desk.shows("Esc leave")
    desk.hides("keep draft")
  }

  @Test func `Esc leaves everything as it was`() throws {
    let desk = try Desk(TrustFolder())
    let before = try desk.kept().factsFiles
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    desk.isOn(.arrived)
    desk.go("Esc")
    desk.isOn(.files)
    desk.go("Esc")
    desk.isOn(.schools)
    #expect(try desk.kept().factsFiles == before)
    desk.go("I")
    desk.isOn(.files)
  }

  @Test(arguments: 1...6) func `While files are read the screen is alive, and Esc stops it`(steps: Int) throws
  {
    let desk = try Desk(TrustFolder())
    let before = try desk.kept().factsFiles
    desk.go("I")
    desk.press("a")
    for _ in 0..<steps { desk.step() }
    desk.shows("Esc stops it")
    desk.press("Down", "Up")
    desk.shows(" of ")
    desk.press("Esc")
    desk.shows("Stopped: nothing was read, and nothing has changed")
    desk.idle()
    desk.isOn(.files)
    desk.hides("Esc stops it")
    #expect(try desk.kept().factsFiles == before)
  }

  @Test func `A note is saved while files are read, and what was read waits`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.session.perform(id: "visit.toggle")
    desk.session.perform(id: "import")
    desk.idle()
    desk.press("a")
    desk.step()
    desk.press("2", "Enter")
    desk.note("Seen while reading")
    desk.isOn(.review)
    #expect(try desk.keptNotes(desk.review().id) == ["Seen while reading"])
    desk.session.perform(id: "visit.toggle")
    desk.session.perform(id: "import")
    desk.isOn(.arrived)
  }

  @Test func `Marked files are read together, the rest of the folder is not`() throws {
    let desk = try Desk(TrustFolder())
    desk.arrive(TrustFolder.fixtures)
    desk.isOn(.files)
    let rows = desk.session.picture.arriving.folder?.entries.map(\.name) ?? []
    for name in ["register.csv", "2017-2018_990_ks2final.csv"] {
      let row = try #require(rows.firstIndex(of: name))
      desk.go("g")
      for _ in 0...row { desk.press("Down") }
      desk.go("Space")
    }
    desk.shows("2 marked")
    desk.go("Enter")
    desk.isOn(.arrived)
    desk.shows("2 files read")
    desk.shows("register.csv")
  }

  @Test func `What a file does not say is asked for, and said`() throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    let text = Self.halfTerm.replacing(",2026-27 Autumn 1", with: "").replacing(",Period", with: "")
    desk.arrive(try desk.file("half-term.csv", text))
    desk.isOn(.arrived)
    desk.shows("Press o and fill in “Half-term or year”")
    desk.hides("--period")
    desk.go("Enter")
    desk.shows("There is nothing to write")
    desk.go("o")
    desk.type("autumn")
    desk.go("^S")
    desk.shows("Neither a year nor a half-term")
    desk.go("^U")
    desk.type("2026-27 Autumn 1")
    desk.go("^S")
    desk.isOn(.arrived)
    desk.shows("Half-term return 2026/27 Autumn 1")
    #expect(try desk.kept().drafts.isEmpty, "what is said beside files is no draft")
  }

  @Test(arguments: [
    ("", "The file is empty"), ("PK\u{3}\u{4}rest", "spreadsheet or an archive"),
    ("a,b\u{0},c\n1,2,3\n", "NUL bytes"),
    ("URN,Period,Year group,Subject,Level,Pupils\n", "No row of this file"),
    ("\n\n\n", "nothing but blank lines"), ("Fruit,Price\nPear,2\n", "Not a file fieldbook knows"),
  ])
  func `A file that is of no use says why, and nothing changes`(text: String, why: String) throws {
    let desk = try Desk(TrustFolder())
    let before = try desk.kept().factsFiles
    desk.arrive(try desk.file("bad.csv", text))
    desk.isOn(.arrived)
    desk.shows(why)
    desk.shows("Nothing has been written, and nothing has changed")
    desk.go("Enter", "Esc", "Esc")
    desk.isOn(.schools)
    #expect(try desk.kept().factsFiles == before)
  }

  @Test func `No such file, and a folder without files, are said`() throws {
    let desk = try Desk(TrustFolder())
    desk.arrive("~/nothing.csv")
    desk.shows("There is no such file")
    desk.shows(desk.folder.path)
    desk.go("Esc")
    desk.arrive("~/records")
    desk.isOn(.files)
    desk.go("a")
    desk.shows("There is no CSV file in this folder")
  }

  @Test func `A path from home is completed, and its folder is looked into once however fast it is typed`()
    throws
  {
    let desk = try Desk(TrustFolder())
    desk.session.perform(id: "import")
    desk.idle()
    desk.go("p", "^U")
    desk.type("~/rec")
    #expect(desk.step())
    #expect(!desk.step())
    desk.shows("records/")
    desk.hides("fieldbook.json")
    desk.go("Tab")
    desk.shows("\(desk.folder.path)/records/")
  }

  @Test func `A file that vanishes after it was read is kept all the same`() throws {
    let desk = try Desk(TrustFolder())
    let before = try desk.kept().factsFiles.count
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    try LocalDisk().remove("\(desk.folder.path)/half-term.csv")
    desk.go("Enter")
    desk.shows("Imported and saved: 1 file")
    #expect(try desk.kept().factsFiles.count == before + 1)
  }

  @Test func `When the disk is full nothing is kept, and Enter tries again`() throws {
    let desk = try Desk(TrustFolder())
    let before = try desk.kept().factsFiles
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    desk.folder.disk.fail(call: 1, forGood: true, about: "facts")
    desk.go("Enter")
    desk.isOn(.arrived)
    desk.shows("NOT IMPORTED: the disk is full")
    desk.folder.disk.heal()
    #expect(try desk.kept().factsFiles == before)
    desk.go("Enter")
    desk.shows("Imported and saved: 1 file")
    #expect(try desk.kept().factsFiles.count == before.count + 1)
    try desk.noProblems()
  }

  @Test func `Whoever only reads can look, and is told why nothing is written`() throws {
    let folder = try TrustFolder()
    let holder = try folder.open()
    defer { holder.close() }
    let desk = try Desk(folder)
    desk.arrive(try desk.file("half-term.csv", Self.halfTerm))
    desk.isOn(.arrived)
    desk.shows("Nothing can be written:")
    desk.go("Enter")
    desk.isOn(.arrived)
  }

  @Test func `During a visit no file is opened, for it may name other schools`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("Enter", "V")
    desk.session.perform(id: "import")
    desk.shows("leaves visit mode first")
    desk.isOn(.school)
  }

  @Test func `The whole journey line by line`() throws {
    let folder = try TrustFolder()
    try folder.write(Array(Self.halfTerm.utf8), to: "half-term.csv")
    let desk = try LineDesk(folder)
    let said = desk.type(":import", "p", "\(folder.path)/half-term.csv", "all")
    #expect(said.contains("Type the path of a file or folder"))
    #expect(said.contains("3 rows read"), "\(said)")
    #expect(desk.type("import.write").contains("Imported and saved: 1 file"))
  }
}
