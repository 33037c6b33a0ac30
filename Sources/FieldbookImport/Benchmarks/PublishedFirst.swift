import FieldbookModel

/// Where a file was published that says what somebody quoted, the file counts: that is told, so that nobody looks for a
/// figure that shows nowhere.
enum PublishedFirst {
  /// The quoted figures of a file that a published one says, of those that are kept and come now.
  static func problems(
    of file: ReadFile, among all: [FactsFile], _ catalogue: Catalogue
  ) -> [ImportReport.Problem] {
    let quoted = file.facts.filter(\.isBenchmark)
    guard !quoted.isEmpty else { return [] }
    let families = Set(quoted.map(\.family))
    let published = Facts(
      files: all.filter { !$0.isBenchmark && families.contains($0.family) }, catalogue: catalogue, ours: [:])
    return quoted.flatMap { facts in
      facts.columns.indices.filter { facts.columns[$0].part == .value }.flatMap { column in
        facts.subjects.indices.compactMap { row -> ImportReport.Problem? in
          guard let line = facts.line(column: column, row: row), let year = facts.period,
            let found = published.observation(
              of: ObservationSubject(facts.subjects[row]), facts.columns[column].measure,
              facts.columns[column].group, in: year)
          else { return nil }
          return ImportReport.Problem(
            line: line, column: facts.columns[column].header, code: "published",
            found: facts.raw(column: column, row: row),
            what:
              "\(found.place.source.file) says this itself (\(found.raw ?? "a short row")): that shows, not what is quoted"
          )
        }
      }
    }
  }
}

extension ObservationSubject {
  /// Whom a row of England or of an authority speaks of; a school under its own number.
  init(_ subject: FactsFile.Subject) {
    self =
      switch subject {
      case .school(let urn, _): .school(urn)
      case .la(let code): .la(code)
      case .england: .england
      case .englandState: .englandState
      case .englandKind(let kind): .englandKind(kind)
      }
  }
}
