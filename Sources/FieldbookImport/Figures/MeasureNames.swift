import FieldbookModel

/// The names by which people call measures: ids, titles and short titles, whatever their capitals and spaces.
struct MeasureNames: Sendable {
  private let known: [String: Measure]

  init(_ catalogue: Catalogue) {
    known = Dictionary(
      catalogue.measures.map { (MeasureNames.folded($0.id), $0) }
        + catalogue.measures.flatMap { measure in
          [measure.title, measure.shortTitle].map { (MeasureNames.folded($0), measure) }
        }, uniquingKeysWith: { first, _ in first })
  }

  /// The measure that is called so.
  subscript(name: String) -> Measure? { known[MeasureNames.folded(name)] }

  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
  }
}
