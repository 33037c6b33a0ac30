import FieldbookModel
import PlainText

extension SchoolReport {
  /// Reviews of the school, latest first, with the grades of those that were signed.
  func writeReviews(on page: inout ReportPage) {
    page.heading("Reviews and visits")
    let own = reviews.filter { $0.school == school.urn && $0.record.counts }
      .sorted { ($0.date?.dayNumber ?? 0, $0.id) > ($1.date?.dayNumber ?? 0, $1.id) }
    guard !own.isEmpty else {
      page.paragraph("No review or visit is recorded.")
      return
    }
    for review in own {
      let date = review.date?.longText ?? "no date"
      let people = review.reviewers.isEmpty ? "" : ", by \(review.reviewers.joined(separator: ", "))"
      page.paragraph("\(date)  \(review.kindTitle), \(review.state.title)\(people)", mark: "· ")
      if review.isFormal, review.state.isSigned { writeGrades(of: review, on: &page) }
    }
  }

  private func writeGrades(of review: Review, on page: inout ReportPage) {
    page.paragraph("Held against \(review.framework.title):", indent: 4)
    for area in review.framework.areas {
      let judgement = review.judgement(of: area.id)
      let grade = GradeText.ours(judgement, in: review.framework)
      page.paragraph("\(area.title): \(grade)", indent: 4)
    }
  }

  /// Actions that still wait to be done, late ones first, then by date.
  func writeActions(on page: inout ReportPage) {
    page.heading("Open actions")
    let open = actions.filter { action in
      action.school == school.urn && action.record.counts && action.status(in: reviews).isOpen
    }.sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
    guard !open.isEmpty else {
      page.paragraph("No action is open.")
      return
    }
    let late = open.filter { $0.isLate(on: now.date, in: reviews) }
    page.paragraph("\(counted(open.count, "action", "actions")) open, \(late.count) late.")
    for action in open {
      let mark = late.contains(action) ? "LATE  " : "      "
      page.paragraph(action.text, mark: mark)
      page.paragraph(ActionText.particulars(action, status: action.status(in: reviews)), indent: 6)
    }
  }
}

/// How a grade is said.
enum GradeText {
  /// Our grade by its full name, or why there is none.
  static func ours(_ judgement: Judgement, in framework: Framework) -> String {
    if judgement.isGraded { return title(judgement.ours, of: judgement.area, in: framework) }
    return judgement.notReviewed.isEmpty ? "not yet graded" : "Not reviewed: \(judgement.notReviewed)"
  }

  /// The school's own grade by its full name; a dash when it is not known.
  static func schoolsOwn(_ judgement: Judgement, in framework: Framework) -> String {
    judgement.schoolsOwn.isEmpty ? "–" : title(judgement.schoolsOwn, of: judgement.area, in: framework)
  }

  private static func title(_ grade: String, of area: String, in framework: Framework) -> String {
    framework.level(grade, of: area)?.title ?? grade
  }
}

/// How an action is said.
enum ActionText {
  /// Owner, date, priority and where it stands, in one sentence.
  static func particulars(_ action: AgreedAction, status: ActionStatus) -> String {
    let owner = action.owner.isEmpty ? "No owner" : "Owner: \(action.owner)"
    let due = action.due.map { "due \($0.weekdayText)" } ?? "no date"
    let priority = action.priority.map { ", \($0.rawValue) priority" } ?? ""
    return "\(owner), \(due)\(priority), \(status.title)."
  }
}
