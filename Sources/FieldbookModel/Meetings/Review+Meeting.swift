/// What a progress meeting has that reviews and notes of visit do not: the numbers that were looked at, what was asked
/// of them, and what was decided.
extension Review {
  /// Whether it is a progress meeting.
  public var isMeeting: Bool { kind == .meeting }

  /// The half-term whose numbers it looks at.
  public var halfTerm: HalfTerm? { Period(text: record.text("halfTerm"))?.halfTerm }

  /// Who else was there, by role.
  public var present: [String] { record.texts("present") }

  /// What was said to a question; empty where nothing was.
  public func text(_ text: MeetingText) -> String { record.text(text.rawValue) }

  /// Whether it decided on action; nil before it decided.
  public var decision: MeetingDecision? { MeetingDecision(rawValue: record.text("decision")) }

  /// What was decided, in words.
  public var decided: String { record.text("decided") }

  /// The numbers that it looked at: what is published first, then by year group and subject, the whole school last.
  public var figures: [MeetingFigure] {
    record.parts("figures").filter(\.counts).map { figure -> (MeetingFigure, [Int], String) in
      let figure = MeetingFigure(figure)
      return (figure, figure.place, figure.id)
    }.sorted { a, b in a.1 == b.1 ? a.2 < b.2 : a.1.lexicographicallyPrecedes(b.1) }.map(\.0)
  }

  /// The numbers that were used.
  public var usedFigures: [MeetingFigure] { figures.filter(\.isUsed) }

  /// Whether it was held: it stays what it is.
  public var wasHeld: Bool { isMeeting && isShared }
}

extension MeetingFigure {
  fileprivate var place: [Int] {
    let group = group.map { PupilGroup.allCases.firstIndex(of: $0) ?? 99 } ?? 999
    guard let measure = ReturnMeasure(id: measure) else { return [0, group] }
    let subject = measure.subject.map { $0.utf8.prefix(6).reduce(0) { $0 * 256 + Int($1) } } ?? 0
    return [1, measure.yearGroup?.number ?? 99, subject, MeetingNumbers.place(of: measure.kind), group]
  }
}
