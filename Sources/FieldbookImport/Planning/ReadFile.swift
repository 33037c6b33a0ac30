import FieldbookModel

/// A file that has been read, and what is so far to be said of it.
struct ReadFile: Sendable {
  var facts: FactsFile
  var report: ImportReport

  /// Bytes that were imported before, by the same mapping for the same year, are what they were then, so that
  /// importing a file twice changes nothing.
  mutating func keepEarlierSource(among earlier: [FactsFile], asAtIsGiven: Bool) {
    let facts = self.facts
    guard let known = earlier.first(where: { InForce.isSame($0, facts) }) else {
      comeAfter(earlier)
      return
    }
    let asAt = facts.source.asAt
    self.facts.source = known.source
    if asAtIsGiven, let asAt { self.facts.source.asAt = asAt }
  }

  /// Which of two files rules is told by the time of import, to the second: of two imports within one second, or
  /// under a clock that stands still or was set back, the later one must still be the later.
  private mutating func comeAfter(_ earlier: [FactsFile]) {
    let rivals = earlier.filter {
      $0.format == facts.format && $0.period == facts.period
        && SameScope.sharedAuthority($0, facts) != nil
    }
    guard let latest = rivals.map(\.source.importedAt).max(), facts.source.importedAt <= latest else {
      return
    }
    let now = facts.source.importedAt
    facts.source.importedAt = Instant(
      milliseconds: latest.milliseconds + 1_000, offsetMinutes: now.offsetMinutes)
  }
}

/// The registers that count once the new files are in.
struct InForce: Sendable {
  /// Their schools, by URN.
  let schools: [URN: School]

  init(existing: [FactsFile], new: [FactsFile]) {
    let kept = existing.filter { old in !new.contains { InForce.isSame($0, old) } }
    let registers = (kept + new).filter { $0.format == Register.format }
    schools = Facts(files: registers, catalogue: Catalogue(measures: []), ours: [:]).schools
  }

  /// Whether two facts files come from the same bytes, read in the same way.
  static func isSame(_ a: FactsFile, _ b: FactsFile) -> Bool {
    a.source.sha256 == b.source.sha256 && a.source.mapping == b.source.mapping && a.format == b.format
      && a.period == b.period
  }
}

/// Two files that speak of the same thing cannot both be right.
enum SameScope {
  static func refuse(_ files: [ReadFile]) throws(ImportRefusal) {
    for (index, second) in files.enumerated() {
      for first in files[..<index] where first.facts.format == second.facts.format {
        guard first.facts.period == second.facts.period else { continue }
        guard let shared = sharedAuthority(first.facts, second.facts) else { continue }
        let year = second.facts.period.map { " for \($0.text)" } ?? ""
        let authority = shared.isEmpty ? "" : " of local authority \(shared)"
        throw ImportRefusal(
          file: second.report.path,
          what: "this file and \(first.report.path) both hold the rows\(authority)\(year)",
          mend: "Import one of the two.")
      }
    }
  }

  /// England's rows are in every authority's file of results, so they are no sign of a clash.
  static func sharedAuthority(_ a: FactsFile, _ b: FactsFile) -> String? {
    var shared = Set(a.authorities).intersection(b.authorities)
    if a.format != Register.format { shared.remove("") }
    return shared.min()
  }
}
