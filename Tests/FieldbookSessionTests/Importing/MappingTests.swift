import DiskFaults
import FieldbookImport
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// A table that no format knows: the user says once what its columns are.
struct MappingTests {
  /// Somebody who looks at the columns of the trust's own table.
  private func desk() throws -> Desk {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    desk.arrive(fixture: "tables/tracker.csv")
    return desk
  }

  private func say(_ desk: Desk, halfTerm: String = "2026-27 Autumn 1") {
    desk.go("o", "^U")
    desk.type(halfTerm)
    desk.go("^S")
  }

  @Test func `The columns are shown with what they hold and what they seem to be`() throws {
    let desk = try desk()
    desk.isOn(.arrived)
    desk.shows("Not a file fieldbook knows")
    desk.shows("m lets you say what its columns are")
    desk.go("m")
    desk.isOn(.mapping)
    desk.shows("tracker.csv, 5 rows")
    for words in [
      "Name of the school", "Per cent at expected or above: Maths", "Per cent at higher: Reading",
      "Pupils assessed (cohort): Maths", "Ashgrove Primary School", "68  70.4  58  61%", "not read",
    ] { desk.shows(words) }
  }

  @Test func `What comes of it is seen with its problems, then kept together with the mapping`() throws {
    let desk = try desk()
    let before = try desk.kept().factsFiles.count
    desk.go("m", "t")
    desk.isOn(.arrived)
    desk.shows("fill in “Half-term or year”")
    say(desk)
    desk.isOn(.arrived)
    desk.shows("read as “tracker”, 2026/27 Autumn 1, 5 rows read")
    desk.shows("line 5, Reading EXS+ %: “140”: this is no percentage from 0 to 100")
    desk.shows("line 6, Academy: no one school that is known is called so")
    desk.hides("Nowhere")
    desk.shows("Year 3 maths: at expected or above: 68% of 25 pupils (line 2, Maths EXS+ %")
    #expect(try desk.kept().factsFiles.count == before)
    #expect(try desk.kept().mappings.isEmpty)
    desk.go("Enter")
    desk.isOn(.schools)
    desk.shows("Imported and saved: 1 file")
    let contents = try desk.kept()
    #expect(contents.mappings.map(\.id) == ["tracker"])
    try desk.noProblems()
    let autumn = try #require(Period(text: "2026-27 Autumn 1"))
    func reading(_ urn: String, _ measure: String) -> Observation? {
      desk.session.picture.facts.observation(of: .school(URN(urn)), measure, at: autumn)
    }
    #expect(reading("900001", "ht.y4.maths.expected")?.reading.value == 70.4)
    #expect(reading("900001", "ht.y4.maths.expected")?.count?.value == 27)
    #expect(reading("900002", "ht.y3.reading.expected")?.reading.reason == .suppressed)
    #expect(reading("900002", "ht.y4.reading.expected")?.reading.value == nil)
  }

  @Test func `The next table with these columns is known, here and on the command line`() throws {
    let desk = try desk()
    desk.go("m", "t")
    say(desk)
    desk.go("Enter")
    let text =
      "Lead,Academy,Yr,Maths EXS+ %,Maths GDS %,Maths cohort,Reading EXS+ %,Reading GDS %,Reading cohort\n"
      + "x,Beckside Academy,5,80,20,30,70,10,30\n"
    let path = try desk.file("next.csv", text)
    desk.arrive(path)
    say(desk, halfTerm: "2026-27 Autumn 2")
    desk.shows("read as “tracker”, 2026/27 Autumn 2, 1 row read")
    let contents = try desk.kept()
    var options = ImportOptions(period: AcademicYear(start: 2026), now: desk.folder.now)
    options.halfTerm = HalfTerm.Part.allCases[1]
    options.scales = contents.scales
    options.mappings = contents.mappings
    let plan = try Importer.plan(
      [SourceFile.open(path)], options: options,
      existing: Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours),
      existingTrust: contents.trust, existingOurs: contents.ours, catalogue: contents.catalogue)
    #expect(plan.files.count == 1 && plan.reports.first?.schools.matched == 1)
  }

  @Test func `What a column is can be said and taken back, and what is missing is named`() throws {
    let desk = try desk()
    desk.go("m", "g", "x")
    desk.shows("Say which column names the school")
    desk.go("t")
    desk.shows("Say which column names the school")
    desk.isOn(.mapping)
    desk.go("Enter")
    desk.shows("The column “Academy”")
    desk.type("Name")
    desk.go("^S")
    desk.isOn(.mapping)
    desk.shows("t shows what comes of it")
    desk.go("a")
    desk.go("^U")
    desk.type("Pupil progress, trust")
    desk.press("Tab", "Tab", "Tab")
    desk.type("nobody")
    desk.go("^S")
    desk.shows("Kept as “Pupil progress, trust”. Of every row: nobody")
    desk.go("t")
    say(desk)
    desk.shows("this is no group that is known")
    desk.go("m", "a", "Tab", "Tab", "Tab", "^U")
    desk.go("^S")
    desk.shows("Of every row: what its columns say")
    desk.go("t")
    desk.shows("read as “Pupil progress, trust”, 2026/27 Autumn 1")
    desk.go("m")
    desk.isOn(.mapping)
    desk.go("t", "Enter")
    #expect(try desk.folder.names("mappings") == ["pupil-progress-trust.json"])
    #expect(try desk.kept().mappings.first?.name == "Pupil progress, trust")
    #expect(try desk.kept().drafts.isEmpty)
  }

  @Test func `Figures of a year are mapped, seen and shown on the school's page`() throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    desk.arrive(
      try desk.file("results 2025-26.csv", "URN,RWM met,Sat\n900001,62%,58\n900002,c,4\n"))
    desk.go("m")
    desk.go("g", "j", "Enter")
    desk.type("Fig")
    for _ in 0..<5 { desk.press("Tab") }
    desk.type("RWM expected")
    desk.go("^S")
    desk.shows("Figure of a year: RWM expected")
    desk.shows("say which column has its pupils")
    desk.go("j", "Enter")
    desk.type("Pupils a")
    desk.go("^S", "t")
    desk.shows("Figures of a year, read as “results 2025-26”, 2025/26, 2 rows read")
    desk.shows("Reading, writing and maths: expected standard: 62% of 58 pupils (line 2, RWM met)")
    desk.go("Enter")
    desk.shows("Imported and saved: 1 file")
    try desk.noProblems()
    #expect(try desk.kept().mappings.first?.columns.map(\.role) == [.urn, .value, .assessed])
    let ashgrove = desk.session.picture.facts.observation(
      of: .school(URN("900001")), "rwmExp", in: AcademicYear(start: 2025))
    #expect(ashgrove?.reading.value == 62 && ashgrove?.n == 58)
  }

  @Test func `A header that the catalogue knows is a figure of a year, with its pupils beside it`() throws {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    desk.arrive(try desk.file("trust 2025-26.csv", "URN,Attendance %,Attainment 8,NOR\n900001,94.1,45,410\n"))
    desk.go("m")
    desk.shows("Figure of a year: Attended")
    desk.shows("Figure of a year: Attainment 8")
    desk.shows("Pupils on roll")
    desk.go("t")
    desk.shows("Attendance: sessions attended: 94.1% of 410 pupils (line 2, Attendance %)")
    desk.shows("Attainment 8 rests on the pupils who were assessed, not on the roll")
  }

  @Test func `Levels by row and subjects by column are counts, once it is certain that no row is a pupil`()
    throws
  {
    let desk = try Desk(TrustFolder(), size: Desk.large)
    desk.arrive(
      try desk.file(
        "levels.csv", "URN,Year group,Level,Reading,Maths\n900001,Y4,EXS,14,15\n900001,Y4,GDS,4,5\n"))
    desk.shows("m lets you say what its columns are")
    desk.go("m", "t")
    say(desk)
    desk.shows("2026/27 Autumn 1, 2 rows read")
    desk.go("Enter")
    let autumn = try #require(Period(text: "2026-27 Autumn 1"))
    let maths = desk.session.picture.facts.observation(
      of: .school(URN("900001")), "ht.y4.maths.higher", at: autumn)
    #expect(maths?.reading.value == 25 && maths?.n == 20)
  }

  @Test func `Esc leaves everything as it was`() throws {
    let desk = try desk()
    desk.go("m", "t", "Esc", "Esc", "Esc", "Esc")
    desk.isOn(.schools)
    #expect(try desk.kept().mappings.isEmpty)
    #expect((try? desk.folder.names("mappings")) ?? [] == [])
  }

  @Test func `When the disk is full neither is kept, and Enter tries again`() throws {
    let desk = try desk()
    desk.go("m", "t")
    say(desk)
    desk.folder.disk.fail(call: 1, forGood: true, about: "mappings")
    desk.go("Enter")
    desk.shows("NOT IMPORTED: the disk is full")
    desk.folder.disk.heal()
    desk.go("Enter")
    desk.shows("Imported and saved")
    #expect(try desk.kept().mappings.map(\.id) == ["tracker"])
    try desk.noProblems()
  }

  @Test func `A mapping that cannot be used is named by check, and the others are used`() throws {
    let desk = try desk()
    desk.go("m", "t")
    say(desk)
    desk.go("Enter")
    try desk.folder.write(
      Array(
        "{\"format\":\"mapping\",\"version\":1,\"id\":\"bad\",\"name\":\"B\",\"columns\":{\"urm\":\"U\"},\"figures\":[]}"
          .utf8), to: "mappings/bad.json")
    let problems = try desk.workspace.check().problems
    #expect(
      problems.contains {
        $0.file == "mappings/bad.json" && $0.what.contains("“urm” is nothing a column can say")
      })
    #expect(try desk.kept().mappings.map(\.id) == ["tracker"])
  }
}
