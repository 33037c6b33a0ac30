import PlainText

/// The names of a file's columns and where each stands.
struct HeaderRow: Sendable {
  /// As written.
  let names: [String]
  let line: Int
  private let places: [String: Int]
  /// Places of columns whose name an earlier one has.
  let duplicates: [Int]

  init(_ row: CSVRow) {
    names = row.fields
    line = row.line
    var places: [String: Int] = [:]
    var duplicates: [Int] = []
    for (place, name) in row.fields.enumerated() {
      let key = Mapping.folded(name)
      if key.isEmpty { continue }
      if places[key] == nil { places[key] = place } else { duplicates.append(place) }
    }
    self.places = places
    self.duplicates = duplicates
  }

  /// The place of the first column of that name.
  func place(of name: String) -> Int? { places[Mapping.folded(name)] }

  /// The place of the first column that has one of those names, the earlier names before the later.
  func place(ofAny names: [String]) -> Int? { names.lazy.compactMap(place(of:)).first }

  /// Columns that stand at none of these places; those without a name are not worth a word.
  func names(except used: Set<Int>) -> [String] {
    names.indices.filter { !used.contains($0) && !names[$0].isBlank }.map { names[$0] }
  }
}
