/// The numbers of a school that a progress meeting looks at: what it returned of a half-term, and the result that heads
/// its page. They are taken once, and stay what they were.
public struct MeetingNumbers: Sendable {
  private let facts: Facts
  private let collections: CollectionPlan
  private let disclosure: Disclosure
  private let today: CalendarDate

  /// What there is to take numbers from, and the day on which they are taken.
  public init(facts: Facts, collections: CollectionPlan, rule: SmallGroups, today: CalendarDate) {
    self.facts = facts
    self.collections = collections
    self.today = today
    disclosure = Disclosure(facts: facts, rule: rule)
  }

  /// The half-term that a meeting at a school would look at: the latest of which it returned anything, else the latest
  /// of which any school did.
  public func latestHalfTerm(of school: URN) -> HalfTerm? {
    let returned = facts.returnedHalfTerms
    return returned.last { halfTerm in
      facts.returns(of: halfTerm).contains { $0.school == school && !$0.isAim }
    } ?? returned.last
  }

  /// The numbers as the members of records, by id. Empty where nothing at all is known.
  public func taken(of school: URN, at halfTerm: HalfTerm) -> [String: [String: FieldValue]] {
    var taken: [String: [String: FieldValue]] = [:]
    for (id, values) in published(of: school) + returned(by: school, at: halfTerm)
      + missing(of: school, at: halfTerm)
    { taken[id] = values }
    return taken
  }

  /// Where a kind stands among those of its year group and subject.
  static func place(of kind: ReturnKind) -> Int {
    switch kind {
    case .expected: 0
    case .higher: 1
    case .average: 2
    case .conduct(let conduct): 10 + (ReturnKind.Conduct.allCases.firstIndex(of: conduct) ?? 0)
    default: 99
    }
  }

  // MARK: Parts

  private typealias Taken = (id: String, values: [String: FieldValue])

  /// The groups that are looked at: all pupils, and those who are disadvantaged beside the others.
  private static let groups: [PupilGroup] = [.all, .disadvantaged, .notDisadvantaged]

  private func published(of urn: URN) -> [Taken] {
    guard let school = facts.school(urn),
      let headline = Headline(of: school, in: facts, years: HeadlineYears(facts))
    else { return [] }
    return MeetingNumbers.groups.compactMap { group in
      guard
        let now = facts.observation(of: .school(urn), headline.measure, group, in: headline.year)
      else { return nil }
      let before = facts.observation(of: .school(urn), headline.measure, group, in: headline.year.previous)
      let isAlike = before.map { $0.status == now.status && $0.reading.value != nil } ?? false
      let against =
        isAlike ? "the same result in \(headline.year.previous.text), other pupils" : "not compared"
      return figure(now, before: isAlike ? before : nil, against: against)
    }
  }

  private func returned(by school: URN, at halfTerm: HalfTerm) -> [Taken] {
    let returns = facts.returns(of: halfTerm).filter { $0.school == school && !$0.isAim }
    return returns.flatMap { MeetingNumbers.measures(of: $0.measure) }.flatMap { measure in
      MeetingNumbers.groups(for: measure).compactMap { group -> Taken? in
        guard let now = facts.returned(measure, group, by: school, in: halfTerm) else { return nil }
        switch facts.change(of: measure, group, by: school, in: halfTerm) {
        case .success(let change):
          return figure(
            now, before: change.before,
            against: ComparedWith.samePointLastYear.words(measure, at: halfTerm))
        case .failure(let obstacle):
          return figure(now, before: nil, against: "not compared: \(obstacle.words)")
        }
      }
    }
  }

  /// What was returned a year before and is not there now, with the reason that the plan gives.
  private func missing(of school: URN, at halfTerm: HalfTerm) -> [Taken] {
    let now = Set(facts.returns(of: halfTerm).filter { $0.school == school && !$0.isAim }.map(\.measure.stem))
    let before = facts.returns(of: halfTerm.yearBefore).filter { $0.school == school && !$0.isAim }
    return before.filter { !now.contains($0.measure.stem) }.compactMap { then -> Taken? in
      guard let measure = MeetingNumbers.measures(of: then.measure).first,
        facts.returned(measure, by: school, in: halfTerm.yearBefore) != nil
      else { return nil }
      let reason = collections.absence(of: measure, by: school, in: halfTerm, today: today) ?? .notSupplied
      return (
        MeetingNumbers.id(measure.id, .all),
        [
          "measure": .text(measure.id), "title": .text(measure.measure.title),
          "group": .text(PupilGroup.all.rawValue), "period": .text(Period(halfTerm).text),
          "reason": .text(reason.rawValue),
        ]
      )
    }
  }

  /// What is looked at of a year group and subject, or of attendance and behaviour.
  private static func measures(of row: ReturnMeasure) -> [ReturnMeasure] {
    let kinds: [ReturnKind] =
      row.subject == nil
      ? ReturnKind.Conduct.allCases.map { .conduct($0) } : [.expected, .higher, .average]
    return kinds.map(row.saying)
  }

  private static func groups(for measure: ReturnMeasure) -> [PupilGroup] {
    switch measure.kind {
    case .expected, .conduct(.absence), .conduct(.persistent): groups
    default: [.all]
    }
  }

  private static func id(_ measure: String, _ group: PupilGroup) -> String { "\(measure):\(group.rawValue)" }

  private func figure(_ now: Observation, before: Observation?, against: String) -> Taken {
    var values: [String: FieldValue] = [
      "measure": .text(now.measure), "title": .text(facts.catalogue[now.measure]?.title ?? now.measure),
      "group": .text(now.group.rawValue), "period": .text(now.when.text), "against": .text(against),
      "file": .text(now.place.source.file), "sha256": .text(now.place.source.sha256),
      "line": .number(Double(now.place.line)), "column": .text(now.place.column),
    ]
    values["unit"] = (facts.catalogue[now.measure]?.unit.rawValue).map { .text($0) }
    values["value"] = now.reading.value.map { .number($0) }
    values["reason"] = now.reading.reason.map { .text($0.rawValue) }
    values["n"] = now.n.map { .number(Double($0)) }
    values["roll"] = now.roll.map { .number(Double($0)) }
    values["before"] = before?.reading.value.map { .number($0) }
    values["asAt"] = now.place.source.asAt.map { .date($0) }
    if disclosure.isHidden(now) { values["small"] = .flag(true) }
    if let before, disclosure.isHidden(before) { values["smallBefore"] = .flag(true) }
    return (MeetingNumbers.id(now.measure, now.group), values.filter { !$0.value.isEmpty })
  }
}
