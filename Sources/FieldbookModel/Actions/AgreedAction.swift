/// What a school has agreed to do; it outlives the review it came from.
public struct AgreedAction: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// An action read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// Its id.
  public var id: String { record.id }
  /// What will be done.
  public var text: String { record.text("text") }
  /// Who sees to it, by role.
  public var owner: String { record.text("owner") }
  /// When it is due.
  public var due: CalendarDate? { record.date("due") }
  /// How pressing it is.
  public var priority: ActionPriority? { ActionPriority(rawValue: record.text("priority")) }
  /// How anyone could tell that it worked.
  public var success: String { record.text("success") }
  /// The school's URN.
  public var school: URN { URN(record.text("school")) }
  /// The review it came from.
  public var review: String { record.text("review") }
  /// The finding it answers, empty when none.
  public var finding: String { record.text("finding") }
  /// The area it belongs to, empty when none.
  public var area: String { record.text("area") }
  /// Where it stands apart from what later reviews found.
  public var ownStatus: ActionStatus { ActionStatus(rawValue: record.text("status")) ?? .notStarted }

  /// Its latest answer that says what became of it: from reviews that were not cancelled, the youngest visit last.
  public func latestAnswer(in reviews: [Review]) -> Answer? {
    reviews.filter { $0.state != .cancelled && !$0.record.isUndone && $0.id != review }
      .compactMap { review in review.answer(to: id).map { (review, $0) } }
      .max { ($0.0.date?.dayNumber ?? 0, $0.0.id) < ($1.0.date?.dayNumber ?? 0, $1.0.id) }?.1
  }

  /// Where it stands: as the latest review that looked at it found, else its own status.
  public func status(in reviews: [Review]) -> ActionStatus {
    let answered = reviews.filter { $0.state != .cancelled && !$0.record.isUndone && $0.id != review }
      .compactMap { review in review.answer(to: id)?.outcome.status.map { (review, $0) } }
      .max { ($0.0.date?.dayNumber ?? 0, $0.0.id) < ($1.0.date?.dayNumber ?? 0, $1.0.id) }?.1
    return answered ?? ownStatus
  }

  /// Whether it is late: still open on a day after it was due.
  public func isLate(on today: CalendarDate, in reviews: [Review]) -> Bool {
    guard let due else { return false }
    return due < today && status(in: reviews).isOpen
  }

  /// Actions of earlier reviews of a school that a review must answer: agreed elsewhere, still open when set aside
  /// what this review itself says of them, and not of a review that began later.
  public static func toAnswer(in review: Review, actions: [AgreedAction], reviews: [Review]) -> [AgreedAction]
  {
    let others = reviews.filter { $0.id != review.id }
    let dates = Dictionary(reviews.map { ($0.id, $0.date) }, uniquingKeysWith: { first, _ in first })
    return actions.filter { action in
      guard action.record.counts, action.school == review.school, action.review != review.id,
        action.status(in: others).isOpen
      else { return false }
      guard let mine = review.date, let theirs = dates[action.review].flatMap({ $0 }) else { return true }
      return theirs <= mine
    }.sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
  }
}
