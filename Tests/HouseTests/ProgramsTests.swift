import Testing

/// Whoever builds and tests the project needs the programs of `debian-packages.txt` and no others.
@Suite struct ProgramsTests {
  private var allowed: Set<String> {
    ProgramsUsed.essential.union(ProgramsUsed.toolchain)
      .union(ProgramsUsed.provided(by: Repository.text("debian-packages.txt") ?? ""))
  }

  @Test func testsStartOnlyProgramsThatMakeInstalls() {
    for path in Repository.files(under: "Tests") where path.hasSuffix(".swift") && !isThisTest(path) {
      let text = Repository.text(path) ?? ""
      for name in ProgramsUsed.named(inSwift: text) + ProgramsUsed.paths(inSwift: text) {
        #expect(allowed.contains(name), "\(path) starts \(name)")
      }
    }
  }

  @Test func testsStartProgramsInOneWay() {
    for path in Repository.files(under: "Tests") where path.hasSuffix(".swift") && !isThisTest(path) {
      if path.hasPrefix("Tests/EndToEnd/Support/") { continue }
      #expect(ProgramsUsed.sideDoors(inSwift: Repository.text(path) ?? "") == [], "\(path)")
    }
  }

  @Test(arguments: [("Makefile", true), (".ci/run", false), ("scripts/install-missing-packages", false)])
  func theBuildStartsOnlyProgramsThatMakeInstalls(path: String, isMakefile: Bool) {
    guard let text = Repository.text(path) else { return }
    let used = ProgramsUsed.commands(inShell: text, isMakefile: isMakefile)
    #expect(used.subtracting(allowed).sorted() == [], "\(path)")
  }

  @Test func aProgramNotOnTheListIsSeen() {
    let test = "let a = Program.path(named: \"tmux\")\nlet b = Program.path(named: name)\n"
    #expect(ProgramsUsed.named(inSwift: test) == ["tmux", "?"])
    #expect(
      ProgramsUsed.provided(by: "# tools\ngit: git\ntmux: tmux, other # two\nlibncurses-dev\n") == [
        "git", "tmux", "other",
      ])
    #expect(
      ProgramsUsed.paths(inSwift: "[\"/bin/sh\", \"/usr/bin/tig\", \"/usr/bin:/bin\"]") == ["sh", "tig"])
    #expect(ProgramsUsed.sideDoors(inSwift: "start(command: \"/usr/bin/tig\")") == ["\"/usr/"])
  }

  @Test func commandsAreReadOutOfRecipesAndScripts() {
    let makefile =
      "all: build\n\t@swift build && tig --version; FOO=1 jq . < a | vim -\n\techo 'asciinema rec'\n"
    #expect(
      ProgramsUsed.commands(inShell: makefile, isMakefile: true) == ["swift", "tig", "jq", "vim", "echo"])
    let script = "#!/bin/sh\nset -e\nif git status; then\n  for f in *; do hunspell \"$f\"; done\nfi\n"
    #expect(ProgramsUsed.commands(inShell: script, isMakefile: false) == ["set", "git", "hunspell"])
  }

  /// The examples above name programs that nobody starts.
  private func isThisTest(_ path: String) -> Bool { path.hasPrefix("Tests/HouseTests/") }
}
