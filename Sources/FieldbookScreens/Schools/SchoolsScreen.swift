import FieldbookModel
import PlainText
import TextUI

/// The table of our schools.
public struct SchoolsScreen: TableScreen {
  /// `schools`.
  public let name = ScreenName.schools
  /// What the rows are narrowed by.
  public var find: String? = ""
  var cursor = TableCursor()
  /// Whether schools that are not ours are shown too.
  var everyone = false

  let table = RowTable.schools

  /// Opens with the cursor on the first row.
  public init() {}

  var scope: String { everyone ? "everyone" : "ours" }

  func allIDs(_ context: ScreenContext) -> [String] {
    context.snapshot.facts.schools.values.lazy.filter { everyone || $0.isOurs }.map(\.urn.text)
  }

  /// The register keeps its schools in the order of their names.
  func readyOrder(_ context: ScreenContext) -> [String]? { shown(context).map(\.urn.text) }

  /// The register keeps what its schools are found by.
  func readySearch(_ context: ScreenContext) -> SearchRows? {
    guard let ready = context.snapshot.facts.readySearch(of: shown(context)) else { return nil }
    // The same array as that of the rows, so that nobody compares 24,000 ids.
    return SearchRows(ready: ready.texts, ids: ordered(TableState(), context), places: ready.places)
  }

  private func shown(_ context: ScreenContext) -> [School] {
    let all = context.snapshot.facts.schoolsByName
    return everyone ? all : all.filter(\.isOurs)
  }

  func rowMaker(_ context: ScreenContext) -> @Sendable (String) -> SchoolRow? {
    let sheet = SchoolSheet(context, everyone: everyone)
    return { id in sheet.facts.school(URN(id)).map { SchoolRow(school: $0, sheet: sheet) } }
  }

  /// Where all results are of one measure and one year, the heading says so; else each cell does.
  func headings(_ context: ScreenContext) -> [String: String] {
    let years = context.standings.years
    let measures = SchoolSheet.measures(context.standings, everyone: everyone)
    let shown = Set(measures.compactMap { years[$0] })
    let year = shown.count == 1 ? shown.first.map { " \($0.text.suffix(5))" } ?? "" : ""
    // Short, so that the phase has room beside it on a narrow screen.
    let several = year.isEmpty ? "Result" : "In"
    let title = measures.count == 1 ? measures.first.map(SchoolNumbers.mark) ?? several : several
    return ["result": measures.isEmpty ? "Result" : title + year]
  }

  /// The school under the cursor.
  func chosen(_ context: ScreenContext) -> URN? { chosenID(context).map { URN($0) } }

  /// The school under the cursor.
  public func school(_ context: ScreenContext) -> URN? { chosen(context) }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    moveCursor(movement, height: height, context)
  }

  /// Gets ready what the rows are found by.
  public func prepareToFind(_ context: ScreenContext) { prepareSearch(context) }

  /// Takes the cursor to the first school whose name begins with what was typed, else to the first row.
  public mutating func landOnMatch(_ context: ScreenContext) { landCursor(context) }

  // MARK: Page

  /// The table, or what to do when there is none.
  public func page(_ context: ScreenContext) -> Page {
    let snapshot = context.snapshot
    let what = everyone ? "all schools kept" : snapshot.name
    let above = noticeLines(context) + choiceLines(context)
    return Page(
      title: "Schools · \(what) · \(countText(context))",
      titleNote: context.todayText, tabs: Section.tabs(current: .schools, on: name, context),
      blocks: (above.isEmpty ? [] : [.lines(above)]) + [tableBlock(context, emptyText: emptyText(context))],
      status: status(context))
  }

  private func noticeLines(_ context: ScreenContext) -> [Line] {
    var lines: [Line] = []
    if let reason = context.snapshot.readOnlyReason {
      lines.append(Line(" Reading only: \(reason)", .caution))
    }
    if let draft = context.snapshot.drafts.first { lines += DraftText.notice(draft, context) }
    if let problem = context.snapshot.problems.first {
      let count = SchoolRecords.count(context.snapshot.problems.count, "problem")
      // What to do comes first: a long name of a file must not push it off the line.
      lines.append(Line(" ! \(count) in this workspace: fieldbook check says how to mend it", .bad))
      lines.append(Line("   \(problem)", .quiet))
    }
    return lines
  }

  private func emptyText(_ context: ScreenContext) -> [Line] {
    let facts = context.snapshot.facts
    let quit = context.key("quit", on: name)
    if facts.schools.isEmpty {
      return [
        "There are no schools yet.", "",
        Line("To look round first: \(quit), then fieldbook demo opens an invented trust."),
        "",
        Line("Leave with \(quit), and import the register of schools and your results:"),
        "  fieldbook import edubasealldata20260422.csv --trust \"NAME OF YOUR TRUST\"",
        "  fieldbook import 2023-2024_england_ks2final.csv",
      ]
    }
    return [
      Line("\(NumberText.grouped(facts.schools.count)) schools are kept, but none of them is yours yet."), "",
      Line("Leave with \(quit), and say whose schools are yours:"),
      "  fieldbook import REGISTER.csv --trust \"NAME OF YOUR TRUST\"", "",
      Line("Or press \(context.key("schools.everyone", on: name)) to look at all schools kept."),
    ]
  }

  /// Why the chosen school should be looked at; else how it stands.
  private func status(_ context: ScreenContext) -> Line {
    guard let row = chosenRow(context) else { return Line() }
    let school = row.school
    if let find, !find.isEmpty {
      return Line(
        "“\(find)” matches \(NumberText.grouped(rows(context).count)): \(school.name). Esc shows all", .plain)
    }
    let reasons = row.standing.reasonWords
    if !reasons.isEmpty { return Line("Look at \(school.name): \(reasons)", .caution) }
    if !school.isInRegister {
      return Line("\(school.name): the register no longer lists it; its records are kept", .caution)
    }
    let absence = row.numbers.result?.absence
    let parts = ["\(school.name), URN \(school.urn.text)", absence ?? "sorted by \(sortWords(context))"]
    return Line(parts.joined(separator: " · "), .quiet)
  }
}
