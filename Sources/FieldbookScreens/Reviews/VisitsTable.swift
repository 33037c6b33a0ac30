import FieldbookModel
import PlainText
import TextUI

/// A row of the table of reviews.
struct VisitRow: Sendable {
  let review: Review
  let school: School?
  let schoolName: String
}

extension RowTable where Row == VisitRow {
  /// The table of reviews.
  static let visits = RowTable(
    id: "visits", noun: "review", columns: VisitColumns.all,
    usualSort: [ColumnSort(column: "date", isDescending: true)], tieBreaker: nil,
    searchText: { row in
      [
        row.schoolName, row.review.kindTitle, row.review.state.title,
        row.review.reviewers.joined(separator: " "),
      ]
      .joined(separator: " ")
    }, isOfRecords: true)
}

/// The columns of the table of reviews.
enum VisitColumns {
  typealias VisitColumn = Column<VisitRow>

  static let all: [VisitColumn] = [
    VisitColumn(
      id: "date", title: "Date", words: "date", kind: .days, minWidth: 11, idealWidth: 12, priority: 9,
      isMostFirst: true, value: { ColumnValue($0.review.date) },
      cell: { Line($0.review.date?.longText ?? "–") }),
    .words("school", "School", "school", 22, 34, priority: 8, grows: true) { $0.schoolName },
    VisitColumn(
      id: "state", title: "State", words: "state", kind: .words, minWidth: 13, idealWidth: 13, priority: 7,
      value: { row in
        .ranked(row.review.state.title, rank: ReviewState.allCases.firstIndex(of: row.review.state) ?? 0)
      },
      cell: { Line($0.review.state.title, $0.review.state.isEditable ? .accent : .plain) }),
    .words("kind", "Kind", "kind", 13, 14, priority: 3) { $0.review.kind.shortTitle },
    number("notes", "Notes", "notes", 5, priority: 5) { $0.review.evidence.count(where: \.record.counts) },
    number("findings", "Findings", "findings", 8, priority: 4) {
      $0.review.findings.count(where: \.record.counts)
    },
    VisitColumn(
      id: "reviewers", title: "Reviewers", words: "reviewer", kind: .words, minWidth: 16, idealWidth: 30,
      priority: 2, value: { ColumnValue($0.review.reviewers.joined(separator: ", ")) },
      labels: { $0.review.reviewers }, cell: { Line($0.review.reviewers.joined(separator: ", "), .quiet) }),
    VisitColumn(
      id: "halfTerm", title: "Half-term", words: "half-term", kind: .words, minWidth: 16,
      idealWidth: 16, priority: 6, isUsual: false, isMostFirst: true,
      value: { row in
        guard let halfTerm = row.review.halfTerm else { return .none }
        return .ranked(halfTerm.title, rank: halfTerm.year.start * 10 + halfTerm.part.rawValue)
      }),
    .words("decision", "Decision", "decision", 9, 9, priority: 5, isUsual: false) {
      $0.review.decision?.shortTitle ?? ""
    },
    .words(
      "decided", "What was decided", "what was decided", 14, 40, priority: 3, grows: true, isUsual: false
    ) {
      $0.review.decided
    },
    number("used", "Used", "numbers used", 4, priority: 4, isUsual: false) { $0.review.usedFigures.count },
    .words("phase", "Phase", "phase", 7, 10, isUsual: false) { $0.school?.phase.title ?? "" },
    .words("la", "LA", "local authority", 10, 20, isUsual: false) { $0.school?.laName ?? "" },
    .words("framework", "Framework", "framework", 12, 24, isUsual: false) { $0.review.framework.title },
    .words("focus", "Focus", "focus", 16, 40, isUsual: false) { $0.review.focus },
    .words("signedBy", "Signed by", "signed by", 10, 20, isUsual: false) { $0.review.signedBy },
    VisitColumn(
      id: "signed", title: "Signed", words: "signed", kind: .days, minWidth: 11, idealWidth: 12, priority: 2,
      isUsual: false, isMostFirst: true, value: { ColumnValue($0.review.signedAt?.date) }),
    number("graded", "Graded", "areas graded", 6, priority: 2, isUsual: false) { row in
      row.review.framework.areas.count { row.review.judgement(of: $0.id).isGraded }
    },
  ]

  private static func number(
    _ id: String, _ title: String, _ words: String, _ width: Int, priority: Int, isUsual: Bool = true,
    _ count: @escaping @Sendable (VisitRow) -> Int
  ) -> VisitColumn {
    VisitColumn(
      id: id, title: title, words: words, kind: .numbers, alignment: .right, minWidth: width,
      idealWidth: width,
      priority: priority, isUsual: isUsual, isMostFirst: true, value: { ColumnValue(count($0)) })
  }
}
