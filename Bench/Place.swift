#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Where the bench does its work: a folder with workspaces and files, and the programs that are compared.
struct Place {
  let folder: String
  let fieldbook: String
  let environment: [String: String]
  let list: String?
  let tig: String?
  let visidata: String?
  let python: String?

  /// Makes everything that is measured on; says what is missing by nil.
  init?(root: String) {
    guard let folder = Files.makeScratchFolder() else { return nil }
    self.folder = folder
    fieldbook = "\(root)/.build/release/fieldbook"
    let home = folder + "/home"
    Files.makeFolder(home)
    environment = [
      "PATH": Files.environment["PATH"] ?? "/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "ESCDELAY": "25", "XDG_CONFIG_HOME": home + "/.config",
      "PYTHONDONTWRITEBYTECODE": "",
    ]
    list = Place.compiledList(root: root, in: folder)
    tig = Files.program("tig").flatMap { Place.makeRepository(folder + "/repository") ? $0 : nil }
    visidata = Files.program("vd")
    python = Files.program("python3").flatMap { python in
      Command.time([python, "-c", "import pandas"]) == nil ? nil : python
    }
    Files.write(Generated.register(schools: 24_000) { $0 % 2000 == 0 }, to: england)
    Files.write(Generated.register(schools: 12) { _ in true }, to: folder + "/twelve.csv")
    Files.write(realCensus ?? Array(Generated.census().utf8), to: census)
    Files.makeFolder(generatedNational)
    Files.write(
      Generated.register(schools: 24_000) { $0 % 2000 == 0 }, to: generatedNational + "/register.csv")
    Files.write(Generated.census(), to: generatedNational + "/2017-2018_england_census.csv")
  }

  /// The register of all England.
  var england: String { folder + "/edubasealldata20250422.csv" }

  /// The census under a name that says its year.
  var census: String { folder + "/2018-2019_england_census.csv" }

  /// How many schools the census holds, as a program that opens it shows.
  var censusRows: String { String((Files.bytes(census) ?? []).count { $0 == 10 } - 1) }

  /// Where all national files lie: the published ones, when the user has them.
  var national: String {
    hasRealCensus ? Files.environment["FIELDBOOK_REAL_DATA"] ?? generatedNational : generatedNational
  }

  /// Where those that are generated lie.
  var generatedNational: String { folder + "/published" }

  /// What finds the one school of ours whose results are set among England’s.
  var nationalSchool: String { hasRealCensus ? "cordwalles" : "100000" }

  /// The published census, when the user has it.
  private var realCensus: [UInt8]? {
    guard let folder = Files.environment["FIELDBOOK_REAL_DATA"] else { return nil }
    return [folder, folder + "/england"].lazy.compactMap { Files.bytes($0 + "/england_census.csv") }.first
  }

  /// Whether the census that is read is the published one.
  var hasRealCensus: Bool { realCensus != nil }

  func workspace(_ name: String) -> String { "\(folder)/\(name)" }

  /// Makes a workspace with some files imported.
  func makeWorkspace(_ name: String, importing files: [String]) -> Bool {
    let made = run(["init", workspace(name), "--name", "Bench"])
    return made && run(["-w", workspace(name), "import"] + files + ["--trust", Generated.trust])
  }

  func run(_ arguments: [String]) -> Bool {
    Command.time([fieldbook] + arguments, environment: environment) != nil
  }

  /// A program on a terminal of its own.
  func terminal(_ command: [String], in folder: String? = nil) -> TerminalRun? {
    TerminalRun(command, in: folder ?? self.folder, environment: environment)
  }

  /// fieldbook on one of the workspaces.
  func open(_ name: String) -> TerminalRun? { terminal([fieldbook, "open", workspace(name)]) }

  private static func compiledList(root: String, in folder: String) -> String? {
    guard let compiler = Files.program("cc") else { return nil }
    let program = folder + "/list"
    for libraries in [["-lncursesw", "-ltinfo"], ["-lncurses"]] {
      let command = [compiler, "-O2", "-o", program, root + "/Bench/Comparator/list.c"] + libraries
      if Command.time(command) != nil { return program }
    }
    return nil
  }

  private static func makeRepository(_ path: String) -> Bool {
    guard let git = Files.program("git") else { return false }
    Files.makeFolder(path)
    Files.write(Generated.commits(1000), to: path + ".import")
    return Command.time([git, "init", "-q", "-b", "main", path]) != nil
      && Command.time([git, "-C", path, "fast-import", "--quiet"], input: path + ".import") != nil
  }
}
