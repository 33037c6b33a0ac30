import FieldbookModel

/// Counts of one or several half-terms as they are put together from a return's lines, or from a list of pupils.
struct ReturnTally: Sendable {
  /// What a row of facts speaks of.
  struct Key: Hashable, Comparable {
    let urn: URN
    let yearGroup: YearGroup?
    let subject: String?

    var stem: String { ReturnMeasure(yearGroup: yearGroup, subject: subject, .roll).stem }

    static func < (a: Key, b: Key) -> Bool {
      (a.urn, a.yearGroup?.number ?? -2, a.subject ?? "") < (
        b.urn, b.yearGroup?.number ?? -2, b.subject ?? ""
      )
    }
  }
  /// A count, or the code that stands for it, and its line.
  struct Count: Hashable {
    var number: Int?
    var code = ""
    var line: Int
  }
  /// A percentage or an average as it was written, and its line.
  struct Share: Hashable {
    let number: Double?
    let text: String
    let line: Int
  }
  /// What is known of one group of a row.
  struct Counts: Hashable {
    var line: Int
    var roll: Count?
    var levels: [String: Count] = [:]
    /// The sum of scores and how many they are, on a scale of numbers.
    var scores = 0.0
    var scored = 0
    /// Percentages and averages that are said instead of counts, and the pupils they rest on.
    var shares: [ReturnKind: Share] = [:]
    var cohort: Count?
    var conduct: [ReturnKind.Conduct: (count: Count, outOf: Int?)] = [:]

    static func == (a: Counts, b: Counts) -> Bool { a.line == b.line && a.levels == b.levels }
    func hash(into hasher: inout Hasher) { hasher.combine(line) }
  }
  struct Entry {
    var line: Int
    var scale: AssessmentScale?
    var groups: [PupilGroup: Counts] = [:]
  }

  private(set) var tables: [HalfTerm: [Key: Entry]] = [:]

  /// Changes what is known of a group of a row, which begins on that line unless it did before.
  mutating func change(
    _ key: Key, _ group: PupilGroup, in halfTerm: HalfTerm, line: Int, _ change: (inout Counts) -> Void
  ) {
    var entry = tables[halfTerm]?[key] ?? Entry(line: line)
    var counts = entry.groups[group] ?? Counts(line: line)
    change(&counts)
    entry.groups[group] = counts
    tables[halfTerm, default: [:]][key] = entry
  }

  func entry(_ key: Key, in halfTerm: HalfTerm) -> Entry? { tables[halfTerm]?[key] }

  mutating func setScale(_ scale: AssessmentScale, of key: Key, in halfTerm: HalfTerm, line: Int) {
    tables[halfTerm, default: [:]][key, default: Entry(line: line)].scale = scale
  }
}

extension ReturnTally.Counts {
  /// How many were assessed; nil where a count is withheld.
  var assessed: Int? {
    levels.isEmpty && !shares.isEmpty ? cohort?.number : sum(of: levels.values)
  }

  private func sum(of counts: some Collection<ReturnTally.Count>) -> Int? {
    counts.contains { $0.number == nil } ? nil : counts.reduce(0) { $0 + ($1.number ?? 0) }
  }

  /// How many reach a level; nil where a count is withheld.
  func reaching(_ threshold: String, on scale: AssessmentScale) -> Int? {
    sum(
      of: levels.filter { id, _ in
        scale.levels.first { $0.id == id }.map { scale.reaches($0, threshold) } ?? false
      }.values)
  }

  /// The code of a count that is withheld.
  var withheld: String {
    levels.values.first { $0.number == nil }?.code ?? (levels.isEmpty ? cohort?.code ?? "" : "")
  }
}
