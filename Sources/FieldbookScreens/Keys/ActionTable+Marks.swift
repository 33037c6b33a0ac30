import FieldbookModel
import TextUI

/// What can be done with the marked rows.
extension ActionTable {
  static let acting: [Action] =
    starting + [
      ofTables(
        "marks.reports", "read their reports", keys: [], on: [.schools, .visits],
        help: "The reports of all marked rows, one after another.", unless: nothingMarked
      ) { table, context in
        let subjects = table.markedSubjects(context)
        // The last to be opened is the first to be read.
        return subjects.reversed().map { .preview($0) }
          + [.say("\(SchoolRecords.count(subjects.count, "report")): Esc goes on to the next", .plain)]
      },
      ofTables(
        "marks.write", "write their reports", keys: [], on: [.schools, .visits],
        help: "Write the reports of all marked rows to files.", unless: nothingMarked
      ) { table, context in [.open(FormScreen(.writeReports(table.markedSubjects(context)), context))] },
      ofTables(
        "marks.sheets", "write them on a page", keys: [], on: [.schools],
        help: "Write each marked school on a page, one side of A4, to files.", unless: nothingMarked
      ) { table, context in
        [.open(FormScreen(.writeReports(table.marked(context).map { .sheet(URN($0)) }), context))]
      },
      ofTables(
        "marks.change", "change them all", keys: [], on: [.actions],
        help: "Change owner, due date, priority or status of all marked actions.",
        unless: { table, context in context.snapshot.readOnlyReason ?? nothingMarked(table, context) }
      ) { table, context in [.open(FormScreen(.changeActions(table.marked(context)), context))] },
      ofTables(
        "marks.see-reviews", "see their reviews", keys: [], on: [.schools],
        help: "The reviews and notes of the marked schools alone.", unless: nothingMarked
      ) { table, context in filtered("visits", VisitsScreen(), "reviews", table, context) },
      ofTables(
        "marks.see-actions", "see their actions", keys: [], on: [.schools],
        help: "The open actions of the marked schools alone.", unless: nothingMarked
      ) { table, context in filtered("actions", ActionsScreen(), "actions", table, context) },
    ]

  private static let starting: [Action] =
    StartedKind.allCases.map { kind in
      ofTables(
        "marks.\(kind.rawValue)", "start \(kind.plural)", keys: [], on: [.schools],
        help: "Start \(kind.plural) at all marked schools: one form, one record each.", unless: cannotWrite
      ) { table, context in
        [.open(FormScreen(.startMany(kind, table.marked(context).map { URN($0) }), context))]
      }
    } + [
      ofTables(
        "marks.action", "add one action to each", keys: [], on: [.schools],
        help: "Add the same action to each marked school that has a review or note under way.",
        unless: cannotWrite
      ) { table, context in
        [.open(FormScreen(.addActions(table.marked(context).map { URN($0) }), context))]
      }
    ]

  /// Why nothing can be written for the marked schools.
  private static let cannotWrite: @Sendable (any TableScreen, ScreenContext) -> String? = { table, context in
    context.snapshot.readOnlyReason ?? nothingMarked(table, context)
      ?? ManySchoolsForm.tooMany(table.marked(context).count)
  }

  /// Another table with nothing but what belongs to the marked schools.
  private static func filtered(
    _ other: String, _ screen: any Screen, _ noun: String, _ table: any TableScreen, _ context: ScreenContext
  ) -> [Effect] {
    let marked = table.marked(context)
    var state = context.snapshot.tables[other] ?? TableState()
    state.showsOnlyMarked = false
    state.choices.filters = [
      ColumnFilter(column: "school", values: marked.map { context.snapshot.schoolName(URN($0)) })
    ]
    let words = "The \(noun) of \(SchoolRecords.count(marked.count, "marked school")): Esc shows all"
    return [.section(screen), .table(other, state), .say(words, .plain)]
  }
}

extension TableScreen {
  /// What reports of the marked rows are about.
  fileprivate func markedSubjects(_ context: ScreenContext) -> [PreviewSubject] {
    marked(context).map { self is SchoolsScreen ? .school(URN($0)) : .review($0) }
  }
}
