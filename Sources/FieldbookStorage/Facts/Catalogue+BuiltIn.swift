import FieldbookModel
import PlainText

extension Catalogue {
  /// The measures that come with the program, in the order in which they are shown.
  public static let builtIn = Catalogue(measures: BuiltInLists.measures.compactMap(CatalogueReader.measure))
}

/// Reads the catalogue of measures.
enum CatalogueReader {
  /// A measure out of its JSON; nil where it lacks what it needs.
  static func measure(_ tree: JSONValue) -> Measure? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string,
      let unit = tree["unit"]?.string.flatMap(Measure.Unit.init(rawValue:)),
      let better = tree["better"]?.string.flatMap(Measure.Direction.init(rawValue:))
    else { return nil }
    return Measure(
      id: id, title: title, shortTitle: tree["shortTitle"]?.string ?? title,
      definition: tree["definition"]?.string ?? "", unit: unit, better: better,
      stage: tree["stage"]?.string ?? "",
      phases: (tree["phases"]?.array ?? []).compactMap { $0.string.flatMap(SchoolKind.init(rawValue:)) },
      yearGroup: tree["yearGroup"]?.string.flatMap(YearGroup.init(text:)),
      validFrom: year(tree["validFrom"]), validTo: year(tree["validTo"]),
      notProducedIn: (tree["notProducedIn"]?.array ?? []).compactMap(year))
  }

  private static func year(_ tree: JSONValue?) -> AcademicYear? {
    tree?.string.flatMap(AcademicYear.init(text:))
  }
}
