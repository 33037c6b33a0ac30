/// The rule by which the program says which school to look at, and why: facts in words, in a fixed order.
///
/// - Safeguarding was found not met when it was last judged.
/// - Actions are late.
/// - The headline of the school's phase fell by `fallInPercent` (or `fallInPoints` for a score) or more since the
///   year before, and by at least two children where they can be counted; or it fell two years running.
/// - A review begun more than `daysUnfinished` days ago is neither signed, shared nor cancelled.
/// - The school is new under its number (`monthsNew`), and no formal review of it has been begun.
/// - There was no visit within `monthsBetweenVisits` months, or never any.
/// - The school had a headline last year, and this year's is not here.
///
/// Nothing is weighed, graded or added up, no school is held against another, and a gap is no reason. Small groups
/// are named as such.
public struct ReasonsToVisit: Hashable, Sendable {
  /// Months after which a visit counts as long ago.
  public var monthsBetweenVisits = 12
  /// Days after which a review should have been finished.
  public var daysUnfinished = 28
  /// Months for which a school counts as new.
  public var monthsNew = 18
  /// The fall of a percentage, in points, that is a reason by itself.
  public var fallInPercent = 5.0
  /// The fall of a score that is a reason by itself.
  public var fallInPoints = 3.0
  /// Pupils below which a group counts as small.
  public var smallGroup = 11

  /// The rule with its usual thresholds.
  public init() {}

  /// The reasons to visit a school, in the order in which they are said.
  /// - Parameters:
  ///   - headline: the figure of the school's phase, if there is one.
  ///   - reviews: the school's own.
  ///   - actions: the school's own, those that still count and are still open.
  public func reasons(
    for school: School, headline: Headline?, catalogue: Catalogue, reviews: [Review],
    openActions actions: [AgreedAction], today: CalendarDate
  ) -> [VisitReason] {
    let reviews = reviews.filter { $0.state != .cancelled && !$0.record.isUndone }
    let visits = Visits(reviews, today: today)
    return safeguarding(reviews) + late(actions, today) + fall(headline, catalogue)
      + unfinished(reviews, today) + visiting(school, reviews, visits, today)
      + awaited(headline, school, catalogue)
  }

  /// The visits of a school that took place, and the next one that did not yet.
  public struct Visits: Hashable, Sendable {
    /// The day of the latest.
    public let last: CalendarDate?
    /// The day of the next one on record.
    public let next: CalendarDate?

    /// The visits among reviews that were not cancelled.
    public init(_ reviews: [Review], today: CalendarDate) {
      // A meeting on numbers is no visit.
      let counted = reviews.filter { $0.state != .cancelled && !$0.record.isUndone && !$0.isMeeting }
      let isAhead = { (review: Review) in review.state == .planned || review.state == .preparing }
      last = counted.filter { !isAhead($0) }.compactMap(\.date).filter { $0 <= today }.max()
      next = counted.compactMap { review in
        review.date.flatMap { date in date > today || (isAhead(review) && date >= today) ? date : nil }
      }.min()
    }
  }

  // MARK: Each reason

  private func safeguarding(_ reviews: [Review]) -> [VisitReason] {
    let judged = reviews.flatMap { review in
      review.framework.areas.compactMap { area -> (date: CalendarDate?, id: String, isMet: Bool)? in
        let judgement = review.judgement(of: area.id)
        guard judgement.isGraded, review.framework.level(Framework.notMet, of: area.id) != nil else {
          return nil
        }
        return (review.date, review.id, judgement.ours != Framework.notMet)
      }
    }
    let latest = judged.max { ($0.date?.dayNumber ?? 0, $0.id) < ($1.date?.dayNumber ?? 0, $1.id) }
    return latest.map { $0.isMet ? [] : [.safeguardingNotMet(on: $0.date)] } ?? []
  }

  private func late(_ actions: [AgreedAction], _ today: CalendarDate) -> [VisitReason] {
    let due = actions.compactMap(\.due).filter { $0 < today }
    guard let oldest = due.min() else { return [] }
    return [.lateActions(count: due.count, oldestDue: oldest, days: today.dayNumber - oldest.dayNumber)]
  }

  private func fall(_ headline: Headline?, _ catalogue: Catalogue) -> [VisitReason] {
    guard let headline, let change = headline.change, let measure = catalogue[headline.measure] else {
      return []
    }
    let worse = measure.better == .down ? change : -change
    let worseBefore = headline.changeBefore.map { measure.better == .down ? $0 : -$0 } ?? 0
    let pupils = headline.now?.n
    let fall = HeadlineFall(
      title: measure.shortTitle, unit: measure.unit, points: worse, since: headline.year.previous,
      pupils: pupils, isSecondRunning: worse >= 1 && worseBefore >= 1,
      isSmallGroup: pupils.map { $0 < smallGroup } ?? false)
    let isLarge = worse >= (measure.unit == .percent ? fallInPercent : fallInPoints)
    guard isLarge || fall.isSecondRunning, (fall.children ?? 2) >= 2 || fall.isSecondRunning else {
      return []
    }
    return [.fall(fall)]
  }

  private func unfinished(_ reviews: [Review], _ today: CalendarDate) -> [VisitReason] {
    let begun = reviews.filter { review in
      review.state.isEditable && review.date.map { today.dayNumber - $0.dayNumber > daysUnfinished } ?? false
    }
    guard let oldest = begun.min(by: { ($0.date?.dayNumber ?? 0) < ($1.date?.dayNumber ?? 0) }),
      let date = oldest.date
    else { return [] }
    return [
      .unfinished(
        kind: oldest.kindTitle.lowercased(), state: oldest.state, since: date,
        days: today.dayNumber - date.dayNumber)
    ]
  }

  /// A new school wants its first review; any other a visit now and then.
  private func visiting(
    _ school: School, _ reviews: [Review], _ visits: Visits, _ today: CalendarDate
  ) -> [VisitReason] {
    let isBegun = reviews.contains { $0.isFormal && $0.state != .planned && $0.state != .preparing }
    if let opened = school.openDate, !isBegun, opened <= today, today < opened.adding(months: monthsNew) {
      return [.noBaseline(openedOn: opened, next: visits.next)]
    }
    guard let last = visits.last else { return [.neverVisited(next: visits.next)] }
    let months = ReasonsToVisit.months(from: last, to: today)
    return months >= monthsBetweenVisits
      ? [.notVisited(since: last, months: months, next: visits.next)] : []
  }

  private func awaited(_ headline: Headline?, _ school: School, _ catalogue: Catalogue) -> [VisitReason] {
    guard let headline, headline.now == nil || headline.now?.reading.reason == .awaited,
      headline.before?.reading.value != nil
    else { return [] }
    let title = catalogue[headline.measure]?.shortTitle ?? headline.measure
    return [.resultsAwaited(title: title, year: headline.year)]
  }

  /// Whole months between two days.
  static func months(from first: CalendarDate, to last: CalendarDate) -> Int {
    let months = (last.year - first.year) * 12 + last.month - first.month
    return first.adding(months: months) > last ? months - 1 : months
  }
}
