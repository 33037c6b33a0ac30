import FieldbookModel

/// The columns of a table of results that are read: where each stands and what it means.
struct ResultColumns: Sendable {
  /// Where each stands in the file.
  let places: [Int]
  /// Where those stand that are kept as text.
  let notePlaces: [Int]
  /// The columns without cells: those of figures in the file's order, tied to their counts and intervals, then those
  /// of text.
  let columns: [FactsFile.Column]
  /// For each what its words stand for; nil where it is written in numbers.
  let words: [[String: Double]?]

  init(_ header: HeaderRow, _ format: Mapping.Format, period: AcademicYear) {
    guard case .results(let map) = format.content else {
      (places, notePlaces, columns, words) = ([], [], [], [])
      return
    }
    let chosen = ResultColumns.choose(header, map)
    places = chosen.map(\.place)
    var columns = chosen.map { place, meaning in
      FactsFile.Column(
        measure: meaning.measure, group: meaning.group, period: period, part: meaning.part,
        header: header.names[place])
    }
    map.counts.tie(&columns, meanings: chosen.map(\.meaning))
    let notes = map.notes.compactMap { measure, headers in
      header.place(ofAny: headers).map { (place: $0, measure: measure) }
    }.sorted { $0.place < $1.place }
    notePlaces = notes.map(\.place)
    self.columns =
      columns
      + notes.map {
        FactsFile.Column(measure: $0.measure, period: period, part: .text, header: header.names[$0.place])
      }
    words = chosen.map { map.words[$0.meaning.measure] }
  }

  /// For each meaning the column that says it best, in the file's order.
  private static func choose(
    _ header: HeaderRow, _ map: ColumnMap
  ) -> [(place: Int, meaning: ColumnMap.Meaning)] {
    var best: [ColumnMap.Meaning: (place: Int, rank: Int)] = [:]
    for (place, name) in header.names.enumerated() {
      guard let entry = map[name] else { continue }
      if let known = best[entry.meaning], known.rank <= entry.rank { continue }
      best[entry.meaning] = (place, entry.rank)
    }
    return best.map { (place: $0.value.place, meaning: $0.key) }.sorted { $0.place < $1.place }
  }
}
