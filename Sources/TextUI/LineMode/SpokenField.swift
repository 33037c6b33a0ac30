import PlainText

/// One field of a form, as it is asked for in a line.
public struct SpokenField: Sendable {
  /// What was typed into a field, understood.
  public enum Answer: Hashable, Sendable {
    /// The value that it gives.
    case value(FormValue)
    /// Why it gives none.
    case unclear(String)
  }

  private let field: FormField
  private let value: FormValue?
  private let note: String

  /// A field and what stands in it.
  public init(_ field: FormField, in form: Form) {
    self.field = field
    value = form.values[field.id]
    note = form.notes[field.id].map { SpokenText.words($0.text) } ?? ""
  }

  /// What the user knows it by.
  public var label: String { field.label }

  /// What belongs into it, and whether it must be filled in.
  public var help: String {
    [field.help, field.isRequired ? "Needed." : "May stay empty."].filter { !$0.isEmpty }.joined(
      separator: " ")
  }

  /// Whether it takes several lines.
  public var isText: Bool {
    if case .text = field.kind { return true }
    return false
  }

  /// What stands in it, in words; empty where nothing does.
  public var said: String {
    switch value {
    case .text(let text)?: text
    case .choice(let id)?: title(id)
    case .choices(let ids)?: ids.map { title($0) }.joined(separator: "; ")
    case nil: ""
    }
  }

  /// `Owner: Maths leader`.
  public var line: String { "\(field.label): \(said.isEmpty ? "nothing yet" : said)\(understood)" }

  /// How what stands there was understood: a date and its half-term.
  public var understood: String { note.isEmpty ? "" : " (\(note))" }

  /// What there is to choose from, a line each with the number that chooses it; those chosen say so.
  public var offer: [String] {
    let chosen: Set<String> =
      switch value {
      case .choice(let id?)?: [id]
      case .choices(let ids)?: Set(ids)
      default: []
      }
    return field.offer.enumerated().map { index, choice in
      let detail = choice.detail.isEmpty ? "" : " (\(SpokenText.words(choice.detail)))"
      let mark = chosen.contains(choice.id) ? ", chosen" : ""
      return "\(index + 1). \(SpokenText.words(choice.title))\(detail)\(mark)"
    }
  }

  /// How it is filled in.
  public var howTo: String {
    switch field.kind {
    case .text: "Type lines of text; a line with a single dot ends them."
    case .line: "Type a line."
    case .choice: "Type its number or its first letters; none takes the choice away."
    case .choices:
      "Type the numbers of all that are to be chosen, or their first letters with commas between; none for none."
    }
  }

  private func title(_ id: String?) -> String { field.offer.first { $0.id == id }?.title ?? "" }

  // MARK: Answers

  /// What a line that was typed into it means.
  public func answer(_ line: String) -> Answer {
    switch field.kind {
    case .text, .line: return .value(.text(line))
    case .choice(let offer):
      if SpokenField.isNone(line) { return .value(.choice(nil)) }
      return SpokenField.choice(line, in: offer)
    case .choices(let offer):
      if SpokenField.isNone(line) { return .value(.choices([])) }
      return SpokenField.choices(line, in: offer)
    }
  }

  private static func isNone(_ line: String) -> Bool {
    ["none", "-"].contains(line.trimmed(of: " ").lowercased())
  }

  /// Numbers with blanks or commas between, or words with commas between.
  private static func choices(_ line: String, in offer: [Choice]) -> Answer {
    let numbers = line.split(whereSeparator: { $0 == " " || $0 == "," })
    let words = numbers.allSatisfy { Int($0) != nil } ? numbers : line.split(separator: ",")
    var ids: [String] = []
    for word in words {
      switch choice(String(word), in: offer) {
      case .value(.choice(let id?)): ids.append(id)
      case .value: break
      case .unclear(let why): return .unclear(why)
      }
    }
    return .value(.choices(offer.map(\.id).filter(ids.contains)))
  }

  /// A number, a whole title, or words that one title alone begins with, else alone holds.
  private static func choice(_ line: String, in offer: [Choice]) -> Answer {
    let typed = line.trimmed(of: " ")
    if !typed.isEmpty, typed.drop(while: { $0 == "-" }).allSatisfy(\.isNumber) {
      guard let number = Int(typed), offer.indices.contains(number - 1) else {
        return .unclear("\(typed) is none of the numbers 1 to \(offer.count)")
      }
      return .value(.choice(offer[number - 1].id))
    }
    let titles = offer.map { $0.title.lowercased() }
    let word = typed.lowercased()
    if let exact = titles.firstIndex(of: word) { return .value(.choice(offer[exact].id)) }
    let beginning = offer.indices.filter { titles[$0].hasPrefix(word) }
    let meant = beginning.isEmpty ? offer.indices.filter { titles[$0].contains(word) } : beginning
    if meant.count == 1 { return .value(.choice(offer[meant[0]].id)) }
    guard !meant.isEmpty else { return .unclear("Nothing on offer is called “\(typed)”") }
    let which = meant.map { "\($0 + 1). \(offer[$0].title)" }.joined(separator: "; ")
    return .unclear("“\(typed)” may be \(which)")
  }
}
