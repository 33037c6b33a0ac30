/// The numbers of a progress meeting as they may leave the program: what was hidden on its day stays hidden, and what a
/// later edition hides is hidden too.
public struct PrintedFigures: Sendable {
  private let school: URN
  private let rule: SmallGroups
  /// Nil where everything is shown.
  private let disclosure: Disclosure?

  /// The numbers of a meeting; see the properties.
  /// - Parameter isFull: whether small groups are shown.
  public init(of meeting: Review, facts: Facts, rule: SmallGroups, isFull: Bool = false) {
    school = meeting.school
    self.rule = rule
    disclosure = isFull ? nil : Disclosure(facts: facts, rule: rule)
  }

  /// Whether a number stays away.
  public func isHidden(_ figure: MeetingFigure) -> Bool {
    guard let disclosure else { return false }
    return figure.isHidden(rule) || cell(figure).map(disclosure.isHidden) ?? false
  }

  /// Whether the number that it was held against stays away, and how it changed with it.
  public func isBeforeHidden(_ figure: MeetingFigure) -> Bool {
    guard let disclosure else { return false }
    return figure.isHidden(rule) || figure.isBeforeSmall
      || cellBefore(figure).map(disclosure.isHidden) ?? false
  }

  /// The cells that are given away by printing numbers; none where everything is shown.
  public func cells(of figures: [MeetingFigure]) -> [PrintedCell] {
    guard disclosure != nil else { return [] }
    let cells = figures.filter { !isHidden($0) }.flatMap { figure in
      [
        figure.value == nil ? nil : cell(figure),
        figure.before == nil || isBeforeHidden(figure) ? nil : cellBefore(figure),
      ].compactMap(\.self)
    }
    return Set(cells).sorted()
  }

  private func cell(_ figure: MeetingFigure) -> PrintedCell? {
    Period(text: figure.period).flatMap { cell(figure, at: $0) }
  }

  private func cellBefore(_ figure: MeetingFigure) -> PrintedCell? {
    guard let period = Period(text: figure.period) else { return nil }
    return cell(
      figure, at: period.halfTerm.map { Period($0.yearBefore) } ?? Period(year: period.year.previous))
  }

  /// Nil of a group that this version does not know, and of what is no longer among the facts: nothing new can be said
  /// of it.
  private func cell(_ figure: MeetingFigure, at period: Period) -> PrintedCell? {
    guard let group = figure.group else { return nil }
    return disclosure?.facts.observation(of: .school(school), figure.measure, group, at: period)
      .flatMap(PrintedCell.init)
  }
}
