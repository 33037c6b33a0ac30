import FieldbookModel
import Synchronization

/// What the records say of a school: its actions, its visits, and why it should be looked at.
struct SchoolStanding: Hashable, Sendable {
  var openActions = 0
  var lateActions = 0
  var lastVisit: CalendarDate?
  var nextVisit: CalendarDate?
  /// Only schools of ours are looked at; the others are kept to compare with.
  var reasons: [VisitReason] = []

  /// `2 actions late … · no visit for 14 months …`.
  var reasonWords: String { reasons.map(\.words).joined(separator: " · ") }
}

/// How schools stand on a day, for one revision of the workspace. A school is worked out when it is first asked for,
/// because there may be 24,000.
final class SchoolStandings: Sendable {
  /// The year that each headline measure is shown of.
  let years: HeadlineYears
  /// The headline measures of our schools.
  let measures: Set<String>
  private let snapshot: Snapshot
  private let today: CalendarDate
  private let reviews: [URN: [Review]]
  private let actions: [URN: [AgreedAction]]
  private let known = Mutex<[URN: SchoolStanding]>([:])
  private let headlines = Mutex<[URN: Headline?]>([:])

  init(_ snapshot: Snapshot, today: CalendarDate) {
    self.snapshot = snapshot
    self.today = today
    years = HeadlineYears(snapshot.facts)
    measures = SchoolStandings.measures(of: snapshot, years)
    reviews = Dictionary(grouping: snapshot.reviews, by: \.school)
    actions = Dictionary(grouping: snapshot.actions, by: \.school)
  }

  subscript(urn: URN) -> SchoolStanding {
    if let standing = known.withLock({ $0[urn] }) { return standing }
    let standing = standing(of: snapshot.facts.school(urn) ?? School(urn: urn, name: ""))
    known.withLock { $0[urn] = standing }
    return standing
  }

  /// The latest year's figure of a school, beside those before.
  func headline(of school: School) -> Headline? {
    if let headline = headlines.withLock({ $0[school.urn] }) { return headline }
    let headline = Headline(of: school, in: snapshot.facts, years: years)
    headlines.withLock { $0[school.urn] = .some(headline) }
    return headline
  }

  private static func measures(of snapshot: Snapshot, _ years: HeadlineYears) -> Set<String> {
    guard years.measures.count > 1 else { return years.measures }
    var measures: Set<String> = []
    for school in snapshot.facts.schools.values where school.isOurs && measures.count < years.measures.count {
      if let headline = Headline(of: school, in: snapshot.facts, years: years) {
        measures.insert(headline.measure)
      }
    }
    return measures
  }

  /// Only reviews of the school itself answer its actions, so no other is looked through.
  private func standing(of school: School) -> SchoolStanding {
    let reviews = reviews[school.urn] ?? []
    let cancelled = Set(reviews.filter { $0.state == .cancelled }.map(\.id))
    let open = (actions[school.urn] ?? []).filter {
      $0.record.counts && !cancelled.contains($0.review) && $0.status(in: reviews).isOpen
    }
    let visits = ReasonsToVisit.Visits(reviews, today: today)
    var standing = SchoolStanding(
      openActions: open.count, lateActions: open.count { $0.due.map { $0 < today } ?? false },
      lastVisit: visits.last, nextVisit: visits.next)
    guard school.isOurs else { return standing }
    standing.reasons = ReasonsToVisit().reasons(
      for: school, headline: headline(of: school), catalogue: snapshot.facts.catalogue, reviews: reviews,
      openActions: open, today: today)
    return standing
  }
}

extension ScreenContext {
  /// The standing of every school, as it is today.
  var standings: SchoolStandings { orders.standings(of: snapshot, today: today) }
}
