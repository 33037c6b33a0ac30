import FieldbookModel

/// A group of schools on a page: its schools by phase with their headline figures, what is still to be returned, and what
/// is to be done.
struct TrustSheet {
  let source: SheetSource
  private var notes = SheetNotes()

  init(_ source: SheetSource) {
    self.source = source
  }

  func document() -> ReportDocument {
    var sheet = self
    var parts = [sheet.asAt]
    parts += sheet.schools()
    parts += sheet.notReturned
    parts += [sheet.visits, sheet.openActions]
    let signs = [
      "60% of 47: of 47 pupils", "change: points since the year before, (2 ch) about 2 children",
      "actions: open/late",
      "pupil-weighted: each school counts as much as it has pupils, of those whose own figure is shown",
    ]
    parts += sheet.notes.parts(source, more: signs)
    let count = source.ours.count
    var empty = ReportDocument(
      title: SheetPart.shortened(source.name, to: 150),
      subject: "Trust on a page · \(counted(count, "school", "schools")) · \(source.made)",
      isFull: source.isFull)
    empty.name = ReportDocument.Name("Trust on a page", of: source.name)
    return SheetFit(empty, head: source.isFull ? [.callout(.full)] : [], parts: parts).fitted()
  }

  private var asAt: SheetPart {
    guard !source.ours.isEmpty else {
      return SheetPart(
        "Schools", .sentence("None of the schools is marked as ours: import the register with --trust NAME."))
    }
    var words: [String] = []
    for (format, title) in [("ks2", "KS2"), ("ks4", "KS4")] {
      let latest = source.ours.compactMap { source.facts.editions(of: .school($0.urn), format: format).last }
      guard let year = latest.map(\.year).max() else { continue }
      let covered = latest.count { $0.year == year }
      words.append("\(title) \(year.text): \(counted(covered, "school", "schools"))")
    }
    if let halfTerm = source.halfTerm {
      let returned = Set(source.facts.returns(of: halfTerm).map(\.school))
      let covered = source.ours.count { returned.contains($0.urn) }
      words.append("\(halfTerm.title): \(covered) of \(source.ours.count) schools returned something")
    }
    guard !words.isEmpty else { return SheetPart("As at", .sentence("No figures have been imported.")) }
    return SheetPart("As at", .run(words))
  }

  // MARK: Schools by phase

  /// The phases that are set beside each other, because they have the same headline.
  private enum Sort: CaseIterable {
    case primary
    case secondary
    case allThrough
    case special
    case other

    init(_ school: School) {
      if school.kind == .special {
        self = .special
        return
      }
      switch school.phase {
      case .nursery, .infant, .junior, .primary, .middle: self = .primary
      case .secondary, .sixteenPlus: self = .secondary
      case .allThrough: self = .allThrough
      case .other: self = .other
      }
    }

    var title: String {
      switch self {
      case .primary: "Primary"
      case .secondary: "Secondary"
      case .allThrough: "All-through"
      case .special: "Special"
      case .other: "Other"
      }
    }
  }

  private mutating func schools() -> [SheetPart] {
    let years = HeadlineYears(source.facts)
    let sorted = Dictionary(grouping: source.ours, by: Sort.init)
    return Sort.allCases.compactMap { sort in
      sorted[sort].map { part(sort, $0, years) }
    }
  }

  /// A row for each school, one for the group by pupils, and one with how many schools each figure covers.
  private mutating func part(_ sort: Sort, _ schools: [School], _ years: HeadlineYears) -> SheetPart {
    let columns = columns(of: schools, years)
    let found = columns.map { column in schools.map { shown(column, of: $0) } }
    for observation in found.flatMap(\.self) { notes.note(observation) }
    var rows: [[String]] = schools.enumerated().map { place, school in
      var cells: [String] = []
      for (column, observations) in zip(columns, found) {
        cells.append(
          observations[place] == nil ? absence(column, at: school) : text(observations[place], column))
        if column.hasChange {
          let before = shown(column, of: school, before: true)
          cells.append(ResultCell.change(from: before, to: observations[place], column.measure))
        }
      }
      let open = source.openActions(of: school.urn)
      return [school.name] + cells + ["\(open.count)/\(open.count(where: source.isLate))"]
    }
    if rows.joined().contains("–") { notes.note("–", "no imported file says, or nothing to compare") }
    if schools.count > 1, !columns.isEmpty { rows = totals(schools.count, columns, found) + rows }
    var titles: [String] = []
    for column in columns { titles += column.hasChange ? [column.title, "Change"] : [column.title] }
    return SheetPart(
      "\(sort.title), \(schools.count)",
      .table(
        SheetTable.make("\(sort.title) schools with their headline figures", titles + ["Actions"], rows)),
      usual: .max, least: min(12, rows.count), turn: 9)
  }

  private func totals(
    _ count: Int, _ columns: [Column], _ found: [[Observation?]]
  ) -> [[String]] {
    var weighted = ["Pupil-weighted"]
    var covers = ["Schools covered"]
    for (column, observations) in zip(columns, found) {
      let figure = GroupFigure(observations.compactMap(\.self), column.measure)
      let value = figure.value.map { SheetNumber.text($0, column.measure) }
      let isShare = column.saysPupils && column.measure.unit == .percent
      let whole = figure.value.map { "\(SheetNumber.whole($0))% of \(figure.pupils)" }
      weighted.append((isShare ? whole : value) ?? "–")
      covers.append("\(figure.schools) of \(count)")
      if column.hasChange {
        weighted.append("")
        covers.append("")
      }
    }
    return [weighted + [""], covers + [""]]
  }

  /// A figure that has a column.
  private struct Column {
    let title: String
    let measure: Measure
    let returned: ReturnMeasure?
    let period: Period
    let before: Period?

    /// Whether it is said of how many pupils.
    var saysPupils: Bool { returned == nil || returned?.subject != nil }
    var hasChange: Bool { before != nil }
  }

  private func columns(of schools: [School], _ years: HeadlineYears) -> [Column] {
    var columns: [Column] = []
    if let headline = schools.lazy.compactMap({ Headline(of: $0, in: source.facts, years: years) }).first,
      let measure = source.facts.catalogue[headline.measure]
    {
      columns.append(
        Column(
          title: measure.shortTitle.replacing("expected", with: "exp"), measure: measure, returned: nil,
          period: Period(year: headline.year), before: Period(year: headline.year.previous)))
    }
    guard let halfTerm = source.halfTerm else { return columns }
    let returns = source.facts.returns(of: halfTerm)
    let urns = Set(schools.map(\.urn))
    if let chosen = TrustSheet.usual(returns.filter { urns.contains($0.school) && !$0.isAim }) {
      let name = chosen.subject.map { SchoolSheet.name(of: $0, columns: 10) } ?? ""
      columns.append(
        Column(
          title: [chosen.yearGroup?.shortTitle ?? "", name].filter { !$0.isEmpty }.joined(separator: " "),
          measure: chosen.measure,
          returned: chosen, period: Period(halfTerm), before: nil))
    }
    let absence = ReturnMeasure(yearGroup: nil, .conduct(.absence))
    if returns.contains(where: { urns.contains($0.school) && $0.measure.stem == absence.stem }) {
      columns.append(
        Column(
          title: "Absence", measure: absence.measure, returned: absence, period: Period(halfTerm), before: nil
        ))
    }
    return columns
  }

  /// What most of the schools returned of their oldest year group: combined subjects before single ones.
  private static func usual(_ returns: [Facts.Return]) -> ReturnMeasure? {
    let counts = Dictionary(grouping: returns.filter { $0.measure.subject != nil }) { $0.measure.stem }
    let oldest = returns.filter { $0.measure.subject != nil }.compactMap(\.measure.yearGroup).max()
    let candidates = counts.values.compactMap { found -> (count: Int, measure: ReturnMeasure)? in
      guard let measure = found.first?.measure, measure.yearGroup == oldest else { return nil }
      return (Set(found.map(\.school)).count, measure.saying(.expected))
    }
    let order = SchoolSheet.inOrder(Set(candidates.compactMap(\.measure.subject)))
    return candidates.max { one, other in
      guard one.count == other.count else { return one.count < other.count }
      let places = [one, other].map { found in order.firstIndex { $0 == found.measure.subject } ?? .max }
      return places[0] > places[1]
    }?.measure
  }

  private func shown(_ column: Column, of school: School, before: Bool = false) -> Observation? {
    let period = before ? column.before ?? column.period : column.period
    return source.shown(
      source.facts.observation(
        of: .school(school.urn), column.returned?.id ?? column.measure.id, .all, at: period))
  }

  /// Why a school has no figure: it has no such pupils, or its return is not here yet.
  private mutating func absence(_ column: Column, at school: School) -> String {
    let figure = source.facts.figure(
      column.returned?.id ?? column.measure.id, of: school, at: column.period, plan: source.collections,
      today: source.now.date)
    guard let reason = figure?.reason else { return "–" }
    notes.note(reason.code, reason.words)
    return reason.code
  }

  private func text(_ found: Observation?, _ column: Column) -> String {
    guard column.saysPupils else {
      guard let found, let value = found.reading.value else { return found?.absenceCode ?? "–" }
      return NumberText.fixed(value, decimals: 1) + "%"
    }
    guard column.returned != nil, let value = found?.reading.value, let n = found?.n else {
      return ResultCell.text(found, column.measure)
    }
    return "\(SheetNumber.whole(value))% of \(n)"
  }

  // MARK: What is to be done

  /// Who has not returned what was asked for by now.
  private var notReturned: [SheetPart] {
    guard let halfTerm = source.halfTerm else { return [] }
    let returns = source.facts.returns(of: halfTerm)
    return CollectionPlan.Asks.allCases.map { asks in
      let came = Set(
        returns.filter { ($0.measure.subject == nil ? .conduct : .attainment) == asks && !$0.isAim }
          .map(\.school))
      let asked = source.ours.filter { isAsked($0, asks, halfTerm) }
      let missing = asked.filter { !came.contains($0.urn) }
      let due = source.collections.collections.filter { $0.halfTerm == halfTerm && $0.asks == asks }.map(
        \.due
      )
      .min()
      let when = due.map { "due \($0.longText)" } ?? "no collection planned"
      let title = "No \(asks == .attainment ? "attainment" : "attendance")"
      guard !missing.isEmpty else {
        return SheetPart(title, .sentence("Every school has returned for \(halfTerm.title) (\(when))."))
      }
      return SheetPart(
        title,
        .run(["\(halfTerm.title), \(when): \(missing.count) of \(asked.count)"] + missing.map(\.name)),
        least: 5, turn: 8)
    }
  }

  /// Whether a school is asked for it; where nothing is planned, every school might have returned it.
  private func isAsked(_ school: School, _ asks: CollectionPlan.Asks, _ halfTerm: HalfTerm) -> Bool {
    let planned = source.collections.collections.filter { $0.halfTerm == halfTerm && $0.asks == asks }
    return planned.isEmpty
      || source.asked(of: school).contains { $0.halfTerm == halfTerm && $0.asks == asks }
  }

  private var visits: SheetPart {
    let year = AcademicYear(containing: source.now.date)
    let urns = Set(source.ours.map(\.urn))
    let reviews = source.reviews.filter { review in
      urns.contains(review.school) && review.state != .cancelled
        && review.date.map { AcademicYear(containing: $0) == year && $0 <= source.now.date } == true
    }
    let formal = reviews.count(where: \.isFormal)
    let meetings = reviews.count(where: \.isMeeting)
    let seen = Set(reviews.map(\.school))
    let words =
      "\(counted(formal, "formal review", "formal reviews")), "
      + "\(counted(reviews.count(where: \.isNote), "note of visit", "notes of visit")) and "
      + "\(counted(meetings, "progress meeting", "progress meetings")) so far in \(year.text), at "
      + "\(seen.count) of \(source.ours.count) schools.\(hours)"
    return SheetPart("Visits", .sentence(words))
  }

  /// How many hours of their staff the schools were asked for this year, as far as people typed them.
  private var hours: String {
    let typed = source.ours.map { AskedOfSchool(source, of: $0).typed }.filter { !$0.isEmpty }
    guard !typed.isEmpty else { return "" }
    let sum = NumberText.plain((typed.joined().reduce(0, +) * 10).rounded() / 10)
    return " Staff hours asked of schools: \(sum), as far as people typed them (at \(typed.count))."
  }

  private var openActions: SheetPart {
    let urns = Set(source.ours.map(\.urn))
    let open = source.openActions().filter { urns.contains($0.school) }
    guard !open.isEmpty else { return SheetPart("Open actions", .sentence("No action is open.")) }
    let late = open.count(where: source.isLate)
    let entries = open.map { action in
      source.entry(action, at: SheetPart.shortened(source.facts.school(action.school)?.name ?? "", to: 20))
    }
    return SheetPart(
      "Open actions: \(open.count), \(late == 0 ? "none" : String(late)) late", .entries(entries), usual: 8,
      least: 3, turn: 2)
  }
}
