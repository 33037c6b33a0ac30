import FieldbookModel
import TextUI

extension ActionTable {
  private static func figure(_ observation: Observation, of school: URN) -> [Effect] {
    [.open(MeasureScreen(observation.measure, observation.group, in: observation.period, of: school))]
  }

  /// Why other schools may not be shown just now.
  static func unlessVisit(_ context: ScreenContext, on screen: ScreenName) -> String? {
    context.isVisit
      ? "Other schools are not shown during a visit: \(context.key("visit.toggle", on: screen)) shows all"
      : nil
  }

  private static let noResultHere = "This school has no result here to compare"
  private static let noChange = "There is no change to look at"
  private static let noResultUnderCursor = "Move to a result first"

  static let measures: [Action] = [
    Action.of(
      SchoolsScreen.self, "measure.show", "compare", keys: ["x"], on: .schools,
      help: "The result shown, of all our schools side by side, and among those of England and similar ones.",
      unless: { screen, context in
        unlessVisit(context, on: .schools)
          ?? (SchoolNumbers.shown(by: screen, context) == nil ? noResultHere : nil)
      }
    ) { screen, context in
      guard let shown = SchoolNumbers.shown(by: screen, context), let school = screen.chosen(context) else {
        return []
      }
      return figure(shown, of: school)
    },
    Action.of(
      SchoolsScreen.self, "changes.show", "what changed", keys: ["C"], on: .schools,
      help: "The ten changes of results that matter most since a year ago, with both cohorts and the rule.",
      unless: { _, context in unlessVisit(context, on: .schools) }
    ) { _, _ in [.open(ChangesScreen())] },
    Action.of(
      ChangesScreen.self, "school.open", "open", keys: ["Enter"], on: .changes,
      help: "Open the school’s page.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? noChange : nil }
    ) { screen, context in screen.chosen(context).map { [.open(SchoolScreen(urn: $0.school))] } ?? [] },
    Action.of(
      ChangesScreen.self, "measure.show", "compare", keys: ["x"], on: .changes,
      help: "This year’s figure, of all our schools side by side, and among similar ones.", hint: 20,
      unless: { screen, context in
        unlessVisit(context, on: .changes) ?? (screen.chosen(context) == nil ? noChange : nil)
          ?? (screen.halfTerm == nil ? nil : "Half-terms are set side by side in the trust table")
      }
    ) { screen, context in screen.chosen(context).map { figure($0.now, of: $0.school) } ?? [] },
    Action.of(
      ChangesScreen.self, "source.show", "source", keys: ["="], on: .changes,
      help: "Where this year’s figure comes from: file, line, column, as written.", hint: 30,
      unless: { screen, context in screen.chosen(context) == nil ? noChange : nil }
    ) { screen, context in screen.chosen(context).map { [.open(SourceScreen($0.now))] } ?? [] },
    Action.of(
      SchoolScreen.self, "measure.show", "compare", keys: ["x"], on: .school,
      help: "The result under the cursor, of all our schools side by side, and among similar ones.", hint: 35,
      unless: { screen, context in
        unlessVisit(context, on: .school)
          ?? (screen.chosenObservation(context) == nil ? noResultUnderCursor : nil)
      }
    ) { screen, context in
      screen.chosenObservation(context).map { figure($0, of: screen.urn) } ?? []
    },
    Action.of(
      MeasureScreen.self, "school.open", "open", keys: ["Enter"], on: .measure,
      help: "Open the school’s page.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? noResultHere : nil }
    ) { screen, context in screen.chosen(context).map { [.open(SchoolScreen(urn: $0))] } ?? [] },
    Action.of(
      MeasureScreen.self, "similar.show", "similar schools", keys: ["i"], on: .measure,
      help: "The schools whose pupils are most like this school’s, with the same figure.", hint: 20,
      unless: { screen, context in
        unlessVisit(context, on: .measure) ?? (screen.chosen(context) == nil ? noResultHere : nil)
      }
    ) { screen, context in
      screen.chosen(context).map { [.open(SimilarScreen(to: $0, figure: screen.figure))] } ?? []
    },
    Action.of(
      MeasureScreen.self, "scatter.show", "intake and outcome", keys: ["t"], on: .measure,
      help: "Intake across and the figure up: our schools by letter, the others of the phase behind them.",
      hint: 30,
      unless: { screen, context in
        unlessVisit(context, on: .measure) ?? (screen.chosen(context) == nil ? noResultHere : nil)
      }
    ) { screen, context in
      screen.chosen(context).map { [.open(ScatterScreen(screen.figure, of: $0))] } ?? []
    },
    Action.of(
      MeasureScreen.self, "source.show", "source", keys: ["="], on: .measure,
      help: "Where the number under the cursor comes from: file, line, column, as written.", hint: 40,
      unless: { screen, context in screen.chosenObservation(context) == nil ? noResultHere : nil }
    ) { screen, context in screen.chosenObservation(context).map { [.open(SourceScreen($0))] } ?? [] },
    Action.of(
      SimilarScreen.self, "school.open", "open", keys: ["Enter"], on: .similar,
      help: "Open the school’s page.", hint: 10
    ) { screen, context in screen.chosen(context).map { [.open(SchoolScreen(urn: $0))] } ?? [] },
    Action.of(
      SimilarScreen.self, "source.show", "source", keys: ["="], on: .similar,
      help: "Where the figure of the school under the cursor comes from: file, line, column, as written.",
      hint: 20,
      unless: { screen, context in screen.chosenObservation(context) == nil ? noResultHere : nil }
    ) { screen, context in screen.chosenObservation(context).map { [.open(SourceScreen($0))] } ?? [] },
    Action.of(
      ScatterScreen.self, "school.open", "open", keys: ["Enter"], on: .scatter,
      help: "Open the school’s page.", hint: 10,
      unless: { screen, context in
        screen.chosen(context) == nil ? "None of your schools has both figures" : nil
      }
    ) { screen, context in screen.chosen(context).map { [.open(SchoolScreen(urn: $0))] } ?? [] },
  ]
}
