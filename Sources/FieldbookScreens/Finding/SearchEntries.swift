import FieldbookModel
import PlainText
import Synchronization

/// One thing that can be found: whose it is, when it was, and its words.
struct SearchEntry: Sendable {
  /// What it is, in the order in which results are shown.
  enum Kind: Int, CaseIterable, Sendable {
    case school
    case review
    case note
    case finding
    case strength
    case question
    case judgement
    case action
    case answer
    case addendum

    /// The heading of its results.
    var title: String {
      switch self {
      case .school: "Schools"
      case .review: "Reviews, notes of visit and meetings"
      case .note: "Notes"
      case .finding: "Findings"
      case .strength: "Strengths"
      case .question: "Questions"
      case .judgement: "Judgements"
      case .action: "Actions"
      case .answer: "Answers to earlier actions"
      case .addendum: "Addenda"
      }
    }
  }

  let kind: Kind
  /// The record's id; a school's number; for a judgement its area, for an answer its action.
  let id: String
  /// The review it stands in; empty where it stands alone.
  let review: String
  let school: URN
  let schoolName: String
  let date: CalendarDate?
  /// The words in which the match is shown.
  let text: String
  let isWithdrawn: Bool
  /// All that it is found by, folded.
  let key: [UInt8]

  init(
    _ kind: Kind, _ id: String, review: String = "", school: URN, schoolName: String, date: CalendarDate?,
    text: String, more: String = "", isWithdrawn: Bool = false
  ) {
    (self.kind, self.id, self.review, self.school, self.schoolName) = (kind, id, review, school, schoolName)
    (self.date, self.isWithdrawn) = (date, isWithdrawn)
    self.text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    key = FoldedText.bytes(kind == .school ? "\(text) \(more)" : "\(text) \(schoolName) \(more)")
  }
}

/// Everything that can be found, in the order in which it is shown: by kind, then the latest first.
final class SearchEntries: Sendable {
  let all: [SearchEntry]
  /// What was typed last and what it matched, so that a letter more looks only through that.
  private let latest = Mutex<(typed: String, places: [Int])?>(nil)

  init(_ snapshot: Snapshot) {
    all = SearchEntries.schools(snapshot) + SearchEntries.records(snapshot)
  }

  /// The places in `all` of the entries that hold every word typed; none when nothing was typed.
  func matches(_ typed: String) -> [Int] {
    let words = FoldedText.words(typed)
    guard !words.isEmpty else { return [] }
    let known = latest.withLock { $0 }
    if let known, known.typed == typed { return known.places }
    let wider = known.flatMap { typed.hasPrefix($0.typed) && !$0.typed.isEmpty ? $0.places : nil }
    let places = (wider ?? Array(all.indices)).filter { FoldedText.contains(all[$0].key, all: words) }
    latest.withLock { $0 = (typed, places) }
    return places
  }

  /// Ours first, by name.
  private static func schools(_ snapshot: Snapshot) -> [SearchEntry] {
    let schools = snapshot.facts.schools.values.map { ($0.isOurs ? 0 : 1, $0.name, $0.urn) }
    return schools.sorted { $0 < $1 }.compactMap { _, _, urn in
      snapshot.facts.school(urn).map { school in
        SearchEntry(
          .school, urn.text, school: urn, schoolName: school.name, date: nil,
          text: [school.name, school.place].filter { !$0.isEmpty }.joined(separator: " · "),
          more: "\(urn.text) \(school.laName)")
      }
    }
  }

  private static func records(_ snapshot: Snapshot) -> [SearchEntry] {
    let found =
      snapshot.reviews.flatMap { entries(of: $0, snapshot) }
      + snapshot.actions.map { entry(of: $0, snapshot) }
    return found.sorted {
      ($0.kind.rawValue, -($0.date?.dayNumber ?? 0), $1.id) < (
        $1.kind.rawValue, -($1.date?.dayNumber ?? 0), $0.id
      )
    }
  }

  private static func entries(of review: Review, _ snapshot: Snapshot) -> [SearchEntry] {
    let name = snapshot.schoolName(review.school)
    func entry(_ kind: SearchEntry.Kind, _ record: Record, _ text: String, _ more: String = "") -> SearchEntry
    {
      SearchEntry(
        kind, record.id, review: review.id, school: review.school, schoolName: name,
        date: record.instant("at")?.date ?? review.date, text: text, more: more,
        isWithdrawn: record.isWithdrawn || review.state == .cancelled)
    }
    let about =
      [
        review.kindTitle, review.visitKind?.title ?? "", review.state.title, review.focus,
        review.reviewers.joined(separator: ", "),
      ] + (review.isMeeting ? MeetingWords.said(review) : [])
    let own = SearchEntry(
      .review, review.id, review: review.id, school: review.school, schoolName: name, date: review.date,
      text: about.filter { !$0.isEmpty }.joined(separator: " · "), more: review.framework.title,
      isWithdrawn: review.state == .cancelled)
    let notes = review.evidence.map { entry(.note, $0.record, $0.text, $0.sourceTitle) }
    let findings = review.findings.map { finding in
      let kind: SearchEntry.Kind =
        review.isFormal
        ? .finding : finding.kind == .strength ? .strength : finding.kind == .question ? .question : .finding
      return entry(kind, finding.record, finding.statement)
    }
    let addenda = review.addenda.map { entry(.addendum, $0.record, $0.text, $0.by) }
    let judged = review.framework.areas.map { review.judgement(of: $0.id) }.filter {
      $0.isGraded || !$0.rationale.isEmpty || !$0.notReviewed.isEmpty
    }
    let judgements = judged.map { entry(.judgement, $0.record, words(for: $0, in: review)) }
    let answers = review.answers.values.map { answer in
      let action = snapshot.action(answer.action)?.text ?? ""
      return entry(
        .answer, answer.record, [answer.text, action].filter { !$0.isEmpty }.joined(separator: " · "))
    }
    return [own] + notes + findings + judgements + answers + addenda
  }

  private static func words(for judgement: Judgement, in review: Review) -> String {
    let area = review.framework.area(judgement.area)?.title ?? judgement.area
    let grade = review.framework.level(judgement.ours, of: judgement.area)?.title ?? ""
    let notReviewed =
      judgement.notReviewed.isEmpty || judgement.isGraded ? "" : "not reviewed: \(judgement.notReviewed)"
    return [area, grade, judgement.rationale, notReviewed].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func entry(of action: AgreedAction, _ snapshot: Snapshot) -> SearchEntry {
    let words = [action.text, action.success].filter { !$0.isEmpty }.joined(separator: " · ")
    return SearchEntry(
      .action, action.id, review: action.review, school: action.school,
      schoolName: snapshot.schoolName(action.school), date: action.due ?? action.record.instant("at")?.date,
      text: words, more: action.owner, isWithdrawn: action.record.isWithdrawn)
  }
}
