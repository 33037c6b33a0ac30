import FieldbookModel
import FieldbookStorage

/// Edits that make an invented review with everything in it.
enum Invented {
  static let school = URN("138764")
  static let date = CalendarDate(dayNumber: 20_789)
  static let at = Instant(milliseconds: 1_796_206_920_000)

  static func review(_ id: String, kind: String = "formal", state: ReviewState = .fieldwork) -> RecordEdit {
    RecordEdit(
      "Review begun",
      [
        RecordEdit.Change(
          .review(id),
          [
            "school": .text(school.text), "kind": .text(kind), "framework": .text("ofsted-2025"),
            "state": .text(state.rawValue), "date": .date(date), "reviewers": .texts(["Anna Reed"]),
            "at": .instant(at), "by": .text("Anna Reed"),
          ])
      ])
  }

  static func note(_ id: String, in review: String, _ text: String = "Routines are calm.") -> RecordEdit {
    RecordEdit(
      "Note added",
      [
        RecordEdit.Change(
          .inReview(review, "evidence", id),
          [
            "text": .text(text), "areas": .texts(["attendance"]), "type": .text("lessonVisit"),
            "at": .instant(at),
          ])
      ])
  }

  static func finding(_ id: String, in review: String, evidence: [String]) -> RecordEdit {
    RecordEdit(
      "Finding added",
      [
        RecordEdit.Change(
          .inReview(review, "findings", id),
          [
            "statement": .text("Corridors are loud at change of lesson."), "area": .text("attendance"),
            "evidence": .texts(evidence), "kind": .text("concern"), "at": .instant(at),
          ])
      ])
  }

  static func judgement(of area: String, in review: String, _ grade: String = "expected") -> RecordEdit {
    RecordEdit(
      "Judgement set",
      [
        RecordEdit.Change(
          .inReview(review, "judgements", area),
          ["ours": .text(grade), "rationale": .text("Most of it is met.")])
      ])
  }

  static func action(_ id: String, of review: String, finding: String? = nil) -> RecordEdit {
    RecordEdit(
      "Action agreed",
      [
        RecordEdit.Change(
          .action(id),
          [
            "text": .text("Stagger the change of lesson."), "owner": .text("Deputy head"),
            "due": .date(date.adding(days: 60)), "priority": .text("high"),
            "success": .text("No queue after a minute."),
            "school": .text(school.text), "review": .text(review), "finding": finding.map { .text($0) },
            "at": .instant(at),
          ])
      ])
  }

  /// A review with a note, a finding, a judgement, an answer and an action.
  static func fullReview(
    in workspace: Workspace
  ) throws -> (review: String, note: String, finding: String, action: String) {
    let (review, note, finding) = (workspace.newID(), workspace.newID(), workspace.newID())
    let (action, earlier) = (workspace.newID(), workspace.newID())
    _ = try workspace.apply(Invented.review(review))
    _ = try workspace.apply(Invented.note(note, in: review))
    _ = try workspace.apply(Invented.finding(finding, in: review, evidence: [note]))
    _ = try workspace.apply(judgement(of: "attendance", in: review))
    _ = try workspace.apply(Invented.action(action, of: review, finding: finding))
    let before = workspace.newID()
    _ = try workspace.apply(Invented.review(before))
    _ = try workspace.apply(Invented.action(earlier, of: before))
    _ = try workspace.apply(
      RecordEdit(
        "Answered",
        [
          RecordEdit.Change(
            .inReview(review, "answers", earlier),
            ["text": .text("In place since May."), "outcome": .text("verified")])
        ]))
    return (review, note, finding, action)
  }
}
