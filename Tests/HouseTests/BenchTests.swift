import Testing

/// The bench measures the program from outside: it shares no code with it and is not installed.
@Suite struct BenchTests {
  @Test func theBenchImportsNothingOfTheProgram() {
    let allowed: Set = ["CPseudoTerminal", "SeededRandom", "Glibc", "Darwin"]
    let paths = Repository.files(under: "Bench").filter { $0.hasSuffix(".swift") }
    #expect(!paths.isEmpty)
    for path in paths {
      let imported = SourceImports.all(in: Repository.text(path) ?? "").map(\.module)
      #expect(Set(imported).subtracting(allowed) == [], "\(path)")
    }
  }

  @Test func theProgramIsTheOnlyProduct() {
    let manifest = Repository.text("Package.swift") ?? ""
    #expect(manifest.contains("products: [.executable(name: \"fieldbook\", targets: [\"fieldbook\"])]"))
    let bench = "name: \"fieldbook-bench\", dependencies: [\"CPseudoTerminal\", \"SeededRandom\"]"
    #expect(manifest.contains(bench))
  }
}
