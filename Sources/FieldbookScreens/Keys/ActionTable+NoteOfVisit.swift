import FieldbookModel
import TextUI

extension ActionTable {
  static let noteOfVisit: [Action] =
    [
      inNote("evidence.add", "note", ["e"], hint: 10, "Take a note in one line.") { screen, _ in
        [.prompt(.capture(review: screen.id, area: ""), text: "")]
      },
      inNote("evidence.form", "note form", ["E"], hint: nil, "Take a note with all its fields.") {
        screen, context in
        [.open(FormScreen(.note(review: screen.id, id: nil, area: ""), context))]
      },
      adding(.strength, "strength.add", "+", hint: 20, "Add a strength; marked notes are what it rests on."),
      adding(
        .question, "question.add", "Q", hint: 25,
        "Add a question for the school; marked notes are what it rests on."),
      inNote(
        "action.add", "action", ["A"], hint: 30, "Agree an action; it may answer what is under the cursor."
      ) { screen, context in
        let finding = screen.chosenFinding(context)
        let purpose = FormPurpose.newAction(
          review: screen.id, finding: finding?.id ?? "", area: finding?.area ?? "")
        return [.open(FormScreen(purpose, context))]
      },
      Action.of(
        NoteOfVisitScreen.self, "open", "open/edit", keys: ["Enter"], on: .noteOfVisit,
        help:
          "Edit what is under the cursor; answer an earlier action; on a question of an earlier visit, open that visit.",
        hint: 5
      ) { screen, context in NoteOpening.open(screen, context) },
      Action.of(
        NoteOfVisitScreen.self, "pane.switch", "other half", keys: ["Tab"], on: .noteOfVisit,
        help: "To the other half of the screen.", hint: 70
      ) { screen, context in
        guard screen.pane == .told else {
          screen.pane = .told
          return []
        }
        screen.enterNotes(context)
        return screen.pane == .told
          ? [.say("There is no note yet: \(context.key("evidence.add", on: .noteOfVisit)) takes one", .plain)]
          : []
      },
      Action.of(
        NoteOfVisitScreen.self, "row.mark", "mark", keys: ["Space"], on: .noteOfVisit,
        help: "Mark a note: the next strength or question rests on it.", hint: 15,
        unless: { screen, context in
          guard case .note = screen.chosenRow(context) else {
            return "Move to a note first: \(context.key("pane.switch", on: .noteOfVisit)) goes there"
          }
          return nil
        }
      ) { screen, context in
        guard case .note(let note) = screen.chosenRow(context) else { return [] }
        screen.mark(note, context)
        screen.move(.down, height: { _ in 10 }, context)
        return []
      },
      ordering("finding.up", "up", "K", -1, "Move the strength or question up."),
      ordering("finding.down", "down", "J", 1, "Move the strength or question down."),
    ] + withdrawing + ending + lookingOn

  private static let withdrawing: [Action] = [
    Action.of(
      NoteOfVisitScreen.self, "record.withdraw", "withdraw", keys: ["W"], on: .noteOfVisit,
      help: "Withdraw what is under the cursor, with a reason: it stays readable and no longer counts.",
      unless: { screen, context in NoteOpening.whyNotWithdrawn(screen, context) }
    ) { screen, context in
      NoteOpening.address(screen, context).map { [.open(FormScreen(.withdraw($0), context))] } ?? []
    }
  ]

  private static let ending: [Action] = [
    Action.of(
      NoteOfVisitScreen.self, "review.ready", "ready?", keys: ["R"], on: .noteOfVisit,
      help: "What is still needed before it is shared, and what to look at.", hint: 50,
      unless: { screen, context in
        ReviewRules.missing(screen, context)
          ?? screen.review(context).flatMap { ReviewRules.whyClosed($0, context) }
      }
    ) { screen, _ in [.open(ReadyScreen(review: screen.id, kind: .noteOfVisit))] },
    inNote(
      "note.share", "share", ["S"], hint: 60,
      "Share it with the school: a copy of it and its report is kept as they are, and nothing in it changes."
    ) { screen, context in NoteOpening.share(screen.id, context) },
    Action.of(
      ReadyScreen.self, "note.share", "share", keys: ["S"], on: .readyToShare,
      help: "Share the note of visit: from then on nothing in it changes.", hint: 20,
      unless: { screen, context in ReviewRules.editable(NoteOfVisitScreen(id: screen.review), context) }
    ) { screen, context in
      ReviewOpening.blocked(screen.review, context).map { [.say($0, .caution)] }
        ?? [.back, .open(FormScreen(.signOff(review: screen.review), context))]
    },
    Action.of(
      ReadyScreen.self, "open", "go there", keys: ["Enter"], on: .readyToShare,
      help: "Go to where it is mended.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? "There is nothing to mend" : nil }
    ) { screen, context in ReviewOpening.mend(screen, context) },
    Action.of(
      NoteOfVisitScreen.self, "note.close", "close", keys: ["C"], on: .noteOfVisit,
      help: "Close a shared note of visit: nothing of it waits any more. Undo opens it again.", hint: 35,
      unless: { screen, context in NoteOpening.whyNotClosed(screen, context) }
    ) { screen, context in NoteOpening.close(screen, context) },
    addendum(NoteOfVisitScreen.self, on: .noteOfVisit),
    inNote("review.cancel", "cancel", [], hint: nil, "Cancel the note of visit, with a reason.") {
      screen, context in [.open(FormScreen(.cancel(review: screen.id), context))]
    },
  ]

  private static let lookingOn: [Action] = [
    Action.of(
      NoteOfVisitScreen.self, "report.preview", "report", keys: ["p"], on: .noteOfVisit,
      help: "The page the school gets, a draft until shared.", hint: 65,
      unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, _ in [.preview(.review(screen.id))] },
    Action.of(
      NoteOfVisitScreen.self, "school.open", "school", keys: ["o"], on: .noteOfVisit,
      help: "The school’s page.", unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, context in
      screen.review(context).map { [.open(SchoolScreen(urn: $0.school))] } ?? []
    },
  ]

  /// Adds to what the school has, without changing it.
  static func addendum<S: OneReviewScreen>(_ type: S.Type, on name: ScreenName) -> Action {
    Action.of(
      type, "addendum.add", "add to it", keys: ["a"], on: name,
      help: "Add an addendum to what was signed or shared, which itself stays as it is.", hint: 45,
      unless: { screen, context in ReviewRules.notIssued(screen, context) }
    ) { screen, context in [.open(FormScreen(.addendum(review: screen.id), context))] }
  }

  private static func inNote(
    _ id: String, _ title: String, _ keys: [String], hint: Int?, _ help: String,
    _ perform: @escaping @Sendable (inout NoteOfVisitScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      NoteOfVisitScreen.self, id, title, keys: keys, on: .noteOfVisit, help: help, hint: hint,
      unless: { screen, context in ReviewRules.editable(screen, context) }, perform)
  }

  private static func adding(
    _ kind: FindingKind, _ id: String, _ key: String, hint: Int, _ help: String
  ) -> Action {
    inNote(id, kind.title, [key], hint: hint, help) { screen, context in
      let evidence = screen.useMarks(context)
      return [.open(FormScreen(.point(review: screen.id, kind: kind), context, evidence: evidence))]
    }
  }

  private static func ordering(
    _ id: String, _ title: String, _ key: String, _ step: Int, _ help: String
  ) -> Action {
    Action.of(
      NoteOfVisitScreen.self, id, title, keys: [key], on: .noteOfVisit, help: help,
      unless: { screen, context in
        if let reason = ReviewRules.editable(screen, context) { return reason }
        guard let finding = screen.chosenFinding(context) else {
          return "Move to a strength or a question first"
        }
        let order = screen.review(context)?.order(moving: finding.id, by: step)
        return order == nil ? "It cannot go further" : nil
      }
    ) { screen, context in
      guard let finding = screen.chosenFinding(context),
        let order = screen.review(context)?.order(moving: finding.id, by: step)
      else { return [] }
      screen.stand(on: .finding(finding.id))
      let title = "\(WithdrawnRecord.noun(of: finding)) moved \(step < 0 ? "up" : "down")"
      return [.save(RecordEdit(title, [.init(.review(screen.id), ["order": .texts(order)])]), then: [])]
    }
  }
}

/// What opening, withdrawing, sharing and closing mean in a note of visit.
enum NoteOpening {
  static func open(_ screen: NoteOfVisitScreen, _ context: ScreenContext) -> [Effect] {
    guard let row = screen.chosenRow(context) else { return [.say("There is nothing here yet", .plain)] }
    if case .asked(let visit, let question) = row {
      return [.open(ReviewScreens.screen(of: visit, at: .finding(question), context))]
    }
    if case .action(let id) = row {
      // An action lives on whatever became of the note it was agreed in.
      if let reason = context.snapshot.readOnlyReason { return [.say(reason, .caution)] }
      return [.open(FormScreen(.action(review: screen.id, id: id), context))]
    }
    if let reason = ReviewRules.editable(screen, context) { return [.say(reason, .caution)] }
    return purpose(row, of: screen.id).map { [.open(FormScreen($0, context))] } ?? []
  }

  private static func purpose(_ row: PanelRow, of id: String) -> FormPurpose? {
    switch row {
    case .purpose: .changeVisit(review: id)
    case .finding(let finding): .finding(review: id, id: finding, area: "")
    case .note(let note): .note(review: id, id: note, area: "")
    case .earlier(let action): .answer(review: id, action: action)
    case .action(let action): .action(review: id, id: action)
    case .judgement, .asked, .addendum, .text, .decision, .figure: nil
    }
  }

  /// What would be withdrawn.
  static func address(_ screen: NoteOfVisitScreen, _ context: ScreenContext) -> RecordAddress? {
    switch screen.chosenRow(context) {
    case .finding(let id): .inReview(screen.id, "findings", id)
    case .note(let id): .inReview(screen.id, "evidence", id)
    case .addendum(let id): .inReview(screen.id, "addenda", id)
    case .action(let id): .action(id)
    case .earlier(let id):
      screen.review(context)?.answers[id] == nil ? nil : .inReview(screen.id, "answers", id)
    case .purpose, .judgement, .asked, .text, .decision, .figure, nil: nil
    }
  }

  static func whyNotWithdrawn(_ screen: NoteOfVisitScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason ?? ReviewRules.missing(screen, context) { return reason }
    guard let address = address(screen, context) else {
      return "Move to a note, a strength, a question, an answer or an action first"
    }
    // What the school has cannot be taken back; actions and addenda live on.
    guard address.folder == "reviews", address.part?.plural != "addenda" else { return nil }
    return ReviewRules.editable(screen, context)
  }

  /// The form that shares, or what is needed first.
  static func share(_ id: String, _ context: ScreenContext) -> [Effect] {
    if let words = ReviewOpening.blocked(id, context) {
      return [.open(ReadyScreen(review: id, kind: .noteOfVisit)), .say(words, .caution)]
    }
    return [.open(FormScreen(.signOff(review: id), context))]
  }

  static func whyNotClosed(_ screen: NoteOfVisitScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason ?? ReviewRules.missing(screen, context) { return reason }
    guard let review = screen.review(context) else { return nil }
    if review.state == .shared { return nil }
    return review.state.isEditable
      ? "Share it first (\(context.key("note.share", on: .noteOfVisit))): only what the school has can be closed"
      : ReviewRules.whyClosed(review, context)
  }

  static func close(_ screen: NoteOfVisitScreen, _ context: ScreenContext) -> [Effect] {
    [.save(NoteClosing.edit(screen.id), then: [.say(NoteClosing.said(screen.id, context), .good)])]
  }
}
