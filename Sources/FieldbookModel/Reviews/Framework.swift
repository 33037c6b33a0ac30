/// What a review is held against: areas, each with prompts and a scale.
///
/// Grades belong to their scale: they are never converted, subtracted or averaged between frameworks.
public struct Framework: Hashable, Sendable {
  /// One level of a scale.
  public struct Level: Hashable, Sendable {
    /// Its id in documents, `expected`.
    public let id: String
    /// Its full name, `Expected standard`.
    public var title: String
    /// A name for a narrow column, `Expected`.
    public var shortTitle: String

    /// A level; see the properties.
    public init(id: String, title: String, shortTitle: String) {
      self.id = id
      self.title = title
      self.shortTitle = shortTitle
    }
  }

  /// A scale: its levels from best to worst.
  public struct Scale: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// Its levels, best first.
    public var levels: [Level]

    /// A scale; see the properties.
    public init(id: String, levels: [Level]) {
      self.id = id
      self.levels = levels
    }
  }

  /// One area that a review looks at.
  public struct Area: Hashable, Sendable {
    /// Its id in documents and after `@`.
    public let id: String
    /// Its name.
    public var title: String
    /// A name for a narrow column.
    public var shortTitle: String
    /// The id of the scale it is graded on; empty where it is not graded.
    public var scale: String
    /// Whether it applies only to some schools (early years, sixth form).
    public var isOptional: Bool
    /// Questions to ask there.
    public var prompts: [String]
    /// Whether reviews to come leave it out.
    public var isRetired: Bool

    /// An area; see the properties.
    public init(
      id: String, title: String, shortTitle: String, scale: String, isOptional: Bool, prompts: [String],
      isRetired: Bool = false
    ) {
      self.isRetired = isRetired
      self.id = id
      self.title = title
      self.shortTitle = shortTitle
      self.scale = scale
      self.isOptional = isOptional
      self.prompts = prompts
    }
  }

  /// Its id, `ofsted-2025`.
  public let id: String
  /// Its name.
  public var title: String
  /// Its areas, in the order in which they are shown.
  public var areas: [Area]
  /// Its scales.
  public var scales: [Scale]

  /// A framework; see the properties.
  public init(id: String, title: String, areas: [Area], scales: [Scale]) {
    self.id = id
    self.title = title
    self.areas = areas
    self.scales = scales
  }

  /// Whether any area is graded: without, a review tells strengths and what to improve.
  public var isGraded: Bool { areas.contains { !$0.scale.isEmpty } }

  /// The framework as a review begun now takes it, without what was retired.
  public var inUse: Framework {
    var framework = self
    framework.areas.removeAll(where: \.isRetired)
    return framework
  }

  /// Whether an area is graded.
  public func isGraded(_ area: String) -> Bool { self.area(area).map { !$0.scale.isEmpty } ?? false }

  /// The area with that id.
  public func area(_ id: String) -> Area? { areas.first { $0.id == id } }

  /// The levels an area is graded on, best first.
  public func levels(of area: String) -> [Level] {
    let scale = self.area(area)?.scale
    return scales.first { $0.id == scale }?.levels ?? []
  }

  /// The level of an area's scale with that id.
  public func level(_ id: String, of area: String) -> Level? { levels(of: area).first { $0.id == id } }
}

extension Framework {
  /// The id of the level that says that safeguarding is not met: whoever chooses it is asked who was told.
  public static let notMet = "notMet"
}
