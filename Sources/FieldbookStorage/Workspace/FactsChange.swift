import FieldbookModel

/// What one import changes: all of it is kept, or none.
public struct FactsChange: Sendable {
  /// What was imported.
  public var added: [FactsFile]
  /// Files of the workspace that are no longer wanted, superseded ones.
  public var removed: [FactsFile]
  /// The trust whose schools are ours, as the register writes it; nil when none was ever chosen.
  public var trust: String?
  /// URN and last known name of our schools.
  public var ours: [URN: String]

  /// A change; see the properties.
  public init(added: [FactsFile], removed: [FactsFile] = [], trust: String?, ours: [URN: String]) {
    self.added = added
    self.removed = removed
    self.trust = trust
    self.ours = ours
  }
}

/// What a user may set for a whole workspace; nil leaves a setting as it is.
public struct SettingsChange: Sendable, Hashable {
  /// What the workspace is called.
  public var name: String?
  /// The smallest group of pupils that may be shown outside; at least 1.
  public var smallGroupMinimum: Int?
  /// The id of the framework that new reviews begin with.
  public var framework: String?

  /// A change; see the properties.
  public init(name: String? = nil, smallGroupMinimum: Int? = nil, framework: String? = nil) {
    self.framework = framework
    self.name = name
    self.smallGroupMinimum = smallGroupMinimum
  }
}
