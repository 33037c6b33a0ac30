import FieldbookModel

extension SchoolReport {
  /// Reviews of the school, latest first, with the grades of those that were signed.
  var reviewsPart: [ReportBlock] {
    let own = reviews.filter { $0.school == school.urn && $0.record.counts }
      .sorted { ($0.date?.dayNumber ?? 0, $0.id) > ($1.date?.dayNumber ?? 0, $1.id) }
    return [
      .heading("Reviews and visits"),
      own.isEmpty ? .paragraph("No review or visit is recorded.") : .items(own.map(item)),
    ]
  }

  private func item(_ review: Review) -> ReportItem {
    let date = review.date?.longText ?? "no date"
    let people = review.reviewers.isEmpty ? "" : ", by \(review.reviewers.joined(separator: ", "))"
    return ReportItem(
      .bullet, "\(date)  \(review.kindTitle), \(review.state.title)\(people)",
      details: review.isFormal && review.framework.isGraded && review.state.isSigned
        ? [.inset(grades(of: review))] : [])
  }

  private func grades(of review: Review) -> [ReportBlock] {
    let grades = review.framework.areas.filter { !$0.scale.isEmpty }.map { area in
      ReportTerm(area.title, GradeText.ours(review.judgement(of: area.id), in: review.framework))
    }
    return [.paragraph("Held against \(review.framework.title):"), .terms(grades)]
  }

  /// Actions that still wait to be done, late ones first, then by date.
  var actionsPart: [ReportBlock] {
    let open = actions.filter { action in
      action.school == school.urn && action.record.counts && action.status(in: reviews).isOpen
    }.sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
    guard !open.isEmpty else { return [.heading("Open actions"), .paragraph("No action is open.")] }
    let late = open.filter { $0.isLate(on: now.date, in: reviews) }
    let items = open.map { action in
      let status = action.status(in: reviews)
      return ReportItem(
        late.contains(action) ? .late : .open, action.text,
        details: [
          .facts(
            ActionText.terms(action, status: status), sentence: ActionText.particulars(action, status: status)
          )
        ])
    }
    return [
      .heading("Open actions"),
      .paragraph("\(counted(open.count, "action", "actions")) open, \(late.count) late."), .items(items),
    ]
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

  /// The same, each by its name.
  static func terms(_ action: AgreedAction, status: ActionStatus) -> [ReportTerm] {
    [
      ReportTerm("Owner", action.owner.isEmpty ? "none" : action.owner),
      ReportTerm("Due", action.due?.weekdayText ?? "no date"),
      ReportTerm("Priority", action.priority?.rawValue ?? "not set"), ReportTerm("Status", status.title),
    ]
  }
}
