import FieldbookModel
import PlainText

/// A file that has been read, and what is so far to be said of it.
struct ReadFile: Sendable {
  /// One for each academic year it speaks of; one for a register.
  var facts: [FactsFile]
  var report: ImportReport

  /// What was read of a file.
  init(
    _ file: RecognisedFile, facts: [FactsFile], rows: Int, unused: [String], problems: [ImportReport.Problem]
  ) {
    self.facts = facts
    report = ImportReport(
      path: file.source.path, sha256: facts.first?.source.sha256 ?? "", format: file.format.id,
      mapping: file.format.mapping, periods: facts.compactMap(\.when), encoding: file.encoding.rawValue,
      rows: rows, schools: ImportReport.SchoolCounts(), observations: 0, values: [], columnsUnused: unused,
      problems: problems)
  }

  /// Bytes that were imported before, by the same mapping for the same year, are what they were then, so that
  /// importing a file twice changes nothing.
  mutating func keepEarlierSource(among earlier: [FactsFile], asAtIsGiven: Bool) {
    for index in facts.indices {
      facts[index].keepEarlierSource(among: earlier, asAtIsGiven: asAtIsGiven)
    }
  }
}

extension FactsFile {
  fileprivate mutating func keepEarlierSource(among earlier: [FactsFile], asAtIsGiven: Bool) {
    guard let known = earlier.first(where: { InForce.isSame($0, self) }) else {
      comeAfter(earlier)
      return
    }
    let asAt = source.asAt
    source = known.source
    if asAtIsGiven, let asAt { source.asAt = asAt }
  }

  /// Which of two files rules is told by the time of import, to the second: of two imports within one second, or
  /// under a clock that stands still or was set back, the later one must still be the later.
  private mutating func comeAfter(_ earlier: [FactsFile]) {
    let rivals = earlier.filter {
      $0.format == format && $0.when == when && SameScope.sharedAuthority($0, self) != nil
    }
    guard let latest = rivals.map(\.source.importedAt).max(), source.importedAt <= latest else { return }
    let now = source.importedAt
    source.importedAt = Instant(
      milliseconds: latest.milliseconds + 1_000, offsetMinutes: now.offsetMinutes)
  }
}

/// Two files that speak of the same thing cannot both be right.
enum SameScope {
  /// Refuses a file that speaks of the same as one that was read before it.
  static func refuse(_ second: ReadFile, beside read: [ReadFile]) throws(ImportRefusal) {
    for first in read {
      for (a, b) in first.facts.lazy.flatMap({ a in second.facts.map { (a, $0) } }) {
        try refuse(first.report.path, a, second.report.path, b)
      }
    }
  }

  /// Of two editions of which one is further on than the other, both may come: the rule says which counts.
  private static func refuse(
    _ firstPath: String, _ first: FactsFile, _ secondPath: String, _ second: FactsFile
  ) throws(ImportRefusal) {
    guard first.format == second.format, first.when == second.when,
      first.source.status == second.source.status, first.source.asAt == second.source.asAt,
      let shared = sharedAuthority(first, second)
    else { return }
    let year = second.when.map { " for \($0.text)" } ?? ""
    var authority = shared.isEmpty ? "" : " of local authority \(shared)"
    if let scope = ReturnScope(text: shared) { authority = " of \(scope.words)" }
    if let scope = FigureScope(text: shared) { authority = " of \(scope.words)" }
    throw ImportRefusal(
      file: secondPath, what: "this file and \(firstPath) both hold the rows\(authority)\(year)",
      mend: "Import one of the two.")
  }

  /// England's rows are in every authority's file of results, so they are no sign of a clash.
  static func sharedAuthority(_ a: FactsFile, _ b: FactsFile) -> String? {
    var shared = a.rows.authorityCodes.intersection(b.rows.authorityCodes)
    if shared.contains(""), !(a.holdsSchoolsOfNoAuthority && b.holdsSchoolsOfNoAuthority) {
      shared.remove("")
    }
    return shared.min()
  }
}

extension FactsFile {
  /// Whether it has rows of schools that belong to no authority that it names.
  fileprivate var holdsSchoolsOfNoAuthority: Bool {
    zip(subjects, authorities).contains { subject, authority in
      if case .school = subject { authority.isEmpty } else { false }
    }
  }
}
