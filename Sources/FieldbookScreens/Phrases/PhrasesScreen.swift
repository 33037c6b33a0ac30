import FieldbookModel
import TextUI

/// The phrases of the workspace: to add, change, withdraw and order them.
public struct PhrasesScreen: JumpingScreen {
  /// `phrases`.
  public let name = ScreenName.phrases
  /// What is looked for.
  public var find: String? = ""
  private var choice = RowChoice<String>()

  /// All phrases.
  public init() {}

  /// It names no school.
  public var showsOneSchool: Bool { true }

  func chosen(_ context: ScreenContext) -> Phrase? {
    let all = context.snapshot.phrases.all
    return choice.index(in: all.map(\.id)).map { all[$0] }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: context.snapshot.phrases.all.map(\.id), height: height("phrases"))
  }

  mutating func choose(_ id: String) { choice.choose(id) }

  /// The ids of all phrases with the chosen one a place further up or down; nil at the ends.
  func order(movedBy step: Int, _ context: ScreenContext) -> [String]? {
    var ids = context.snapshot.phrases.all.map(\.id)
    guard let index = choice.index(in: ids), ids.indices.contains(index + step) else { return nil }
    ids.swapAt(index, index + step)
    return ids
  }

  /// A row a phrase.
  public func page(_ context: ScreenContext) -> Page {
    let all = context.snapshot.phrases.all
    let table = TableBlock(
      columns: PhrasesScreen.columns, rowCount: all.count, cursor: choice.index(in: all.map(\.id)),
      emptyText: [Line("There are no phrases yet: \(context.key("phrase.add", on: name)) adds one.")]
    ) { PhrasesScreen.row(all[$0], context) }
    return Page(
      title: "Phrases · \(SchoolRecords.count(all.count(where: \.isOffered), "phrase")) on offer",
      titleNote: context.todayText, blocks: [.table(table, id: "phrases")],
      status: Line(chosen(context).map(PhrasesScreen.words) ?? "", .quiet))
  }

  private static func words(for phrase: Phrase) -> String {
    guard phrase.withdrawn.isEmpty else { return "Withdrawn: \(phrase.withdrawn)" }
    return phrase.text
  }

  private static let columns = [
    TableColumn("Says", minWidth: 10, priority: 7),
    TableColumn("Phrase", minWidth: 24, idealWidth: 60, priority: 9, grows: true),
    TableColumn("Areas", minWidth: 12, idealWidth: 24, priority: 6),
    TableColumn("From", minWidth: 9, priority: 3),
  ]

  private static func row(_ phrase: Phrase, _ context: ScreenContext) -> TableRow {
    let origin = phrase.withdrawn.isEmpty ? (phrase.isBuiltIn ? "built in" : "own") : "withdrawn"
    return TableRow(
      [
        Line(phrase.use.map { "\($0.sign) \($0.title)" } ?? "anything"), Line(phrase.text),
        Line(areas(of: phrase, context), .quiet), Line(origin, .quiet),
      ], isQuiet: !phrase.isOffered)
  }

  /// The areas of a phrase in short.
  static func areas(of phrase: Phrase, _ context: ScreenContext) -> String {
    guard !phrase.areas.isEmpty else { return "every area" }
    let known = context.snapshot.frameworks.lazy.flatMap(\.areas)
    return phrase.areas.compactMap { id in known.first { $0.id == id }?.shortTitle }.joined(separator: ", ")
  }
}
