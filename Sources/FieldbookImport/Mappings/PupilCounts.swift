import FieldbookModel
import PlainText

/// What a column holds: a measure of a group, or an end of its confidence interval.
struct ColumnMeaning: Hashable, Sendable {
  let measure: String
  let group: PupilGroup
  let part: FactsFile.Part
}

/// Which columns of a format say how many pupils the values of others rest on.
struct PupilCounts: Sendable {
  /// The measure whose columns say how many pupils a group has, unless `countedBy` says otherwise.
  private let counts: String
  /// Measures that rest on other pupils, or on those of another group than their columns'.
  private let countedBy: [String: (measure: String, group: PupilGroup?)]
  /// Measures whose columns rest on no count.
  private let uncounted: Set<String>

  /// Reads a format's `counts`, `countedBy` and `uncounted`.
  init(_ format: JSONValue) {
    counts = format["counts"]?.string ?? ""
    uncounted = Set(Mapping.texts(format["uncounted"]))
    countedBy = (format["countedBy"]?.object ?? [:]).compactMapValues { value in
      value["measure"]?.string.map {
        ($0, value["group"]?.string.flatMap(PupilGroup.init(rawValue:)))
      }
    }
  }

  /// The meaning of the column that says how many pupils the values of another rest on; nil where there is none.
  func count(of meaning: ColumnMeaning) -> ColumnMeaning? {
    guard meaning.part == .value, !uncounted.contains(meaning.measure) else { return nil }
    let other = countedBy[meaning.measure]
    return ColumnMeaning(
      measure: other?.measure ?? counts, group: other?.group ?? meaning.group, part: .value)
  }

  /// Ties columns to those with their counts and the ends of their intervals.
  /// - Parameter columns: in order, each with its meaning; others (lines, texts) with none.
  func tie(_ columns: inout [FactsFile.Column], meanings: [ColumnMeaning?]) {
    var places: [ColumnMeaning: Int] = [:]
    for (place, meaning) in meanings.enumerated() {
      if let meaning, places[meaning] == nil { places[meaning] = place }
    }
    for (place, meaning) in meanings.enumerated() {
      guard let meaning, meaning.part == .value else { continue }
      func end(_ part: FactsFile.Part) -> Int? {
        places[ColumnMeaning(measure: meaning.measure, group: meaning.group, part: part)]
      }
      columns[place].countColumn = count(of: meaning).flatMap { places[$0] }
      columns[place].lowerColumn = end(.lower)
      columns[place].upperColumn = end(.upper)
    }
  }
}
