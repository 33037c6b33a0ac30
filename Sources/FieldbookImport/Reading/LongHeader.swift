import FieldbookModel
import PlainText

/// Where the columns of a long table stand, and what its rows mean by what they say there.
struct LongHeader: Sendable {
  /// A column of figures that is read.
  struct Figure: Sendable {
    let place: Int
    let header: String
    let map: LongMap.Figure
    let words: MeasureWords
  }
  /// What a row speaks of.
  struct Slot: Hashable, Sendable {
    let group: PupilGroup
    /// Folded; empty where the table has no subjects.
    let subject: String
  }
  /// What a row's own words say.
  enum Meaning: Sendable {
    case slot(Slot)
    /// Something that no figures are kept of: the place of the column that says so, and its text.
    case other(place: Int, text: String)
  }

  let names: [String]
  let period: Int?
  let status: Int?
  let figures: [Figure]
  private let only: [(place: Int, texts: Set<String>)]
  private let groups: [Int]
  private let subject: Int?
  private let subjects: Set<String>
  private let words: GroupWords
  /// What was worked out already, by the texts of the columns that matter.
  private var known: [String: Meaning] = [:]

  init(_ header: HeaderRow, _ map: LongMap, words: GroupWords) {
    names = header.names
    period = header.place(ofAny: map.period)
    status = header.place(ofAny: map.status)
    figures = map.figures.compactMap { figure in
      header.place(of: figure.header).map {
        Figure(place: $0, header: header.names[$0], map: figure, words: map.words)
      }
    }.sorted { $0.place < $1.place }
    only = map.only.compactMap { choice in header.place(ofAny: choice.headers).map { ($0, choice.texts) } }
    groups = map.groups.compactMap(header.place(ofAny:))
    subject = header.place(ofAny: map.subject)
    subjects = Set(map.figures.flatMap(\.measures.keys))
    self.words = words
  }

  /// The places of the columns that are used.
  var usedPlaces: [Int] {
    figures.map(\.place) + only.map(\.place) + groups + [period, status, subject].compactMap(\.self)
  }

  /// What a row speaks of.
  mutating func meaning(of row: CSVRow) -> Meaning {
    var key = ""
    for place in only.lazy.map(\.place) + groups {
      key += row.field(place) ?? ""
      key += "\u{1F}"
    }
    if let subject { key += row.field(subject) ?? "" }
    if let meaning = known[key] { return meaning }
    let meaning = freshMeaning(of: row)
    known[key] = meaning
    return meaning
  }

  private func freshMeaning(of row: CSVRow) -> Meaning {
    for (place, texts) in only where !texts.contains(Mapping.folded(row.field(place) ?? "")) {
      return .other(place: place, text: row.field(place) ?? "")
    }
    var group = PupilGroup.all
    for place in groups {
      let text = row.field(place) ?? ""
      guard let named = words[text], named == .all || group == .all || named == group else {
        return .other(place: place, text: text)
      }
      if named != .all { group = named }
    }
    let text = subject.flatMap { row.field($0) } ?? ""
    let folded = Mapping.folded(text)
    if let subject, !subjects.contains(folded), !subjects.contains("*") {
      return .other(place: subject, text: text)
    }
    return .slot(Slot(group: group, subject: folded))
  }
}
