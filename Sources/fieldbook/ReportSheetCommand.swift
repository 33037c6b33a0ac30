import ArgumentParser
import FieldbookModel
import FieldbookReports
import FieldbookStorage
import PlainText

/// A school on a page.
struct ReportSheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "A school on a page: 60 lines of 80 columns, or one side of A4.",
    discussion: """
      What has no room is counted in its place (“and 3 more”) and stands in the report of the school.
      """)

  @Argument(help: "The school’s URN.", completion: CompletionWords.schools)
  var urn: String?

  @Flag(help: "Every school of ours, a file each, into the folder of --output: all of them, or none.")
  var all = false

  @OptionGroup var options: ReportOptions
  @ParentCommand var root: Fieldbook

  func validate() throws {
    guard all != (urn != nil) else {
      throw ValidationError(
        "Say which school: fieldbook report sheet URN, or --all for every school of ours.")
    }
    guard all else { return }
    guard options.output != nil else {
      throw ValidationError(
        "--all writes a file for each school: say into which folder with --output FOLDER.")
    }
    guard !options.force else {
      throw ValidationError("--all replaces nothing: a name that is taken gets a number. Leave --force out.")
    }
  }

  func run() throws {
    let content = try ListContent(root.workspace)
    let now = try ProcessEnvironment.clock()()
    let sheets = content.sheets(now: now, isFull: options.full)
    if let urn {
      let school = try content.school(urn, verb: "report sheet")
      return try options.write(
        sheets.sheet(of: school), named: ReportFileName.ofSheet(school, on: now.date), in: root.workspace)
    }
    guard !sheets.schools.isEmpty else {
      throw CommandFailure(
        .notFound, "none of the schools is ours: import the register with --trust NAME, or name a school")
    }
    let count = sheets.schools.count
    let files = sheets.schools.enumerated().map { place, school in
      if StandardStreams.isErrorATerminal {
        StandardStreams.progress("\(place + 1) of \(count): \(school.name)", isLast: place + 1 == count)
      }
      return (name: ReportFileName.ofSheet(school, on: now.date), document: sheets.sheet(of: school))
    }
    try options.writeAll(files, at: now, from: root.workspace)
  }
}

/// The trust on a page.
struct ReportTrustCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "The trust on a page: schools by phase, what is not returned, open actions.")

  @OptionGroup var options: ReportOptions
  @ParentCommand var root: Fieldbook

  func run() throws {
    let content = try ListContent(root.workspace)
    let now = try ProcessEnvironment.clock()()
    try options.write(
      content.sheets(now: now, isFull: options.full).sheetOfGroup(),
      named: ReportFileName.ofSheet(content.groupName, on: now.date), in: root.workspace)
  }
}

extension ListContent {
  /// The name of the group: its trust's, else the workspace's.
  var groupName: String {
    let trust = contents.trust ?? ""
    return trust.isEmpty ? contents.name : trust
  }

  /// What sheets are made from.
  func sheets(now: Instant, isFull: Bool) -> SheetSource {
    SheetSource(
      name: groupName, facts: facts, reviews: reviews, actions: actions, calendar: contents.calendar,
      collections: contents.collections, rule: rule, now: now, isFull: isFull)
  }

  /// The school of that URN.
  ///
  /// Throws `notFound`, with the number that carries on an earlier one.
  /// - Parameter verb: the command that wanted it, to be repeated with the right number.
  func school(_ urn: String, verb: String) throws -> School {
    if let school = URN(cell: urn).flatMap(facts.school) { return school }
    if let heir = URN(cell: urn).flatMap(heir) {
      throw CommandFailure(
        .notFound, "\(urn) is an earlier URN of \(heir.name): fieldbook \(verb) \(heir.urn.text)")
    }
    throw CommandFailure(
      .notFound, "there is no school “\(urn)” here: fieldbook list schools shows those there are")
  }
}
