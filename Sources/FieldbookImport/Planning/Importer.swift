import FieldbookModel
import PlainText

/// Reads other people's files and works out what they change.
public enum Importer {
  /// Reads all sources, registers first whatever their order, and says what would change. All or nothing.
  /// - Parameters:
  ///   - sources: the files.
  ///   - options: what the user says beside them.
  ///   - existing: what the workspace holds.
  ///   - existingTrust: the trust that was chosen earlier.
  ///   - existingOurs: URN and name of the schools that are ours so far.
  ///   - catalogue: the measures; tells which were not produced in a year.
  /// - Throws: the first reason for which nothing may be imported.
  public static func plan(
    _ sources: [SourceFile], options: ImportOptions, existing: Facts, existingTrust: String?,
    existingOurs: [URN: String], catalogue: Catalogue
  ) throws(ImportRefusal) -> ImportPlan {
    guard !sources.isEmpty else {
      throw ImportRefusal(kind: .usage, what: "no file was given", mend: "Name at least one file to import.")
    }
    let recognised = try recognise(sources)
    var read: [ReadFile] = []
    for file in recognised {
      read.append(
        try self.read(file, options: options, hasRegister: recognised[0].isRegister, existing: existing))
    }
    try SameScope.refuse(read)
    let files = read.map(\.facts)
    let inForce = InForce(existing: existing.files, new: files)
    try requireRegister(read, inForce: inForce)
    let ours = try OurSchools.choose(
      wanted: options.trust, inForce: inForce, isRegisterNew: recognised[0].isRegister,
      existingTrust: existingTrust, existingOurs: existingOurs)
    let matching = SchoolMatching(register: inForce.schools, ours: ours.names)
    let reports = read.map { file in
      var report = file.report
      report.schools = matching.counts(of: file.facts)
      if file.facts.format == Register.format { report.problems += ours.problems }
      report.problems += outranked(file.facts, among: existing.files)
      let tally = ObservationTally(file.facts, catalogue: catalogue)
      report.observations = tally.count
      report.values = tally.values
      return report
    }
    return ImportPlan(files: files, reports: reports, trust: ours.trust, ours: ours.names)
  }

  /// Says what each file is, registers first.
  private static func recognise(_ sources: [SourceFile]) throws(ImportRefusal) -> [RecognisedFile] {
    var registers: [RecognisedFile] = []
    var results: [RecognisedFile] = []
    for source in sources {
      let file = try RecognisedFile(source)
      if file.isRegister { registers.append(file) } else { results.append(file) }
    }
    return registers + results
  }

  private static func read(
    _ file: RecognisedFile, options: ImportOptions, hasRegister: Bool, existing: Facts
  ) throws(ImportRefusal) -> ReadFile {
    var read =
      if file.isRegister {
        RegisterReader.read(file, asAt: options.asAt, now: options.now)
      } else {
        try ResultsReader.read(
          file, period: options.period, asAt: hasRegister ? nil : options.asAt, now: options.now)
      }
    read.keepEarlierSource(among: existing.files, asAtIsGiven: options.asAt != nil)
    guard !read.facts.subjects.isEmpty else {
      throw file.source.refusal(
        "no row of this file could be kept" + (read.report.problems.first.map { ": \($0.what)" } ?? ""),
        line: read.report.problems.first?.line, mend: "Download it again; it may have been cut short.")
    }
    return read
  }

  /// A file that an earlier one outranks everywhere would change nothing that anybody sees: that is said.
  private static func outranked(_ file: FactsFile, among earlier: [FactsFile]) -> [ImportReport.Problem] {
    let others = earlier.filter { !InForce.isSame($0, file) }
    guard Ruling(files: others + [file]).isSuperseded(file: others.count),
      let ruler = others.last(where: { $0.format == file.format && $0.period == file.period })
    else { return [] }
    let asAt = ruler.source.asAt.map { " as at \($0.text)" } ?? ""
    return [
      ImportReport.Problem(
        line: 1, code: "outranked", found: file.source.status,
        what: "nothing of this file will show, because figures that are later or further on are kept "
          + "(\(ruler.source.file), \(ruler.source.status)\(asAt))")
    ]
  }

  private static func requireRegister(_ read: [ReadFile], inForce: InForce) throws(ImportRefusal) {
    guard inForce.schools.isEmpty, let first = read.first else { return }
    throw ImportRefusal(
      file: first.report.path, what: "these are results, but no register of schools has been imported yet",
      mend: "Import a GIAS establishment download first, or in the same command.")
  }
}
