import Testing

@Suite("Terminals that show less")
struct ASCIITests {
  private func opened(
    _ arguments: [String], _ environment: [String: String]
  ) throws -> (Trial, PseudoTerminal) {
    let trial = try Trial.imported()
    let terminal = try PseudoTerminal(
      Program.path(named: "fieldbook"), arguments + ["-w", trial.workspace, "open"],
      environment: trial.environment.merging(environment) { $1 }, directory: trial.folder)
    try terminal.waitUntil("the schools") {
      $0.text.contains("Ashgrove Primary School") && $0.text.contains("? keys")
    }
    return (trial, terminal)
  }

  private func leave(_ terminal: PseudoTerminal) throws {
    try terminal.send("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(terminal.isLeftAsFound)
  }

  @Test(
    "In ASCII not one byte beyond it is sent, by option, variable or a locale of another encoding",
    arguments: [
      (["--ascii"], [:]), ([], ["FIELDBOOK_ASCII": "1"]), ([], ["LC_ALL": "en_GB.ISO-8859-1"]),
    ] as [([String], [String: String])])
  func ascii(arguments: [String], environment: [String: String]) throws {
    let (_, terminal) = try opened(arguments, environment)
    #expect(terminal.screen.cursorLine.hasPrefix("> Ashgrove"))
    #expect(terminal.screen.text.contains("Schools - "))
    try terminal.send("?")
    try terminal.waitFor("Keys - Schools")
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
    try terminal.press(.escape)
    try terminal.waitFor("Ashgrove")
    try leave(terminal)
  }

  @Test(
    "Where the locale names no encoding, the terminal is taken for the usual one", arguments: ["C", "POSIX"])
  func unnamed(locale: String) throws {
    let (_, terminal) = try opened([], ["LANG": locale])
    #expect(terminal.screen.cursorLine.hasPrefix("▸ Ashgrove"))
    try leave(terminal)
  }

  @Test(
    "Without colours none is sent, by option, variable or setting",
    arguments: [
      (["--no-color"], [:]), ([], ["NO_COLOR": "1"]), (["--colours", "none"], [:]), ([], ["TERM": "vt100"]),
    ]
      as [([String], [String: String])])
  func colourless(arguments: [String], environment: [String: String]) throws {
    let (_, terminal) = try opened(arguments, environment)
    #expect(!Self.coloursIn(terminal.output).contains(where: Self.isColour))
    try leave(terminal)
  }

  @Test("With 8 colours only the eight are sent, and never for a background", arguments: ["8", "16"])
  func eight(colours: String) throws {
    let (_, terminal) = try opened(["--colours", colours], ["COLORFGBG": "15;0"])
    try terminal.send("\u{1B}[20~")
    try terminal.waitFor("F9 does nothing here")
    let sent = Self.coloursIn(terminal.output).filter(Self.isColour)
    #expect(sent.contains("33") && Set(sent).isSubset(of: Set((30...37).map(String.init))))
    try leave(terminal)
  }

  @Test(
    "The terminal's own colours are never changed", arguments: ["xterm-256color", "xterm-color", "linux"])
  func palette(type: String) throws {
    let (_, terminal) = try opened([], ["TERM": type])
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(!text.contains("\u{1B}]4;") && !text.contains("\u{1B}]P"))
    try leave(terminal)
  }

  /// Whether a parameter names a colour, rather than the terminal's own or a weight.
  private static func isColour(_ parameter: String) -> Bool {
    parameter.count > 1 && "349".contains(parameter.first ?? " ") && parameter != "39" && parameter != "49"
  }

  /// The parameters of every sequence that sets how characters look.
  private static func coloursIn(_ output: [UInt8]) -> [String] {
    String(decoding: output, as: UTF8.self).split(separator: "\u{1B}[").compactMap { piece in
      let parameters = piece.prefix { $0.isNumber || $0 == ";" }
      guard piece.dropFirst(parameters.count).first == "m" else { return nil }
      return String(parameters)
    }.flatMap { $0.hasPrefix("38;5") ? [$0] : $0.split(separator: ";").map(String.init) }
  }
}
