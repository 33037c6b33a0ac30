#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The reports under docs/examples.
enum Examples {
  /// The folder they are in.
  static let folder = Program.checkout + "/docs/examples"

  /// The names of the files there, in order.
  static var names: [String] {
    Program.run(Program.path(named: "ls"), [folder]).output.split(separator: "\n").map(String.init).sorted()
  }

  /// What a file there says.
  static func text(_ name: String) -> String {
    Program.run(Program.path(named: "cat"), ["\(folder)/\(name)"]).output
  }

  /// The HTML files there.
  static var pages: [String] { names.filter { $0.hasSuffix(".html") }.map(text) }

  /// Writes a file there.
  static func write(_ text: String, to name: String) throws -> Bool {
    _ = mkdir(folder, 0o755)
    guard let file = fopen("\(folder)/\(name)", "w") else { return false }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }
}
