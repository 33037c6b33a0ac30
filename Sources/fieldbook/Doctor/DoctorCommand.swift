import ArgumentParser
import PlainText

/// Says what the terminal can do, where things are, and what is wrong.
struct DoctorCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what the terminal can do, where things are, and what is wrong.",
    discussion: """
      It needs neither a terminal nor a workspace, changes nothing, and names no school and no record. The status is \
      0 if nothing is wrong, else 65. Whether every document of a workspace is sound is for fieldbook check.
      """)

  @Option(help: "text or json.")
  var format = Format.text

  @OptionGroup(title: "Drawing") var display: DisplayOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    let examination = Examination(
      settings: Settings.find(display.wishes(over: root.display)), workspaceNamed: root.workspace)
    switch format {
    case .json: StandardStreams.bytes(examination.json.encoded())
    case .text: StandardStreams.text(examination.lines.joined(separator: "\n"))
    }
    if !examination.problems.isEmpty { throw ExitCode(CommandFailure.Status.refused.rawValue) }
  }
}
