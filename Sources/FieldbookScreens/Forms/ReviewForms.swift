import FieldbookModel
import TextUI

/// Starts a review: every field has a sensible default, so that accepting at once is enough.
enum ReviewStart {
  private static let kind = RecordKind.review

  static func content(_ urn: URN, _ context: ScreenContext) -> FormContent {
    let frameworks = context.snapshot.frameworks.map {
      Choice(id: $0.id, title: $0.title, detail: FrameworkWords.grades($0))
    }
    return FormContent(
      title: "Start a formal review · \(context.snapshot.schoolName(urn))",
      preface: underWay(urn, context) + FrameworkWords.broken(context),
      fields: fields + [
        FormField(
          id: "framework", label: "Framework",
          help: "What the school is judged against. The review keeps it as it is today.",
          kind: .choice(frameworks),
          isRequired: true),
        FieldMaker.field(kind, "hours"),
      ],
      values: [
        "date": .text(context.today.longText), "reviewers": .text(context.meAndRole),
        "framework": .choice(context.snapshot.usualFramework?.id),
      ])
  }

  private static let fields: [FormField] = [
    FieldMaker.field(kind, "focus"), FieldMaker.field(kind, "date", .line),
    FormField(
      id: "reviewers", label: "Reviewers", help: "Who conducts it, with commas between.", kind: .line,
      isRequired: true),
  ]

  /// The form of one that was begun. Its framework stays as it was.
  static func change(_ review: Review) -> FormContent {
    FormContent(
      title: "The review", fields: fields + [FieldMaker.field(kind, "hours")],
      values: [
        "focus": .text(review.focus), "date": .text(review.date?.longText ?? ""),
        "reviewers": .text(review.reviewers.joined(separator: ", ")),
        "hours": .text(review.record.text("hours")),
      ])
  }

  static func acceptChange(
    _ review: Review, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: review.school, whoIsMissing: "Say who conducts the review", context)
    guard when.problems.isEmpty, let date = when.date else { return .problems(when.problems) }
    let values: [String: FieldValue?] = [
      "date": .date(date), "reviewers": .texts(when.people), "focus": entry.value("focus"),
      "hours": when.hours,
    ]
    let changed = ReviewEdits.changed(values, from: review.record)
    return .edit(RecordEdit("Review changed", [.init(.review(review.id), changed)]), then: [])
  }

  /// A second review beside an open one is seldom what is meant.
  static func underWay(_ urn: URN, _ context: ScreenContext) -> [Line] {
    guard let open = context.snapshot.reviews(of: urn).first(where: { $0.state.isEditable }) else {
      return []
    }
    let date = open.date?.longText ?? "no date"
    let what = open.isFormal ? "a review in \(open.state.title)" : "an open \(open.kind.noun)"
    return [
      Line(
        " This school has \(what) already (\(date)): to go on with it, "
          + "Esc and \(context.key("section.visits", on: .school)).",
        .caution)
    ]
  }

  static func accept(_ urn: URN, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    let when = DayAndPeople(entry, at: urn, whoIsMissing: "Say who conducts the review", context)
    var problems = when.problems
    guard case .text(let framework)? = entry.choice("framework") else {
      problems["framework"] = "Choose a framework"
      return .problems(problems)
    }
    guard problems.isEmpty, let date = when.date else { return .problems(problems) }
    let id = context.newID()
    var values: [String: FieldValue?] = [
      "school": .text(urn.text), "kind": .text("formal"), "framework": .text(framework),
      "state": .text(ReviewState.fieldwork.rawValue), "date": .date(date), "reviewers": .texts(when.people),
    ]
    if let focus = entry.value("focus") { values["focus"] = focus }
    if let hours = when.hours { values["hours"] = hours }
    let edit = RecordEdit("Review started", [.init(.review(id), ReviewEdits.made(values, context))])
    return .edit(edit, then: [.open(ReviewScreen(id: id))])
  }
}

/// Forms that ask for one reason.
enum ReasonForm {
  private static func field(_ label: String, _ help: String) -> [FormField] {
    [FormField(id: "reason", label: label, help: help, kind: .text(minimumLines: 3), isRequired: true)]
  }

  private static func missing(_ what: String) -> FormContent.Accepted { .problems(["reason": what]) }

  static func notReviewed(_ review: Review, area: String) -> FormContent {
    let judgement = review.judgement(of: area)
    var preface: [Line] = []
    if judgement.isGraded {
      preface.append(Line(" The grade given to this area will be taken away.", .caution))
    }
    return FormContent(
      title: "Not reviewed · \(review.framework.area(area)?.title ?? area)", preface: preface,
      fields: field("Because", "Why this area was not looked at, as the report will say it."),
      values: ["reason": .text(judgement.notReviewed)])
  }

  static func acceptNotReviewed(
    _ review: Review, area: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let reason = entry.value("reason") else { return missing("Say why the area was not reviewed") }
    let values: [String: FieldValue?] = ["notReviewed": reason, "ours": nil, "withdrawn": nil]
    let accepted = PartEdit.accept(
      values, of: "judgements", id: area, in: review, named: "Judgement", context)
    guard case .edit(var edit, let then) = accepted else { return accepted }
    edit.title = "Area marked as not reviewed"
    return .edit(edit, then: then)
  }

  static func withdraw(_ address: RecordAddress, _ context: ScreenContext) -> FormContent {
    FormContent(
      title: "Withdraw", preface: [Line(" " + WithdrawnRecord.words(for: address, context), .heading)],
      fields: field("Because", "Why it no longer counts. It stays readable."), values: [:])
  }

  static func acceptWithdrawal(
    _ address: RecordAddress, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let reason = entry.value("reason") else { return missing("Say why it is withdrawn") }
    let noun = WithdrawnRecord.noun(of: address, context)
    // An addendum is part of what the school has: what was said of it stays said.
    return .edit(
      RecordEdit(
        "\(noun) withdrawn", [.init(address, ["withdrawn": reason])],
        canBeUndone: address.part?.plural != "addenda"), then: [])
  }

  static func cancel(_ id: String, _ context: ScreenContext) -> FormContent {
    let own = FormPurpose.cancel(review: id).context
    let isTextOpen = context.snapshot.drafts.contains { $0.context["review"] == id && $0.context != own }
    let resume = context.key("draft.resume", on: .review)
    let warning = Line(
      " Text that is not yet saved in it can no longer be saved then: \(resume) shows it.", .caution)
    let undo = context.key("undo", on: .review)
    return FormContent(
      title: "Cancel the \(noun(id, context))",
      preface: [Line(" It stays readable and no longer changes. Undo (\(undo)) reopens it.")]
        + (isTextOpen ? [warning] : []),
      fields: field("Because", "Why the \(noun(id, context)) is cancelled."), values: [:])
  }

  private static func noun(_ id: String, _ context: ScreenContext) -> String {
    context.snapshot.review(id)?.kind.noun ?? "review"
  }

  static func acceptCancelling(
    _ id: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let noun = noun(id, context)
    guard let reason = entry.value("reason") else { return missing("Say why the \(noun) is cancelled") }
    let values: [String: FieldValue?] = [
      "cancelled": reason, "state": .text(ReviewState.cancelled.rawValue),
    ]
    return .edit(
      RecordEdit("\(noun.prefix(1).uppercased() + noun.dropFirst()) cancelled", [.init(.review(id), values)]),
      then: [])
  }
}

/// The record that is about to be withdrawn, in its own words.
enum WithdrawnRecord {
  /// What kind of record it is, as the screens call it.
  static func noun(of address: RecordAddress, _ context: ScreenContext) -> String {
    switch address.part?.plural {
    case "evidence": "Note"
    case "addenda": "Addendum"
    case "figures": "Number"
    case "findings": finding(at: address, context).map { noun(of: $0) } ?? "Finding"
    case "judgements": "Judgement"
    case "answers": "Answer"
    default: "Action"
    }
  }

  /// What a finding of a note of visit is called; nil in a formal review.
  private static func finding(at address: RecordAddress, _ context: ScreenContext) -> Finding? {
    guard let review = context.snapshot.review(address.document), review.isNote else { return nil }
    return review.findings.first { $0.id == address.part?.id }
  }

  /// A strength and a question are called what they are.
  static func noun(of finding: Finding) -> String {
    switch finding.kind {
    case .strength: "Strength"
    case .question: "Question"
    default: "Finding"
    }
  }

  static func words(for address: RecordAddress, _ context: ScreenContext) -> String {
    guard address.folder == "reviews" else { return context.snapshot.action(address.document)?.text ?? "" }
    let record = context.snapshot.review(address.document)?.record
    let part = address.part.flatMap { record?.part($0.plural, $0.id) }
    return ["text", "statement", "rationale"].lazy.compactMap { part?.text($0) }.first { !$0.isEmpty } ?? ""
  }
}
