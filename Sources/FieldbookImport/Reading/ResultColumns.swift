import FieldbookModel

/// The columns of a table of results that are read: where each stands and what it means.
struct ResultColumns: Sendable {
  /// Where each stands in the file.
  let places: [Int]
  /// The columns without cells, in the file's order, tied to their counts and intervals.
  let columns: [FactsFile.Column]

  init(_ header: HeaderRow, _ format: Mapping.Format, period: AcademicYear) {
    guard case .results(let map) = format.content else {
      (places, columns) = ([], [])
      return
    }
    let chosen = ResultColumns.choose(header, map)
    let indices = Dictionary(
      chosen.enumerated().map { ($0.element.meaning, $0.offset) }, uniquingKeysWith: { first, _ in first })
    places = chosen.map(\.place)
    columns = chosen.map { place, meaning in
      func tied(_ part: FactsFile.Part) -> Int? {
        guard meaning.part == .value else { return nil }
        return indices[ColumnMap.Meaning(measure: meaning.measure, group: meaning.group, part: part)]
      }
      return FactsFile.Column(
        measure: meaning.measure, group: meaning.group, period: period, part: meaning.part,
        header: header.names[place],
        countColumn: map.count(of: meaning).flatMap { indices[$0] },
        lowerColumn: tied(.lower), upperColumn: tied(.upper))
    }
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
