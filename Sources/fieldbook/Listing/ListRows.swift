import FieldbookModel
import PlainText

extension School {
  /// Its phase in words; nil where the register gave neither ages nor a word, or does not list it any more.
  fileprivate var knownPhase: String? {
    phase == .other && registeredPhase.isEmpty && lowAge == nil && highAge == nil ? nil : phase.title
  }
}

/// A row of each list, member by member as the documentation has it.
enum ListRows {
  /// The columns of a table, which a person can read, or of CSV, which leaves nothing out.
  static func columns(_ kind: ListCommand.Kind, _ format: ListCommand.Format) -> [String] {
    format == .csv ? allColumns(kind) : tableColumns(kind)
  }

  private static let sourceColumns = [
    "source.file", "source.sha256", "source.line", "source.column", "source.asAt", "source.importedAt",
    "source.mapping", "source.citation",
  ]

  private static func allColumns(_ kind: ListCommand.Kind) -> [String] {
    switch kind {
    case .schools:
      [
        "urn", "name", "ours", "phase", "registeredPhase", "type", "status", "la.code", "la.name", "trust",
        "groups",
        "lowAge", "highAge", "roll", "capacity", "inspection.rating", "inspection.date", "previousUrns",
        "inRegister",
      ] + sourceColumns
    case .observations:
      [
        "level", "school", "la", "measure", "group", "period", "value", "unit", "reason", "raw", "n", "roll",
        "nReason",
        "lower", "upper", "status", "previousUrn",
      ] + sourceColumns
    case .reviews:
      [
        "id", "school", "kind", "visit", "framework", "state", "date", "reviewers", "focus", "hours",
        "signedBy", "signedAt", "judgements", "counts.evidence", "counts.findings", "counts.actions",
        "counts.addenda",
      ]
    case .meetings: meetingColumns
    case .evidence:
      [
        "id", "review", "school", "at", "type", "areas", "strength", "text", "yearGroup", "subject", "who",
        "withdrawn", "withdrawnBecause",
      ]
    case .findings:
      [
        "id", "review", "school", "area", "statement", "kind", "scale", "evidence", "triangulated",
        "withdrawn", "withdrawnBecause",
      ]
    case .actions:
      [
        "id", "review", "school", "finding", "text", "owner", "due", "priority", "success", "status",
        "answer", "withdrawn", "withdrawnBecause",
      ]
    }
  }

  private static func tableColumns(_ kind: ListCommand.Kind) -> [String] {
    switch kind {
    case .schools:
      ["urn", "name", "ours", "phase", "status", "la.name", "trust", "roll", "inspection.rating"]
    case .observations:
      [
        "level", "school", "la", "measure", "group", "period", "value", "unit", "reason", "n", "source.line",
        "source.column",
      ]
    case .reviews: ["id", "school", "kind", "framework", "state", "date", "reviewers", "signedBy"]
    case .meetings: ["id", "school", "halfTerm", "state", "date", "ledBy", "decision", "decided", "heldBy"]
    case .evidence: ["id", "review", "school", "at", "type", "areas", "strength", "text", "withdrawn"]
    case .findings:
      ["id", "review", "school", "area", "statement", "kind", "scale", "triangulated", "withdrawn"]
    case .actions: ["id", "review", "school", "text", "owner", "due", "priority", "status", "withdrawn"]
    }
  }

  static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }

  private static func source(_ place: FactPlace?) -> JSONValue {
    guard let place else { return .null }
    return .object([
      "file": .string(place.source.file), "sha256": .string(place.source.sha256), "line": number(place.line),
      "column": .orNull(place.column), "asAt": .orNull(place.source.asAt?.text),
      "importedAt": .string(place.source.importedAt.text), "mapping": .string(place.source.mapping),
      "citation": .orNull(place.source.citation.map { "\($0.text), \($0.address)" }),
    ])
  }

  // MARK: Facts

  static func schools(_ content: ListContent, _ urn: URN?, _ add: (JSONValue) -> Void) {
    for school in content.facts.schools.values.sorted(by: { $0.urn < $1.urn })
    where urn == nil || school.urn == urn {
      add(row(school, content.facts))
    }
  }

  private static func row(_ school: School, _ facts: Facts) -> JSONValue {
    .object([
      "urn": .string(school.urn.text), "name": .string(school.name), "ours": .bool(school.isOurs),
      "phase": .orNull(school.knownPhase), "registeredPhase": .orNull(school.registeredPhase),
      "type": .orNull(school.type), "status": .orNull(school.status),
      "la": .object(["code": .orNull(school.laCode), "name": .orNull(school.laName)]),
      "trust": .orNull(school.trust),
      "groups": .array(
        facts.groups.memberships(of: school.urn).map { group in
          .object([
            "uid": .string(group.uid), "name": .string(group.name), "kind": .string(group.kind),
            "joined": .orNull(group.joined?.text),
          ])
        }),
      "lowAge": .orNull(school.lowAge), "highAge": .orNull(school.highAge), "roll": .orNull(school.roll),
      "capacity": .orNull(school.capacity),
      "inspection": .object([
        "rating": .orNull(school.inspectionRating), "date": .orNull(school.inspectionDate?.text),
      ]),
      "previousUrns": .array(school.previousURNs.map { .string($0.text) }),
      "inRegister": .bool(school.isInRegister),
      "source": source(school.source),
    ])
  }

  static func observations(_ content: ListContent, _ urn: URN?, full: Bool, _ add: (JSONValue) -> Void) {
    let disclosure = Disclosure(facts: content.facts, rule: content.rule)
    let subjects = urn.map { [ObservationSubject.school($0)] } ?? content.facts.subjects
    for subject in subjects {
      for observation in content.facts.observations(of: subject) {
        let shown = full ? observation : disclosure.shown(observation)
        add(row(shown, content.facts))
      }
    }
  }

  private static func row(_ observation: Observation, _ facts: Facts) -> JSONValue {
    var school: String?
    var la: String?
    switch observation.subject {
    case .school(let urn): (school, la) = (urn.text, observation.authority)
    case .la(let code): la = code
    case .england, .englandState, .englandKind: break
    }
    return .object([
      "level": .string(observation.subject.level), "school": .orNull(school), "la": .orNull(la),
      "measure": .string(observation.measure), "group": .string(observation.group.rawValue),
      "period": .string(observation.when.text), "value": .orNull(observation.reading.value),
      "unit": .orNull(facts.catalogue[observation.measure]?.unit.rawValue),
      "reason": .orNull(observation.reading.reason?.rawValue),
      "raw": observation.raw.map { .string($0) } ?? .null,
      "n": .orNull(observation.n), "roll": .orNull(observation.roll),
      "nReason": .orNull(observation.count?.reason?.rawValue),
      "lower": .orNull(observation.lower), "upper": .orNull(observation.upper),
      "status": .string(observation.status),
      "previousUrn": .orNull(observation.previousURN?.text), "source": source(observation.place),
    ])
  }

  // MARK: Records

  static func reviews(_ content: ListContent, of urn: URN?) -> [Review] {
    content.reviews.filter { urn == nil || $0.school == urn }
      .sorted { ($0.date?.dayNumber ?? 0, $0.id) < ($1.date?.dayNumber ?? 0, $1.id) }
  }

  static func reviews(_ content: ListContent, _ urn: URN?, _ add: (JSONValue) -> Void) {
    for review in reviews(content, of: urn) where !review.isMeeting { add(row(review, content)) }
  }

  private static func row(_ review: Review, _ content: ListContent) -> JSONValue {
    let actions = content.actions.filter { $0.review == review.id && $0.record.counts }.count
    return .object([
      "id": .string(review.id), "school": .string(review.school.text),
      "kind": .string(review.record.text("kind")), "visit": .orNull(review.visitKind?.rawValue),
      "framework": .string(review.framework.id), "state": .string(review.state.rawValue),
      "date": .orNull(review.date?.text), "reviewers": .array(review.reviewers.map { .string($0) }),
      "focus": .orNull(review.focus), "hours": .orNull(review.hours),
      "signedBy": .orNull(review.signedBy),
      "signedAt": .orNull(review.signedAt?.text),
      "judgements": .array(review.framework.areas.compactMap { judgement(of: $0, in: review) }),
      "counts": .object([
        "evidence": number(review.evidence.filter(\.record.counts).count),
        "findings": number(review.findings.filter(\.record.counts).count), "actions": number(actions),
        "addenda": number(review.addenda.filter(\.record.counts).count),
      ]),
    ])
  }

  /// An area's judgement; none where nothing at all was said of the area.
  private static func judgement(of area: Framework.Area, in review: Review) -> JSONValue? {
    let judgement = review.judgement(of: area.id)
    guard !judgement.record.values.isEmpty else { return nil }
    let findings = judgement.isGraded ? review.findings(behind: judgement) : []
    return .object([
      "area": .string(area.id), "self": .orNull(judgement.schoolsOwn), "ours": .orNull(judgement.ours),
      "notReviewed": .orNull(judgement.notReviewed), "rationale": .orNull(judgement.rationale),
      "findings": .array(findings.map { .string($0.id) }),
    ])
  }

  static func evidence(_ content: ListContent, _ urn: URN?, _ add: (JSONValue) -> Void) {
    for review in reviews(content, of: urn) {
      for note in review.evidence {
        add(
          .object([
            "id": .string(note.id), "review": .string(review.id), "school": .string(review.school.text),
            "at": .orNull(note.at?.text), "type": .string(note.type.rawValue),
            "areas": .array(note.areas.map { .string($0) }), "strength": .orNull(note.strength?.rawValue),
            "text": .string(note.text), "yearGroup": .orNull(note.record.text("yearGroup")),
            "subject": .orNull(note.record.text("subject")), "who": .orNull(note.record.text("who")),
            "withdrawn": .bool(note.record.isWithdrawn),
            "withdrawnBecause": .orNull(note.record.text("withdrawn")),
          ]))
      }
    }
  }

  static func findings(_ content: ListContent, _ urn: URN?, _ add: (JSONValue) -> Void) {
    for review in reviews(content, of: urn) {
      for finding in review.findings {
        add(
          .object([
            "id": .string(finding.id), "review": .string(review.id), "school": .string(review.school.text),
            "area": .orNull(finding.area), "statement": .string(finding.statement),
            "kind": .orNull(finding.kind?.rawValue), "scale": .orNull(finding.scale?.rawValue),
            "evidence": .array(finding.evidence.map { .string($0) }),
            "triangulated": review.asksForSecondSource(finding)
              ? .bool(review.isTriangulated(finding)) : .null,
            "withdrawn": .bool(finding.record.isWithdrawn),
            "withdrawnBecause": .orNull(finding.record.text("withdrawn")),
          ]))
      }
    }
  }

  static func actions(_ content: ListContent, _ urn: URN?, _ add: (JSONValue) -> Void) {
    let actions = content.actions.filter { urn == nil || $0.school == urn }
    for action in actions.sorted(by: {
      ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id)
    }) {
      add(
        .object([
          "id": .string(action.id), "review": .string(action.review), "school": .string(action.school.text),
          "finding": .orNull(action.finding), "text": .string(action.text), "owner": .orNull(action.owner),
          "due": .orNull(action.due?.text), "priority": .orNull(action.priority?.rawValue),
          "success": .orNull(action.success), "status": .string(action.status(in: content.reviews).rawValue),
          "answer": .orNull(action.latestAnswer(in: content.reviews)?.text),
          "withdrawn": .bool(action.record.isWithdrawn),
          "withdrawnBecause": .orNull(action.record.text("withdrawn")),
        ]))
    }
  }
}
