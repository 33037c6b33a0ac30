import FieldbookModel

extension ReviewReport {
  /// The actions agreed in this review.
  var actionsPart: [ReportBlock] {
    let items = ownActions.enumerated().map { item($1, number: $0 + 1) }
    return [
      .heading("Actions agreed"),
      items.isEmpty ? .paragraph("No action was agreed.") : .items(items),
    ]
  }

  /// The actions that count, the earliest due first.
  var ownActions: [AgreedAction] {
    actions.filter { $0.review == review.id && $0.record.counts }
      .sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
  }

  private func item(_ action: AgreedAction, number: Int) -> ReportItem {
    let status = action.status(in: reviews)
    var details: [ReportBlock] = [
      .facts(
        ActionText.terms(action, status: status), sentence: ActionText.particulars(action, status: status)),
      action.success.isEmpty
        ? .paragraph("No test of success.") : .terms([ReportTerm("Test of success", action.success)]),
    ]
    if let finding = review.findings.first(where: { $0.id == action.finding }) {
      details.append(.terms([ReportTerm("Answers the finding", finding.statement)]))
    }
    return ReportItem(.number(number), action.text, details: details)
  }

  /// Actions agreed earlier that this review answers, or has yet to answer.
  var earlierActionsPart: [ReportBlock] {
    let answers = review.answers
    let due = AgreedAction.toAnswer(in: review, actions: actions, reviews: reviews)
    let answered = actions.filter { answers[$0.id] != nil && !due.contains($0) && !$0.record.isUndone }
    let unknown = answers.keys.filter { id in !actions.contains { $0.id == id } }.sorted()
    let items =
      (due + answered).map { action in
        let dated = action.due.map { "Due \($0.weekdayText). " } ?? ""
        return ReportItem(
          .bullet, action.text, details: [.paragraph(ReportText(dated + found(answers[action.id])))])
      } + unknown.map { ReportItem(.bullet, "Action \($0), not kept here. \(found(answers[$0]))") }
    return [
      .heading("Actions agreed earlier"),
      items.isEmpty ? .paragraph("There was no earlier action to answer.") : .items(items),
    ]
  }

  func found(_ answer: Answer?) -> String {
    guard let answer else { return "Not answered yet." }
    let outcome = answer.outcome == .notLookedAt ? "not looked at" : answer.outcome.title
    return "Found: \(outcome). \(answer.text)"
  }
}
