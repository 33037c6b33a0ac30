/// A formal review, a note of visit or a progress meeting, read from its record.
public struct Review: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record
  /// The framework as it was when the review began.
  public let framework: Framework

  /// A review read from its record, held against a framework.
  public init(record: Record, framework: Framework) {
    self.record = record
    self.framework = framework
  }

  /// Its id.
  public var id: String { record.id }
  /// The school's URN.
  public var school: URN { URN(record.text("school")) }
  /// What it is. A kind that is not known is taken for a formal review.
  public var kind: ReviewKind { ReviewKind(rawValue: record.text("kind")) ?? .formal }
  /// Whether it grades; a note of visit and a progress meeting do not.
  public var isFormal: Bool { kind == .formal }
  /// `Formal review`, `Note of visit` or `Progress meeting`.
  public var kindTitle: String { kind.title }
  /// Where it is in its life.
  public var state: ReviewState { ReviewState(rawValue: record.text("state")) ?? .fieldwork }
  /// The first day of the visit.
  public var date: CalendarDate? { record.date("date") }
  /// Who conducts it.
  public var reviewers: [String] { record.texts("reviewers") }
  /// What it looks at.
  public var focus: String { record.text("focus") }
  /// Who signed it, empty before.
  public var signedBy: String { record.text("signedBy") }
  /// When it was signed.
  public var signedAt: Instant? { record.instant("signedAt") }

  /// Its notes, oldest first, withdrawn ones among them.
  public var evidence: [Evidence] { record.parts("evidence").map(Evidence.init) }
  /// Its findings, withdrawn ones among them, in the order somebody gave them; those not named in it come after,
  /// oldest first.
  public var findings: [Finding] {
    let findings = record.parts("findings").map(Finding.init)
    let order = record.texts("order")
    guard !order.isEmpty else { return findings }
    let places = Dictionary(zip(order, order.indices), uniquingKeysWith: { first, _ in first })
    return findings.enumerated().sorted { one, other in
      (places[one.element.id] ?? .max, one.offset) < (places[other.element.id] ?? .max, other.offset)
    }.map(\.element)
  }
  /// Its answers to actions agreed earlier, by the action's id.
  public var answers: [String: Answer] {
    Dictionary(uniqueKeysWithValues: record.parts("answers").filter(\.counts).map { ($0.id, Answer($0)) })
  }

  /// Its answer to an action agreed earlier, if it has one that counts.
  public func answer(to action: String) -> Answer? {
    record.part("answers", action).flatMap { $0.counts ? Answer($0) : nil }
  }

  /// What is judged of an area; an empty judgement when nothing is yet.
  public func judgement(of area: String) -> Judgement {
    guard let judged = record.part("judgements", area), !judged.isUndone else {
      return Judgement(Record(id: area))
    }
    return Judgement(judged)
  }

  /// Notes that count and bear on an area.
  public func evidence(in area: String) -> [Evidence] {
    evidence.filter { $0.record.counts && $0.areas.contains(area) }
  }

  /// Findings that count in an area.
  public func findings(in area: String) -> [Finding] {
    findings.filter { $0.record.counts && $0.area == area }
  }

  /// The findings an area's judgement rests on: those it names, or all of the area when it names none.
  public func findings(behind judgement: Judgement) -> [Finding] {
    let all = findings(in: judgement.area)
    let named = all.filter { judgement.findings.contains($0.id) }
    return named.isEmpty ? all : named
  }

  /// The notes a finding names that still count.
  public func evidence(behind finding: Finding) -> [Evidence] {
    let named = Set(finding.evidence)
    return evidence.filter { $0.record.counts && named.contains($0.id) }
  }

  /// Whether a finding rests on at least two sources of different kinds or places.
  public func isTriangulated(_ finding: Finding) -> Bool {
    Set(evidence(behind: finding).map(\.sourceKey)).count >= 2
  }

  /// How many different sources bear on an area.
  public func sources(in area: String) -> Int {
    Set(evidence(in: area).map(\.sourceKey)).count
  }
}

/// One note of what was seen, heard or read.
public struct Evidence: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// A note read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// Its id.
  public var id: String { record.id }
  /// What it says.
  public var text: String { record.text("text") }
  /// The ids of the areas it bears on.
  public var areas: [String] { record.texts("areas") }
  /// The activity it came from.
  public var type: EvidenceType { EvidenceType(rawValue: record.text("type")) ?? .note }
  /// What it shows, if that was said.
  public var strength: EvidenceStrength? { EvidenceStrength(rawValue: record.text("strength")) }
  /// When it was taken.
  public var at: Instant? { record.instant("at") }

  /// What tells one source from another: the activity with its class, subject, role and place. Two notes with the
  /// same key come from one class, one conversation or one document.
  public var sourceKey: String {
    let parts =
      [type.rawValue] + ["yearGroup", "subject", "who", "source"].map { record.text($0).lowercased() }
    return parts.joined(separator: "\u{1F}")
  }

  /// The activity with its class and subject, `lesson visit · Y5 maths`.
  public var sourceTitle: String {
    let place = [record.text("yearGroup"), record.text("subject")].filter { !$0.isEmpty }.joined(
      separator: " ")
    return ([type.title, place, record.text("who")].filter { !$0.isEmpty }).joined(separator: " · ")
  }
}

/// What a cluster of evidence shows, in one area.
public struct Finding: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// A finding read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// Its id.
  public var id: String { record.id }
  /// What it says.
  public var statement: String { record.text("statement") }
  /// The area it belongs to; empty where a strength or question of a note of visit has none.
  public var area: String { record.text("area") }
  /// The ids of the notes it names.
  public var evidence: [String] { record.texts("evidence") }
  /// What it shows.
  public var kind: FindingKind? { FindingKind(rawValue: record.text("kind")) }
  /// How widespread that is.
  public var scale: FindingScale? { FindingScale(rawValue: record.text("scale")) }
}

/// What is judged of one area.
public struct Judgement: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// A judgement read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// The area's id.
  public var area: String { record.id }
  /// The id of our grade, empty when none is given.
  public var ours: String { record.isWithdrawn ? "" : record.text("ours") }
  /// The id of the school's own grade, empty when not known.
  public var schoolsOwn: String { record.text("self") }
  /// Why this grade.
  public var rationale: String { record.text("rationale") }
  /// Why the area was not reviewed, empty when it was.
  public var notReviewed: String { record.isWithdrawn ? "" : record.text("notReviewed") }
  /// The ids of the findings it names.
  public var findings: [String] { record.texts("findings") }
  /// Whether our grade is given.
  public var isGraded: Bool { !ours.isEmpty }
}

/// What became of an action agreed earlier, as found in a review.
public struct Answer: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// An answer read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// The action's id.
  public var action: String { record.id }
  /// What was found, or why it was not looked at.
  public var text: String { record.text("text") }
  /// What became of the action.
  public var outcome: AnswerOutcome { AnswerOutcome(rawValue: record.text("outcome")) ?? .notLookedAt }
}
