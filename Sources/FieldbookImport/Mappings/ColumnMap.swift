import FieldbookModel
import PlainText

/// Which column of a table of results means what, by its header in capitals.
struct ColumnMap: Sendable {
  typealias Meaning = ColumnMeaning

  struct Entry: Sendable {
    let meaning: Meaning
    /// Of several columns with one meaning, the one with the least rank is read.
    let rank: Int
  }

  private(set) var entries: [String: Entry] = [:]
  /// Which columns say how many pupils the values of others rest on.
  let counts: PupilCounts
  let words: MeasureWords
  /// Columns that are kept as text beside the figures, such as the day of an inspection: the headers each may have.
  let notes: [String: [String]]

  /// Reads a format's `stems`, `groups`, `bounds`, `columns`, `lowers`, `uppers`, `counts`, `countedBy` and `uncounted`.
  init(_ format: JSONValue) {
    counts = PupilCounts(format)
    words = MeasureWords(format)
    notes = (format["notes"]?.object ?? [:]).mapValues { Mapping.texts($0) }
    let groups = ColumnMap.groups(format["groups"])
    let bounds = ColumnMap.bounds(format["bounds"])
    for (stem, measure) in format["stems"]?.object ?? [:] {
      guard let measure = measure.string else { continue }
      for (suffix, group) in groups { add(stem, suffix, group: group, measure: measure, bounds: bounds) }
    }
    for (stem, bound) in format["boundStems"]?.object ?? [:] {
      guard let measure = bound["measure"]?.string,
        let part = bound["part"]?.string.flatMap(FactsFile.Part.init(rawValue:))
      else { continue }
      for (suffix, group) in groups {
        add(stem + suffix, Meaning(measure: measure, group: group, part: part), rank: 0)
      }
    }
    for (name, part) in [("columns", FactsFile.Part.value), ("lowers", .lower), ("uppers", .upper)] {
      for (measure, headers) in format[name]?.object ?? [:] { add(headers, measure: measure, part: part) }
    }
  }

  /// What a header means.
  subscript(header: String) -> Entry? { entries[Mapping.folded(header)] }

  /// A stem with a group's suffix; the suffix of a bound stands before or after that of the group.
  private mutating func add(
    _ stem: String, _ suffix: String, group: PupilGroup, measure: String, bounds: [(String, FactsFile.Part)]
  ) {
    add(stem + suffix, Meaning(measure: measure, group: group, part: .value), rank: 0)
    for (bound, part) in bounds {
      let meaning = Meaning(measure: measure, group: group, part: part)
      add(stem + suffix + bound, meaning, rank: 0)
      add(stem + bound + suffix, meaning, rank: 0)
    }
  }

  private mutating func add(_ headers: JSONValue, measure: String, part: FactsFile.Part) {
    for (group, names) in headers.object ?? [:] {
      guard let group = PupilGroup(rawValue: group) else { continue }
      for (rank, header) in Mapping.texts(names).enumerated() {
        add(header, Meaning(measure: measure, group: group, part: part), rank: rank)
      }
    }
  }

  private mutating func add(_ header: String, _ meaning: Meaning, rank: Int) {
    entries[Mapping.folded(header)] = Entry(meaning: meaning, rank: rank)
  }

  private static func groups(_ value: JSONValue?) -> [(String, PupilGroup)] {
    [("", .all)]
      + (value?.object ?? [:]).compactMap { suffix, group in
        group.string.flatMap(PupilGroup.init(rawValue:)).map { (suffix, $0) }
      }
  }

  private static func bounds(_ value: JSONValue?) -> [(String, FactsFile.Part)] {
    (value?.object ?? [:]).compactMap { suffix, part in
      part.string.flatMap(FactsFile.Part.init(rawValue:)).map { (suffix, $0) }
    }
  }
}
