import FieldbookModel

extension ReviewReport {
  /// The actions agreed in this review.
  func writeActions(on page: inout ReportPage) {
    page.heading("Actions agreed")
    let own = actions.filter { $0.review == review.id && $0.record.counts }
      .sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
    if own.isEmpty { page.paragraph("No action was agreed.") }
    for (index, action) in own.enumerated() { write(action, number: index + 1, on: &page) }
  }

  private func write(_ action: AgreedAction, number: Int, on page: inout ReportPage) {
    let mark = "\(number). "
    page.paragraph(action.text, mark: mark)
    let indent = mark.count
    page.paragraph(ActionText.particulars(action, status: action.status(in: reviews)), indent: indent)
    page.paragraph(
      action.success.isEmpty ? "No test of success." : "Test of success: \(action.success)", indent: indent)
    if let finding = review.findings.first(where: { $0.id == action.finding }) {
      page.paragraph("Answers the finding: \(finding.statement)", indent: indent)
    }
  }

  /// Actions agreed earlier that this review answers, or has yet to answer.
  func writeEarlierActions(on page: inout ReportPage) {
    page.heading("Actions agreed earlier")
    let answers = review.answers
    let due = AgreedAction.toAnswer(in: review, actions: actions, reviews: reviews)
    let answered = actions.filter { answers[$0.id] != nil && !due.contains($0) && !$0.record.isUndone }
    let unknown = answers.keys.filter { id in !actions.contains { $0.id == id } }.sorted()
    if due.isEmpty, answered.isEmpty, unknown.isEmpty {
      page.paragraph("There was no earlier action to answer.")
    }
    for action in due + answered {
      page.paragraph(action.text, mark: "· ")
      let dated = action.due.map { "Due \($0.weekdayText). " } ?? ""
      page.paragraph(dated + found(answers[action.id]), indent: 2)
    }
    for id in unknown { page.paragraph("Action \(id), not kept here. \(found(answers[id]))", mark: "· ") }
  }

  private func found(_ answer: Answer?) -> String {
    guard let answer else { return "Not answered yet." }
    let outcome = answer.outcome == .notLookedAt ? "not looked at" : answer.outcome.title
    return "Found: \(outcome). \(answer.text)"
  }
}
