/// A sentence to begin from, with gaps (`…`) to fill in: for what was good, for what could be better, for what comes
/// next, of an area or of any.
public struct Phrase: Hashable, Sendable {
  /// What a phrase says.
  public enum Use: String, CaseIterable, Sendable {
    /// Something that is good.
    case strength
    /// Something that could be better.
    case improve
    /// What could be done about it.
    case next

    /// In words.
    public var title: String {
      switch self {
      case .strength: "strength"
      case .improve: "to improve"
      case .next: "next step"
      }
    }

    /// A sign for it.
    public var sign: String {
      switch self {
      case .strength: "+"
      case .improve: "-"
      case .next: "→"
      }
    }
  }

  /// Its identity; one of the program's own keeps it when the user changes it.
  public let id: String
  /// The sentence.
  public let text: String
  /// The ids of the areas it is for; none means all.
  public let areas: [String]
  /// What it says, `nil` for anything.
  public let use: Use?
  /// Why it is no longer offered; empty while it is.
  public let withdrawn: String
  /// Whether the workspace has it from the program alone.
  public let isBuiltIn: Bool

  /// A phrase; see the properties.
  public init(
    id: String, text: String, areas: [String] = [], use: Use? = nil, withdrawn: String = "",
    isBuiltIn: Bool = false
  ) {
    self.id = id
    self.text = text
    self.areas = areas
    self.use = use
    self.withdrawn = withdrawn
    self.isBuiltIn = isBuiltIn
  }

  /// Whether it is offered where phrases are inserted.
  public var isOffered: Bool { withdrawn.isEmpty && !text.allSatisfy(\.isWhitespace) }
}
