import FieldbookModel

/// What the group asked of a school in a school year, as far as there is a record of it: collections of the plan, reviews,
/// notes of visit and progress meetings. E-mails, calls and other requests leave no record, and are not counted.
struct AskedOfSchool {
  private let year: AcademicYear
  private let collections: [CollectionPlan.Collection]
  private let reviews: [Review]

  init(_ source: SheetSource, of school: School) {
    let year = AcademicYear(containing: source.now.date)
    self.year = year
    collections = source.asked(of: school).filter { $0.halfTerm.year == year }
    reviews = source.reviews.filter { review in
      review.school == school.urn && review.state != .cancelled
        && review.date.map { AcademicYear(containing: $0) == year } == true
    }
  }

  /// In sentences: what is counted, how many hours people typed, and what is not counted.
  var words: String {
    let attainment = Set(collections.filter { $0.asks == .attainment }.map(\.halfTerm)).count
    let formal = reviews.count(where: \.isFormal)
    let visits = reviews.count(where: \.isNote)
    let meetings = reviews.count(where: \.isMeeting)
    let told =
      "\(counted(collections.count, "collection", "collections")) of the plan "
      + "(\(attainment) of attainment, of 2 or 3 advised), "
      + "\(counted(formal, "formal review", "formal reviews")), "
      + "\(counted(visits, "note of visit", "notes of visit")), "
      + "\(counted(meetings, "progress meeting", "progress meetings"))."
    return "\(told)\(hours) Other requests leave no record: not counted."
  }

  /// The hours that people typed.
  var typed: [Double] { all.compactMap(\.self) }

  private var all: [Double?] { collections.map(\.hours) + reviews.map(\.hours) }

  private var hours: String {
    let (all, typed) = (all, typed)
    guard !all.isEmpty else { return "" }
    guard !typed.isEmpty else { return " Staff hours: nobody typed how long any of it took." }
    let sum = NumberText.plain((typed.reduce(0, +) * 10).rounded() / 10)
    let rest =
      typed.count == all.count
      ? "all say how long" : "not all say how long: \(typed.count) of \(all.count) do"
    return " Staff hours: \(sum), as people typed them (\(rest))."
  }
}

extension SheetSource {
  /// The collections that ask anything of a school.
  func asked(of school: School) -> [CollectionPlan.Collection] {
    collections.collections.filter { $0.asks(of: school) }
  }
}
