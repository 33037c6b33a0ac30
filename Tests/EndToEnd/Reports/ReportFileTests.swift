import PlainText
import Testing

/// `report --output` as scripts use it.
@Suite struct ReportFileTests {
  private let report = ["report", "school", "900001"]

  @Test(arguments: [
    ("text", "SCHOOL REPORT\n"), ("markdown", "# School report\n"), ("html", "<!DOCTYPE html>\n"),
  ])
  func `every format is printed and written whole, for its owner alone`(format: String, start: String) throws
  {
    let trial = try Trial.imported()
    let printed = try trial.succeed(report + ["--format", format])
    #expect(printed.hasPrefix(start))
    let file = trial.folder + "/page"
    try trial.succeed(report + ["--format", format, "--output", file])
    #expect(trial.read(file) == Array(printed.utf8))
    #expect(trial.listing(of: file).hasSuffix(" 600"))
  }

  @Test func `a file that is there stays, unless it is told to give way`() throws {
    let trial = try Trial.imported()
    let file = try trial.write("mine", to: "page.txt")
    let refused = trial.run(report + ["--output", file])
    #expect(refused.status == 73)
    #expect(refused.errors.contains("\(file) is already there, and was left as it is"))
    #expect(refused.errors.contains("--force"))
    #expect(trial.read(file) == Array("mine".utf8))
    try trial.succeed(report + ["--output", file, "--force"])
    #expect(trial.read(file).starts(with: Array("SCHOOL REPORT".utf8)))
    // Nothing of the way there is left.
    #expect(!trial.listing(of: trial.folder).contains(".part"))
  }

  @Test func `in a folder it is named after the school`() throws {
    let trial = try Trial.imported()
    let outcome = trial.run(report + ["--format", "html", "--output", trial.folder])
    #expect(outcome.status == 0)
    let file = trial.folder + "/ashgrove-primary-school-report-2026-11-23.html"
    #expect(outcome.errors.contains("written: \(file)"))
    #expect(trial.read(file).starts(with: Array("<!DOCTYPE html>".utf8)))
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [
    (["--output", "/nowhere/at/all/page.txt"], 73, "/nowhere/at/all/page.txt cannot be created"),
    (["--output", "/nowhere/"], 73, "there is no folder /nowhere/"), (["--force"], 64, "--output"),
    (["--format", "pdf"], 64, "markdown"),
  ])
  func `what cannot be done is said`(arguments: [String], status: Int32, says: String) throws {
    let outcome = try Trial.imported().run(report + arguments)
    #expect(outcome.status == status)
    #expect(outcome.errors.contains(says), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }
}
