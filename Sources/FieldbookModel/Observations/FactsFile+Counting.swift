extension FactsFile {
  /// Whether it says how many pupils there are of any group. Such a file is kept when a later edition takes its place:
  /// what was hidden in one edition stays hidden in all, so that two pages cannot be subtracted from each other.
  public var countsPupils: Bool {
    columns.contains { $0.part == .value && (Facts.cohorts.contains($0.measure) || $0.countColumn != nil) }
  }
}
