import FieldbookModel
import PlainText
import TextUI

/// What schools are asked for, and when: the plan of collections.
public struct CollectionsScreen: JumpingScreen {
  /// `collections`.
  public let name = ScreenName.collections
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  /// The plan.
  public init() {}

  /// It names no school.
  public var showsOneSchool: Bool { true }

  func chosen(_ context: ScreenContext) -> CollectionPlan.Collection? {
    let all = context.snapshot.collections.collections
    return choice.index(in: all.map(\.id)).map { all[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(
      movement, among: context.snapshot.collections.collections.map(\.id), height: height("collections"))
  }

  /// A row a collection, and how many of attainment there are in the year.
  public func page(_ context: ScreenContext) -> Page {
    let all = context.snapshot.collections.collections
    let table = TableBlock(
      columns: CollectionsScreen.columns, rowCount: all.count, cursor: choice.index(in: all.map(\.id)),
      emptyText: [
        "Nothing is planned yet: \(context.key("collection.add", on: .collections)) adds a collection.",
        "What is not planned reads p where it is not asked for, and w once its day has passed.",
      ]
    ) { CollectionsScreen.row(all[$0], context) }
    return Page(
      title: "Collections · what schools are asked for", titleNote: context.todayText,
      blocks: [.lines([CollectionWords.count(context), Line()]), .table(table, id: "collections")]
        + unused(context),
      status: Line(chosen(context).map { status($0, context) } ?? "", .quiet))
  }

  /// Whom a collection leaves out, and why it is needed.
  private func status(_ collection: CollectionPlan.Collection, _ context: ScreenContext) -> String {
    let without = collection.without.map(context.snapshot.schoolName).joined(separator: ", ")
    return [
      without.isEmpty ? "" : "Without \(without)",
      collection.because.isEmpty ? "" : "Because: \(collection.because)",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// What of the collection under the cursor meetings were shown and did not use.
  private func unused(_ context: ScreenContext) -> [Block] {
    let lines = chosen(context).map { UnusedWords.lines($0, context) } ?? []
    return lines.isEmpty ? [] : [.lines([Line()] + lines)]
  }

  private static let columns = [
    TableColumn("Half-term", minWidth: 16, idealWidth: 18, priority: 9),
    TableColumn("Asks for", minWidth: 10, idealWidth: 24, priority: 8),
    TableColumn("Of", minWidth: 10, idealWidth: 30, priority: 7, grows: true),
    TableColumn("Due", minWidth: 6, idealWidth: 16, priority: 9),
    TableColumn("Arrived", minWidth: 9, idealWidth: 24, priority: 6),
  ]

  private static func row(_ collection: CollectionPlan.Collection, _ context: ScreenContext) -> TableRow {
    let of =
      collection.asks == .attainment
      ? "\(collection.yearGroupWords): \(collection.subjectWords)" : collection.yearGroupWords
    let without = collection.without.count
    let all = without == 0 ? of : "\(of); without \(without) school\(without == 1 ? "" : "s")"
    let isLate = context.today > collection.due
    return TableRow([
      Line(collection.halfTerm.title), Line(collection.asks.title), Line(all, .quiet),
      Line(collection.due.shortText), CollectionWords.arrived(collection, isLate: isLate, context),
    ])
  }
}

/// What is said of collections.
enum CollectionWords {
  /// How often attainment is asked for in the year.
  static func count(_ context: ScreenContext) -> Line {
    let year = context.snapshot.calendar.halfTerm(of: context.today).year
    let count = context.snapshot.collections.attainmentPoints(in: year)
    let advice = "Advice: two or three times."
    switch count {
    case 0: return Line(" No attainment is asked for in \(year.text). \(advice)", .quiet)
    case 1...3:
      return Line(
        " Attainment is asked for \(times(count)) in \(year.text). \(advice)", count == 3 ? .caution : .quiet)
    default: return Line(" Attainment is asked for \(times(count)) in \(year.text). \(advice)", .bad)
    }
  }

  static func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }

  /// From how many of our schools that are asked anything arrived.
  static func arrived(
    _ collection: CollectionPlan.Collection, isLate: Bool, _ context: ScreenContext
  ) -> Line {
    let facts = context.snapshot.facts
    let ours = facts.ours.filter(collection.asks(of:)).map(\.urn)
    let returned = Set(
      facts.returns(of: collection.halfTerm).filter { !$0.isAim && collection.covers($0.measure) }.map(
        \.school))
    let count = ours.count(where: returned.contains)
    let text = "\(count) of \(ours.count)"
    if count == ours.count, !ours.isEmpty { return Line(text, .good) }
    return Line(isLate ? "\(text), late" : text, isLate ? .caution : .quiet)
  }
}
