extension RecordKind {
  /// The kinds that have documents of their own, by the folder they are kept in.
  public static let documents: [RecordKind] = [.review, .action]

  /// The kind kept in a folder under `records/`.
  public static func inFolder(_ folder: String) -> RecordKind? { documents.first { $0.plural == folder } }

  /// A formal review, a note of visit or a progress meeting: one document, with what was seen and decided inside it.
  public static let review = RecordKind(
    name: "review", plural: "reviews",
    help: "A formal review of a school, a note of visit or a progress meeting, with all that belongs to it.",
    fields: [
      RecordField("focus", "Focus", .paragraph, help: "What the review looks at, as agreed with the head."),
      RecordField("school", "School", .urn, help: "The school's URN.", isRequired: true),
      RecordField(
        "kind", "Kind", .choice(ReviewKind.allCases.map(\.rawValue)),
        help: "A formal review grades; a note of visit and a progress meeting do not.",
        isRequired: true),
      RecordField(
        "visit", "Kind of visit", .choice(VisitKind.allCases.map(\.rawValue)),
        help: "What a note of visit is of."),
      RecordField(
        "framework", "Framework", .line, help: "The id of the framework it is held against.", isRequired: true
      ),
      RecordField(
        "state", "State", .choice(ReviewState.allCases.map(\.rawValue)),
        help: "Where the review is in its life.",
        isRequired: true),
      RecordField("date", "Date", .date, help: "The first day of the visit.", isRequired: true),
      RecordField("reviewers", "Reviewers", .lines, help: "Who conducts it.", isRequired: true),
      RecordField(
        "hours", "Staff hours", .line,
        help: "How long it takes the school’s staff, all together, with what they prepare: 6, 2.5, 90 min."),
      RecordField("cancelled", "Cancelled because", .paragraph, help: "Why it was cancelled."),
      RecordField("signedBy", "Signed by", .line, help: "Who signed it."),
      RecordField("signedAt", "Signed", .instant, help: "When it was signed."),
      RecordField(
        "signedCopy", "Signed copy", .line,
        help: "The id of the signed copy: <review>.signed-<id>.json beside it."),
      RecordField(
        "order", "Order of findings", .links(to: "findings"),
        help: "Findings in the order in which they are told; those not named come after, oldest first."),
    ] + meetingFields,
    parts: [.evidence, .finding, .judgement, .answer, .addendum, .figure])

  /// One note of what was seen, heard or read.
  public static let evidence = RecordKind(
    name: "evidence", plural: "evidence", help: "One note of what was seen, heard or read.",
    fields: [
      RecordField(
        "text", "Note", .paragraph, help: "What you saw, heard or read. Roles, not names.", isRequired: true),
      RecordField("areas", "Areas", .areas, help: "The areas it bears on."),
      RecordField(
        "type", "Kind", .choice(EvidenceType.allCases.map(\.rawValue)),
        help: "The kind of activity it came from."),
      RecordField(
        "strength", "Shows", .choice(EvidenceStrength.allCases.map(\.rawValue)),
        help: "A strength, something to improve, or a concern."),
      RecordField(
        "yearGroup", "Year group", .line,
        help: "Year or key stage. Where a year has one class, the key stage."),
      RecordField("subject", "Subject", .line, help: "The subject, if it had one."),
      RecordField("who", "With", .line, help: "Who you spoke to or watched, by role."),
      RecordField(
        "source", "Source", .line,
        help: "The class, conversation or document, to tell one source from another."),
    ])

  /// What a cluster of evidence shows, in one area.
  public static let finding = RecordKind(
    name: "finding", plural: "findings", help: "What a cluster of evidence shows, in one area.",
    fields: [
      RecordField(
        "statement", "Finding", .paragraph, help: "What the evidence shows, in a sentence.", isRequired: true),
      RecordField(
        "evidence", "Evidence", .links(to: "evidence"), help: "The notes it rests on. Space chooses."),
      RecordField("area", "Area", .area, help: "The area it belongs to.", isRequiredInReviews: true),
      RecordField(
        "kind", "Shows", .choice(FindingKind.allCases.map(\.rawValue)),
        help: "A strength, something to improve, or a concern; in a note of visit a strength or a question."),
      RecordField(
        "scale", "How widespread", .choice(FindingScale.allCases.map(\.rawValue)),
        help: "Isolated, some or widespread."),
    ])

  /// What is judged of one area; its id is the area's.
  public static let judgement = RecordKind(
    name: "judgement", plural: "judgements", help: "What is judged of one area. Its id is the area's id.",
    fields: [
      RecordField(
        "rationale", "Because", .paragraph,
        help: "Why this grade: how the findings weigh against the standard."),
      RecordField("ours", "Our grade", .grade, help: "The review's grade on the framework's scale."),
      RecordField("self", "School's own grade", .grade, help: "How the school grades itself."),
      RecordField(
        "findings", "Findings", .links(to: "findings"),
        help: "The findings it rests on; none chosen means all of the area."),
      RecordField("notReviewed", "Not reviewed because", .paragraph, help: "Why the area was not looked at."),
      RecordField(
        "told", "Who was told", .paragraph,
        help: "Safeguarding not met: who was told, when and by whom. Roles only, no detail."),
    ])

  /// What became of an action agreed earlier, as found in this review.
  public static let answer = RecordKind(
    name: "answer", plural: "answers",
    help: "What became of an action agreed earlier. Its id is the action's id.",
    fields: [
      RecordField(
        "text", "What you found", .paragraph, help: "What shows it; or why it was not looked at.",
        isRequired: true),
      RecordField(
        "outcome", "Outcome", .choice(AnswerOutcome.allCases.map(\.rawValue)),
        help: "What became of the action.",
        isRequired: true),
    ])

  /// What was added after a review was signed, or a note of visit shared.
  public static let addendum = RecordKind(
    name: "addendum", plural: "addenda",
    help: "What was added after a review was signed, or a note of visit shared. It changes nothing in it.",
    fields: [
      RecordField(
        "text", "Addendum", .paragraph,
        help: "What was wrong or is missing in what the school has. Roles, not names.", isRequired: true)
    ])

  /// What a school has agreed to do; it outlives its review.
  public static let action = RecordKind(
    name: "action", plural: "actions",
    help: "What a school has agreed to do. It outlives the review it came from.",
    fields: [
      RecordField("text", "Action", .paragraph, help: "What will be done.", isRequired: true),
      RecordField("owner", "Owner", .line, help: "Who sees to it, by role."),
      RecordField("due", "Due", .date, help: "12 feb, +6w, or spring 2 (its last school day)."),
      RecordField(
        "priority", "Priority", .choice(ActionPriority.allCases.map(\.rawValue)), help: "High, medium or low."
      ),
      RecordField("success", "Test of success", .paragraph, help: "How anyone could tell that it worked."),
      RecordField("finding", "Finding", .link(to: "findings"), help: "The finding it answers."),
      RecordField("area", "Area", .area, help: "The area it belongs to."),
      RecordField("school", "School", .urn, help: "The school's URN.", isRequired: true),
      RecordField(
        "review", "Review", .link(to: "reviews"), help: "The review it came from.", isRequired: true),
      RecordField(
        "status", "Status", .choice(ActionStatus.allCases.map(\.rawValue)),
        help: "Where it stands, apart from what later reviews found."),
    ])
}
