import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookStorage

/// The reports of a snapshot. A signed review is reported in the words of its signed copy.
struct ReportSource: Sendable {
  let workspace: Workspace
  let snapshot: Snapshot
  let now: Instant

  /// What is to be said of a subject.
  enum Content {
    case made(ReportDocument)
    case issued(IssuedReport)

    /// What it says, in order.
    var document: ReportDocument {
      switch self {
      case .made(let document): document
      case .issued(let report): report.document()
      }
    }

    func text(_ format: ReportFormat) -> String {
      switch self {
      case .made(let document): format.text(of: document)
      case .issued(let report): format.text(of: report)
      }
    }
  }

  /// The report as it is issued: signed, or of a note of visit shared, by whom and when.
  func signed(_ review: Review, by: String) -> ReportDocument {
    var record = review.record
    record.values["state"] = .text(review.kind.issuedState.rawValue)
    record.values["signedBy"] = .text(by)
    record.values["signedAt"] = .instant(now)
    return document(of: Review(record: record, framework: review.framework))
  }

  /// Throws `refused` when it is no longer here, or its signed copy is not what was signed.
  func content(_ subject: PreviewSubject) throws(StorageProblem) -> Content {
    switch subject {
    case .school(let urn): return .made(document(of: school(urn)))
    case .review(let id):
      guard let review = snapshot.review(id) else {
        throw StorageProblem(
          .refused, file: "records/reviews/\(id).json", what: "this review is no longer here")
      }
      return review.signedAt == nil ? .made(document(of: review)) : .issued(try issued(review))
    }
  }

  /// What a file of it is called, without its ending.
  func fileName(_ subject: PreviewSubject) -> String {
    switch subject {
    case .school(let urn): ReportFileName.of(school(urn), on: now.date)
    case .review(let id):
      snapshot.review(id).map { ReportFileName.of($0, school: snapshot.schoolName($0.school)) } ?? "review"
    }
  }

  func title(_ subject: PreviewSubject) -> String {
    switch subject {
    case .school(let urn): snapshot.schoolName(urn)
    case .review(let id): snapshot.review(id).map { snapshot.schoolName($0.school) } ?? ""
    }
  }

  private func school(_ urn: URN) -> School {
    snapshot.facts.school(urn) ?? School(urn: urn, name: snapshot.schoolName(urn))
  }

  private func issued(_ review: Review) throws(StorageProblem) -> IssuedReport {
    guard let copy = workspace.signedCopies[review.id] else {
      throw StorageProblem(
        .broken, file: "records/reviews/\(review.id).json", what: "its signed copy is missing or broken",
        mend: "fieldbook check says more.")
    }
    guard copy.isIntact else {
      throw StorageProblem(
        .broken, file: "records/reviews/\(review.id).signed-\(copy.id).json",
        what: "it is not what was signed: it has been changed", mend: "Bring back the file from a copy.")
    }
    return IssuedReport(
      text: copy.report, copy: copy.id, sha256: copy.sha256, signedBy: copy.signedBy, signedAt: copy.signedAt,
      arrivals: copy.arrivedAfter.count, addenda: review.addenda, kind: review.kind, now: now)
  }

  private func document(of school: School) -> ReportDocument {
    SchoolReport(
      school: school, actions: snapshot.actions, reviews: snapshot.reviews, facts: snapshot.facts,
      rule: snapshot.smallGroups, now: now
    ).document()
  }

  private func document(of review: Review) -> ReportDocument {
    ReviewReport(
      review: review, school: snapshot.facts.school(review.school), actions: snapshot.actions,
      reviews: snapshot.reviews, facts: snapshot.facts, rule: snapshot.smallGroups, now: now
    ).document()
  }
}
