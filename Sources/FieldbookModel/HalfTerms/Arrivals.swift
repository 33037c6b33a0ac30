/// Something that arrives again and again: what schools return of a half-term, or one sort of published figures of a year.
public enum Arrival: Hashable, Sendable {
  /// A collection of a half-term.
  case collection(HalfTerm, CollectionPlan.Asks)
  /// Published figures of a year, by what their files are about: `ks2`.
  case published(AcademicYear, family: String)

  /// When its figures were taken.
  public var when: Period {
    switch self {
    case .collection(let halfTerm, _): Period(halfTerm)
    case .published(let year, _): Period(year: year)
    }
  }
}

extension Facts {
  /// Everything that arrived or is planned, the latest half-term first; of a year, half-terms stand before what was
  /// published of it.
  public func arrivals(plan: CollectionPlan) -> [Arrival] {
    var found: Set<Arrival> = []
    for collection in plan.collections { found.insert(.collection(collection.halfTerm, collection.asks)) }
    for file in files {
      if let halfTerm = file.when?.halfTerm, file.family == ReturnMeasure.family {
        found.insert(.collection(halfTerm, file.format.contains("conduct") ? .conduct : .attainment))
      } else if let year = file.period, !Register.isRegister(file.format), !file.isBenchmark {
        found.insert(.published(year, family: file.family))
      }
    }
    return found.sorted { Facts.comesFirst($0, $1) }
  }

  private static func comesFirst(_ a: Arrival, _ b: Arrival) -> Bool {
    func key(_ arrival: Arrival) -> (Int, Int, Int, String) {
      switch arrival {
      case .collection(let halfTerm, let asks):
        return (-halfTerm.year.start, -halfTerm.part.rawValue, asks == .attainment ? 0 : 1, "")
      case .published(let year, let family):
        let place = ResultStage.allCases.firstIndex { $0.format == family } ?? ResultStage.allCases.count
        return (-year.start, 0, place, family)
      }
    }
    return key(a) < key(b)
  }

  /// The files that hold something that arrived, the one furthest on first. What was replaced altogether is among them.
  public func sources(of arrival: Arrival) -> [FactsFile.Source] {
    files.filter { file in
      switch arrival {
      case .collection(let halfTerm, let asks):
        file.when == Period(halfTerm) && file.family == ReturnMeasure.family
          && file.format.contains("conduct") == (asks == .conduct)
      case .published(let year, let family):
        file.period == year && file.family == family && !file.isBenchmark
      }
    }
    .sorted { Ruling.rank($0) > Ruling.rank($1) }.map(\.source)
  }

  /// Our schools by name, as far as they are shown: of all of them one during a visit.
  public var ours: [School] { schoolsByName.filter { $0.isOurs && schools[$0.urn] != nil } }

  /// How published figures cover our schools: those that should have some, and those that do.
  public func covered(by family: String, in year: AcademicYear) -> (expected: [School], found: Set<URN>) {
    let found = ours.filter { school in
      rows(of: .school(school.urn), format: family).contains { files[$0.file].period == year }
    }.map(\.urn)
    let stage = ResultStage.allCases.first { $0.format == family }
    let expected = ours.filter { school in
      found.contains(school.urn) || school.isInRegister && stage?.hasPupils(in: school) ?? false
    }
    return (expected, Set(found))
  }
}

extension ResultStage {
  /// Whether a school has pupils whom such figures are of.
  func hasPupils(in school: School) -> Bool {
    switch self {
    case .keyStage2: school.phase.headlines.contains("rwmExp") && teaches(school, 6)
    case .keyStage4: school.phase.headlines.contains("att8") && teaches(school, 11)
    case .keyStage5: (school.highAge ?? 0) >= 18
    case .census, .absence, .behaviour, .pupilPremium: true
    }
  }

  private func teaches(_ school: School, _ number: Int) -> Bool {
    YearGroup(number: number).map(school.teaches) ?? false
  }
}
