import ArgumentParser
import FieldbookImport
import FieldbookModel
import FieldbookStorage

/// Prints the layouts in which schools return a half-term.
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract:
      "Print a template for a half-term’s figures: attainment, attendance and behaviour, or pupils to count.",
    discussion: """
      half-term: pupils at each level, by year group, subject and group. conduct: attendance, suspensions, removals \
      from class, part-time timetables, moves off roll. pupils: a list of single pupils, which import counts and \
      does not keep. A line that is left empty says nothing. docs/half-term.md describes every column.
      """)

  @Argument(help: "half-term, conduct or pupils.")
  var kind: ReturnTemplate

  @Option(help: "The half-term, such as “2026-27 Autumn 1”; that of today without it.")
  var period: String?

  @Option(
    name: .customLong("school"), help: "A school to make lines for, by its URN; may be given more than once.")
  var schools: [String] = []

  @Flag(help: "Make lines for each of our schools.")
  var ours = false

  @Option(help: "The scale of the lines of attainment.")
  var scale = "standards"

  @ParentCommand var root: Fieldbook

  func validate() throws {
    if let period, Period(text: period)?.halfTerm == nil {
      throw ValidationError("--period is “\(period)”: expected a half-term such as “2026-27 Autumn 1”.")
    }
    for school in schools where URN(cell: school) == nil {
      throw ValidationError("--school is “\(school)”: expected a URN, five to seven digits.")
    }
  }

  func run() throws {
    let needsWorkspace = ours || !schools.isEmpty
    let content = try needsWorkspace ? ListContent(root.workspace) : nil
    let known = content?.contents.scales ?? AssessmentScale.builtIn
    guard let chosen = known.first(where: { $0.id.lowercased() == scale.lowercased() }) else {
      let ids = known.map(\.id).joined(separator: ", ")
      throw CommandFailure(.usage, "--scale is “\(scale)”: expected one of \(ids)")
    }
    let calendar = content?.contents.calendar ?? SchoolCalendar()
    let halfTerm =
      try period.flatMap(Period.init(text:))?.halfTerm
      ?? calendar.halfTerm(of: ProcessEnvironment.clock()().date)
    StandardStreams.bytes(kind.bytes(of: halfTerm, schools: try listed(content?.facts), scale: chosen))
  }

  private func listed(_ facts: Facts?) throws -> [School] {
    guard let facts else { return [] }
    var found = ours ? facts.schoolsByName.filter(\.isOurs) : []
    for urn in schools {
      guard let school = facts.school(URN(urn)) else {
        throw CommandFailure(
          .notFound, "no school with URN \(urn): fieldbook list schools shows those there are")
      }
      if !found.contains(where: { $0.urn == school.urn }) { found.append(school) }
    }
    if found.isEmpty {
      throw CommandFailure(
        .notFound, "no school is ours yet: import a register with --trust NAME, or name one: --school URN")
    }
    return found
  }
}

extension ReturnTemplate: ExpressibleByArgument {}
