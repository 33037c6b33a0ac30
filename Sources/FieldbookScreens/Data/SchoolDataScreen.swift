import FieldbookModel
import TextUI

/// One school's figures: a half-term by year group and subject, groups and gaps, attendance and behaviour, and results over
/// the years.
public struct SchoolDataScreen: WalkedScreen {
  /// A figure that the cursor can stand on.
  struct Row: Hashable, Sendable {
    let measure: String
    let group: PupilGroup
    let period: Period
  }

  /// `schoolData`.
  public let name = ScreenName.schoolData
  /// Which school.
  let urn: URN
  /// The half-term chosen; nil for the latest.
  private var chosenHalfTerm: HalfTerm?
  /// The year groups and subjects of which every level is listed.
  private var opened: Set<String> = []
  var cursor: Row?
  /// What is looked for.
  public var find: String? = ""

  /// The figures of a school at a half-term; without one, at the latest.
  public init(urn: URN, at halfTerm: HalfTerm? = nil) {
    self.urn = urn
    chosenHalfTerm = halfTerm
  }

  /// This school.
  public func school(_ context: ScreenContext) -> URN? { urn }
  /// It does.
  public var showsOneSchool: Bool { true }

  // MARK: Half-terms

  /// Those in which anything was returned, by any school: a half-term of which this one owes something is among them.
  private func halfTerms(_ context: ScreenContext) -> [HalfTerm] {
    let planned = context.snapshot.collections.collections.map(\.halfTerm)
    let now = context.snapshot.calendar.halfTerm(of: context.today)
    return Set(context.snapshot.facts.returnedHalfTerms + planned.filter { $0 <= now }).sorted()
  }

  func halfTerm(_ context: ScreenContext) -> HalfTerm {
    chosenHalfTerm ?? halfTerms(context).last ?? context.snapshot.calendar.halfTerm(of: context.today)
  }

  // MARK: Cursor

  /// Moves the cursor; left and right choose the half-term.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    let now = halfTerm(context)
    switch movement {
    case .left: goTo(halfTerms(context).last { $0 < now })
    case .right: goTo(halfTerms(context).first { $0 > now })
    default: walk(movement, height: height, context)
    }
  }

  /// The same figure of another half-term stays under the cursor.
  private mutating func goTo(_ halfTerm: HalfTerm?) {
    guard let halfTerm else { return }
    if let cursor, cursor.period.part != nil {
      self.cursor = Row(measure: cursor.measure, group: cursor.group, period: Period(halfTerm))
    }
    chosenHalfTerm = halfTerm
  }

  func chosenObservation(_ context: ScreenContext) -> Observation? {
    chosenRow(context).flatMap { row in
      context.snapshot.facts.observation(of: .school(urn), row.measure, row.group, at: row.period)
    }
  }

  /// Shows every level of the year group and subject under the cursor, or hides them again; of any other figure, its source.
  mutating func open(_ context: ScreenContext) -> [Effect] {
    guard let row = chosenRow(context) else { return [] }
    if row.group == .all, let returned = ReturnMeasure(id: row.measure), returned.subject != nil,
      returned.kind == .expected
    {
      if opened.remove(returned.stem) == nil { opened.insert(returned.stem) }
      return []
    }
    guard let observation = chosenObservation(context) else {
      return [.say("There is no source: nothing was returned or published of it", .caution)]
    }
    return [.open(SourceScreen(observation))]
  }

  // MARK: Page

  /// Everything in one list to walk through.
  public func page(_ context: ScreenContext) -> Page {
    let lines = lines(context)
    return Page(
      title: "School · Data · \(context.snapshot.schoolName(urn))", titleNote: halfTerm(context).title,
      tabs: Section.tabs(current: .data, on: name, context), blocks: [list(lines)],
      status: JumpFind.status(find, in: lines.map(\.line), on: name, context) ?? status(context))
  }

  func lines(_ context: ScreenContext) -> [SchoolDataLine] {
    context.orders.latest(Question(self, halfTerm(context), context)) {
      guard let school = context.snapshot.facts.school(urn) else {
        return [
          SchoolDataLine(
            Line("The register does not list this school: there are no figures of it.", .caution))
        ]
      }
      let halfTerm = HalfTermLines(school: school, halfTerm: halfTerm(context), opened: opened, context)
      return halfTerm.lines + YearLines(school: school, context).lines
    }
  }

  /// What the lines depend on.
  private struct Question: Hashable, Sendable {
    let urn: URN
    let halfTerm: HalfTerm
    let opened: Set<String>
    let revision: Int
    let facts: Int
    let day: Int
    let columns: Int
    let isSpoken: Bool
    let isVisit: Bool
    let keys: [KeyBindings.Spot: [Key]]

    init(_ screen: SchoolDataScreen, _ halfTerm: HalfTerm, _ context: ScreenContext) {
      (urn, self.halfTerm, opened) = (screen.urn, halfTerm, screen.opened)
      (revision, facts) = (context.snapshot.revision, context.snapshot.factsRevision)
      (day, columns) = (context.today.dayNumber, context.size.columns)
      (isSpoken, isVisit, keys) = (context.isSpoken, context.isVisit, context.keys.chosen)
    }
  }

  private func status(_ context: ScreenContext) -> Line {
    guard let row = chosenRow(context), let school = context.snapshot.facts.school(urn),
      let figure = context.snapshot.facts.figure(
        row.measure, row.group, of: school, at: row.period, plan: context.snapshot.collections,
        today: context.today)
    else { return Line() }
    return Line(DataText.sideBySide(figure), .quiet)
  }
}

/// One line of a school’s figures, and the figure it is if the cursor may stand on it.
typealias SchoolDataLine = WalkedLine<SchoolDataScreen.Row>
