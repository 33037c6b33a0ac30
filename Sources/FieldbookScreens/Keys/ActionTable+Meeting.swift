import FieldbookModel
import TextUI

extension ActionTable {
  static let meeting: [Action] =
    [
      Action.of(
        SchoolsScreen.self, "meeting.start", "meeting", keys: ["H"], on: .schools,
        help: "Begin a half-termly progress meeting on the school’s numbers, which are kept as they are now.",
        unless: { screen, context in
          context.snapshot.readOnlyReason ?? (screen.chosen(context) == nil ? "Move to a school first" : nil)
        }
      ) { screen, context in
        screen.chosen(context).map { [.open(FormScreen(.meeting(.start($0)), context))] } ?? []
      },
      Action.of(
        SchoolScreen.self, "meeting.start", "meeting", keys: ["H"], on: .school,
        help:
          "Begin a half-termly progress meeting on this school’s numbers, which are kept as they are now.",
        hint: 27, unless: { _, context in context.snapshot.readOnlyReason }
      ) { screen, context in [.open(FormScreen(.meeting(.start(screen.urn)), context))] },
      Action.of(
        VisitsScreen.self, "visits.meetings", "meetings", keys: ["H"], on: .visits,
        help: "Progress meetings alone, with their half-term and what was decided; again shows all.",
        hint: 20,
        unless: { screen, context in
          screen.showsMeetings(context) || context.snapshot.reviews.contains(where: \.isMeeting)
            ? nil
            : "There is no progress meeting yet: \(context.key("meeting.start", on: .schools)) on a school begins one"
        }
      ) { screen, context in [screen.meetingsOnOrOff(context)] },
      Action.of(
        MeetingScreen.self, "open", "write/edit", keys: ["Enter"], on: .meeting,
        help:
          "Write down what is said to a question, or edit what is under the cursor; mark a number as used.",
        hint: 5
      ) { screen, context in MeetingOpening.open(&screen, context) },
      Action.of(
        MeetingScreen.self, "pane.switch", "other half", keys: ["Tab"], on: .meeting,
        help: "To the other half of the screen: what was said, or the numbers.", hint: 12
      ) { screen, context in
        guard screen.pane == .said else {
          screen.pane = .said
          return []
        }
        screen.enterNumbers(context)
        return screen.pane == .said ? [.say("There are no numbers to look at", .plain)] : []
      },
      Action.of(
        MeetingScreen.self, "row.mark", "used", keys: ["Space"], on: .meeting,
        help: "Mark the number as used: it bore on what was said or decided. Again takes the mark away.",
        hint: 14,
        unless: { screen, context in
          if let reason = ReviewRules.editable(screen, context) { return reason }
          return screen.chosenFigure(context) == nil
            ? "Move to a number first: \(context.key("pane.switch", on: .meeting)) goes there" : nil
        }
      ) { screen, context in MeetingOpening.markUsed(&screen, context) },
      inMeeting("action.add", "action", ["A"], hint: 20, "Agree an action, with its owner and day.") {
        screen, context in
        [.open(FormScreen(.newAction(review: screen.id, finding: "", area: ""), context))]
      },
      inMeeting(
        "meeting.decide", "decision", ["D"], hint: 25,
        "Write down what was decided; no action is a decision too."
      ) { screen, context in [.open(FormScreen(.meeting(.decide(review: screen.id)), context))] },
      inMeeting(
        "meeting.numbers", "take anew", ["t"], hint: nil,
        "Take the numbers anew, as they are now; what is marked as used stays so."
      ) { screen, context in
        let edit = screen.review(context).flatMap { MeetingForm.takingAnew($0, context) }
        return edit.map { [.save($0, then: [])] } ?? [.say("The numbers are what they were", .plain)]
      },
      Action.of(
        MeetingScreen.self, "source.show", "source", keys: ["="], on: .meeting,
        help: "Where the number under the cursor came from, as it was kept that day.",
        unless: { screen, context in
          screen.chosenFigure(context) == nil
            ? "Move to a number first: \(context.key("pane.switch", on: .meeting)) goes there" : nil
        }
      ) { screen, context in
        let source = screen.chosenFigure(context)?.source ?? ""
        return [.say(source.isEmpty ? "It came from no file: \(absence(screen, context))" : source, .plain)]
      },
    ] + ending

  private static func absence(_ screen: MeetingScreen, _ context: ScreenContext) -> String {
    screen.chosenFigure(context)?.reason?.words ?? "there was no number"
  }

  private static let ending: [Action] = [
    Action.of(
      MeetingScreen.self, "record.withdraw", "withdraw", keys: ["W"], on: .meeting,
      help:
        "Withdraw an action, an answer or an addendum, with a reason: it stays readable and no longer counts.",
      unless: { screen, context in MeetingOpening.whyNotWithdrawn(screen, context) }
    ) { screen, context in
      MeetingOpening.address(screen, context).map { [.open(FormScreen(.withdraw($0), context))] } ?? []
    },
    Action.of(
      MeetingScreen.self, "review.ready", "ready?", keys: ["R"], on: .meeting,
      help: "What is still needed before the meeting counts as held, and what to look at.", hint: 50,
      unless: { screen, context in ReviewRules.editable(screen, context) }
    ) { screen, _ in [.open(ReadyScreen(review: screen.id, kind: .meeting))] },
    inMeeting(
      "meeting.hold", "held", ["S"], hint: 60,
      "Mark the meeting as held: a copy of it and its report is kept as they are, and nothing in it changes."
    ) { screen, context in
      if let words = ReviewOpening.blocked(screen.id, context) {
        return [.open(ReadyScreen(review: screen.id, kind: .meeting)), .say(words, .caution)]
      }
      return [.open(FormScreen(.signOff(review: screen.id), context))]
    },
    Action.of(
      ReadyScreen.self, "meeting.hold", "held", keys: ["S"], on: .readyToHold,
      help: "Mark the meeting as held: from then on nothing in it changes.", hint: 20,
      unless: { screen, context in ReviewRules.editable(MeetingScreen(id: screen.review), context) }
    ) { screen, context in
      ReviewOpening.blocked(screen.review, context).map { [.say($0, .caution)] }
        ?? [.back, .open(FormScreen(.signOff(review: screen.review), context))]
    },
    Action.of(
      ReadyScreen.self, "open", "go there", keys: ["Enter"], on: .readyToHold,
      help: "Go to where it is mended.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? "There is nothing to mend" : nil }
    ) { screen, context in ReviewOpening.mend(screen, context) },
    Action.of(
      MeetingScreen.self, "note.close", "close", keys: ["C"], on: .meeting,
      help: "Close a meeting that was held: nothing of it waits any more. Undo opens it again.", hint: 35,
      unless: { screen, context in MeetingOpening.whyNotClosed(screen, context) }
    ) { screen, context in
      [
        .save(
          NoteClosing.edit(screen.id, .meeting), then: [.say(NoteClosing.said(screen.id, context), .good)])
      ]
    },
    addendum(MeetingScreen.self, on: .meeting),
    inMeeting("review.cancel", "cancel", [], hint: nil, "Cancel the meeting, with a reason.") {
      screen, context in [.open(FormScreen(.cancel(review: screen.id), context))]
    },
    Action.of(
      MeetingScreen.self, "report.preview", "report", keys: ["p"], on: .meeting,
      help: "The record of the meeting as a page, a draft until it is held.", hint: 65,
      unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, _ in [.preview(.review(screen.id))] },
    Action.of(
      MeetingScreen.self, "school.open", "school", keys: ["o"], on: .meeting,
      help: "The school’s page.", unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, context in
      screen.review(context).map { [.open(SchoolScreen(urn: $0.school))] } ?? []
    },
  ]

  private static func inMeeting(
    _ id: String, _ title: String, _ keys: [String], hint: Int?, _ help: String,
    _ perform: @escaping @Sendable (inout MeetingScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      MeetingScreen.self, id, title, keys: keys, on: .meeting, help: help, hint: hint,
      unless: { screen, context in ReviewRules.editable(screen, context) }, perform)
  }
}

/// What opening, marking, withdrawing and closing mean in a meeting.
enum MeetingOpening {
  static func open(_ screen: inout MeetingScreen, _ context: ScreenContext) -> [Effect] {
    guard let row = screen.chosenRow(context) else { return [.say("There is nothing here yet", .plain)] }
    if case .asked(let visit, let question) = row {
      return [.open(ReviewScreens.screen(of: visit, at: .finding(question), context))]
    }
    if case .action(let id) = row {
      // An action lives on whatever became of the meeting it was agreed in.
      if let reason = context.snapshot.readOnlyReason { return [.say(reason, .caution)] }
      return [.open(FormScreen(.action(review: screen.id, id: id), context))]
    }
    if let reason = ReviewRules.editable(screen, context) { return [.say(reason, .caution)] }
    if case .figure = row { return markUsed(&screen, context) }
    return purpose(row, of: screen.id).map { [.open(FormScreen($0, context))] } ?? []
  }

  private static func purpose(_ row: PanelRow, of id: String) -> FormPurpose? {
    switch row {
    case .purpose: .meeting(.about(review: id))
    case .text(let text): .meeting(.text(review: id, text))
    case .decision: .meeting(.decide(review: id))
    case .earlier(let action): .answer(review: id, action: action)
    case .action, .finding, .note, .judgement, .asked, .addendum, .figure: nil
    }
  }

  /// Marks the number under the cursor as used, or takes the mark away, and goes on to the next.
  static func markUsed(_ screen: inout MeetingScreen, _ context: ScreenContext) -> [Effect] {
    guard let figure = screen.chosenFigure(context) else { return [] }
    screen.stand(on: .figure(figure.id))
    screen.move(.down, height: { _ in 10 }, context)
    let title = figure.isUsed ? "Number no longer marked as used" : "Number marked as used"
    let used: FieldValue? = figure.isUsed ? nil : .flag(true)
    return [
      .save(RecordEdit(title, [.init(.inReview(screen.id, "figures", figure.id), ["used": used])]), then: [])
    ]
  }

  /// What would be withdrawn.
  static func address(_ screen: MeetingScreen, _ context: ScreenContext) -> RecordAddress? {
    switch screen.chosenRow(context) {
    case .addendum(let id): .inReview(screen.id, "addenda", id)
    case .action(let id): .action(id)
    case .earlier(let id):
      screen.review(context)?.answers[id] == nil ? nil : .inReview(screen.id, "answers", id)
    default: nil
    }
  }

  static func whyNotWithdrawn(_ screen: MeetingScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason ?? ReviewRules.missing(screen, context) { return reason }
    guard let address = address(screen, context) else {
      return "Move to an action, an answer or an addendum first"
    }
    guard address.folder == "reviews", address.part?.plural != "addenda" else { return nil }
    return ReviewRules.editable(screen, context)
  }

  static func whyNotClosed(_ screen: MeetingScreen, _ context: ScreenContext) -> String? {
    if let reason = context.snapshot.readOnlyReason ?? ReviewRules.missing(screen, context) { return reason }
    guard let meeting = screen.review(context), meeting.state != .held else { return nil }
    return meeting.state.isEditable
      ? "Mark it as held first (\(context.key("meeting.hold", on: .meeting)))"
      : ReviewRules.whyClosed(meeting, context)
  }
}
