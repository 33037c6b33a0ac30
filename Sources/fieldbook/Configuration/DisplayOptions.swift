import ArgumentParser
import Terminal

/// How things are drawn, for this run alone.
struct DisplayOptions: ParsableArguments {
  @Flag(
    name: [.customLong("no-color"), .customLong("no-colour")],
    help: "No colours: bold, underline and reverse say it all.")
  var noColour = false

  @Option(
    help: ArgumentHelp("How many colours to use: auto, none, 8, 16, 88 or 256.", valueName: "number"),
    completion: .list(["auto", "none", "8", "16", "88", "256"]), transform: DisplayOptions.colours)
  var colours: DisplayChoice.Colours?

  @Flag(help: "Draw nothing but ASCII; other characters are shown as what is like them, or as ?.")
  var ascii = false

  @Option(
    help: ArgumentHelp("A theme, built in or your own; fieldbook config names them.", valueName: "name"),
    completion: .list(Theme.builtIn.map(\.name)))
  var theme: String?

  /// Options may stand before the verb and after it; what stands after it counts.
  func wishes(over earlier: DisplayOptions) -> DisplayWishes {
    DisplayWishes(
      noColour: noColour || earlier.noColour, colours: colours ?? earlier.colours,
      ascii: ascii || earlier.ascii, theme: theme ?? earlier.theme)
  }

  private static func colours(_ text: String) throws -> DisplayChoice.Colours {
    if let colours = DisplayChoice.Colours(text) { return colours }
    throw ValidationError("“\(text)” is no number of colours: auto, none, 8, 16, 88 or 256")
  }
}

/// What the options of a run say of how things are drawn.
struct DisplayWishes {
  var noColour = false
  var colours: DisplayChoice.Colours?
  var ascii = false
  var theme: String?
}
