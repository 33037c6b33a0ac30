/// A framework that the workspace keeps in a file of its own.
public struct OwnFramework: Hashable, Sendable {
  /// Its id, which is also the name of its file.
  public let id: String
  /// What its file says; nil where that cannot be used.
  public let framework: Framework?
  /// What is wrong with its file, a line each: place, what, and how to mend it.
  public let problems: [String]

  /// One of the workspace's own; see the properties.
  public init(id: String, framework: Framework?, problems: [String] = []) {
    self.id = id
    self.framework = framework
    self.problems = problems
  }
}

/// A change to a framework of the workspace's own, or a new one.
public struct FrameworkEdit: Hashable, Sendable {
  /// What was done, in words, past tense: `Area added`.
  public var title: String
  /// The framework as it was when the change was begun; nil for a new one.
  public var base: Framework?
  /// The framework as it is to be.
  public var framework: Framework

  /// An edit; see the properties.
  public init(_ title: String, base: Framework?, framework: Framework) {
    self.title = title
    self.base = base
    self.framework = framework
  }
}

extension Framework {
  /// The most a framework may hold, so that screens and reports stay readable.
  public enum Limit {
    /// How many areas.
    public static let areas = 30
    /// How many questions in an area.
    public static let prompts = 12
    /// How many scales.
    public static let scales = 12
    /// How many levels in a scale.
    public static let levels = 10
    /// How many characters in a name.
    public static let title = 60
    /// How many in a name for a narrow column.
    public static let shortTitle = 20
    /// How many in a question.
    public static let prompt = 200
    /// How many in an id.
    public static let id = 40
  }

  /// An id made of a name, unlike those given: `Early reading` → `early-reading`.
  public static func id(for name: String, unlike taken: some Sequence<String>) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let base = String(words.joined(separator: "-").prefix(Limit.id - 4))
    let stem = base.isEmpty ? "area" : base
    let taken = Set(taken.map { $0.lowercased() })
    guard taken.contains(stem) else { return stem }
    return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
  }

  /// Whether a text may be an id: letters, digits and hyphens.
  public static func isID(_ text: String) -> Bool {
    (1...Limit.id).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
      }
  }

  /// A name cut to what a narrow column takes, at a word where that is possible.
  public static func shortTitle(for title: String) -> String {
    guard title.count > Limit.shortTitle else { return title }
    let cut = title.prefix(Limit.shortTitle)
    guard let space = cut.lastIndex(of: " "), cut[..<space].count >= Limit.shortTitle / 2 else {
      return String(cut)
    }
    return String(cut[..<space])
  }
}
