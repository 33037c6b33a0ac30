import ArgumentParser
import FieldbookDemo

/// The invented trust, to look around in.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Open an invented trust to look around in; or make one in a folder.",
    discussion: """
      All schools, people and figures of the demo are invented. Without a folder it is kept in \
      $XDG_DATA_HOME/fieldbook/demo (else ~/.local/share/fieldbook/demo): made when it is not there, opened as you \
      left it when it is. FIELDBOOK_NOW fixes the day that its visits lead up to.
      """)

  @Argument(help: "Make it in this folder, which must be empty or not there yet, and do not open it.")
  var folder: String?

  @Flag(help: "Make it anew: what was written in it goes.")
  var fresh = false

  @Flag(help: "Make only the files that it is imported from, in that folder: to try import with.")
  var files = false

  @Flag(help: "Line by line, without drawing, as fieldbook open --plain.")
  var plain = false

  @OptionGroup(title: "Drawing") var display: DisplayOptions
  @ParentCommand var root: Fieldbook

  func validate() throws {
    if files, folder == nil { throw ValidationError("--files needs a folder to make the files in.") }
    if folder != nil, fresh {
      throw ValidationError("--fresh is for the demo without a folder: for another one, name another folder.")
    }
  }

  func run() throws {
    if let folder {
      if files { return try makeFiles(in: folder) }
      try DemoFolder(folder).make()
      StandardStreams.line("Made an invented trust in \(folder): twelve schools that do not exist.")
      StandardStreams.line("Open it: fieldbook open \(ShellWord.quoted(folder))")
      return
    }
    let demo = DemoFolder(try DemoFolder.usualPath())
    if fresh { try demo.makeAnew() } else if !demo.isThere { try demo.make() }
    // The workspace opened last stays the user's own: the demo is not remembered.
    try OpenCommand.open(
      demo.path, settings: Settings.find(display.wishes(over: root.display)), plain: plain)
  }

  private func makeFiles(in folder: String) throws {
    let names = try DemoFolder(folder).makeFiles()
    StandardStreams.line("Made \(names.count) files of schools that do not exist in \(folder).")
    StandardStreams.line(
      "In a workspace of your own: fieldbook import \(ShellWord.quoted(folder))/*.csv --trust \"Meadowbank Trust\""
    )
  }
}
