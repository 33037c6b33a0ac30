import FieldbookModel
import PlainText

/// Which column of a table of results means what, by its header in capitals.
struct ColumnMap: Sendable {
  /// What a column holds: a measure of a group, or an end of its confidence interval.
  struct Meaning: Hashable, Sendable {
    let measure: String
    let group: PupilGroup
    let part: FactsFile.Part
  }
  struct Entry: Sendable {
    let meaning: Meaning
    /// Of several columns with one meaning, the one with the least rank is read.
    let rank: Int
  }

  private(set) var entries: [String: Entry] = [:]
  /// The measure whose columns say how many pupils a group has, unless `countedBy` says otherwise.
  private let counts: String
  /// Measures that rest on other pupils, or on those of another group than their columns'.
  private let countedBy: [String: (measure: String, group: PupilGroup?)]
  /// Measures whose columns rest on no count.
  private let uncounted: Set<String>

  /// Reads a format's `stems`, `groups`, `bounds`, `columns`, `counts`, `countedBy` and `uncounted`.
  init(_ format: JSONValue) {
    counts = format["counts"]?.string ?? ""
    uncounted = Set(Mapping.texts(format["uncounted"]))
    countedBy = (format["countedBy"]?.object ?? [:]).compactMapValues { value in
      value["measure"]?.string.map {
        ($0, value["group"]?.string.flatMap(PupilGroup.init(rawValue:)))
      }
    }
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
    for (measure, headers) in format["columns"]?.object ?? [:] { add(headers, measure: measure) }
  }

  /// The meaning of the column that says how many pupils the values of another rest on; nil where there is none.
  func count(of meaning: Meaning) -> Meaning? {
    guard meaning.part == .value, !uncounted.contains(meaning.measure) else { return nil }
    let other = countedBy[meaning.measure]
    return Meaning(
      measure: other?.measure ?? counts, group: other?.group ?? meaning.group, part: .value)
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

  private mutating func add(_ headers: JSONValue, measure: String) {
    for (group, names) in headers.object ?? [:] {
      guard let group = PupilGroup(rawValue: group) else { continue }
      for (rank, header) in Mapping.texts(names).enumerated() {
        add(header, Meaning(measure: measure, group: group, part: .value), rank: rank)
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
