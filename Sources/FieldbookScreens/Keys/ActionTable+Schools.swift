import FieldbookModel
import TextUI

extension ActionTable {
  private static let noSchool: @Sendable (SchoolsScreen, ScreenContext) -> String? = { screen, context in
    screen.chosen(context) == nil ? "There is no school in this list" : nil
  }

  static let schools: [Action] =
    [
      Action.of(
        SchoolsScreen.self, "school.open", "open", keys: ["Enter"], on: .schools,
        help: "Open the school’s page.", hint: 10, unless: noSchool
      ) { screen, context in
        screen.chosen(context).map { [.open(SchoolScreen(urn: $0))] } ?? []
      },
      Action.of(
        SchoolsScreen.self, "review.start", "review", keys: ["r"], on: .schools,
        help: "Start a formal review of the school.", hint: 40,
        unless: { screen, context in context.snapshot.readOnlyReason ?? noSchool(screen, context) }
      ) { screen, context in
        screen.chosen(context).map { [.open(FormScreen(.startReview($0), context))] } ?? []
      },
      Action.of(
        SchoolsScreen.self, "visit.start", "visit", keys: ["v"], on: .schools,
        help: "Start a note of visit of the school: strengths and questions, no grades.", hint: 89,
        unless: { screen, context in context.snapshot.readOnlyReason ?? noSchool(screen, context) }
      ) { screen, context in
        screen.chosen(context).map { [.open(FormScreen(.startVisit($0), context))] } ?? []
      },
      Action.of(
        SchoolsScreen.self, "schools.everyone", "all/ours", keys: ["a"], on: .schools,
        help: "Show all schools kept, or only ours again."
      ) { screen, _ in
        screen.everyone.toggle()
        return []
      },
      Action.of(
        SchoolsScreen.self, "source.show", "source", keys: ["="], on: .schools,
        help: "Where the result shown comes from: file, line, column, as written.",
        unless: { screen, context in
          SchoolNumbers.shown(by: screen, context) == nil ? "This school has no result here" : nil
        }
      ) { screen, context in
        SchoolNumbers.shown(by: screen, context).map { [.open(SourceScreen($0))] } ?? []
      },
      Action.of(
        SchoolsScreen.self, "report.preview", "report", keys: ["p"], on: .schools,
        help: "The school’s report as text.",
        unless: noSchool
      ) { screen, context in
        screen.chosen(context).map { [.preview(.school($0))] } ?? []
      },
    ] + sheets

  static let school: [Action] = [
    Action.of(
      SchoolScreen.self, "open", "open", keys: ["Enter"], on: .school,
      help: "Open the review or the action under the cursor; on a result, its source.", hint: 10,
      unless: { screen, context in
        screen.chosenRow(context) == nil
          ? "There is nothing to open yet: \(context.key("review.start", on: .school)) starts a review, "
            + "\(context.key("visit.start", on: .school)) a note of visit" : nil
      }
    ) { screen, context in screen.open(context) },
    Action.of(
      SchoolScreen.self, "review.start", "review", keys: ["r"], on: .school,
      help: "Start a formal review of this school.", hint: 20,
      unless: { _, context in context.snapshot.readOnlyReason }
    ) { screen, context in [.open(FormScreen(.startReview(screen.urn), context))] },
    Action.of(
      SchoolScreen.self, "visit.start", "visit", keys: ["v"], on: .school,
      help: "Start a note of visit of this school: strengths and questions, no grades.", hint: 25,
      unless: { _, context in context.snapshot.readOnlyReason }
    ) { screen, context in [.open(FormScreen(.startVisit(screen.urn), context))] },
    Action.of(
      SchoolScreen.self, "source.show", "source", keys: ["="], on: .school,
      help: "Where the number under the cursor comes from: file, line, column, as written.", hint: 30,
      unless: { screen, context in
        screen.chosenObservation(context) == nil ? "Move to a result first: arrows choose the year" : nil
      }
    ) { screen, context in
      screen.chosenObservation(context).map { [.open(SourceScreen($0))] } ?? []
    },
    Action.of(
      SchoolScreen.self, "report.preview", "report", keys: ["p"], on: .school,
      help: "The school’s report as text.",
      hint: 40
    ) { screen, _ in [.preview(.school(screen.urn))] },
    Action.of(
      SchoolScreen.self, "sheet.preview", "on a page", keys: ["P"], on: .school,
      help: "The school on a page: one side of A4."
    ) { screen, _ in [.preview(.sheet(screen.urn))] },
  ]
}

extension SchoolNumbers {
  /// The result that the chosen row of the table shows.
  static func shown(by screen: SchoolsScreen, _ context: ScreenContext) -> Observation? {
    guard let school = screen.chosen(context).flatMap({ context.snapshot.facts.school($0) }) else {
      return nil
    }
    return SchoolNumbers(school, context.standings, context.snapshot.facts).result
  }
}
