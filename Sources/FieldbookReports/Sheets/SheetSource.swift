import FieldbookModel

/// What the sheets of a group's schools are made from, worked out once for all of them.
public struct SheetSource: Sendable {
  /// The group's name: its trust's, else the workspace's.
  let name: String
  let facts: Facts
  let reviews: [Review]
  let actions: [AgreedAction]
  let calendar: SchoolCalendar
  let collections: CollectionPlan
  let rule: SmallGroups
  let now: Instant
  /// Whether small groups are shown; the sheet then says so.
  let isFull: Bool
  /// The group's schools by name.
  let ours: [School]
  /// The rule for what may be shown; nil shows everything.
  let disclosure: Disclosure?

  /// What sheets are made from.
  /// - Parameters:
  ///   - name: the group's name.
  ///   - collections: what schools are asked for, and when.
  ///   - rule: the rule that hides small groups.
  ///   - now: when the sheets are made.
  ///   - isFull: whether small groups are shown; the sheets then say so.
  public init(
    name: String, facts: Facts, reviews: [Review], actions: [AgreedAction], calendar: SchoolCalendar,
    collections: CollectionPlan, rule: SmallGroups, now: Instant, isFull: Bool = false
  ) {
    self.name = name
    self.facts = facts
    self.reviews = reviews.filter(\.record.counts)
    self.actions = actions.filter(\.record.counts)
    self.calendar = calendar
    self.collections = collections
    self.rule = rule
    self.now = now
    self.isFull = isFull
    ours = facts.schoolsByName.filter(\.isOurs)
    disclosure = isFull ? nil : Disclosure(facts: facts, rule: rule)
  }

  /// A school on a page.
  public func sheet(of school: School) -> ReportDocument { page { SchoolSheet(self, school).document() } }

  /// The group on a page.
  public func sheetOfGroup() -> ReportDocument { page { TrustSheet(self).document() } }

  /// A page with the numbers that stand in it, so that it can be said later if one of them had to be hidden by then.
  private func page(_ make: () -> ReportDocument) -> ReportDocument {
    disclosure?.beginPage()
    var document = make()
    document.cells = disclosure?.printed ?? []
    return document
  }

  /// The group's schools, for which there can be sheets, by name.
  public var schools: [School] { ours }

  /// The half-term that sheets are about: the latest of which any of the group's schools returned anything, or for
  /// which a collection was due.
  var halfTerm: HalfTerm? {
    let due = collections.collections.filter { $0.due <= now.date }.map(\.halfTerm)
    return (facts.returnedHalfTerms + due).max()
  }

  /// An observation as it may be shown.
  /// - Parameter isPrinted: whether it will stand on the page itself, not only in a mean of several schools.
  func shown(_ found: Observation?, isPrinted: Bool = true) -> Observation? {
    guard let found else { return nil }
    return disclosure?.shown(found, isPrinted: isPrinted) ?? found
  }

  /// When a sheet was made, in words.
  var made: String { "made \(now.date.weekdayText), \(now.timeText)" }

  /// Actions that still wait to be done, the late ones first, then by date.
  func openActions(of urn: URN? = nil) -> [AgreedAction] {
    let cancelled = Set(reviews.filter { $0.state == .cancelled }.map(\.id))
    return actions.filter { action in
      (urn == nil || action.school == urn) && !cancelled.contains(action.review)
        && action.status(in: reviews).isOpen
    }.sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
  }

  /// Whether an action should have been done by now.
  func isLate(_ action: AgreedAction) -> Bool { action.isLate(on: now.date, in: reviews) }
}

/// The codes that stand on a sheet, and the files that its figures come from.
struct SheetNotes {
  private(set) var codes: [String: String] = [:]
  private(set) var sources: [FactsFile.Source] = []

  /// Takes note of what stands on the sheet.
  mutating func note(_ observation: Observation?) {
    guard let observation else { return }
    if let code = observation.absenceCode, let words = observation.absence { codes[code] = words }
    note(observation.place.source)
  }

  mutating func note(_ source: FactsFile.Source) {
    if !sources.contains(source) { sources.append(source) }
  }

  mutating func note(_ code: String, _ words: String) { codes[code] = words }

  mutating func note(_ results: SchoolResults) {
    for term in results.legend { codes[term.name] = term.value }
    for source in results.sources { note(source) }
  }

  /// The foot of a sheet: what the signs mean, the rule for small groups, where the figures come from, and the
  /// acknowledgement that the licence of published files asks for.
  func parts(_ source: SheetSource, more: [String]) -> [SheetPart] {
    let hidden = MissingReason.hidden.code
    let rule =
      source.isFull
      ? "small groups are SHOWN: do not pass this on"
      : "\(hidden) hidden: 1 to \(source.rule.minimum - 1) pupils, or they could be worked out from it"
    let terms = codes.filter { source.isFull || $0.key != hidden }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }
    return [
      SheetPart(
        "", .notes("Signs", [rule] + more + terms, end: ""), least: 1 + more.count + 3, turn: 99),
      SheetPart(
        "", .notes("Sources", files.isEmpty ? ["no imported file"] : files, end: SheetNotes.licence),
        usual: 8,
        least: 2, turn: 1),
    ]
  }

  /// The files, those of one day together.
  private var files: [String] {
    let dated = sources.map { source in
      (
        day: source.asAt.map { "as at \($0.longText)" } ?? "imported \(source.importedAt.date.longText)",
        name: source.citation.map { "quoted from \($0.text)" }
          ?? SheetPart.shortened(source.file, to: 60)
      )
    }
    var before = ""
    return dated.sorted { ($0.day, $0.name) < ($1.day, $1.name) }.map { day, name in
      defer { before = day }
      return day == before ? name : "\(day): \(name)"
    }
  }

  private static let licence =
    "Contains public sector information licensed under the Open Government Licence v3.0."
}

/// A figure of all of a group's schools, each weighing as much as it has pupils.
///
/// It is worked out from the schools whose own figure may be shown, and from no others: so nobody can subtract their way
/// back to one that is hidden.
struct GroupFigure {
  /// The mean by pupils; of numbers of pupils the sum; nil where no school has a figure.
  let value: Double?
  /// How many schools it covers.
  let schools: Int
  /// How many pupils.
  let pupils: Int

  /// A figure of several schools.
  /// - Parameter pupils: of how many pupils each school's figure is; nil where nobody says, and it does not count.
  init(_ observations: [Observation], _ measure: Measure, pupils: (Observation) -> Int? = \.n) {
    let figures = observations.compactMap { found -> (value: Double, n: Int)? in
      guard let value = found.reading.value else { return nil }
      if measure.unit == .pupils { return (value, 1) }
      return pupils(found).flatMap { $0 > 0 ? (value, $0) : nil }
    }
    let all = figures.reduce(0) { $0 + $1.n }
    let sum = figures.reduce(0) { $0 + $1.value * Double($1.n) }
    schools = figures.count
    self.pupils = all
    value = figures.isEmpty ? nil : measure.unit == .pupils ? sum : sum / Double(max(1, all))
  }
}
