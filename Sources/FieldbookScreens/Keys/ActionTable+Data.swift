import FieldbookModel
import TextUI

extension ActionTable {
  private static let nothingHere = "Nothing has arrived yet"
  private static let noSchool = "There is no school here"

  static let data: [Action] = arriving + setSideBySide + ofOneSchool

  private static let setSideBySide: [Action] = [
    Action(
      "trust.table", "trust table", keys: ["T"],
      on: Set(ScreenName.allCases).subtracting([.form, .trustTable, .data]),
      help: "Our schools side by side at the latest half-term: values, changes since last year, gaps.",
      unless: { navigation, context in unlessVisit(context, on: navigation.front.name) },
      { _, context in [.open(TrustTableScreen(context))] }),
    Action.of(
      DataScreen.self, "trust.table", "trust table", keys: ["T"], on: .data,
      help: "Our schools side by side at the half-term or in the year under the cursor.", hint: 20,
      unless: { _, context in unlessVisit(context, on: .data) }
    ) { screen, context in [.open(TrustTableScreen(at: screen.chosen(context)?.when, context))] },
    Action.of(
      TrustTableScreen.self, "school.data", "open", keys: ["Enter"], on: .trustTable,
      help: "Open the school’s figures of that half-term, or over the years.", hint: 10,
      unless: { screen, context in screen.chosenID(context) == nil ? noSchool : nil }
    ) { screen, context in
      screen.school(context).map {
        [.open(SchoolDataScreen(urn: $0, at: screen.period.halfTerm))]
      } ?? []
    },
    Action.of(
      TrustTableScreen.self, "source.show", "source", keys: ["="], on: .trustTable,
      help: "Where the first figure of the row comes from: file, line, column, as written.", hint: 12,
      unless: { screen, context in
        screen.chosenFigure(context)?.now == nil ? "This school has no figure here" : nil
      }
    ) { screen, context in
      screen.chosenFigure(context)?.now.map { [.open(SourceScreen($0))] } ?? []
    },
    Action.of(
      TrustTableScreen.self, "trust.part", "phase", keys: ["t"], on: .trustTable,
      help: "Show the schools of the next phase: primary, secondary, special.", hint: 14,
      unless: { _, context in
        TrustPart.all(in: context.snapshot.facts).count > 1 ? nil : "All your schools are of one phase"
      }
    ) { screen, context in
      screen.goToNextPart(context)
      return []
    },
    Action.of(
      TrustTableScreen.self, "trust.earlier", "earlier", keys: ["["], on: .trustTable,
      help: "Show the half-term or year before.", hint: 16
    ) { screen, context in
      screen.goToPeriod(-1, context) ? [] : [.say("Nothing earlier has arrived", .plain)]
    },
    Action.of(
      TrustTableScreen.self, "trust.later", "later", keys: ["]"], on: .trustTable,
      help: "Show the half-term or year after.", hint: 18
    ) { screen, context in
      screen.goToPeriod(1, context) ? [] : [.say("Nothing later has arrived", .plain)]
    },
    Action.of(
      TrustTableScreen.self, "changes.show", "what changed", keys: ["C"], on: .trustTable,
      help: "The ten changes at this point that matter most, with both cohorts and the rule.", hint: 24
    ) { screen, _ in [.open(ChangesScreen(at: screen.period.halfTerm))] },
  ]

  private static let ofOneSchool: [Action] = [
    Action.of(
      SchoolScreen.self, "school.data", "data", keys: ["D"], on: .school,
      help:
        "This school’s half-term by year group and subject, groups and gaps, attendance, and years of results.",
      hint: 22
    ) { screen, _ in [.open(SchoolDataScreen(urn: screen.urn))] },
    Action.of(
      SchoolDataScreen.self, "school-data.open", "levels", keys: ["Enter"], on: .schoolData,
      help: "Show every level of the year group and subject, or hide them; of other figures, the source.",
      hint: 10,
      unless: { screen, context in screen.chosenRow(context) == nil ? noFigure : nil }
    ) { screen, context in screen.open(context) },
    Action.of(
      SchoolDataScreen.self, "source.show", "source", keys: ["="], on: .schoolData,
      help: "Where the number under the cursor comes from: file, line, column, as written.", hint: 20,
      unless: { screen, context in screen.chosenObservation(context) == nil ? noFigure : nil }
    ) { screen, context in screen.chosenObservation(context).map { [.open(SourceScreen($0))] } ?? [] },
    Action.of(
      SchoolDataScreen.self, "school.open", "school", keys: ["o"], on: .schoolData,
      help: "Open the school’s page.", hint: 30
    ) { screen, _ in [.open(SchoolScreen(urn: screen.urn))] },
  ]

  private static let noFigure =
    "There is no figure here yet: fieldbook import FILE reads what the school sent"

  private static let arriving: [Action] = [
    Action(
      "section.data", "data", keys: ["4"], on: Set(ScreenName.allCases).subtracting([.form]),
      help: "Go to what arrived: half-terms and published figures, who returned and who still owes.",
      { _, _ in [.section(DataScreen())] }),
    Action.of(
      DataScreen.self, "arrival.open", "schools", keys: ["Enter"], on: .data,
      help: "Each school, and what it returned or owes.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? nothingHere : nil }
    ) { screen, context in screen.chosen(context).map { [.open(ArrivalScreen($0))] } ?? [] },
    Action.of(
      ArrivalScreen.self, "school.data", "open", keys: ["Enter"], on: .arrival,
      help: "Open the school’s figures of that half-term, or over the years.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? noSchool : nil }
    ) { screen, context in
      screen.chosen(context).map {
        [.open(SchoolDataScreen(urn: $0, at: screen.arrival.when.halfTerm))]
      } ?? []
    },
    Action.of(
      ArrivalScreen.self, "source.show", "source", keys: ["="], on: .arrival,
      help: "Where the number named under the table comes from: file, line, column, as written.", hint: 20,
      unless: { screen, context in
        screen.chosenObservation(context) == nil ? "This school has returned no number here" : nil
      }
    ) { screen, context in screen.chosenObservation(context).map { [.open(SourceScreen($0))] } ?? [] },
  ]
}
