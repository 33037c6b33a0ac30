import ArgumentParser
import FieldbookImport
import FieldbookModel
import FieldbookStorage

/// Prints the layouts in which schools return a half-term, and that of benchmarks.
struct TemplateCommand: ParsableCommand {
  /// What there is a template of.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case halfTerm = "half-term"
    case conduct
    case pupils
    case benchmark
  }

  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract:
      "Print a template: a half-term’s attainment, attendance and behaviour, pupils to count, or benchmarks.",
    discussion: """
      half-term: pupils at each level, by year group, subject and group. conduct: attendance, suspensions, removals \
      from class, part-time timetables, moves off roll. pupils: a list of single pupils, which import counts and \
      does not keep. benchmark: figures of England and of local authorities for a year, each with its source. A line \
      that is left empty says nothing. docs/half-term.md and docs/files.md describe every column.
      """)

  @Argument(help: "half-term, conduct, pupils or benchmark.")
  var kind: Kind

  @Option(
    help:
      "The half-term, such as “2026-27 Autumn 1”, else that of today; of benchmarks the year, else the last one."
  )
  var period: String?

  @Option(
    name: .customLong("school"), help: "A school to make lines for, by its URN; may be given more than once.")
  var schools: [String] = []

  @Flag(help: "Make lines for each of our schools; of benchmarks, for their local authorities.")
  var ours = false

  @Option(help: "The scale of the lines of attainment.")
  var scale = "standards"

  @ParentCommand var root: Fieldbook

  func validate() throws {
    if kind == .benchmark {
      if let period, Period(text: period).map({ $0.part != nil }) ?? true {
        throw ValidationError("--period is “\(period)”: expected an academic year such as 2024-25.")
      }
    } else if let period, Period(text: period)?.halfTerm == nil {
      throw ValidationError("--period is “\(period)”: expected a half-term such as “2026-27 Autumn 1”.")
    }
    for school in schools where URN(cell: school) == nil {
      throw ValidationError("--school is “\(school)”: expected a URN, five to seven digits.")
    }
  }

  func run() throws {
    let needsWorkspace = ours || !schools.isEmpty
    let content = try needsWorkspace ? ListContent(root.workspace) : nil
    guard let template = ReturnTemplate(rawValue: kind.rawValue) else { return try benchmarks(content) }
    let known = content?.contents.scales ?? AssessmentScale.builtIn
    guard let chosen = known.first(where: { $0.id.lowercased() == scale.lowercased() }) else {
      let ids = known.map(\.id).joined(separator: ", ")
      throw CommandFailure(.usage, "--scale is “\(scale)”: expected one of \(ids)")
    }
    let calendar = content?.contents.calendar ?? SchoolCalendar()
    let halfTerm =
      try period.flatMap(Period.init(text:))?.halfTerm
      ?? calendar.halfTerm(of: ProcessEnvironment.clock()().date)
    StandardStreams.bytes(template.bytes(of: halfTerm, schools: try listed(content?.facts), scale: chosen))
  }

  /// The template of benchmarks: of the year before without one, because this one's are not published yet.
  private func benchmarks(_ content: ListContent?) throws {
    let today = AcademicYear(containing: try ProcessEnvironment.clock()().date)
    let authorities = Set(try listed(content?.facts).map(\.laCode)).subtracting([""]).sorted()
    StandardStreams.bytes(
      BenchmarkTemplate.bytes(
        of: period.flatMap(Period.init(text:))?.year ?? today.previous, authorities: authorities,
        catalogue: content?.contents.catalogue ?? Catalogue.builtIn))
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
