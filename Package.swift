// swift-tools-version: 6.2
import PackageDescription

/// One list of settings for every Swift target: language mode 6 comes with the tools version.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The rooms below all others, in which the tests spend half their time, are optimised in debug builds too: the whole suite
/// takes a third less. Checks of overflow and of preconditions stay.
let quick: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A module of the house and the modules it may import. `Tests/HouseTests` holds the same arrows.
func room(
  _ name: String, imports: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = strict
) -> Target {
  .target(name: name, dependencies: imports, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, of imports: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: imports, swiftSettings: strict)
}

let package = Package(
  name: "fieldbook",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fieldbook", targets: ["fieldbook"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    room("PlainText", settings: quick),
    room("FieldbookModel", settings: quick),
    room(
      "FieldbookStorage", imports: ["FieldbookModel", "PlainText"],
      resources: [
        .embedInCode("Catalogue/measures.json"), .embedInCode("Catalogue/scales.json"),
        .embedInCode("Frameworks/BuiltIn/ofsted-2025.json"),
        .embedInCode("Frameworks/BuiltIn/ofsted-eif.json"),
        .embedInCode("Frameworks/BuiltIn/trust-four-levels.json"),
        .embedInCode("Frameworks/BuiltIn/red-amber-green.json"),
        .embedInCode("Frameworks/BuiltIn/narrative.json"),
      ]),
    room(
      "FieldbookImport", imports: ["FieldbookModel", "PlainText"],
      resources: [
        "Formats/absence", "Formats/benchmark", "Formats/census", "Formats/cut-down", "Formats/gias",
        "Formats/groups",
        "Formats/ks2", "Formats/ks4", "Formats/ks5", "Formats/links", "Formats/not-data",
        "Formats/ofsted", "Formats/pupil-premium", "Formats/school-list", "Formats/statistics", "words",
      ].map { .embedInCode("Mappings/\($0).json") } + [.embedInCode("HalfTerms/returns.json")]),
    room("FieldbookReports", imports: ["FieldbookModel", "PlainText"]),
    room(
      "FieldbookDemo",
      imports: ["FieldbookStorage", "FieldbookImport", "FieldbookReports", "FieldbookModel", "PlainText"]),
    room("TextUI", imports: ["PlainText"], settings: quick),
    room("FieldbookScreens", imports: ["TextUI", "FieldbookModel", "PlainText"]),
    room(
      "FieldbookSession",
      imports: [
        "FieldbookScreens", "FieldbookStorage", "FieldbookImport", "FieldbookReports", "FieldbookModel",
        "TextUI",
        "PlainText",
      ]),
    room(
      "Terminal", imports: ["TextUI", "PlainText", "CTerminal"],
      resources: ["blue-orange", "high-contrast", "traffic-light"].map {
        .embedInCode("Themes/\($0).json")
      }),
    .target(
      name: "CTerminal",
      cSettings: [
        .define("_XOPEN_SOURCE", to: "700"), .define("_DEFAULT_SOURCE"),
        .define("_GNU_SOURCE", .when(platforms: [.linux])),
        .define("_DARWIN_C_SOURCE", .when(platforms: [.macOS])), .define("NCURSES_WIDECHAR", to: "1"),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .executableTarget(
      name: "fieldbook",
      dependencies: [
        "Terminal", "FieldbookDemo", "FieldbookSession", "FieldbookScreens", "FieldbookStorage",
        "FieldbookImport", "FieldbookReports",
        "FieldbookModel", "TextUI", "PlainText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    // Measures the built program from outside and knows nothing of its insides; it is not installed.
    .executableTarget(
      name: "fieldbook-bench", dependencies: ["CPseudoTerminal", "SeededRandom"], path: "Bench",
      exclude: ["Comparator"], swiftSettings: strict),

    tests("HouseTests", of: []),
    tests("PlainTextTests", of: ["ReaderPromises", "SeededRandom", "PlainText"]),
    tests("FieldbookModelTests", of: ["SeededRandom", "FieldbookModel"]),
    tests(
      "FieldbookStorageTests",
      of: ["DiskFaults", "SeededRandom", "FieldbookStorage", "FieldbookModel", "PlainText"]),
    tests(
      "FieldbookImportTests",
      of: ["SeededRandom", "FieldbookImport", "FieldbookStorage", "FieldbookModel", "PlainText"]),
    tests(
      "FieldbookDemoTests",
      of: [
        "FieldbookDemo", "FieldbookSession", "FieldbookScreens", "FieldbookStorage", "FieldbookImport",
        "FieldbookModel", "TextUI", "PlainText",
      ]),
    tests("FieldbookReportsTests", of: ["SeededRandom", "FieldbookReports", "FieldbookModel", "PlainText"]),
    tests("TextUITests", of: ["SeededRandom", "TextUI", "PlainText"]),
    tests(
      "FieldbookScreensTests",
      of: ["SeededRandom", "FieldbookScreens", "FieldbookModel", "TextUI", "PlainText"]),
    tests(
      "FieldbookSessionTests",
      of: [
        "DiskFaults", "SeededRandom", "FieldbookSession", "FieldbookScreens", "FieldbookStorage",
        "FieldbookImport",
        "FieldbookReports", "FieldbookModel", "TextUI", "PlainText",
      ]),
    tests("TerminalTests", of: ["SeededRandom", "Terminal", "TextUI", "PlainText"]),
    .target(
      name: "DiskFaults", dependencies: ["FieldbookStorage"], path: "Tests/Support/DiskFaults",
      swiftSettings: strict),
    .target(
      name: "ReaderPromises", dependencies: ["PlainText"], path: "Tests/Support/ReaderPromises",
      swiftSettings: strict),
    .target(name: "SeededRandom", path: "Tests/Support/SeededRandom", swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .testTarget(
      name: "EndToEnd", dependencies: ["CPseudoTerminal", "FieldbookReports", "PlainText", "fieldbook"],
      swiftSettings: strict),
  ]
)
