import FieldbookModel

/// Everything an import would change. Nothing is written by making one.
public struct ImportPlan: Hashable, Sendable {
  /// What the sources hold, registers first, else in the order given; of a source that speaks of several years one
  /// for each.
  public let files: [FactsFile]
  /// What is to be said of each source, in the same order.
  public let reports: [ImportReport]
  /// The trust whose schools are ours from now on, as the register writes it; nil when none was ever chosen.
  public let trust: String?
  /// URN and name of the schools that are ours from now on.
  public let ours: [URN: String]

  /// How many schools the list of groups says the trust has; nil where no such list names it.
  public let listed: Int?
  /// Files of a folder that were left out, each with its reason.
  public let leftOut: [ImportRefusal]

  /// A plan; see the properties.
  public init(
    files: [FactsFile], reports: [ImportReport], trust: String?, ours: [URN: String], listed: Int? = nil,
    leftOut: [ImportRefusal] = []
  ) {
    self.files = files
    self.reports = reports
    self.trust = trust
    self.ours = ours
    self.listed = listed
    self.leftOut = leftOut
  }
}
