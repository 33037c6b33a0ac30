import FieldbookModel
import FieldbookReports
import FieldbookScreens

/// The reports of a snapshot, as text.
enum ReportText {
  /// A review's report as it is issued: signed, by whom and when.
  static func signed(_ review: Review, by: String, at: Instant, snapshot: Snapshot) -> String {
    var record = review.record
    record.values["state"] = .text(ReviewState.final.rawValue)
    record.values["signedBy"] = .text(by)
    record.values["signedAt"] = .instant(at)
    return text(of: Review(record: record, framework: review.framework), snapshot: snapshot, now: at)
  }

  /// A report to look at, with the command that prints it.
  static func preview(
    _ subject: PreviewSubject, snapshot: Snapshot, now: Instant, command: String
  ) -> SessionEvent {
    switch subject {
    case .review(let id):
      guard let review = snapshot.review(id) else { return .report(title: "", text: "", command: "") }
      return .report(
        title: snapshot.schoolName(review.school), text: text(of: review, snapshot: snapshot, now: now),
        // The beginning of an id tells a review from all others made in another millisecond, and fits on the line.
        command: "\(command) report review \(id.prefix(13))")
    case .school(let urn):
      let school = snapshot.facts.school(urn) ?? School(urn: urn, name: snapshot.schoolName(urn))
      let report = SchoolReport(
        school: school, actions: snapshot.actions, reviews: snapshot.reviews, facts: snapshot.facts,
        rule: snapshot.smallGroups, now: now)
      return .report(title: school.name, text: report.text(), command: "\(command) report school \(urn.text)")
    }
  }

  private static func text(of review: Review, snapshot: Snapshot, now: Instant) -> String {
    ReviewReport(
      review: review, school: snapshot.facts.school(review.school), actions: snapshot.actions,
      reviews: snapshot.reviews, facts: snapshot.facts, rule: snapshot.smallGroups, now: now
    ).text()
  }
}
