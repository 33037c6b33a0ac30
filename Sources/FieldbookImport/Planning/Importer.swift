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
  ///   - progress: told before each file is read: which it is, from 1, of how many, and its name.
  /// - Throws: the first reason for which nothing may be imported.
  public static func plan(
    _ sources: [SourceFile], options: ImportOptions, existing: Facts, existingTrust: String?,
    existingOurs: [URN: String], catalogue: Catalogue, progress: (Int, Int, String) -> Void = { _, _, _ in }
  ) throws(ImportRefusal) -> ImportPlan {
    var reading = try ImportReading(
      sources,
      from: ImportReading.Ground(
        options: options, existing: existing, trust: existingTrust, ours: existingOurs, catalogue: catalogue))
    while try reading.step() {
      let now = reading.progress
      if now.isReading, now.done < now.total { progress(now.done + 1, now.total, now.name) }
    }
    return try reading.plan()
  }

  /// What files that have been read come to.
  static func plan(
    _ read: [ReadFile], leftOut: [ImportRefusal], isRegisterNew: Bool, _ ground: ImportReading.Ground
  ) throws(ImportRefusal) -> ImportPlan {
    let (options, existing, catalogue) = (ground.options, ground.existing, ground.catalogue)
    let files = read.flatMap(\.facts)
    let inForce = InForce(existing: existing.files, new: files)
    try requireRegister(read, inForce: inForce)
    let ours = try OurSchools.choose(
      wanted: options.ours, inForce: inForce, isRegisterNew: isRegisterNew,
      existingTrust: ground.trust, existingOurs: ground.ours)
    let matching = SchoolMatching(
      register: inForce.schools, succession: inForce.succession, ours: ours.names)
    let reports = read.map { file in
      var report = file.report
      report.schools = matching.counts(of: file.facts)
      if Register.isRegister(report.format) { report.problems += ours.problems }
      let others = files.filter { other in !file.facts.contains { InForce.isSame($0, other) } }
      report.problems += unknownSchools(file, in: inForce, ours: ours.names)
      for facts in file.facts { report.problems += outranked(facts, among: existing.files + others) }
      report.problems += PublishedFirst.problems(of: file, among: existing.files + files, catalogue)
      let tally = ObservationTally(file.facts, catalogue: catalogue)
      report.observations = tally.count
      report.values = tally.values
      return report
    }
    return ImportPlan(
      files: files, reports: reports, trust: ours.trust, ours: ours.names,
      listed: ours.trust.flatMap(inForce.groups.size(of:)), leftOut: leftOut)
  }

  /// Reads one file.
  static func read(
    _ file: RecognisedFile, options: ImportOptions, hasRegister: Bool, isOneOfMany: Bool, existing: Facts
  ) throws(ImportRefusal) -> ReadFile {
    let asAt = hasRegister && !file.isRegister ? nil : options.asAt
    // Of many files the year that is said is that of those which do not tell their own.
    let period = (isOneOfMany || file.source.isFromFolder) && file.tellsItsYear ? nil : options.period
    var read =
      switch file.format.content {
      case .register, .unreadable: RegisterReader.read(file, asAt: asAt, now: options.now)
      case .results: try ResultsReader.read(file, period: period, asAt: asAt, now: options.now)
      case .long(let map):
        LongReader.read(file, map, period: period, asAt: asAt, now: options.now)
      case .texts(let columns): TextsReader.read(file, columns, asAt: asAt, now: options.now)
      case .returns(let layout): try ReturnReader.read(file, layout, options)
      case .mapped(let mapping): try ReturnReader.read(file, mapping, options, existing)
      case .benchmarks(let layout):
        try BenchmarkReader.read(file, layout, existing.catalogue, now: options.now)
      case .pupils(let layout): try PupilCounter.count(file, layout, options)
      }
    read.keepEarlierSource(among: existing.files, asAtIsGiven: options.asAt != nil)
    guard read.facts.contains(where: { !$0.subjects.isEmpty }) else {
      throw file.source.refusal(
        "no row of this file could be kept" + (read.report.problems.first.map { ": \($0.what)" } ?? ""),
        line: read.report.problems.first?.line, mend: "Download it again; it may have been cut short.")
    }
    return read
  }

  /// Schools of a return that nobody knows: more likely a number mistyped than a school that is new.
  private static func unknownSchools(
    _ file: ReadFile, in inForce: InForce, ours: [URN: String]
  ) -> [ImportReport.Problem] {
    var told: Set<URN> = []
    return file.facts.filter { $0.halfTerm != nil || $0.isByFigure }.flatMap { facts in
      zip(facts.subjects, facts.lines).compactMap { subject, line in
        guard case .school(let urn, _) = subject, inForce.schools[urn] == nil, ours[urn] == nil,
          told.insert(urn).inserted
        else { return nil }
        return ImportReport.Problem(
          line: line, column: "URN", code: "unknown-school", found: urn.text,
          what: "no register lists a school with this number; its figures show nowhere until one does")
      }
    }
  }

  /// A file that another outranks everywhere would change nothing that anybody sees: that is said.
  private static func outranked(_ file: FactsFile, among all: [FactsFile]) -> [ImportReport.Problem] {
    let others = all.filter { !InForce.isSame($0, file) }
    guard Ruling(files: others + [file]).isSuperseded(file: others.count),
      let ruler = others.last(where: { $0.format == file.format && $0.when == file.when })
    else { return [] }
    let asAt = ruler.source.asAt.map { " as at \($0.text)" } ?? ""
    return [
      ImportReport.Problem(
        line: 1, code: "outranked", found: file.source.status,
        what:
          "nothing of \(file.period.map { "\($0.text) in " } ?? "")this file will show, because figures that are later or further on are kept "
          + "(\(ruler.source.file), \(ruler.source.status)\(asAt))")
    ]
  }

  private static func requireRegister(_ read: [ReadFile], inForce: InForce) throws(ImportRefusal) {
    guard inForce.schools.isEmpty, let first = read.first else { return }
    throw ImportRefusal(
      file: first.report.path, what: "these are no schools, and no register of schools has been imported yet",
      mend: "Import a GIAS establishment download first, or in the same command.")
  }
}
