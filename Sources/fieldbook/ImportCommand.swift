import ArgumentParser
import FieldbookImport
import FieldbookModel
import FieldbookStorage
import PlainText

/// Reads published files into the workspace.
struct ImportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a register of schools and results: all files of one command, or none.",
    discussion: """
      A file is known by the names of its columns. The register is read first whatever the order. \
      Of a folder every CSV file in it is read; what is of no use there is left out, and told. \
      Importing the same file again changes nothing. Another file of the same kind, year and local \
      authority takes the earlier one’s place; a file of another authority adds to it.
      """)

  @Argument(help: "The files, or folders of files.")
  var files: [String]

  @Option(
    help: "The academic year or half-term, 2017-18 or “2026-27 Autumn 1”, when the file does not say it.")
  var period: String?

  @Option(help: "The school whose pupils a list holds, by its URN. Pupils are counted and never kept.")
  var school: String?

  @Option(help: "The scale of a list of pupils, when it is not plain: standards, standardised, scaled, gcse.")
  var scale: String?

  @Option(
    name: .customLong("targets-because"),
    help: "Why targets, predictions or flight paths are read, which is refused otherwise.")
  var targetsBecause: String?

  @Option(name: .customLong("as-at"), help: "The day the figures stand for, such as 2026-04-22.")
  var asAt: String?

  @Option(help: "The trust whose schools are ours, as the register or the list of groups writes it.")
  var trust: String?

  @Option(help: "The federation whose schools are ours.")
  var federation: String?

  @Option(name: .customLong("la"), help: "The local authority whose open schools are ours: its name or code.")
  var authority: String?

  @Option(help: "A file that lists the schools that are ours, one URN on each line.")
  var urns: String?

  @Flag(name: .customLong("dry-run"), help: "Say what would be read, and write nothing.")
  var dryRun = false

  @Option(help: "How to say what was read: text or json.")
  var format = Format.text

  @ParentCommand var root: Fieldbook

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name the files to import.") }
    if [trust, federation, authority, urns].compactMap(\.self).count > 1 {
      throw ValidationError("Say whose schools are ours in one way: --trust, --federation, --la or --urns.")
    }
    if let period, when(period) == nil {
      throw ValidationError(
        "--period is “\(period)”: expected an academic year such as 2017-18, or a half-term such as “2026-27 Autumn 1”."
      )
    }
    if let school, URN(cell: school) == nil {
      throw ValidationError("--school is “\(school)”: expected a URN, five to seven digits.")
    }
    if let targetsBecause, targetsBecause.allSatisfy(\.isWhitespace) {
      throw ValidationError("--targets-because is empty: say why they are needed.")
    }
    if let asAt, CalendarDate(text: asAt) == nil {
      throw ValidationError("--as-at is “\(asAt)”: expected a day such as 2026-04-22.")
    }
  }

  /// An academic year or half-term as people type it, with the dash of a word processor too.
  private func when(_ text: String) -> Period? {
    Period(text: String(text.map { $0 == "–" ? "-" : $0 }))
  }

  func run() throws {
    let workspace = try CommandStorage.open(root.workspace, wanting: dryRun ? .read : .write)
    defer { workspace.close() }
    if !dryRun, !workspace.canWrite { throw ImportCommand.notWritable(workspace) }
    do {
      let contents = try workspace.contents()
      let plan = try plan(for: contents)
      let change = FactsChange(
        added: plan.files, removed: Ruling.overtaken(contents.factsFiles, by: plan.files),
        trust: plan.trust, ours: plan.ours)
      if !dryRun { try workspace.commit(change) }
      report(plan)
      if !dryRun, let words = try PageNotice.words(after: change, in: workspace) {
        StandardStreams.error("fieldbook: \(words)")
      }
    } catch let problem as StorageProblem {
      throw CommandFailure(problem)
    } catch let refusal as ImportRefusal {
      throw CommandFailure(refusal)
    }
  }

  private static func notWritable(_ workspace: Workspace) -> CommandFailure {
    let why = workspace.whyReadOnly ?? "the workspace can only be read"
    guard workspace.holder == nil else {
      return CommandFailure(.tryAgain, "\(why): nothing was imported. Leave that one, or try again later.")
    }
    return CommandFailure(
      .inputOutput,
      "the workspace can only be read (\(why)): nothing was imported. --dry-run says what would be.")
  }

  private func plan(for contents: WorkspaceContents) throws -> ImportPlan {
    let existing = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    let when = period.flatMap { self.when($0) }
    var options = ImportOptions(
      period: when?.year, asAt: asAt.flatMap(CalendarDate.init(text:)),
      ours: try ours(), now: try ProcessEnvironment.clock()())
    options.halfTerm = when?.part
    options.school = school.flatMap(URN.init(cell:))
    options.scale = try chosenScale(contents.scales)
    options.scales = contents.scales
    options.mappings = contents.mappings
    options.aimsBecause = targetsBecause ?? ""
    return try Importer.plan(
      try files.flatMap { try SourceFile.openAll($0) }, options: options, existing: existing,
      existingTrust: contents.trust, existingOurs: contents.ours, catalogue: contents.catalogue,
      progress: ImportCommand.tell)
  }

  private func chosenScale(_ scales: [AssessmentScale]) throws -> String? {
    guard let scale else { return nil }
    guard let known = scales.first(where: { $0.id.lowercased() == scale.lowercased() }) else {
      let ids = scales.map(\.id).joined(separator: ", ")
      throw CommandFailure(.usage, "--scale is “\(scale)”: expected one of \(ids)")
    }
    return known.id.lowercased()
  }

  private func ours() throws -> OursChoice? {
    if let trust { return .trust(trust) }
    if let federation { return .federation(federation) }
    if let authority { return .authority(authority) }
    return try urns.map { .schools(try URNList.read(SourceFile.open($0)), file: $0) }
  }

  /// Says how far it has come, to a person who waits; several files of all England take some seconds.
  private static func tell(_ place: Int, of count: Int, name: String) {
    guard count > 1, StandardStreams.isErrorATerminal else { return }
    StandardStreams.error("fieldbook: reading \(place) of \(count), \(name)")
  }

  private func report(_ plan: ImportPlan) {
    switch format {
    case .json: StandardStreams.bytes(ImportSummary.json(plan, written: !dryRun, dryRun: dryRun).encoded())
    case .text: StandardStreams.text(ImportSummary.lines(plan, dryRun: dryRun).joined(separator: "\n"))
    }
  }
}

extension CommandFailure {
  /// What a refused file means for the program's exit status.
  init(_ refusal: ImportRefusal) {
    let status: Status =
      switch refusal.kind {
      case .noSuchFile: .notFound
      case .refused: .refused
      case .usage: .usage
      }
    self.init(status, refusal.message)
  }
}
