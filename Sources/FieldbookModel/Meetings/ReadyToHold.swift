/// The rules of *Ready to be held?*, for a progress meeting.
///
/// What blocks: no decision; a decision that the actions do not bear out; an action without owner or date; text still in
/// a draft. All else is said and left to whoever leads the meeting.
enum ReadyToHold {
  static func points(
    _ meeting: Review, actions: [AgreedAction], reviews: [Review], calendar: SchoolCalendar, hasDraft: Bool
  ) -> [SigningPoint] {
    let own = actions.filter { $0.review == meeting.id && $0.record.counts }
    var points = decisionPoints(meeting, own)
    for action in own { points += ReadyToSign.actionPoints(action, review: meeting, calendar: calendar) }
    if hasDraft { points.append(ReadyToSign.draftPoint("Text of this meeting is still in a draft")) }
    points += textPoints(meeting) + numberPoints(meeting, reviews)
    points += ReadyToSign.earlierPoints(meeting, actions: actions, reviews: reviews, blocks: false)
    return points.filter(\.blocks) + points.filter { !$0.blocks }
  }

  private static func decisionPoints(_ meeting: Review, _ own: [AgreedAction]) -> [SigningPoint] {
    func point(_ matter: SigningPoint.Matter, _ words: String) -> [SigningPoint] {
      [SigningPoint(matter: matter, place: .decision, words: "Decision: \(words)", blocks: true)]
    }
    switch meeting.decision {
    case nil: return point(.decisionMissing, "not written down yet; no action is one too")
    case .action where own.isEmpty: return point(.decisionUnlikeActions, "action, but none is agreed yet")
    case .noAction where !own.isEmpty:
      return point(.decisionUnlikeActions, "no action, but an action is agreed")
    case .noAction where meeting.decided.allSatisfy(\.isWhitespace):
      return point(.decisionMissing, "no action, but not why")
    case .action, .noAction: return []
    }
  }

  private static func textPoints(_ meeting: Review) -> [SigningPoint] {
    MeetingText.allCases.filter { meeting.text($0).allSatisfy(\.isWhitespace) }.map { text in
      SigningPoint(
        matter: .questionUnanswered, place: .text(text), words: "\(text.title): nothing is written down",
        blocks: false)
    }
  }

  private static func numberPoints(_ meeting: Review, _ reviews: [Review]) -> [SigningPoint] {
    let figures = meeting.figures
    guard !figures.isEmpty else { return [] }
    var points: [SigningPoint] = []
    if !figures.contains(where: \.isUsed) {
      points.append(
        SigningPoint(
          matter: .noNumberUsed, place: .figure(""), words: "Numbers: none is marked as used", blocks: false))
    }
    let used = Set(figures.filter(\.isUsed).compactMap(\.asked))
    let passedOver = UnusedNumbers(reviews, before: meeting).passedOver(at: meeting.school)
    for asked in passedOver.subtracting(used).sorted() {
      guard let figure = figures.first(where: { $0.asked == asked }) else { continue }
      points.append(
        SigningPoint(
          matter: .numberUnused, place: .figure(figure.id),
          words: "\(asked.title): not used at the last two meetings either; is it still worth asking for?",
          blocks: false))
    }
    return points
  }
}
