import Testing

@Suite struct HouseTests {
  @Test func everyFolderOfSourcesIsARoom() {
    #expect(Repository.modules == House.arrows.keys.sorted())
  }

  @Test(arguments: House.arrows.keys.sorted())
  func aModuleImportsOnlyWhatTheHouseAllows(module: String) {
    #expect(House.problems(in: module, files: Repository.sources(of: module)) == [])
  }

  @Test(arguments: [
    "import FieldbookStorage", "@testable import FieldbookStorage", "@_exported import FieldbookStorage",
    "public import FieldbookStorage", "import struct FieldbookStorage.Workspace",
    "@preconcurrency internal import class FieldbookStorage.Workspace", "let a = 1; import FieldbookStorage",
    "/* import PlainText */ import\n  FieldbookStorage", "import `FieldbookStorage`",
    "import FieldbookStorage.Disk // because",
  ])
  func aForbiddenArrowIsSeenHoweverItIsWritten(line: String) {
    let problems = House.problems(in: "FieldbookScreens", files: ["A.swift": "import PlainText\n\(line)\n"])
    #expect(problems.contains("FieldbookScreens/A.swift imports FieldbookStorage"))
  }

  @Test(arguments: [
    "// import FieldbookStorage", "/* a /* nested */ import FieldbookStorage */",
    "let text = \"\"\"\n  import FieldbookStorage\n  \"\"\"", "let text = \"\\\" import FieldbookStorage\"",
    "#if canImport(FieldbookStorage)\n#endif", "let important = FieldbookStorage",
  ])
  func whatOnlyLooksLikeAnImportIsPassedOver(line: String) {
    #expect(House.problems(in: "FieldbookScreens", files: ["A.swift": line]) == [])
  }

  @Test(arguments: ["@_exported import PlainText", "public import PlainText", "package import PlainText"])
  func nothingIsReexported(line: String) {
    #expect(
      House.problems(in: "TextUI", files: ["A.swift": line]) == ["TextUI/A.swift re-exports PlainText"])
  }

  @Test func onlySomeModulesTouchTheSystem() {
    for module in House.arrows.keys {
      let problems = House.problems(
        in: module, files: ["A.swift": "import Glibc", "B.swift": "import Darwin"])
      #expect(problems.isEmpty == House.mayTouchTheSystem.contains(module), "\(module)")
    }
    let worker = ["Worker.swift": "#if canImport(Glibc)\nimport Glibc\n#else\nimport Darwin\n#endif"]
    #expect(House.problems(in: "FieldbookSession", files: worker) == [])
    #expect(House.problems(in: "FieldbookScreens", files: worker) != [])
  }

  @Test(arguments: ["Foundation", "FoundationEssentials", "XCTest", "Dispatch", "ArgumentParser"])
  func librariesThatNobodyAgreedToAreRefused(library: String) {
    for module in House.arrows.keys where House.foreign[module]?.contains(library) != true {
      #expect(House.problems(in: module, files: ["A.swift": "import \(library)"]) != [], "\(module)")
    }
  }

  @Test func theManifestLinksExactlyWhatTheHouseAllows() throws {
    let manifest = try #require(Repository.text("Package.swift"))
    #expect(Manifest.dependencies(in: manifest) == House.arrows)
  }

  @Test func noSourceFileIsLongerThanFiveHundredLines() {
    let long = Repository.files(under: "Sources").filter { path in
      (path.hasSuffix(".swift") || path.hasSuffix(".c") || path.hasSuffix(".h"))
        && (Repository.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).count > 500
    }
    #expect(long == [])
  }
}
