import FieldbookModel
import TextUI

extension ActionTable {
  static let visits: [Action] = [
    Action.of(
      VisitsScreen.self, "review.open", "open", keys: ["Enter"], on: .visits,
      help: "Open the review or note of visit.",
      hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? "There is no review in this list" : nil }
    ) { screen, context in
      screen.chosen(context).map { [.open(ReviewScreens.screen(of: $0.id, context))] } ?? []
    },
    Action.of(
      VisitsScreen.self, "school.open", "school", keys: ["o"], on: .visits, help: "Open the school’s page.",
      hint: 30,
      unless: { screen, context in screen.chosen(context) == nil ? "There is no review in this list" : nil }
    ) { screen, context in screen.chosen(context).map { [.open(SchoolScreen(urn: $0.school))] } ?? [] },
  ]

  private static let noAction: @Sendable (ActionsScreen, ScreenContext) -> String? = { screen, context in
    screen.chosen(context) == nil ? "There is no action in this list" : nil
  }

  static let agreedActions: [Action] = [
    Action.of(
      ActionsScreen.self, "action.open", "edit", keys: ["Enter"], on: .actions,
      help: "Edit the action: its status, owner and date.", hint: 10,
      unless: { screen, context in context.snapshot.readOnlyReason ?? noAction(screen, context) }
    ) { screen, context in
      screen.chosen(context).map { [.open(FormScreen(.action(review: $0.review, id: $0.id), context))] } ?? []
    },
    Action.of(
      ActionsScreen.self, "review.open", "its review", keys: ["o"], on: .actions,
      help: "Open the review or note of visit it came from.", hint: 30, unless: noAction
    ) { screen, context in
      screen.chosen(context).map { [.open(ReviewScreens.screen(of: $0.review, context))] } ?? []
    },
    Action.of(
      ActionsScreen.self, "actions.everything", "all/open", keys: ["a"], on: .actions,
      help: "Show done and withdrawn actions too, or only open ones again.", hint: 40
    ) { screen, _ in
      screen.everything.toggle()
      return []
    },
    Action.of(
      ActionsScreen.self, "record.withdraw", "withdraw", keys: ["W"], on: .actions,
      help: "Withdraw the action with a reason: it stays readable and no longer counts.",
      unless: { screen, context in context.snapshot.readOnlyReason ?? noAction(screen, context) }
    ) { screen, context in
      screen.chosen(context).map { [.open(FormScreen(.withdraw(.action($0.id)), context))] } ?? []
    },
  ]

  static let review: [Action] = [
    inReview("evidence.add", "note", ["e"], hint: 10, "Take a note in one line.") { screen, context in
      [.prompt(.capture(review: screen.id, area: screen.chosenArea(context)), text: "")]
    },
    inReview("evidence.form", "note form", ["E"], hint: nil, "Take a note with all its fields.") {
      screen, context in
      [.open(FormScreen(.note(review: screen.id, id: nil, area: screen.chosenArea(context)), context))]
    },
    inReview("finding.add", "finding", ["F"], hint: 20, "Add a finding; marked notes are its evidence.") {
      screen, context in
      var evidence = screen.marks(context).sorted()
      if evidence.isEmpty, case .note(let note) = screen.chosenPanelRow(context) { evidence = [note] }
      let area = screen.chosenArea(context)
      screen.useMarks(context)
      return [
        .open(FormScreen(.finding(review: screen.id, id: nil, area: area), context, evidence: evidence))
      ]
    },
    inReview("judgement.set", "judge", ["J"], hint: 30, "Grade the area and say why.") { screen, context in
      ofArea(screen, context) { .judgement(review: screen.id, area: $0) }
    },
    inReview("area.not-reviewed", "not reviewed", ["X"], hint: 60, "Say why the area is not reviewed.") {
      screen, context in ofArea(screen, context) { .notReviewed(review: screen.id, area: $0) }
    },
    inReview(
      "action.add", "action", ["A"], hint: 40, "Agree an action; it may answer the finding under the cursor."
    ) {
      screen, context in
      var finding = ""
      if case .finding(let id) = screen.chosenPanelRow(context) { finding = id }
      let purpose = FormPurpose.newAction(
        review: screen.id, finding: finding, area: screen.chosenArea(context))
      return [.open(FormScreen(purpose, context))]
    },
    Action.of(
      ReviewScreen.self, "open", "open/edit", keys: ["Enter"], on: .review,
      help:
        "On an area: go into it. On a note, finding, judgement or action: edit it. On an earlier action: answer it.",
      hint: 5
    ) { screen, context in ReviewOpening.open(&screen, context) },
    Action.of(
      ReviewScreen.self, "pane.switch", "other half", keys: ["Tab"], on: .review,
      help: "To the other half of the screen.", hint: 70
    ) { screen, context in
      guard screen.pane == .areas else {
        screen.pane = .areas
        return []
      }
      screen.enterPanel(context)
      return screen.pane == .areas ? [.say(ReviewOpening.nothingHere(screen, context), .plain)] : []
    },
    Action.of(
      ReviewScreen.self, "row.mark", "mark", keys: ["Space"], on: .review,
      help: "Mark a note as evidence for the next finding.", hint: 15,
      unless: { screen, context in
        guard case .note = screen.chosenPanelRow(context) else {
          return "Move to a note first: \(context.key("open", on: .review)) goes into an area"
        }
        return nil
      }
    ) { screen, context in
      guard case .note(let note) = screen.chosenPanelRow(context) else { return [] }
      screen.mark(note, context)
      screen.move(.down, height: { _ in 10 }, context)
      return []
    },
    inReview(
      "record.withdraw", "withdraw", ["W"], hint: nil, "Withdraw what is under the cursor, with a reason."
    ) {
      screen, context in ReviewOpening.withdraw(screen, context)
    },
    Action.of(
      ReviewScreen.self, "review.ready", "ready?", keys: ["R"], on: .review,
      help: "What stands between this review and its signature.", hint: 50,
      unless: { screen, context in
        ReviewRules.missing(screen, context)
          ?? screen.review(context).flatMap { ReviewRules.whyClosed($0, context) }
      }
    ) { screen, _ in [.open(ReadyScreen(review: screen.id))] },
    inReview(
      "review.sign-off", "sign", ["S"], hint: 80, "Sign the review: from then on nothing in it changes."
    ) {
      screen, context in ReviewOpening.sign(screen.id, context)
    },
    inReview("review.cancel", "cancel review", [], hint: nil, "Cancel the review, with a reason.") {
      screen, context in
      [.open(FormScreen(.cancel(review: screen.id), context))]
    },
    Action.of(
      ReviewScreen.self, "report.preview", "report", keys: ["p"], on: .review,
      help: "The report as text, a draft until signed.", hint: 65,
      unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, _ in [.preview(.review(screen.id))] },
    Action.of(
      ReviewScreen.self, "school.open", "school", keys: ["o"], on: .review, help: "The school’s page.",
      unless: { screen, context in ReviewRules.missing(screen, context) }
    ) { screen, context in
      screen.review(context).map { [.open(SchoolScreen(urn: $0.school))] } ?? []
    },
    addendum(ReviewScreen.self, on: .review),
  ]

  static let ready: [Action] = [
    Action.of(
      ReadyScreen.self, "open", "go there", keys: ["Enter"], on: .ready,
      help: "Go to where the point is mended.", hint: 10,
      unless: { screen, context in screen.chosen(context) == nil ? "There is nothing to mend" : nil }
    ) { screen, context in ReviewOpening.mend(screen, context) },
    Action.of(
      ReadyScreen.self, "review.sign-off", "sign", keys: ["S"], on: .ready,
      help: "Sign the review: from then on nothing in it changes.", hint: 20,
      unless: { screen, context in
        ReviewRules.editable(ReviewScreen(id: screen.review), context)
      }
    ) { screen, context in
      // What blocks is in sight already; once signed, the review is what there is to see.
      ReviewOpening.blocked(screen.review, context).map { [.say($0, .caution)] }
        ?? [.back, .open(FormScreen(.signOff(review: screen.review), context))]
    },
  ]

  private static func inReview(
    _ id: String, _ title: String, _ keys: [String], hint: Int?, _ help: String,
    _ perform: @escaping @Sendable (inout ReviewScreen, ScreenContext) -> [Effect]
  ) -> Action {
    Action.of(
      ReviewScreen.self, id, title, keys: keys, on: .review, help: help, hint: hint,
      unless: { screen, context in ReviewRules.editable(screen, context) }, perform)
  }

  private static func ofArea(
    _ screen: ReviewScreen, _ context: ScreenContext, _ purpose: (String) -> FormPurpose
  ) -> [Effect] {
    let area = screen.chosenArea(context)
    guard !area.isEmpty else { return [.say("Move to an area first", .caution)] }
    return [.open(FormScreen(purpose(area), context))]
  }
}

/// What opening, withdrawing and signing mean for the row under the cursor.
enum ReviewOpening {
  static func open(_ screen: inout ReviewScreen, _ context: ScreenContext) -> [Effect] {
    guard screen.pane == .panel, let row = screen.chosenPanelRow(context) else {
      screen.enterPanel(context)
      return screen.pane == .areas ? [.say(nothingHere(screen, context), .plain)] : []
    }
    if case .asked(let visit, let question) = row {
      return [.open(ReviewScreens.screen(of: visit, at: .finding(question), context))]
    }
    if let reason = ReviewRules.editable(screen, context) { return [.say(reason, .caution)] }
    return purpose(row, screen, context).map { [.open(FormScreen($0, context))] } ?? []
  }

  /// What is said where there is nothing to go into.
  static func nothingHere(_ screen: ReviewScreen, _ context: ScreenContext) -> String {
    ReviewRules.editable(screen, context) == nil
      ? "Nothing here yet: \(context.key("evidence.add", on: .review)) takes a note" : "There is nothing here"
  }

  private static func purpose(
    _ row: PanelRow, _ screen: ReviewScreen, _ context: ScreenContext
  ) -> FormPurpose? {
    let area = screen.chosenArea(context)
    switch row {
    case .judgement:
      let judgement = screen.review(context)?.judgement(of: area)
      let isLeftOut = judgement.map { !$0.isGraded && !$0.notReviewed.isEmpty } ?? false
      return isLeftOut
        ? .notReviewed(review: screen.id, area: area) : .judgement(review: screen.id, area: area)
    case .finding(let id): return .finding(review: screen.id, id: id, area: area)
    case .note(let id): return .note(review: screen.id, id: id, area: area)
    case .action(let id): return .action(review: screen.id, id: id)
    case .earlier(let id): return .answer(review: screen.id, action: id)
    case .purpose, .asked, .addendum, .text, .decision, .figure: return nil
    }
  }

  static func withdraw(_ screen: ReviewScreen, _ context: ScreenContext) -> [Effect] {
    guard let row = screen.chosenPanelRow(context) else {
      let open = context.key("open", on: .review)
      return [
        .say("Move to a note, finding, judgement or action first: \(open) goes into an area", .caution)
      ]
    }
    let address: RecordAddress
    switch row {
    case .judgement: address = .inReview(screen.id, "judgements", screen.chosenArea(context))
    case .finding(let id): address = .inReview(screen.id, "findings", id)
    case .note(let id): address = .inReview(screen.id, "evidence", id)
    case .action(let id): address = .action(id)
    case .earlier(let id):
      guard screen.review(context)?.answers[id] != nil else {
        return [.say("It is not answered yet", .caution)]
      }
      address = .inReview(screen.id, "answers", id)
    case .addendum(let id): address = .inReview(screen.id, "addenda", id)
    case .purpose, .asked, .text, .decision, .figure:
      let open = context.key("open", on: .review)
      return [.say("It belongs to an earlier visit: \(open) opens that", .caution)]
    }
    return [.open(FormScreen(.withdraw(address), context))]
  }

  /// Goes to where a point of *Ready?* is mended.
  static func mend(_ screen: ReadyScreen, _ context: ScreenContext) -> [Effect] {
    guard let point = screen.chosen(context) else { return [] }
    if point.place == .draft, let draft = ReviewRules.draft(of: screen.review, context) {
      return [.back] + Navigation.goOn(with: draft, context)
    }
    return [.back, .replace(ReviewScreens.screen(of: screen.review, at: point.place, context))]
  }

  /// The signature, or what blocks it.
  static func sign(_ id: String, _ context: ScreenContext) -> [Effect] {
    if let words = blocked(id, context) { return [.open(ReadyScreen(review: id)), .say(words, .caution)] }
    return [.open(FormScreen(.signOff(review: id), context))]
  }

  /// Why a review cannot be signed yet; nil when it can.
  static func blocked(_ id: String, _ context: ScreenContext) -> String? {
    let blocking = ReadyScreen(review: id).points(context).filter(\.blocks).count
    return blocking == 0 ? nil : "Not ready: \(SchoolRecords.count(blocking, "thing")) to mend first"
  }
}
