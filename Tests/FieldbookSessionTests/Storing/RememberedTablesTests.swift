import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing

/// How tables were left, remembered by workspace.
struct RememberedTablesTests {
  private static let file = ".fieldbook/local/views.json"

  /// Filters the schools by the first value of their phase.
  private func filterByPhase(_ desk: Desk) { desk.go("f", "j", "Enter", "Enter") }

  @Test func `The filter, the order and a saved view are there again after the program was left`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    filterByPhase(desk)
    desk.shows("phase is Infant · Esc shows all")
    desk.go("w", "a")
    desk.type("Infants")
    desk.go("Enter", "Esc", "s")
    desk.type("roll")
    desk.go("Enter", "q")
    #expect(desk.session.isFinished)
    desk.workspace.close()
    let again = try Desk(folder)
    again.shows("phase is Infant · Esc shows all")
    again.shows("Roll▲")
    again.go("Esc", "w")
    again.shows("▸ Infants")
    try again.noProblems()
  }

  @Test func `A key is answered before the state is written, and leaving waits for it`() throws {
    let desk = try Desk(TrustFolder())
    desk.go("f", "j", "Enter")
    desk.press("Enter", "j", "q")
    desk.isOn(.schools)
    desk.shows("phase is Infant")
    #expect(!desk.session.isFinished)
    desk.idle()
    #expect(desk.session.isFinished)
  }

  @Test func `A broken document is said with its place, and harms nothing`() throws {
    let folder = try TrustFolder()
    let broken = Array("{\"format\": \"views\", \"version\": 1, \"tables\": {\"schools\": [}}".utf8)
    try folder.write(broken, to: Self.file)
    let desk = try Desk(folder)
    desk.shows("1 problem in this workspace")
    desk.shows(".fieldbook/local/views.json:1:")
    desk.shows("Coldharbour")
    #expect(try desk.workspace.check().problems.map(\.file) == [Self.file])
    filterByPhase(desk)
    #expect(try folder.names(".fieldbook/local").contains("views.json.damaged"))
    try desk.noProblems()
  }

  @Test func `What is wrong inside is named by check, and the rest counts`() throws {
    let folder = try TrustFolder()
    let text = """
      {"format": "views", "version": 1, "later": 7,
       "tables": {"schools": {"filters": [{"column": "phase", "values": ["Infant", 3]}], "sort": 5}},
       "views": [{"table": "schools"}]}
      """
    try folder.write(Array(text.utf8), to: Self.file)
    let desk = try Desk(folder)
    desk.shows("phase is Infant")
    let problems = try desk.workspace.check().problems
    #expect(problems.map(\.line) == [2, 2, 3])
    #expect(problems.map(\.what).contains("“sort” is a number, not a list"))
    desk.go("S")
    let kept = try LocalDisk().read("\(folder.path)/\(Self.file)")
    #expect(String(decoding: kept, as: UTF8.self).contains("\"later\": 7"), "what it does not know stays")
  }

  @Test func `Marks that cannot be understood are named with their place, and the others count`() throws {
    let folder = try TrustFolder()
    let text = """
      {"format": "views", "version": 1,
       "marks": {"schools": [7, "900001", "no such school"], "visits": 3}}
      """
    try folder.write(Array(text.utf8), to: Self.file)
    let desk = try Desk(folder)
    desk.shows("1 marked: m acts on them")
    let problems = try desk.workspace.check().problems
    #expect(problems.map(\.line) == [2, 2])
    #expect(problems.map(\.what) == ["it is a number, not a text", "“visits” is a number, not a list"])
  }

  @Test func `Who only reads filters as they like and writes nothing`() throws {
    let folder = try TrustFolder()
    let first = try Desk(folder)
    let second = try Desk(folder)
    let before = try folder.names(".fieldbook/local")
    filterByPhase(second)
    second.shows("phase is Infant")
    second.go("q")
    #expect(second.session.isFinished)
    #expect(try folder.names(".fieldbook/local") == before)
    first.hides("phase is Infant")
  }

  @Test func `Many actions are changed in one go, each an edit that can be taken back`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    try desk.signedReview()
    desk.go("3")
    desk.session.perform(id: "marks.all")
    desk.session.perform(id: "marks.change")
    desk.type("Trust lead")
    desk.go("^S")
    desk.shows("2 actions will change: owner Trust lead")
    desk.go("^S")
    desk.shows("Saved: 2 actions changed: owner Trust lead")
    #expect(try desk.kept().actions.allSatisfy { $0.owner == "Trust lead" })
    desk.go("u")
    #expect(try desk.kept().actions.count { $0.owner == "Trust lead" } == 1)
    desk.go("u")
    #expect(try desk.kept().actions.allSatisfy { $0.owner != "Trust lead" })
    try desk.noProblems()
  }

  @Test func `What all marked actions have already is not written again`() throws {
    let folder = try TrustFolder()
    let desk = try Desk(folder)
    try desk.signedReview()
    desk.go("3")
    desk.session.perform(id: "marks.all")
    desk.session.perform(id: "marks.change")
    desk.type("Trust lead")
    desk.go("^S", "^S")
    desk.isOn(.actions)
    #expect(try desk.kept().actions.allSatisfy { $0.owner == "Trust lead" })
    desk.session.perform(id: "marks.change")
    desk.type("Trust lead")
    desk.go("^S")
    desk.shows("They all have that already")
  }
}
