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
    case .choice: "Type a number or the first letters; none takes the choice away."
    case .choices: "Type the numbers of all that are to be chosen, with blanks between; none for none."
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

  private static func choices(_ line: String, in offer: [Choice]) -> Answer {
    var ids: [String] = []
    for word in line.split(whereSeparator: { $0 == " " || $0 == "," }) {
      guard let number = Int(word), offer.indices.contains(number - 1) else {
        return .unclear("“\(word)” is none of the numbers 1 to \(offer.count)")
      }
      ids.append(offer[number - 1].id)
    }
    return .value(.choices(offer.map(\.id).filter(ids.contains)))
  }

  private static func choice(_ line: String, in offer: [Choice]) -> Answer {
    let typed = line.trimmed(of: " ").lowercased()
    if let number = Int(typed) {
      guard offer.indices.contains(number - 1) else {
        return .unclear("\(number) is none of the numbers 1 to \(offer.count)")
      }
      return .value(.choice(offer[number - 1].id))
    }
    let titles = offer.map { $0.title.lowercased() }
    if let exact = titles.firstIndex(of: typed) { return .value(.choice(offer[exact].id)) }
    let matches = offer.filter { $0.title.lowercased().hasPrefix(typed) }
    guard let only = matches.first, matches.count == 1 else {
      let what = matches.isEmpty ? "Nothing on offer begins with" : "More than one begins with"
      return .unclear("\(what) “\(line)”")
    }
    return .value(.choice(only.id))
  }
}
