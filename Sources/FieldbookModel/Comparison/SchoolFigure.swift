/// One figure of one school at a half-term or in a year, beside the same point a year before.
public struct SchoolFigure: Hashable, Sendable {
  /// What is measured.
  public let measure: Measure
  /// The figure; nil where no file says anything.
  public let now: Observation?
  /// Why no file says anything, where plan, school or catalogue tell.
  public let reason: MissingReason?
  /// The same figure at the same point a year before: other pupils.
  public let before: Observation?
  /// The difference in the measure's own unit; only where both have a value and like is compared with like.
  public let difference: Double?
  /// The difference said in children of now, with its sign; nil where it is no share of pupils.
  public let children: Int?
  /// Why there is no difference, in words; nil where there is one.
  public let obstacle: String?
  /// The difference with its size against chance; nil where that cannot be said.
  public let change: Change?

  /// The value.
  public var value: Double? { now?.reading.value }

  /// Whether the difference is one that `Changes` would list: enough pupils, and more than chance often brings.
  public var isLarge: Bool {
    guard let change, change.size >= Changes.smallest else { return false }
    return abs(children ?? Changes.fewestChildren) >= Changes.fewestChildren
  }

  /// Whether the difference went the way that is not better.
  public var isWorse: Bool {
    guard let difference else { return false }
    return measure.better == .up ? difference < 0 : measure.better == .down && difference > 0
  }
}

extension Facts {
  /// A figure of a school at a point; nil where the catalogue does not know the measure.
  /// - Parameters:
  ///   - plan: says why nothing may be there.
  ///   - today: the day on which it is asked.
  public func figure(
    _ id: String, _ group: PupilGroup = .all, of school: School, at period: Period, plan: CollectionPlan,
    today: CalendarDate
  ) -> SchoolFigure? {
    guard let measure = catalogue[id] else { return nil }
    if let returned = ReturnMeasure(id: id), let halfTerm = period.halfTerm {
      return figure(measure, returned, group, of: school, in: halfTerm, plan, today)
    }
    let subject = ObservationSubject.school(school.urn)
    let now = observation(of: subject, id, group, in: period.year)
    let before = observation(of: subject, id, group, in: period.year.previous)
    var difference: Double?
    var obstacle: String?
    if let value = now?.reading.value, let former = before?.reading.value {
      if now?.status != before?.status {
        obstacle = "\(now?.status ?? "") is not set against \(before?.status ?? "")"
      } else if measure.isProduced(in: period.year), measure.isProduced(in: period.year.previous) {
        difference = value - former
      } else {
        obstacle = "not produced in both years"
      }
    } else {
      obstacle = now?.reading.value == nil ? "there is no figure" : "there is none a year before"
    }
    return SchoolFigure(
      measure: measure, now: now,
      reason: now == nil ? reason(measure, of: school, in: period.year) : nil, before: before,
      difference: difference, children: children(difference, now, measure), obstacle: obstacle,
      change: now.flatMap { Change($0, before, measure) })
  }

  /// Why a file has no row for a school: the measure was not produced, or the school has no pupils whom it is of.
  private func reason(_ measure: Measure, of school: School, in year: AcademicYear) -> MissingReason? {
    if !measure.isProduced(in: year) { return .notProduced }
    let stage = ResultStage.allCases.first { $0.measures.contains(measure.id) }
    return stage?.hasPupils(in: school) == false ? .notApplicable : nil
  }

  private func figure(
    _ measure: Measure, _ returned: ReturnMeasure, _ group: PupilGroup, of school: School,
    in halfTerm: HalfTerm, _ plan: CollectionPlan, _ today: CalendarDate
  ) -> SchoolFigure {
    let now = self.returned(returned, group, by: school.urn, in: halfTerm)
    let before = self.returned(returned, group, by: school.urn, in: halfTerm.yearBefore)
    var reason: MissingReason?
    if now == nil {
      if self.returned(returned.saying(.roll), by: school.urn, in: halfTerm) != nil {
        // The return is here, and does not say this.
        reason = .notSupplied
      } else if returned.yearGroup.map(school.teaches) ?? true {
        reason = plan.absence(of: returned, by: school.urn, in: halfTerm, today: today)
      } else {
        reason = .notApplicable
      }
    }
    switch change(of: returned, group, by: school.urn, in: halfTerm) {
    case .success(let found):
      return SchoolFigure(
        measure: measure, now: now, reason: reason, before: before, difference: found.difference,
        children: found.children, obstacle: nil,
        change: measure.isShareOfPupils ? Change(found.now, found.before, measure) : nil)
    case .failure(let obstacle):
      return SchoolFigure(
        measure: measure, now: now, reason: reason, before: before, difference: nil, children: nil,
        obstacle: obstacle.words, change: nil)
    }
  }

  private func children(_ difference: Double?, _ now: Observation?, _ measure: Measure) -> Int? {
    guard measure.isShareOfPupils, let difference, let n = now?.n else { return nil }
    return Int((difference / 100 * Double(n)).rounded(.toNearestOrAwayFromZero))
  }

  /// What our schools returned shares, rates and averages of in a half-term: attainment by year group and subject, the
  /// oldest first, then attendance and behaviour.
  public func measures(returnedIn halfTerm: HalfTerm, by schools: Set<URN>) -> [ReturnMeasure] {
    var found: Set<ReturnMeasure> = []
    for (index, file) in files.enumerated()
    where file.family == ReturnMeasure.family && file.when == Period(halfTerm) {
      let columns = file.columns.indices.filter { column in
        file.columns[column].part == .value && file.columns[column].group == .all
      }
      for (school, row) in self.index.schoolRows(in: index) where schools.contains(school) {
        for column in columns where file.columns[column].cells[row.row] != .absent {
          guard let measure = ReturnMeasure(id: Facts.measure(of: file.columns[column], in: row)),
            measure.kind.isCompared
          else { continue }
          found.insert(measure)
        }
      }
    }
    return found.sorted { $0.place < $1.place }
  }
}

extension ReturnKind {
  /// Whether schools are set side by side on it: shares, rates and averages, never counts or aims.
  var isCompared: Bool {
    switch self {
    case .expected, .higher, .average, .conduct: true
    case .assessed, .roll, .level, .count, .outOf, .aim: false
    }
  }
}

extension ReturnMeasure {
  /// Where it stands: attainment first, its main kind before the others, the oldest year group first.
  fileprivate var place: (Int, Int, Int, String) {
    let subjects = ["reading-writing-maths", "maths", "reading", "writing", "english"]
    let order = subject.flatMap { subjects.firstIndex(of: $0) } ?? subjects.count
    let years = -(yearGroup?.number ?? 15)
    switch kind {
    case .expected: return (0, years, order, id)
    case .average: return (1, years, order, id)
    case .higher: return (2, years, order, id)
    case .conduct(let conduct):
      return (3, ReturnKind.Conduct.allCases.firstIndex(of: conduct) ?? 0, years, id)
    default: return (4, years, order, id)
    }
  }
}
