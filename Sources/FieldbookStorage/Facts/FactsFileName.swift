import FieldbookModel

/// Where a facts file is kept: `facts/<format>/<year or as-at date>-<what of it>-<scope>-<checksum>.json`.
enum FactsFileName {
  static func path(_ file: FactsFile) -> String {
    "\(WorkspaceFolder.facts)/\(safe(file.format))/\(when(file))-\(scope(file))-\(file.source.sha256.prefix(12)).json"
  }

  /// The year it reports on, or the day that a register or another list stands for.
  private static func when(_ file: FactsFile) -> String {
    if let period = file.period {
      return Period(year: period, part: file.halfTerm).fileText + (file.halfTerm == nil ? "-year" : "")
    }
    let kind = Register.isRegister(file.format) ? "register" : "list"
    return (file.source.asAt?.text ?? "undated") + "-" + kind
  }

  /// The local authority, if there is but one; of a return the school, if there is but one.
  private static func scope(_ file: FactsFile) -> String {
    // One file may quote several publications of a year; each is facts of its own, and its mapping tells them apart.
    if file.isByFigure {
      return (file.isBenchmark ? "quoted-" : "own-") + safe(String(file.source.mapping.suffix(8)))
    }
    let authorities = Set(file.authorities).subtracting([""])
    let schools = Set(authorities.compactMap { ReturnScope(text: $0)?.school })
    if let school = schools.first { return schools.count == 1 ? safe(school.text) : "many" }
    guard authorities.count == 1, let only = authorities.first else {
      return authorities.isEmpty ? "england" : "many"
    }
    return "la" + safe(only)
  }

  /// Letters, digits and hyphens alone: nothing out of a file may name a folder.
  private static func safe(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
    }
    return kept.isEmpty ? "other" : String(String.UnicodeScalarView(kept))
  }
}
