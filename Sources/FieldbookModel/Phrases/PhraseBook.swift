/// The phrases of a workspace: those of the program, those of its users, and the order they are in.
public struct PhraseBook: Hashable, Sendable {
  /// Every phrase in its order, withdrawn ones among them.
  public let all: [Phrase]

  /// The program's phrases alone.
  public static let starter = PhraseBook(own: [], order: [])

  /// The program's phrases with the users’ own: one with the id of a built-in phrase stands in its place. The order
  /// names ids; phrases it does not name come after those it does.
  public init(own: [Phrase], order: [String]) {
    let byID = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
    let starterIDs = Set(StarterPhrases.all.map(\.id))
    let usual = StarterPhrases.all.map { byID[$0.id] ?? $0 } + own.filter { !starterIDs.contains($0.id) }
    var places: [String: Int] = [:]
    for (place, id) in order.enumerated() where places[id] == nil { places[id] = place }
    all = usual.enumerated().sorted { one, other in
      (places[one.element.id] ?? order.count, one.offset) < (
        places[other.element.id] ?? order.count, other.offset
      )
    }.map(\.element)
  }

  /// A workspace's phrases out of their record.
  public init(_ record: Record) {
    let own = record.parts("phrases").filter { !$0.isUndone }.map { part in
      Phrase(
        id: part.id, text: part.text("text"), areas: part.texts("areas"),
        use: Phrase.Use(rawValue: part.text("use")), withdrawn: part.text("withdrawn"))
    }
    self.init(own: own, order: record.texts("order"))
  }

  /// The phrase with that id.
  public func phrase(_ id: String) -> Phrase? { all.first { $0.id == id } }

  /// Phrases to choose from that hold every word typed: those of the area and the use first, then those of the area,
  /// then those for every area, then the rest.
  public func offered(area: String, use: Phrase.Use?, find: String) -> [Phrase] {
    let words = find.lowercased().split(separator: " ")
    let matches = all.filter { phrase in
      phrase.isOffered && words.allSatisfy(phrase.text.lowercased().contains)
    }
    return matches.enumerated().sorted { one, other in
      let ranks = (rank(one.element, area, use), rank(other.element, area, use))
      return ranks.0 == ranks.1 ? one.offset < other.offset : ranks.0 < ranks.1
    }.map(\.element)
  }

  private func rank(_ phrase: Phrase, _ area: String, _ use: Phrase.Use?) -> Int {
    let isOfArea = phrase.areas.contains(area)
    let isOfUse = use == nil || phrase.use == nil || phrase.use == use
    let place = isOfArea ? 0 : phrase.areas.isEmpty ? 2 : 4
    return place + (isOfUse ? 0 : 1)
  }
}

/// A change of the phrases, saved as one.
public struct PhraseChange: Hashable, Sendable {
  /// What was done, in words: `Phrase added`.
  public var title: String
  /// The id of a phrase to the new values of some of its fields.
  public var values: [String: [String: FieldValue?]]
  /// The new order of all phrases, by their ids; `nil` leaves it.
  public var order: [String]?

  /// A change; see the properties.
  public init(_ title: String, values: [String: [String: FieldValue?]] = [:], order: [String]? = nil) {
    self.title = title
    self.values = values
    self.order = order
  }
}

extension RecordKind {
  /// One phrase of a workspace.
  public static let phrase = RecordKind(
    name: "phrase", plural: "phrases", help: "A sentence to begin from, with gaps to fill in.",
    fields: [
      RecordField(
        "text", "Phrase", .paragraph,
        help: "The sentence. … or three dots stand where something is filled in.",
        isRequired: true),
      RecordField(
        "areas", "Areas", .lines, help: "The areas it is for; none chosen means all. Space chooses."),
      RecordField(
        "use", "Says", .choice(Phrase.Use.allCases.map(\.rawValue)),
        help: "A strength, something to improve, or a next step."),
    ])

  /// The phrases of a workspace, which are one document.
  public static let phraseBook = RecordKind(
    name: "phrases", plural: "phrases", help: "The phrases of a workspace beside those that are built in.",
    fields: [
      RecordField("order", "Order", .lines, help: "The ids of phrases in the order they are listed in.")
    ],
    parts: [.phrase])
}
