/// The reports under docs/examples.
enum Examples {
  /// The folder they are in.
  static let folder = Program.checkout + "/docs/examples"

  /// The names of the files there, in order.
  static var names: [String] {
    Program.run(Program.path(named: "ls"), [folder]).output.split(separator: "\n").map(String.init).sorted()
  }

  /// The HTML files there.
  static var pages: [String] {
    names.filter { $0.hasSuffix(".html") }.map {
      Program.run(Program.path(named: "cat"), ["\(folder)/\($0)"]).output
    }
  }
}
