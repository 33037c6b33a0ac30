import PlainText
import Testing

/// A list of pupils is counted at the door. A mark stands in every field that could hold anything of a pupil, and
/// everything that the program wrote or said is searched for it.
@Suite struct PupilCanaryTests {
  private static let canary = "Qzcanary7"
  private static let header =
    "UPN,Surname,Forename,Date of birth,Address,Year group,Sex,PP,SEN,EAL,Reading,Maths,Note\n"

  private static func pupil(_ number: Int, _ rest: String) -> String {
    "A12345678901\(number % 10),\(canary)S\(number),\(canary)F\(number),\(canary)D,\"\(canary)\n\(canary)\",\(rest),\(canary)\n"
  }

  /// Good rows, and rows in which every column in turn holds what nobody understands.
  private static let list =
    header
    + (0..<20).map {
      pupil($0, "4,\($0 % 2 == 0 ? "F" : "M"),\($0 < 8 ? "Y" : "N"),N,N,EXS,\($0 < 9 ? "GDS" : "WTS")")
    }.joined()
    + (0..<7).map { place in
      var cells = ["4", "F", "Y", "K", "Y", "EXS", "GDS"]
      cells[place] = canary
      return pupil(20 + place, cells.joined(separator: ","))
    }.joined()

  /// Every file below the trial's folder that holds the mark, but for the list itself.
  private func found(_ trial: Trial) -> [String] {
    trial.listing(of: trial.folder).split(separator: "\n").compactMap { line in
      guard let path = line.split(separator: " ").first.map(String.init), !path.hasSuffix("/list.csv") else {
        return nil
      }
      let text = String(decoding: trial.read(path), as: UTF8.self)
      return text.contains(Self.canary) || text.contains("A1234567890") ? path : nil
    }
  }

  private func leaks(_ outcome: Program.Outcome) -> Bool {
    (outcome.output + outcome.errors).contains(Self.canary)
      || (outcome.output + outcome.errors).contains("A123456")
  }

  @Test func `nothing of any pupil is in any file, answer or message`() throws {
    let trial = try Trial.imported()
    let temporary = trial.folder + "/tmp"
    _ = Program.run(Program.path(named: "mkdir"), [temporary])
    let list = try trial.write(Self.list, to: "list.csv")
    let arguments = ["import", list, "--school", "900010", "--period", "2026-27 Autumn 1"]
    for more in [[], ["--format", "json"], ["--dry-run"]] {
      let outcome = trial.run(arguments + more, environment: ["TMPDIR": temporary])
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!leaks(outcome))
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if more.isEmpty { #expect(words.contains("27 read, 0 kept"), "\(words)") }
    }
    let listed = trial.run(["list", "observations", "--school", "900010", "--format", "json", "--full"])
    #expect(listed.output.contains("ht.y4.maths.expected") && !leaks(listed))
    let terminal = try trial.opened()
    try terminal.send("q")
    _ = try terminal.waitForEnd()
    #expect(found(trial) == [])
  }

  @Test(arguments: [
    ["--school", "900010"], ["--period", "2026-27 Autumn 1"],
    ["--school", "900010", "--period", "2026-27"],
    ["--school", "900010", "--period", "2026-27 Autumn 1", "--scale", "gcse"],
  ])
  func `nor where the list is refused, or read on another scale`(options: [String]) throws {
    let trial = try Trial.imported()
    let list = try trial.write(Self.list, to: "list.csv")
    let outcome = trial.run(["import", list] + options)
    #expect(!leaks(outcome), "\(outcome.errors)")
    #expect(found(trial) == [])
  }
}
