import FieldbookModel
import TextUI

extension ActionTable {
  /// Where rows can be marked, to do something with them.
  private static let tableScreens: Set<ScreenName> = [.schools, .visits, .actions]
  /// Where rows are filtered and sorted, and columns chosen.
  private static let chosenScreens: Set<ScreenName> = tableScreens.union([.trustTable])

  /// An action of every table.
  static func ofTables(
    _ id: String, _ title: String, keys: [String], on screens: Set<ScreenName> = tableScreens, help: String,
    hint: Int? = nil,
    unless unavailable: @escaping @Sendable (any TableScreen, ScreenContext) -> String? = { _, _ in nil },
    _ perform: @escaping @Sendable (inout any TableScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action(
      id, title, keys: keys, on: screens, help: help, hint: hint,
      unless: { navigation, context in
        guard let table = navigation.front as? any TableScreen else {
          return "It does not work on this screen"
        }
        return unavailable(table, context)
      },
      { navigation, context in
        guard var table = navigation.front as? any TableScreen else { return [] }
        let effects = perform(&table, context)
        navigation.front = table
        return effects
      })
  }

  private static let noRow: @Sendable (any TableScreen, ScreenContext) -> String? = { table, context in
    table.chosenID(context) == nil ? "There is no \(table.noun) in this list" : nil
  }

  static let nothingMarked: @Sendable (any TableScreen, ScreenContext) -> String? = {
    table, context in
    let mark = context.key("mark.toggle", on: table.name)
    return table.marked(context).isEmpty
      ? "Nothing is marked: \(mark) marks the row under the cursor" : nil
  }

  static let tables: [Action] = choosing + marking + sorting + filterScreens + columnScreens + viewScreens

  private static let choosing: [Action] = [
    ofTables(
      "filter.show", "filter", keys: ["f"], on: chosenScreens,
      help: "Show only rows with some values of a column.", hint: 25
    ) { table, _ in [.open(FilterScreen(table))] },
    ofTables(
      "filter.again", "filter as before", keys: ["F"], on: chosenScreens,
      help: "Bring back the filter that Esc took away.",
      unless: { table, context in
        table.state(context).filtersBefore.isEmpty
          ? "There was no filter before: \(context.key("filter.show", on: table.name)) chooses one" : nil
      }
    ) { table, context in
      [
        table.change(context) { state in
          (state.choices.filters, state.filtersBefore) = (state.filtersBefore, state.choices.filters)
        }, .say("The filter of before", .plain),
      ]
    },
    Action(
      "sort.choose", "sort", keys: ["s"], on: chosenScreens,
      help: "Choose the column to sort by; the one before comes second.", hint: 30,
      { _, _ in [.prompt(.choose(.sort), text: "")] }),
    ofTables("sort.reverse", "turn order", keys: ["S"], on: chosenScreens, help: "Turn the order round.") {
      table, context in
      table.turnedRound(context)
    },
    ofTables(
      "columns.show", "columns", keys: ["c"], on: chosenScreens, help: "Show, hide, order and widen columns.",
      hint: 35
    ) { table, _ in [.open(ColumnsScreen(table))] },
    ofTables(
      "views.show", "views", keys: ["w"], on: chosenScreens,
      help: "Views saved by name: filter, order and columns together.",
      hint: 92
    ) { table, _ in [.open(ViewsScreen(table))] },
  ]

  private static let marking: [Action] =
    [
      ofTables(
        "mark.toggle", "mark", keys: ["Space"],
        help: "Mark the row, or take its mark away, and go to the next.",
        hint: 90, unless: noRow
      ) { table, context in
        let change = table.toggleMark(context)
        table.moveCursor(.down, height: { _ in 2 }, context)
        return [change]
      },
      Action(
        "marks.act", "act on marked", keys: ["m"], on: tableScreens,
        help: "What can be done with the marked rows.", { _, _ in [.prompt(.choose(.marked), text: "")] }),
      ofTables(
        "marks.only", "show only marked", keys: ["M"], help: "Show only the marked rows, or all again.",
        unless: { table, context in
          table.state(context).showsOnlyMarked ? nil : nothingMarked(table, context)
        }
      ) { table, context in [table.change(context) { $0.showsOnlyMarked.toggle() }] },
      ofTables("marks.all", "mark all shown", keys: [], help: "Mark every row that is shown.", unless: noRow)
      {
        table, context in
        let rows = table.rows(context)
        return [
          table.change(context) { $0.marks.formUnion(rows) },
          .say("\(SchoolRecords.count(rows.count, table.noun)) marked", .plain),
        ]
      },
      ofTables("marks.clear", "clear marks", keys: [], help: "Take all marks away.", unless: nothingMarked) {
        table, context in
        [
          table.change(context) { state in
            state.marks = []
            state.showsOnlyMarked = false
          }, .say("No row is marked any more", .plain),
        ]
      },
    ] + acting

  /// One action for each column that any table has.
  private static let sorting: [Action] = {
    let tables: [(ScreenName, [ColumnDescription])] = [
      (.schools, SchoolsScreen().columnDescriptions), (.visits, VisitsScreen().columnDescriptions),
      (.actions, ActionsScreen().columnDescriptions),
    ]
    var seen: Set<String> = []
    let columns = tables.flatMap(\.1).filter { seen.insert($0.id).inserted }
    return columns.map { column in
      let screens = Set(tables.filter { $0.1.contains { $0.id == column.id } }.map(\.0))
      return ofTables(
        "sort.\(column.id)", "sort by \(column.words)", keys: [], on: screens,
        help: "Sort by \(column.words)."
      ) { table, context in table.sorted(by: column.id, context) }
    }
  }()

  // MARK: The screens where one chooses

  private static let filterScreens: [Action] = [
    Action.of(
      FilterScreen.self, "filter.column", "values", keys: ["Enter"], on: .filter,
      help: "List the values of the column.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? "There is no column in this list" : nil }
    ) { screen, context in
      screen.chosen(context).map { [.open(ValuesScreen(screen.table, $0))] } ?? []
    },
    Action.of(
      FilterScreen.self, "filter.drop", "drop filter", keys: ["x"], on: .filter,
      help: "Take the column’s filter away.", hint: 20,
      unless: { screen, context in
        let filter = screen.chosen(context).map { screen.table.state(context).choices.filter(of: $0.id) }
        return filter?.isEmpty ?? true ? "Nothing is filtered by this column" : nil
      }
    ) { screen, context in
      guard let column = screen.chosen(context) else { return [] }
      return [screen.table.change(context) { $0.choices.setFilter(ColumnFilter(column: column.id)) }]
    },
    Action.of(
      ValuesScreen.self, "value.toggle", "choose", keys: ["Space"], on: .values,
      help: "Choose the value, or no longer; several may be chosen.", hint: 10, unless: noValue
    ) { screen, context in screen.toggled(context) },
    Action.of(
      ValuesScreen.self, "value.accept", "show the table", keys: ["Enter"], on: .values,
      help: "Show the table; with the value under the cursor when none is chosen.", hint: 20, unless: noValue
    ) { screen, context in screen.accepted(context) },
    Action.of(
      ValuesScreen.self, "filter.drop", "drop filter", keys: ["x"], on: .values,
      help: "Take the column’s filter away.", hint: 40,
      unless: { screen, context in
        screen.filter(context).isEmpty ? "Nothing is filtered by this column" : nil
      }
    ) { screen, context in screen.cleared(context) },
    range("value.over", "over", ">", ">"), range("value.under", "under", "<", "<"),
    range("value.range", "range", "t", ""),
  ]

  private static func range(_ id: String, _ title: String, _ key: String, _ text: String) -> Action {
    Action.of(
      ValuesScreen.self, id, title, keys: [key], on: .values,
      help: text.isEmpty ? "Type a range of numbers or days." : "Type a range that begins with \(text).",
      hint: text.isEmpty ? 30 : nil,
      unless: { screen, context in
        screen.column.kind.range == nil
          ? "Words have no ranges: \(context.key("value.toggle", on: .values)) chooses" : nil
      }
    ) { _, _ in [.prompt(.range, text: text)] }
  }

  private static let noValue: @Sendable (ValuesScreen, ScreenContext) -> String? = { screen, context in
    screen.chosen(context) == nil ? "There is no value in this list" : nil
  }

  private static let columnScreens: [Action] = [
    Action.of(
      ColumnsScreen.self, "column.toggle", "show/hide", keys: ["Space", "Enter"], on: .columns,
      help: "Show or hide the column.", hint: 10
    ) { screen, context in screen.toggled(context) },
    Action.of(
      ColumnsScreen.self, "column.left", "further left", keys: ["K"], on: .columns,
      help: "Move the column to the left.", hint: 20
    ) { screen, context in screen.moved(by: -1, context) },
    Action.of(
      ColumnsScreen.self, "column.right", "further right", keys: ["J"], on: .columns,
      help: "Move the column to the right.", hint: 21
    ) { screen, context in screen.moved(by: 1, context) },
    Action.of(
      ColumnsScreen.self, "column.wider", "wider", keys: ["+"], on: .columns, help: "Make the column wider.",
      hint: 30
    ) { screen, context in screen.widened(by: 2, context) },
    Action.of(
      ColumnsScreen.self, "column.narrower", "narrower", keys: ["-"], on: .columns,
      help: "Make the column narrower.", hint: 31
    ) { screen, context in screen.widened(by: -2, context) },
    Action.of(
      ColumnsScreen.self, "columns.usual", "as usual", keys: ["0"], on: .columns,
      help: "Show the usual columns again, in their usual order and width.", hint: 40
    ) { screen, context in
      [screen.table.change(context) { $0.choices.columns = [] }, .say("The usual columns", .plain)]
    },
  ]

  private static let viewScreens: [Action] = [
    Action.of(
      ViewsScreen.self, "view.open", "show", keys: ["Enter"], on: .views,
      help: "Show the table as the view has it.", hint: 10, unless: noView
    ) { screen, context in screen.opened(context) },
    Action.of(
      ViewsScreen.self, "view.save", "save as", keys: ["a"], on: .views,
      help: "Keep the table as it is now under a name; one of that name is replaced.", hint: 20
    ) { screen, context in
      screen.doomed = nil
      return [.prompt(.viewName, text: screen.chosen(context)?.name ?? "")]
    },
    Action.of(
      ViewsScreen.self, "view.delete", "delete", keys: ["x"], on: .views,
      help: "Delete the view; asked twice.",
      hint: 30, unless: noView
    ) { screen, context in screen.deleted(context) },
  ]

  private static let noView: @Sendable (ViewsScreen, ScreenContext) -> String? = { screen, context in
    screen.chosen(context) == nil
      ? "No view is saved yet: \(context.key("view.save", on: .views)) saves one" : nil
  }
}

extension TableScreen {
  /// Marks the row under the cursor, or takes its mark away.
  func toggleMark(_ context: ScreenContext) -> Effect {
    let id = chosenID(context)
    return change(context) { state in
      if let id { state.marks.formSymmetricDifference([id]) }
    }
  }
}
