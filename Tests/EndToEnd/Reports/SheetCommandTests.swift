import PlainText
import Testing

/// `report sheet` and `report trust` as scripts use them.
@Suite struct SheetCommandTests {
  @Test func `a school and the trust are printed on 60 lines of 80 columns`() throws {
    let trial = try Trial.imported()
    for command in [["sheet", "900001"], ["trust"]] {
      let text = try trial.succeed(["report"] + command)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 60 && lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
      #expect(lines.contains { $0.contains("on a page") })
    }
    #expect(try trial.succeed(["report", "sheet", "900001", "--format", "markdown"]).hasPrefix("# Ashgrove"))
  }

  @Test func `all schools of ours go into a folder, which is made, and nothing there is replaced`() throws {
    let trial = try Trial.imported()
    let folder = trial.folder + "/pages"
    let all = ["report", "sheet", "--all", "--output", folder]
    let first = trial.run(all)
    #expect(first.status == 0 && first.errors.contains("files into \(folder)"))
    func names() -> [String] {
      Program.run(Program.path(named: "ls"), [folder]).output.split(separator: "\n").map(String.init)
    }
    let count = names().count
    #expect(count > 1 && names().contains("ashgrove-primary-school-on-a-page-2026-11-23.txt"))
    #expect(trial.listing(of: folder + "/ashgrove-primary-school-on-a-page-2026-11-23.txt").hasSuffix(" 600"))
    try trial.succeed(all)
    #expect(names().count == 2 * count)
    #expect(names().contains("ashgrove-primary-school-on-a-page-2026-11-23 2.txt"))
  }

  @Test(arguments: [
    (["sheet"], 64, "--all for every school"), (["sheet", "900001", "--all"], 64, "--all for every school"),
    (["sheet", "--all"], 64, "--output FOLDER"),
    (["sheet", "--all", "--output", "x", "--force"], 64, "replaces nothing"),
    (["sheet", "1"], 66, "there is no school “1”"),
    (["sheet", "--all", "--output", "/dev/null/x"], 73, "/dev/null"),
  ])
  func `what cannot be done is said`(arguments: [String], status: Int32, says: String) throws {
    let outcome = try Trial.imported().run(["report"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `with nothing of ours it says how to come by it`() throws {
    let trial = try Trial()
    try trial.make()
    let outcome = trial.run(["report", "sheet", "--all", "--output", trial.folder])
    #expect(outcome.status == 66 && outcome.errors.contains("--trust NAME"))
    #expect(try trial.succeed(["report", "trust"]).contains("--trust NAME"))
  }
}
