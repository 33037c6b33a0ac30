/// What a figure of a return is held against.
public enum ComparedWith: Hashable, Sendable {
  /// The same year group in the same half-term of the year before: other pupils.
  case samePointLastYear
  /// The half-term before in the same school year: the same pupils, but for those who came and went.
  case halfTermBefore
  /// The same pupils in the same half-term of the year before, when they were a year group lower.
  case sameCohortLastYear

  /// In words, to follow “against”.
  public func words(_ measure: ReturnMeasure, at halfTerm: HalfTerm) -> String {
    guard let point = point(measure, halfTerm) else { return "nothing" }
    let when = "\(point.halfTerm.part.title) \(point.halfTerm.year.text)"
    switch self {
    case .samePointLastYear: return "\(point.measure.who) in \(when), other pupils"
    case .halfTermBefore: return "\(point.measure.who) in \(when), the same pupils"
    case .sameCohortLastYear: return "\(point.measure.who) in \(when), the same pupils a year lower"
    }
  }

  /// The measure and half-term that a figure is held against; nil where there is no such point.
  func point(_ measure: ReturnMeasure, _ halfTerm: HalfTerm) -> (measure: ReturnMeasure, halfTerm: HalfTerm)?
  {
    switch self {
    case .samePointLastYear: return (measure, halfTerm.yearBefore)
    case .halfTermBefore: return halfTerm.part == .autumn1 ? nil : (measure, halfTerm.previous)
    case .sameCohortLastYear:
      guard let lower = measure.yearGroup.flatMap({ YearGroup(number: $0.number - 1) }) else { return nil }
      return (ReturnMeasure(yearGroup: lower, subject: measure.subject, measure.kind), halfTerm.yearBefore)
    }
  }
}

/// How a figure of a return differs from the one it is held against, with both sides.
public struct ReturnChange: Hashable, Sendable {
  /// What it is held against.
  public let comparison: ComparedWith
  /// The figure.
  public let now: Observation
  /// The one it is held against.
  public let before: Observation
  /// The difference: percentage points, or the measure's own unit.
  public let difference: Double
  /// About how many pupils of now the difference is, rounded to whole ones; nil where it is not a share of pupils.
  public let children: Int?

  /// Why two figures are not set side by side.
  public enum Obstacle: Error, Hashable {
    /// There is no figure now.
    case nothingNow
    /// There is none to hold it against.
    case nothingBefore
    /// They were taken on different scales: another test is no trend.
    case otherScale(now: String, before: String)
    /// Targets and predictions are never compared.
    case target
    /// There is no earlier point: the first half-term of a year, the youngest year group.
    case noSuchPoint

    /// In words.
    public var words: String {
      switch self {
      case .nothingNow: "nothing was returned"
      case .nothingBefore: "nothing to hold it against was returned"
      case .otherScale(let now, let before): "another scale then: \(before), now \(now)"
      case .target: "targets and predictions are not compared"
      case .noSuchPoint: "there is no earlier point of these pupils"
      }
    }
  }
}

extension Facts {
  /// How a figure of a return has changed; where two figures are not alike, why they are not set side by side.
  public func change(
    of measure: ReturnMeasure, _ group: PupilGroup = .all, by school: URN, in halfTerm: HalfTerm,
    against comparison: ComparedWith = .samePointLastYear
  ) -> Result<ReturnChange, ReturnChange.Obstacle> {
    if measure.kind.isAim { return .failure(.target) }
    guard let point = comparison.point(measure, halfTerm) else { return .failure(.noSuchPoint) }
    guard let now = returned(measure, group, by: school, in: halfTerm), let value = now.reading.value else {
      return .failure(.nothingNow)
    }
    guard let before = returned(point.measure, group, by: school, in: point.halfTerm),
      let former = before.reading.value
    else { return .failure(.nothingBefore) }
    let scales = (
      now: scale(of: measure, by: school, in: halfTerm),
      before: scale(of: point.measure, by: school, in: point.halfTerm)
    )
    if let a = scales.now, let b = scales.before, a != b { return .failure(.otherScale(now: a, before: b)) }
    let difference = value - former
    var children: Int?
    if measure.measure.unit == .percent, measure.kind.isShareOfPupils, let n = now.n {
      children = Int((difference / 100 * Double(n)).rounded(.toNearestOrAwayFromZero))
    }
    return .success(
      ReturnChange(
        comparison: comparison, now: now, before: before, difference: difference, children: children))
  }

  /// How many pupils are at each level, the lowest first, now and at the point it is held against.
  public func levels(
    of measure: ReturnMeasure, _ group: PupilGroup = .all, on scale: AssessmentScale, by school: URN,
    in halfTerm: HalfTerm, against comparison: ComparedWith = .halfTermBefore
  ) -> [LevelMovement] {
    let point = comparison.point(measure, halfTerm).flatMap { point in
      self.scale(of: point.measure, by: school, in: point.halfTerm) == scale.id ? point : nil
    }
    return scale.levels.compactMap { level in
      let kind = measure.kind.isAim ? ReturnKind.aim(.level(level.id)) : .level(level.id)
      let now = returned(measure.saying(kind), group, by: school, in: halfTerm)
      let before =
        measure.kind.isAim
        ? nil
        : point.flatMap {
          returned($0.measure.saying(kind), group, by: school, in: $0.halfTerm)
        }
      return now == nil && before == nil ? nil : LevelMovement(level: level, now: now, before: before)
    }
  }

  /// The pupils at one level at two points.
  public struct LevelMovement: Hashable, Sendable {
    /// The level.
    public let level: AssessmentScale.Level
    /// Those at it now; nil where nobody is and nothing says so.
    public let now: Observation?
    /// Those at it then.
    public let before: Observation?

    /// How many more there are; only where both points have a count.
    public var moved: Int? {
      guard let now = now?.reading.value, let before = before?.reading.value else { return nil }
      return Int(now - before)
    }
  }
}
