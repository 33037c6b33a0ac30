/// What schools are asked for, and when: each collection with its half-term and the day agreed for it.
///
/// A half-termly review does not need a half-termly collection. What is not asked for in a half-term is not missing there,
/// and what is asked for is awaited only once its day has passed.
public struct CollectionPlan: Hashable, Sendable {
  /// What a collection asks for.
  public enum Asks: String, CaseIterable, Sendable {
    case attainment
    case conduct

    /// In words.
    public var title: String {
      switch self {
      case .attainment: "attainment"
      case .conduct: "attendance and behaviour"
      }
    }
  }

  /// One collection.
  public struct Collection: Hashable, Sendable {
    /// Its id in documents.
    public let id: String
    /// The half-term whose figures it asks for.
    public var halfTerm: HalfTerm
    /// What it asks for.
    public var asks: Asks
    /// The year groups it asks of; none means all.
    public var yearGroups: [YearGroup]
    /// The subjects it asks for, as in ids; none means all.
    public var subjects: [String]
    /// The last day on which it is in time.
    public var due: CalendarDate
    /// Why it is needed, where it is one of many.
    public var because: String
    /// How many hours it takes a school, its people together, as somebody typed it; nil where nobody did.
    public var hours: Double?
    /// Schools of ours that it asks nothing of.
    public var without: [URN]

    /// A collection; see the properties.
    public init(
      id: String, halfTerm: HalfTerm, asks: Asks, yearGroups: [YearGroup] = [], subjects: [String] = [],
      due: CalendarDate, because: String = "", hours: Double? = nil, without: [URN] = []
    ) {
      self.hours = hours
      self.without = without
      self.id = id
      self.halfTerm = halfTerm
      self.asks = asks
      self.yearGroups = yearGroups
      self.subjects = subjects
      self.due = due
      self.because = because
    }

    /// Whether it asks anything of a school: it is not left out, and has one of the year groups by its ages.
    public func asks(of school: School) -> Bool {
      !without.contains(school.urn) && (yearGroups.isEmpty || yearGroups.contains(where: school.teaches))
    }

    /// Whether it asks for a measure.
    public func covers(_ measure: ReturnMeasure) -> Bool {
      guard asks == (measure.subject == nil ? .conduct : .attainment) else { return false }
      if !yearGroups.isEmpty, let yearGroup = measure.yearGroup, !yearGroups.contains(yearGroup) {
        return false
      }
      return subjects.isEmpty || measure.subject.map(subjects.contains) ?? true
    }

    /// `Year 2, Year 6`, or `all year groups`.
    public var yearGroupWords: String {
      yearGroups.isEmpty ? "all year groups" : yearGroups.map(\.title).joined(separator: ", ")
    }

    /// `maths, reading`, or `all subjects`.
    public var subjectWords: String {
      subjects.isEmpty ? "all subjects" : subjects.map(ReturnMeasure.subjectTitle).joined(separator: ", ")
    }
  }

  /// The collections, by half-term.
  public private(set) var collections: [Collection]

  /// A plan.
  public init(_ collections: [Collection] = []) {
    self.collections = collections.sorted {
      ($0.halfTerm, $0.asks.rawValue, $0.id) < ($1.halfTerm, $1.asks.rawValue, $1.id)
    }
  }

  /// The collection with that id.
  public subscript(id: String) -> Collection? { collections.first { $0.id == id } }

  /// Takes a change.
  public mutating func apply(_ change: CollectionChange) {
    self = CollectionPlan(collections.filter { $0.id != change.id } + [change.collection].compactMap(\.self))
  }

  /// How a measure is asked for in a half-term.
  public enum Asked: Hashable, Sendable {
    /// Nothing of that sort is planned for the year: nobody said whether it is asked for.
    case unplanned
    /// It is not asked for in that half-term.
    case not
    /// It is asked for, and its day has not passed.
    case due(CalendarDate)
    /// It is asked for, and the day agreed for it was this.
    case late(CalendarDate)
  }

  /// How a school is asked for a measure in a half-term.
  public func asked(
    _ measure: ReturnMeasure, of school: URN, in halfTerm: HalfTerm, today: CalendarDate
  ) -> Asked {
    let asks: Asks = measure.subject == nil ? .conduct : .attainment
    let year = collections.filter { $0.halfTerm.year == halfTerm.year && $0.asks == asks }
    guard !year.isEmpty else { return .unplanned }
    let due = year.filter {
      $0.halfTerm == halfTerm && $0.covers(measure) && !$0.without.contains(school)
    }.map(\.due).min()
    guard let due else { return .not }
    return today > due ? .late(due) : .due(due)
  }

  /// Why there is nothing of a school's measure in a half-term: not collected by plan, or awaited; nil where the plan says
  /// neither.
  public func absence(
    of measure: ReturnMeasure, by school: URN, in halfTerm: HalfTerm, today: CalendarDate
  ) -> MissingReason? {
    switch asked(measure, of: school, in: halfTerm, today: today) {
    case .not: .notCollected
    case .late: .awaited
    case .unplanned, .due: nil
    }
  }
}

// MARK: - How many there are

extension CollectionPlan {
  /// The most half-terms of a year in which any one year group is asked for its attainment.
  public func attainmentPoints(in year: AcademicYear) -> Int {
    let asking = collections.filter { $0.asks == .attainment && $0.halfTerm.year == year }
    return (-1...14).compactMap(YearGroup.init(number:)).map { yearGroup in
      Set(asking.filter { $0.yearGroups.isEmpty || $0.yearGroups.contains(yearGroup) }.map(\.halfTerm)).count
    }.max() ?? 0
  }

  /// What is to be said of a plan with so many collections.
  public enum Advice: Hashable, Sendable {
    /// Nothing.
    case none
    /// It is the third: as many as the advice goes.
    case third
    /// It is more than three: a reason is needed.
    case needsReason(Int)
  }

  /// What is to be said of a collection before it is planned: national advice to schools and trusts is two or three a year.
  public func advice(on collection: Collection) -> Advice {
    guard collection.asks == .attainment else { return .none }
    var plan = self
    plan.apply(CollectionChange("", id: collection.id, collection))
    let count = plan.attainmentPoints(in: collection.halfTerm.year)
    // Changing one that is planned already adds none.
    guard count > attainmentPoints(in: collection.halfTerm.year) else { return .none }
    return count < 3 ? .none : count == 3 ? .third : .needsReason(count)
  }
}

/// A change of the plan, as a value.
public struct CollectionChange: Hashable, Sendable {
  /// What was done, in words.
  public let title: String
  /// The collection's id.
  public let id: String
  /// What it is now; nil where it is asked for no more.
  public let collection: CollectionPlan.Collection?

  /// A change; see the properties.
  public init(_ title: String, id: String, _ collection: CollectionPlan.Collection?) {
    self.title = title
    self.id = id
    self.collection = collection
  }
}
