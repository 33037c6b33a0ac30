/// A scale on which pupils are assessed within the year: its levels, the lowest first, and which of them count as
/// expected and as higher. Scales are data: some are built in, a workspace may add or change them.
public struct AssessmentScale: Hashable, Sendable {
  /// One level.
  public struct Level: Hashable, Sendable {
    /// Its id in measures: letters and digits, `greaterDepth`.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it is called besides, `GDS`.
    public let also: [String]
    /// On a scale of numbers, the least that belongs to it.
    public let from: Double?

    /// A level; see the properties.
    public init(id: String, title: String, also: [String] = [], from: Double? = nil) {
      self.id = id
      self.title = title
      self.also = also
      self.from = from
    }
  }

  /// Its id in files, `standards`.
  public let id: String
  /// What people call it.
  public let title: String
  /// The levels, the lowest first.
  public let levels: [Level]
  /// The level from which a pupil counts as expected.
  public let expected: String
  /// The level from which a pupil counts as higher; nil where the scale has none.
  public let higher: String?
  /// The numbers there are, on a scale of numbers: 60 to 140.
  public let numbers: ClosedRange<Double>?

  /// A scale; see the properties.
  public init(
    id: String, title: String, levels: [Level], expected: String, higher: String?,
    numbers: ClosedRange<Double>? = nil
  ) {
    self.id = id
    self.title = title
    self.levels = levels
    self.expected = expected
    self.higher = higher
    self.numbers = numbers
  }

  /// The level of that name, whatever its capitals and blanks.
  public func level(named name: String) -> Level? {
    let wanted = AssessmentScale.folded(name)
    return levels.first { level in
      ([level.id, level.title] + level.also).contains { AssessmentScale.folded($0) == wanted }
    }
  }

  /// The level that a number belongs to; nil where the scale has no numbers, or not that one.
  public func level(holding number: Double) -> Level? {
    guard numbers?.contains(number) == true else { return nil }
    return levels.last { ($0.from ?? .infinity) <= number }
  }

  /// Whether a level is that one or above it.
  public func reaches(_ level: Level, _ threshold: String) -> Bool {
    guard let reached = place(level.id), let least = place(threshold) else { return false }
    return reached >= least
  }

  private func place(_ id: String) -> Int? { levels.firstIndex { $0.id == id } }

  /// Names as they are compared: letters and digits alone.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "+" }
  }
}
