import FieldbookModel
import TextUI

/// One school: who it is, its results, its reviews, its open actions.
public struct SchoolScreen: WalkedScreen {
  /// A row that the cursor can stand on.
  enum Row: Hashable, Sendable {
    case result(String, PupilGroup)
    case inspection(String)
    case review(String)
    case action(String)
  }

  /// `school`.
  public let name = ScreenName.school
  /// Which school.
  let urn: URN
  var cursor: Row?
  /// What is looked for.
  public var find: String? = ""
  /// Which year's column is chosen, counted from the latest.
  private var yearsBack = 0

  /// The page of a school.
  public init(urn: URN) {
    self.urn = urn
  }

  /// This school.
  public func school(_ context: ScreenContext) -> URN? { urn }
  /// It does.
  public var showsOneSchool: Bool { true }

  // MARK: Cursor

  /// Moves the cursor; left and right choose the year.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    switch movement {
    case .left: yearsBack = min(yearsBack + 1, max(0, years(chosenStage(context), context).count - 1))
    case .right: yearsBack = max(0, yearsBack - 1)
    default: walk(movement, height: height, context)
    }
  }

  /// The result under the cursor in the chosen year.
  func chosenObservation(_ context: ScreenContext) -> Observation? {
    switch chosenRow(context) {
    case .result(let measure, let group):
      return chosenYear(.of(measure), context).flatMap {
        context.snapshot.facts.observation(of: .school(urn), measure, group, in: $0)
      }
    case .inspection(let measure): return grade(measure, context)?.observation
    default: return nil
    }
  }

  /// What the latest inspection said of an area.
  private func grade(_ measure: String, _ context: ScreenContext) -> InspectionGrades.Grade? {
    InspectionFramework.allCases.lazy
      .compactMap { InspectionGrades($0, of: urn, in: context.snapshot.facts) }
      .flatMap(\.grades).first { $0.observation.measure == measure }
  }

  func open(_ context: ScreenContext) -> [Effect] {
    switch chosenRow(context) {
    case .review(let id): return [.open(ReviewScreens.screen(of: id, context))]
    case .action(let id):
      if let reason = context.snapshot.readOnlyReason { return [.say(reason, .caution)] }
      return [.open(FormScreen(.action(review: context.snapshot.action(id)?.review ?? "", id: id), context))]
    case .result, .inspection:
      guard let observation = chosenObservation(context) else {
        return [.say("There is no source: the file of that year has no row for this school", .caution)]
      }
      return [.open(SourceScreen(observation))]
    case nil: return []
    }
  }

  // MARK: Page

  /// The years of a part of the results, oldest first, as many as there is room for.
  func years(_ stage: ResultStage, _ context: ScreenContext) -> [AcademicYear] {
    let years = context.orders.latest(Question(self, context)) {
      Dictionary(uniqueKeysWithValues: ResultStage.allCases.map { ($0, knownYears($0, context)) })
    }
    return years[stage] ?? []
  }

  private func knownYears(_ stage: ResultStage, _ context: ScreenContext) -> [AcademicYear] {
    let room = max(1, (context.size.columns - 54) / 11)
    let facts = context.snapshot.facts
    let school = facts.school(urn)
    let all = facts.years(of: .school(urn), format: stage.format)
    guard stage.isExpected(in: school?.phase) || !all.isEmpty else { return [] }
    let la = school.map { facts.years(of: .la($0.laCode), format: stage.format) } ?? []
    return Array(Set(all + la).sorted().suffix(room))
  }

  private func chosenYear(_ stage: ResultStage, _ context: ScreenContext) -> AcademicYear? {
    let years = years(stage, context)
    return years.isEmpty ? nil : years[max(0, years.count - 1 - yearsBack)]
  }

  /// The part of the results in which the cursor stands; the first that has years when it stands elsewhere.
  private func chosenStage(_ context: ScreenContext) -> ResultStage {
    if case .result(let measure, _) = chosenRow(context) { return .of(measure) }
    return ResultStage.allCases.first { !years($0, context).isEmpty } ?? .keyStage2
  }

  /// Everything of the school, in one list to walk through.
  public func page(_ context: ScreenContext) -> Page {
    let lines = lines(context)
    return Page(
      title: "School · \(context.snapshot.schoolName(urn)) · \(urn.text)", titleNote: context.todayText,
      tabs: Section.tabs(current: .schools, on: name, context), blocks: [list(lines)],
      status: JumpFind.status(find, in: lines.map(\.line), on: name, context) ?? status(context))
  }

  func lines(_ context: ScreenContext) -> [SchoolLine] {
    context.orders.latest(Question(self, context)) {
      SchoolIdentity.lines(of: urn, context) + SchoolReasons.lines(of: urn, context)
        + SchoolInspections.lines(of: urn, context) + results(context)
        + SchoolRecords.lines(of: urn, context)
    }
  }

  /// What the lines of a page depend on.
  private struct Question: Hashable, Sendable {
    let urn: URN
    let yearsBack: Int
    let revision: Int
    let day: Int
    let columns: Int
    let isSpoken: Bool
    let isVisit: Bool
    /// The keys that its sentences name.
    let keys: [KeyBindings.Spot: [Key]]

    init(_ screen: SchoolScreen, _ context: ScreenContext) {
      (urn, yearsBack) = (screen.urn, screen.yearsBack)
      (revision, day, columns) = (context.snapshot.revision, context.today.dayNumber, context.size.columns)
      (isSpoken, isVisit, keys) = (context.isSpoken, context.isVisit, context.keys.chosen)
    }
  }

  private func results(_ context: ScreenContext) -> [SchoolLine] {
    let shown = ResultStage.allCases.filter { !years($0, context).isEmpty }
    guard !shown.isEmpty else { return SchoolResults.none(of: urn, context) }
    return shown.flatMap { stage in
      SchoolResults(
        stage: stage, urn: urn, years: years(stage, context), chosenYear: chosenYear(stage, context),
        context: context
      ).lines()
    }
  }

  private func status(_ context: ScreenContext) -> Line {
    switch chosenRow(context) {
    case .result(let measure, let group):
      return resultStatus(measure, group, context)
    case .inspection(let measure):
      return Line(grade(measure, context).map { "\($0.area): \($0.words)" } ?? "", .quiet)
    case .review(let id):
      return Line(context.snapshot.review(id).map { SchoolRecords.words(for: $0) } ?? "", .quiet)
    case .action(let id):
      return Line(context.snapshot.action(id).map { ActionsScreen.words(for: $0) } ?? "", .quiet)
    case nil:
      let visit = context.key("visit.start", on: name)
      return Line(
        "\(context.key("review.start", on: name)) starts a review of this school, \(visit) a note of visit",
        .quiet)
    }
  }

  private func resultStatus(_ measure: String, _ group: PupilGroup, _ context: ScreenContext) -> Line {
    guard let year = chosenYear(.of(measure), context) else { return Line() }
    let known = context.snapshot.facts.catalogue[measure]
    // Where there is little room, what the number says comes before what it is called in full.
    let title = (context.size.columns < 120 ? known?.shortTitle : known?.title) ?? measure
    let head = "\(year.text) \(group == .all ? title : group.title): "
    guard let observation = chosenObservation(context) else {
      return Line(head + "no row for this school that year", .quiet)
    }
    var words = head + (observation.absence ?? valueWords(observation, context))
    if let previous = observation.previousURN { words += ", as URN \(previous.text)" }
    return Line(words, .quiet)
  }

  private func valueWords(_ observation: Observation, _ context: ScreenContext) -> String {
    let unit = context.snapshot.facts.catalogue[observation.measure]?.unit
    let value = observation.reading.value.map { FigureText.value($0, unit) } ?? ""
    let interval =
      observation.lower.flatMap { lower in
        observation.upper.map { " (95% interval \(FigureText.signed(lower)) to \(FigureText.signed($0)))" }
      } ?? ""
    if unit == .pupils { return value + " pupils" }
    guard let n = observation.n else { return value + interval + ", number of pupils not given" }
    let small = context.snapshot.smallGroups.isSmall(n) ? ": small group, hidden in reports" : ""
    let pupils = "\(n) \(n == 1 ? "pupil" : "pupils")\(small)"
    // The census counts those who are of the group, results those who took part.
    return ResultStage.of(observation.measure).isByKind
      ? "\(value), \(pupils)" : "\(value)\(interval) of \(pupils)"
  }
}

/// One line of a school’s page, and the row it is if the cursor may stand on it.
typealias SchoolLine = WalkedLine<SchoolScreen.Row>
