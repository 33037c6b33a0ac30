/// The programs that tests and the build start, and those that may be counted on.
enum ProgramsUsed {
  /// What any Debian has (its essential packages), and what every shell does by itself.
  static let essential: Set<String> = Set(
    """
    [ awk basename bash cat chmod chown cmp cp cut date dd df diff dirname du echo env expr false find grep head
    hostname id kill ln ls mkdir mkfifo mknod mktemp mv nproc od printf pwd readlink realpath rm rmdir sed seq sh
    sleep sort stat stty sync tail tar tee test timeout touch tr true truncate tty uname uniq wc xargs
    : . alias break cd command continue eval exec exit export getopts local read return set shift source trap type
    ulimit umask unset wait
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What somebody who builds the project has by definition.
  static let toolchain: Set<String> = [
    "swift", "swiftc", "make", "apt-get", "dpkg", "dpkg-query", "sudo", "fieldbook",
  ]

  /// The programs of the packages in a list: `package: program, program`, one package a line, `#` comments.
  static func provided(by list: String) -> Set<String> {
    var programs: Set<String> = []
    for line in list.split(whereSeparator: \.isNewline) {
      let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      programs.formUnion(parts[1].split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init))
    }
    return programs
  }

  /// The names given to `Program.path(named:)` in a Swift file; a name that is not written out as a literal is
  /// given as `?`, which no list holds.
  static func named(inSwift text: String) -> [String] {
    let call = "Program.path(named:"
    var names: [String] = []
    var rest = text[...]
    while let start = rest.range(of: call) {
      rest = rest[start.upperBound...].drop(while: \.isWhitespace)
      guard rest.first == "\"" else {
        names.append("?")
        continue
      }
      names.append(String(rest.dropFirst().prefix { $0 != "\"" }))
    }
    return names
  }

  /// The programs that a Swift file names by their whole path, in a literal of its own.
  static func paths(inSwift text: String) -> [String] {
    text.split(separator: "\"").filter { literal in
      ["/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/"].contains { literal.hasPrefix($0) }
        && !literal.contains { $0 == ":" || $0.isWhitespace }
    }.compactMap { $0.split(separator: "/").last.map(String.init) }
  }

  /// Ways to start a program that go past `Program.path(named:)`.
  static func sideDoors(inSwift text: String) -> [String] {
    let doors = ["posix_spawn", "popen(", "system(", "execv", "execl(", "\"/bin/", "\"/usr/", "\"/sbin/"]
    return doors.filter { text.range(of: $0) != nil }
  }

  /// The command words of a shell script, or of a makefile's recipes.
  static func commands(inShell text: String, isMakefile: Bool) -> Set<String> {
    var commands: Set<String> = []
    let joined = text.replacing("\\\n", with: " ")
    for line in joined.split(whereSeparator: \.isNewline) {
      if isMakefile, line.first != "\t" { continue }
      for part in pieces(of: line) {
        if let command = command(in: part) { commands.insert(command) }
      }
    }
    return commands.subtracting(functions(in: text))
  }

  /// The functions a script makes for itself: `name() {`.
  private static func functions(in text: String) -> Set<String> {
    Set(
      text.split(whereSeparator: \.isNewline).compactMap { line in
        line.range(of: "() {").map { String(line[..<$0.lowerBound]) }
      })
  }

  /// A line cut where another command begins; what is quoted is left out.
  private static func pieces(of line: Substring) -> [String] {
    var pieces = [""]
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
        pieces[pieces.count - 1].append("_")
      } else if character == "#" {
        break
      } else if ";|&()`{}".contains(character) {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }

  private static let words: Set<String> = [
    "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "!", "time", "in", "esac", "exec",
    "command",
    "sudo", "env",
  ]

  private static func command(in piece: String) -> String? {
    var rest = piece.split(whereSeparator: \.isWhitespace)[...]
    if let first = rest.first, "@-+".contains(first.first ?? " ") {
      rest[rest.startIndex] = first.drop { "@-+".contains($0) }
    }
    while let first = rest.first, words.contains(String(first)) || first.contains("=") || first.isEmpty {
      rest = rest.dropFirst()
    }
    guard let first = rest.first, first != "for", first != "case" else { return nil }
    let isName = first.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._+-[:".contains($0)) }
    let isProgram = first.first.map { $0.isLetter && $0.isLowercase } ?? false
    return isName && isProgram ? String(first) : nil
  }
}
