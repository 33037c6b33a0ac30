import FieldbookModel

/// Everything an import would change. Nothing is written by making one.
public struct ImportPlan: Hashable, Sendable {
  /// What the sources hold, registers first, else in the order given.
  public let files: [FactsFile]
  /// What is to be said of each, in the same order as `files`.
  public let reports: [ImportReport]
  /// The trust whose schools are ours from now on, as the register writes it; nil when none was ever chosen.
  public let trust: String?
  /// URN and name of the schools that are ours from now on.
  public let ours: [URN: String]

  /// A plan; see the properties.
  public init(files: [FactsFile], reports: [ImportReport], trust: String?, ours: [URN: String]) {
    self.files = files
    self.reports = reports
    self.trust = trust
    self.ours = ours
  }
}
