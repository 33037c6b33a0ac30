import PlainText

/// Standard output and standard error.
enum StandardStreams {
  /// Writes a line to standard output, safe for a terminal.
  static func line(_ text: String) {
    write(Array((SafeText.visible(text) + "\n").utf8), to: 1)
  }

  /// Writes text of several lines to standard output, safe for a terminal.
  static func text(_ text: String) {
    let ending = text.hasSuffix("\n") ? "" : "\n"
    write(Array((SafeText.visible(text, keepingNewlines: true) + ending).utf8), to: 1)
  }

  /// Writes bytes to standard output as they are.
  static func bytes(_ bytes: [UInt8]) {
    write(bytes, to: 1)
  }

  /// Writes a message to standard error, safe for a terminal.
  static func error(_ text: String) {
    write(Array((SafeText.visible(text, keepingNewlines: true) + "\n").utf8), to: 2)
  }

  /// A reader that has gone away (a closed pipe) ends the writing, not the program.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    _ = PrivateFile.write(bytes, to: descriptor)
  }
}
