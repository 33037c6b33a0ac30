/// One thing that stands between a review and its signature, or that the signer should know.
public struct SigningPoint: Hashable, Sendable {
  /// What kind of thing it is.
  public enum Matter: Hashable, Sendable {
    case areaUndecided
    case gradeWithoutFinding
    case gradeWithoutRationale
    case findingWithoutEvidence
    case notTriangulated
    case actionWithoutOwner
    case actionWithoutDate
    case actionWithoutTest
    case actionDueBeforeReview
    case actionDueInHoliday
    case earlierActionUnanswered
    case concernWithoutAction
    case noteWithoutArea
    case unsavedText
    /// A note of visit has neither strength, question nor action.
    case tellsNothing
    case purposeMissing
    case restsOnNothing
    /// A meeting has not said what was decided.
    case decisionMissing
    /// A meeting decided on action and agreed none, or decided on none and agreed some.
    case decisionUnlikeActions
    case questionUnanswered
    case noNumberUsed
    /// A number was shown at two meetings running and used at neither.
    case numberUnused
  }

  /// Where the line jumps to.
  public enum Place: Hashable, Sendable {
    case area(String)
    case finding(String)
    case action(String)
    case earlierAction(String)
    case note(String)
    case draft
    /// What the visit was for, when it was and who made it.
    case purpose
    /// Where strengths are added.
    case strengths
    /// What was added after the school had it: nothing to mend, but a place to go to.
    case addendum(String)
    /// One of the texts of a meeting.
    case text(MeetingText)
    /// What a meeting decided.
    case decision
    /// A number that a meeting looked at; empty for the first.
    case figure(String)
  }

  /// What kind of thing it is.
  public let matter: Matter
  /// Where to mend it.
  public let place: Place
  /// What it is, in words.
  public let words: String
  /// Whether it stops the signature, or only warns.
  public let blocks: Bool
}

/// The rules of *Ready to sign?*
///
/// What blocks: an area neither graded nor marked as not reviewed; a graded area without a finding; where nothing is
/// graded, an area neither with a finding nor marked as not reviewed; a finding without evidence; an action without owner, date or test of success; an earlier action of the school without an answer;
/// text still in a draft. All else warns.
public enum ReadyToSign {
  /// Everything that blocks, in the order of the page, then everything that warns.
  public static func points(
    _ review: Review, actions: [AgreedAction], reviews: [Review], calendar: SchoolCalendar,
    hasDraft: Bool = false
  ) -> [SigningPoint] {
    switch review.kind {
    case .formal: break
    case .noteOfVisit:
      return ReadyToShare.points(
        review, actions: actions, reviews: reviews, calendar: calendar, hasDraft: hasDraft)
    case .meeting:
      return ReadyToHold.points(
        review, actions: actions, reviews: reviews, calendar: calendar, hasDraft: hasDraft)
    }
    let own = actions.filter { $0.review == review.id && $0.record.counts }
    var points = areaPoints(review) + findingPoints(review) + notePoints(review)
    for action in own { points += actionPoints(action, review: review, calendar: calendar) }
    points += earlierPoints(review, actions: actions, reviews: reviews)
    points += concernPoints(review, own: own)
    if hasDraft { points.append(draftPoint("Text of this review is still in a draft")) }
    return points.filter(\.blocks) + points.filter { !$0.blocks }
  }

  static func draftPoint(_ words: String) -> SigningPoint {
    SigningPoint(matter: .unsavedText, place: .draft, words: words, blocks: true)
  }

  private static func areaPoints(_ review: Review) -> [SigningPoint] {
    review.framework.areas.flatMap { area -> [SigningPoint] in
      let judgement = review.judgement(of: area.id)
      let place = SigningPoint.Place.area(area.id)
      if area.scale.isEmpty { return narrativePoints(review, area) }
      guard judgement.isGraded else {
        guard judgement.notReviewed.isEmpty else { return [] }
        let words = "\(area.title): neither graded nor marked as not reviewed"
        return [SigningPoint(matter: .areaUndecided, place: place, words: words, blocks: true)]
      }
      var points: [SigningPoint] = []
      if review.findings(in: area.id).isEmpty {
        let words = "\(area.title): graded, but without a finding"
        points.append(SigningPoint(matter: .gradeWithoutFinding, place: place, words: words, blocks: true))
      }
      if judgement.rationale.isEmpty {
        let words = "\(area.title): graded without saying why"
        points.append(SigningPoint(matter: .gradeWithoutRationale, place: place, words: words, blocks: false))
      }
      return points
    }
  }

  /// An area that is not graded is told by its findings.
  private static func narrativePoints(_ review: Review, _ area: Framework.Area) -> [SigningPoint] {
    guard review.findings(in: area.id).isEmpty, review.judgement(of: area.id).notReviewed.isEmpty else {
      return []
    }
    let words = "\(area.title): neither a finding nor marked as not reviewed"
    return [SigningPoint(matter: .areaUndecided, place: .area(area.id), words: words, blocks: true)]
  }

  private static func findingPoints(_ review: Review) -> [SigningPoint] {
    review.findings.filter(\.record.counts).compactMap { finding in
      let place = SigningPoint.Place.finding(finding.id)
      let name = "“\(brief(finding.statement))”"
      if review.evidence(behind: finding).isEmpty {
        let words = "Finding \(name): no evidence"
        return SigningPoint(matter: .findingWithoutEvidence, place: place, words: words, blocks: true)
      }
      guard !review.isTriangulated(finding) else { return nil }
      let words = "Finding \(name): not triangulated, one source only"
      return SigningPoint(matter: .notTriangulated, place: place, words: words, blocks: false)
    }
  }

  private static func notePoints(_ review: Review) -> [SigningPoint] {
    review.evidence.filter { $0.record.counts && $0.areas.isEmpty }.map { note in
      SigningPoint(
        matter: .noteWithoutArea, place: .note(note.id),
        words: "Note “\(brief(note.text))”: filed under no area",
        blocks: false)
    }
  }

  static func actionPoints(
    _ action: AgreedAction, review: Review, calendar: SchoolCalendar
  ) -> [SigningPoint] {
    func point(_ matter: SigningPoint.Matter, _ what: String, blocks: Bool) -> SigningPoint {
      SigningPoint(
        matter: matter, place: .action(action.id), words: "Action “\(brief(action.text))”: \(what)",
        blocks: blocks)
    }
    var points: [SigningPoint] = []
    if action.owner.isEmpty { points.append(point(.actionWithoutOwner, "no owner", blocks: true)) }
    // A note of visit may agree something as small as a telephone call.
    if action.success.isEmpty {
      points.append(point(.actionWithoutTest, "no test of success", blocks: review.isFormal))
    }
    guard let due = action.due else {
      return points + [point(.actionWithoutDate, "no date", blocks: true)]
    }
    if let date = review.date, due < date {
      points.append(point(.actionDueBeforeReview, "due before the review", blocks: false))
    } else if let why = calendar.whyNoSchool(on: due, at: review.school) {
      points.append(
        point(.actionDueInHoliday, "due on \(due.shortText), a day without school: \(why)", blocks: false))
    }
    return points
  }

  static func earlierPoints(
    _ review: Review, actions: [AgreedAction], reviews: [Review], blocks: Bool = true
  ) -> [SigningPoint] {
    let answers = review.answers
    return AgreedAction.toAnswer(in: review, actions: actions, reviews: reviews)
      .filter { answers[$0.id] == nil }
      .map { action in
        SigningPoint(
          matter: .earlierActionUnanswered, place: .earlierAction(action.id),
          words: "Earlier action “\(brief(action.text))”: not answered", blocks: blocks)
      }
  }

  private static func concernPoints(_ review: Review, own: [AgreedAction]) -> [SigningPoint] {
    review.findings.filter { finding in
      finding.record.counts && finding.kind == .concern && !own.contains { $0.finding == finding.id }
    }.map { finding in
      SigningPoint(
        matter: .concernWithoutAction, place: .finding(finding.id),
        words: "Finding “\(brief(finding.statement))”: a concern without an action", blocks: false)
    }
  }

  /// The first words of a text, enough to know it by.
  static func brief(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }
}
