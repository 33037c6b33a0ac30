import FieldbookImport

/// Where the screen of an import begins to look for files.
enum Arrivals {
  /// The folder the program was called in where it holds tables, else the user's downloads, else that folder again.
  static var folder: String {
    if let here = try? FolderListing.read("."), here.entries.contains(where: \.isTable) { return "." }
    guard let home = ProcessEnvironment.variable("HOME"), home.hasPrefix("/") else { return "." }
    return [home + "/Downloads", home].first(where: SourceFile.isFolder) ?? "."
  }
}
