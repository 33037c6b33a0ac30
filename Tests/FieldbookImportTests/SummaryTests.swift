import FieldbookImport
import FieldbookModel
import PlainText
import Testing

@Suite struct SummaryTests {
  @Test(arguments: 0..<20)
  func everyLineFitsATerminal(seed: UInt64) throws {
    var files = InventedFiles(seed: seed)
    let plan = try Trial(trust: files.trust).plan([files.register().source, files.results().source])
    for line in ImportSummary.lines(plan, dryRun: true) { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
  }

  @Test func twentyProblemsAreShownAndTheRestCounted() throws {
    let rows = (0..<50).map { "\(100_000 + $0),Ash,many\n" }
    let plan = try Trial().plan([
      SourceFile("r.csv", "URN,EstablishmentName,NumberOfPupils,Trusts (name)\n" + rows.joined())
    ])
    let lines = ImportSummary.lines(plan, dryRun: false)
    #expect(lines.contains("  50 problems:"))
    #expect(lines.filter { $0.contains("NumberOfPupils: “many”") }.count == 20)
    #expect(lines.contains("    and 30 more."))
    #expect(plan.reports[0].problems.count == 50)
  }

  @Test func aFloodOfProblemsIsCountedNotKept() throws {
    let rows = (0..<3_000).map { "\(100_000 + $0),Ash,many\n" }
    let plan = try Trial().plan([
      SourceFile("r.csv", "URN,EstablishmentName,NumberOfPupils,Trusts (name)\n" + rows.joined())
    ])
    #expect(plan.reports[0].problems.count == 1_001)
    #expect(plan.reports[0].problems.last?.code == "more")
    #expect(plan.reports[0].problems.last?.what == "2000 more problems are not listed")
  }

  @Test func textOfFilesCannotReachTheTerminalRaw() throws {
    let text = "URN,EstablishmentName,NumberOfPupils,Trusts (name),\u{1B}[2J\n100001,Ash,\u{1B}]0;x\u{7},\n"
    let plan = try Trial().plan([SourceFile("a\u{202E}b.csv", text)])
    let lines = ImportSummary.lines(plan, dryRun: false).joined(separator: "\n")
    #expect(!lines.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
  }

  @Test func scriptsGetEveryMemberAlways() throws {
    var files = InventedFiles(seed: 5)
    let plan = try Trial(trust: files.trust).plan([files.results().source, files.register().source])
    let value = ImportSummary.json(plan, written: true, dryRun: false)
    #expect(value["kind"] == "import")
    #expect(value["version"] == 1)
    #expect(value["written"] == true)
    #expect(value["dryRun"] == false)
    let listed = try #require(value["files"]?.array)
    let members: Set = [
      "path", "sha256", "format", "mapping", "period", "periods", "encoding", "rows", "pupilsCounted",
      "schools",
      "observations",
      "values",
      "columnsUnused", "problems",
    ]
    for file in listed {
      #expect(Set(file.object.map { Array($0.keys) } ?? []) == members)
      for problem in file["problems"]?.array ?? [] {
        #expect(
          Set(problem.object.map { Array($0.keys) } ?? []) == ["line", "column", "code", "found", "what"])
      }
    }
    #expect(listed[0]["format"] == "gias")
    #expect(listed[0]["period"] == .null)
    #expect(listed[1]["period"] == "2017/18")
    #expect(listed[1]["mapping"] == "ks2-final-1")
    #expect(listed[1]["schools"]?["viaPreviousUrn"] == 2)
    #expect(listed[1]["observations"]?.int == plan.reports[1].observations)
    let sum = listed[1]["values"]?.object?.values.compactMap(\.int).reduce(0, +)
    #expect(sum == plan.reports[1].observations)
  }

  @Test func theEncodingIsNamed() throws {
    let text = "URN,EstablishmentName,Trusts (name)\n100001,Caf\u{E9},\n"
    let written: [(bytes: [UInt8], name: String)] = [
      (Array(text.utf8), "UTF-8"), ([0xEF, 0xBB, 0xBF] + text.utf8, "UTF-8 with BOM"),
      (text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }, "Windows-1252"),
    ]
    for (bytes, name) in written {
      let plan = try Trial().plan([SourceFile(path: "r.csv", bytes: bytes)])
      #expect(plan.reports[0].encoding == name)
      #expect(plan.files[0].columns[0].cells == [.text("Caf\u{E9}")])
    }
  }
}
