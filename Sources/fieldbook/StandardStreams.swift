import PlainText

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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

  /// Whether a person may be reading standard error.
  static var isErrorATerminal: Bool { isatty(2) == 1 }

  /// Says on a terminal how far something is, in the place of what was said before.
  static func progress(_ text: String, isLast: Bool) {
    write(Array("\r\u{1B}[K\(isLast ? "" : SafeText.visible(text).clipped(to: 78))".utf8), to: 2)
  }

  /// Writes a message to standard error, safe for a terminal.
  static func error(_ text: String) {
    write(Array((SafeText.visible(text, keepingNewlines: true) + "\n").utf8), to: 2)
  }

  /// Results that cannot be written end the program: a script must not take half a list for all of it. A reader that
  /// has seen enough and closed its pipe is no failure, but nothing more is worked out for it.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard !PrivateFile.write(bytes, to: descriptor), descriptor == 1 else { return }
    let code = errno
    if code == EPIPE { exit(0) }
    error("fieldbook: the results could not be written out: \(String(cString: strerror(code)))")
    exit(CommandFailure.Status.inputOutput.rawValue)
  }
}
