import FieldbookModel

/// What the invented trust asks of its schools: attainment after the first half-term and again after the fourth, attendance
/// and behaviour after the first. The special school, whose pupils are not assessed on these scales, is left out of attainment.
enum DemoPlan {
  static func changes(today: CalendarDate) -> [CollectionChange] {
    let calendar = SchoolCalendar()
    let now = calendar.halfTerm(of: today)
    // The half-term that schools were asked for last is over.
    let first = HalfTerm(year: now.part == .autumn1 ? now.year.previous : now.year, part: .autumn1)
    let later = HalfTerm(year: first.year, part: .spring2)
    let asked: [(HalfTerm, CollectionPlan.Asks, [Int], days: Int)] = [
      (first, .attainment, [2, 4, 6, 11], 14), (first, .conduct, [], 14),
      (later, .attainment, [2, 4, 6, 11], 14),
    ]
    let special = InventedShire.ours.filter { $0.kind == .special }.map { URN("\($0.urn)") }
    return asked.map { halfTerm, asks, years, days in
      let agreed = calendar.span(of: halfTerm).last.adding(days: days)
      let collection = CollectionPlan.Collection(
        id: "\(Period(halfTerm).fileText)-\(asks.rawValue)", halfTerm: halfTerm, asks: asks,
        yearGroups: years.compactMap(YearGroup.init(number:)),
        // Agreed for a day that has passed, so that whoever has not answered is late.
        due: halfTerm == first ? min(agreed, today.adding(days: -3)) : agreed,
        without: asks == .attainment ? special : [])
      return CollectionChange(
        "\(asks.title) is asked for in \(halfTerm.title)", id: collection.id, collection)
    }
  }
}
