/// The questions that the latest earlier visit left with a school: what the next one begins with.
public struct EarlierQuestions: Sendable, Hashable {
  /// The visit that asked.
  public let visit: Review
  /// What it asked, in its order.
  public let questions: [Finding]

  /// Those of the latest visit before a review that asked anything and was not cancelled; nil when none did.
  public init?(before review: Review, in reviews: [Review]) {
    let earlier = reviews.filter { other in
      other.id != review.id && other.school == review.school && other.state != .cancelled
        && !other.record.isUndone && other.isShared && !other.questions.isEmpty
        && EarlierQuestions.isBefore(other, review)
    }
    guard
      let latest = earlier.max(by: { ($0.date?.dayNumber ?? 0, $0.id) < ($1.date?.dayNumber ?? 0, $1.id) })
    else { return nil }
    visit = latest
    questions = latest.questions
  }

  /// Of two visits on one day the one that was begun first comes first.
  private static func isBefore(_ one: Review, _ other: Review) -> Bool {
    guard let first = one.date, let second = other.date else { return one.id < other.id }
    return (first.dayNumber, one.id) < (second.dayNumber, other.id)
  }
}
