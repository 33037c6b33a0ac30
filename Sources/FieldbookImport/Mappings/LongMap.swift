import FieldbookModel
import PlainText

/// How a table is read that has many rows for one school: a row for each group of pupils, subject and year, with the
/// figures of all of them in the same few columns.
struct LongMap: Sendable {
  /// A column of which only some texts are wanted.
  struct Choice: Sendable {
    let headers: [String]
    let texts: Set<String>
  }
  /// What a column of figures holds: a measure, of the row's own group unless it says of which.
  struct Said: Hashable, Sendable {
    let measure: String
    let group: PupilGroup?

    /// `roll`, `roll:eal`.
    init(_ text: String) {
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      measure = parts.first ?? ""
      group = parts.count == 2 ? PupilGroup(rawValue: parts[1]) : nil
    }
  }
  /// A column of figures: its header, and what it holds by the subject of the row.
  struct Figure: Sendable {
    let header: String
    let part: FactsFile.Part
    /// By folded subject; `*` for every one.
    let measures: [String: Said]

    /// What it holds in rows of a subject; nil where that is not wanted.
    func said(_ subject: String) -> Said? { measures[subject] ?? measures["*"] }
  }

  /// The headers that the column with the academic year may have.
  let period: [String]
  /// Those of the column that says how far on the figures are.
  let status: [String]
  /// Columns whose rows count only where they hold what is wanted.
  let only: [Choice]
  /// Those of the columns that say which pupils a row speaks of.
  let groups: [[String]]
  /// Those of the column that names the subject.
  let subject: [String]
  let figures: [Figure]
  let counts: PupilCounts
  let words: MeasureWords

  /// Reads a format's `long`, `counts`, `countedBy` and `uncounted`.
  init(_ format: JSONValue) {
    let long = format["long"]
    period = Mapping.texts(long?["period"])
    status = Mapping.texts(long?["status"])
    only = (long?["only"]?.array ?? []).map { choice in
      Choice(
        headers: Mapping.texts(choice["headers"]),
        texts: Set(Mapping.texts(choice["texts"]).map(Mapping.folded)))
    }
    groups = (long?["groups"]?.array ?? []).map(Mapping.texts)
    subject = Mapping.texts(long?["subject"])
    figures =
      LongMap.figures(long?["values"], .value) + LongMap.figures(long?["lowers"], .lower)
      + LongMap.figures(long?["uppers"], .upper)
    counts = PupilCounts(format)
    words = MeasureWords(format)
  }

  private static func figures(_ value: JSONValue?, _ part: FactsFile.Part) -> [Figure] {
    (value?.object ?? [:]).map { header, measures in
      let bySubject =
        measures.string.map { ["*": Said($0)] }
        ?? Dictionary(
          (measures.object ?? [:]).compactMap { subject, measure in
            measure.string.map { (Mapping.folded(subject), Said($0)) }
          }, uniquingKeysWith: { first, _ in first })
      return Figure(header: header, part: part, measures: bySubject)
    }
  }
}

/// The words in which statistics name groups of pupils.
struct GroupWords: Sendable {
  private let groups: [String: PupilGroup]

  /// Reads `groupWords`: the texts of each group.
  init(_ document: JSONValue?) {
    var groups: [String: PupilGroup] = [:]
    for (name, words) in document?.object ?? [:] {
      guard let group = PupilGroup(rawValue: name) else { continue }
      for word in Mapping.texts(words) { groups[Mapping.folded(word)] = group }
    }
    self.groups = groups
  }

  /// The group that a text names.
  subscript(text: String) -> PupilGroup? { groups[Mapping.folded(text)] }
}
