/// The rooms of the house and the arrows between them: who may import whom, and nothing else.
enum House {
  /// Every module under Sources with the modules of ours it may import.
  static let arrows: [String: Set<String>] = [
    "PlainText": [],
    "FieldbookModel": [],
    "FieldbookStorage": ["FieldbookModel", "PlainText"],
    "FieldbookImport": ["FieldbookModel", "PlainText"],
    "FieldbookReports": ["FieldbookModel", "PlainText"],
    "FieldbookDemo": [
      "FieldbookStorage", "FieldbookImport", "FieldbookReports", "FieldbookModel", "PlainText",
    ],
    "TextUI": ["PlainText"],
    "FieldbookScreens": ["TextUI", "FieldbookModel", "PlainText"],
    "FieldbookSession": [
      "FieldbookScreens", "FieldbookStorage", "FieldbookImport", "FieldbookReports", "FieldbookModel",
      "TextUI",
      "PlainText",
    ],
    "Terminal": ["TextUI", "PlainText", "CTerminal"],
    "CTerminal": [],
    "fieldbook": [
      "Terminal", "FieldbookDemo", "FieldbookSession", "FieldbookScreens", "FieldbookStorage",
      "FieldbookImport",
      "FieldbookReports", "FieldbookModel", "TextUI", "PlainText",
    ],
  ]

  /// What comes with the compiler and opens no door to files, clocks or terminals.
  static let alwaysAllowed: Set<String> = ["Swift", "Synchronization", "_StringProcessing"]

  /// The system's library, by its names.
  static let systemLibraries: Set<String> = ["Glibc", "Darwin", "Musl"]

  /// Modules that touch files, processes or terminals.
  static let mayTouchTheSystem: Set<String> = [
    "FieldbookStorage", "FieldbookImport", "Terminal", "CTerminal", "fieldbook",
  ]

  /// Packages of others, by the module that may import them.
  static let foreign: [String: Set<String>] = ["fieldbook": ["ArgumentParser"]]

  /// What is wrong with the imports of a module's files.
  /// - Parameter files: the text of each file by its name.
  static func problems(in module: String, files: [String: String]) -> [String] {
    guard let allowed = arrows[module] else { return ["\(module) is no room of the house"] }
    var problems: [String] = []
    var filesWithSystem: [String] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      for found in SourceImports.all(in: text) {
        if found.isReexported { problems.append("\(module)/\(name) re-exports \(found.module)") }
        if systemLibraries.contains(found.module) {
          filesWithSystem.append(name)
        } else if !isAllowed(found.module, in: module, arrows: allowed) {
          problems.append("\(module)/\(name) imports \(found.module)")
        }
      }
    }
    return problems + systemProblems(in: module, files: Set(filesWithSystem))
  }

  private static func isAllowed(_ imported: String, in module: String, arrows: Set<String>) -> Bool {
    imported == module || alwaysAllowed.contains(imported) || arrows.contains(imported)
      || foreign[module]?.contains(imported) == true
  }

  /// The session may touch the system in one file alone: that of its worker thread.
  private static func systemProblems(in module: String, files: Set<String>) -> [String] {
    if files.isEmpty || mayTouchTheSystem.contains(module) { return [] }
    if module == "FieldbookSession", files.count == 1 { return [] }
    return ["\(module) imports the system's library in \(files.sorted().joined(separator: ", "))"]
  }
}
