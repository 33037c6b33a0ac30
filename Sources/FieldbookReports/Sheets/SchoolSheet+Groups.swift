import FieldbookModel

/// Groups and the gaps between them, each side with its pupils.
extension SchoolSheet {
  /// Two groups that are set beside each other.
  private struct Pair {
    let title: String
    let one: PupilGroup
    let other: PupilGroup
  }

  private static let pairs = [
    Pair(title: "disadv.", one: .disadvantaged, other: .notDisadvantaged),
    Pair(title: "FSM6", one: .fsm6, other: .notFsm6),
    Pair(title: "SEN support", one: .senSupport, other: .noSen),
    Pair(title: "EAL", one: .eal, other: .englishFirst), Pair(title: "girls", one: .girls, other: .boys),
  ]

  /// The headline of each key stage and this half-term's oldest year group, by group; nil where nobody is told apart.
  mutating func groups() -> SheetPart? {
    var rows: [[String]] = []
    for stage in [ResultStage.keyStage2, .keyStage4] { rows += headlineRows(stage) }
    if let halfTerm = source.halfTerm { rows += returnRows(halfTerm) }
    guard !rows.isEmpty else { return nil }
    let titles = ["The group", "Others", "Gap", "Gap before", "England gap"]
    return SheetPart(
      "Groups and gaps",
      .table(
        SheetTable.make(
          "Groups of pupils beside the others, with the gap in points and how many pupils each is", titles,
          rows)),
      usual: 4, least: 2, turn: 4)
  }

  private mutating func headlineRows(_ stage: ResultStage) -> [[String]] {
    guard let headline = stage.headline, let measure = facts.catalogue[headline] else { return [] }
    var results = SchoolResults(
      stage, facts: facts, school: school.urn, known: school, disclosure: source.disclosure)
    guard let year = results.years.last else { return [] }
    let rows = SchoolSheet.pairs.compactMap { pair -> [String]? in
      let now = [pair.one, pair.other].map { results.seen(.school(school.urn), headline, $0, year) }
      guard now[0] != nil, now[1] != nil, now.allSatisfy(SchoolSheet.hasPupils) else { return nil }
      let before = [pair.one, pair.other].map { group in
        source.shown(facts.observation(of: .school(school.urn), headline, group, in: year.previous))
      }
      let england = [pair.one, pair.other].map { results.england(headline, $0, year) }
      return ["\(measure.shortTitle): \(pair.title)"] + now.map { ResultCell.text($0, measure) }
        + [now, before, england].map { ResultCell.gap($0[0], $0[1]) }
    }
    notes.note(results)
    return rows
  }

  /// Whether there are such pupils at all: a girls’ school has nothing to say of boys.
  private static func hasPupils(_ found: Observation?) -> Bool {
    ![.notApplicable, .noPupils, .noEntries].contains(found?.reading.reason)
  }

  /// Of the oldest year group of this half-term.
  private mutating func returnRows(_ halfTerm: HalfTerm) -> [[String]] {
    let returns = attainment(in: halfTerm).map(\.measure)
    guard let oldest = returns.compactMap(\.yearGroup).max() else { return [] }
    let subjects = SchoolSheet.inOrder(Set(returns.filter { $0.yearGroup == oldest }.compactMap(\.subject)))
    return SchoolSheet.pairs.prefix(2).flatMap { pair in
      subjects.prefix(3).compactMap { subject -> [String]? in
        let measure = ReturnMeasure(yearGroup: oldest, subject: subject, .expected)
        let sides = [halfTerm, halfTerm.yearBefore].map { point in
          [pair.one, pair.other].map { facts.returned(measure, $0, by: school.urn, in: point) }
        }
        guard sides[0][0] != nil, sides[0][1] != nil else { return nil }
        let now = sides[0].map { seen($0) }
        let before = sides[1].map { source.shown($0) }
        let name = SchoolSheet.name(of: subject, columns: 10)
        return ["\(oldest.shortTitle) \(name): \(pair.title)"]
          + now.map { ResultCell.text($0, measure.measure) }
          + [now, before].map { ResultCell.gap($0[0], $0[1]) }
          + [""]
      }
    }
  }
}
