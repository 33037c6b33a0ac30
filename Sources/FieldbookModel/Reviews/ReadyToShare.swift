/// The rules of *Ready to share?*, for a note of visit.
///
/// What blocks: a note that tells nothing; an action without owner or date; text still in a draft. All else is said
/// and left to the writer: no purpose, a strength that rests on no note, earlier actions without an answer.
enum ReadyToShare {
  static func points(
    _ review: Review, actions: [AgreedAction], reviews: [Review], calendar: SchoolCalendar, hasDraft: Bool
  ) -> [SigningPoint] {
    let own = actions.filter { $0.review == review.id && $0.record.counts }
    var points = tellsNothing(review, own)
    for action in own { points += ReadyToSign.actionPoints(action, review: review, calendar: calendar) }
    if hasDraft { points.append(ReadyToSign.draftPoint("Text of this note of visit is still in a draft")) }
    if !review.record.has("focus") {
      points.append(
        SigningPoint(
          matter: .purposeMissing, place: .purpose, words: "Purpose: not written down yet", blocks: false))
    }
    points += restingPoints(review)
    points += ReadyToSign.earlierPoints(review, actions: actions, reviews: reviews, blocks: false)
    return points.filter(\.blocks) + points.filter { !$0.blocks }
  }

  private static func tellsNothing(_ review: Review, _ own: [AgreedAction]) -> [SigningPoint] {
    let told = review.findings.contains { $0.record.counts }
    guard !told, own.isEmpty else { return [] }
    return [
      SigningPoint(
        matter: .tellsNothing, place: .strengths,
        words: "Nothing is told yet: a strength, a question or an action", blocks: true)
    ]
  }

  /// A question needs no note; a strength is the better for one.
  private static func restingPoints(_ review: Review) -> [SigningPoint] {
    review.findings.filter(\.record.counts).compactMap { finding in
      let name = "“\(ReadyToSign.brief(finding.statement))”"
      let place = SigningPoint.Place.finding(finding.id)
      if finding.kind != .question, !review.restsOnNotes(finding) {
        let noun = finding.kind == .strength ? "Strength" : "Finding"
        return SigningPoint(
          matter: .restsOnNothing, place: place, words: "\(noun) \(name): rests on no note yet", blocks: false
        )
      }
      guard review.asksForSecondSource(finding), !review.isTriangulated(finding) else { return nil }
      return SigningPoint(
        matter: .notTriangulated, place: place,
        words: "Finding \(name): not triangulated, one source only", blocks: false)
    }
  }
}
