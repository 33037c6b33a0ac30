import FieldbookModel
import SeededRandom
import Testing

/// What a reader with all that is printed can work out: every hidden count must be able to be at least two numbers.
@Suite struct SolutionsTests {
  private let urn = ReturnTable.urn
  private let families: [(whole: PupilGroup, parts: [PupilGroup])] = [
    (.all, [.boys, .girls]), (.all, [.disadvantaged, .notDisadvantaged]),
    (.all, [.eal, .englishFirst, .languageUnknown]), (.all, [.ehcp, .senSupport, .noSen]),
  ]

  /// Families of groups, and those of groups crossed with another.
  private func sums(_ groups: Set<PupilGroup>) -> [(whole: PupilGroup, parts: [PupilGroup])] {
    let within = Set(groups.flatMap { group in group.parts.count > 1 ? group.parts : [] })
    let crossed = within.flatMap { one in
      families.filter { !$0.parts.contains(one) }.map { family in
        (whole: one, parts: family.parts.map { $0.crossed(with: one) })
      }
    }
    return (families + crossed).filter { $0.parts.allSatisfy(groups.contains) }
  }

  private func draw(_ groups: [PupilGroup], _ weight: Int, _ random: inout SplitMix64) -> PupilGroup {
    if Int.random(in: 0..<100, using: &random) < weight { return groups[0] }
    return groups[Int.random(in: 1..<groups.count, using: &random)]
  }

  /// Pupils one by one: the groups they are in and the level they are at.
  private func pupils(
    _ random: inout SplitMix64, isCrossed: Bool, languages: Bool
  ) -> [(groups: [PupilGroup], level: Int)] {
    let weights = (0..<4).map { _ in Int.random(in: 40...99, using: &random) }
    let spread = (0..<4).map { _ in Int.random(in: 0...9, using: &random) }
    return (0..<Int.random(in: 6...45, using: &random)).map { _ in
      let sex = draw([.boys, .girls], weights[0], &random)
      let means = draw([.notDisadvantaged, .disadvantaged], weights[1], &random)
      var groups: [PupilGroup] = [.all, sex, means]
      if isCrossed { groups.append(sex.crossed(with: means)) }
      if languages { groups.append(draw([.englishFirst, .eal, .languageUnknown], weights[2], &random)) }
      var dice = Int.random(in: 0..<(spread.reduce(0, +) + 1), using: &random)
      var level = 0
      while level < 3, dice >= spread[level] {
        dice -= spread[level]
        level += 1
      }
      return (groups, level)
    }
  }

  private func counted(_ pupils: [(groups: [PupilGroup], level: Int)]) -> [PupilGroup: [Int]] {
    var counts: [PupilGroup: [Int]] = [:]
    for pupil in pupils {
      for group in pupil.groups { counts[group, default: [0, 0, 0, 0]][pupil.level] += 1 }
    }
    return counts
  }

  /// A hidden cell, unless all pupils are shown as having nobody there (or everybody): then there is nothing to hide.
  private func cell(_ cell: Puzzle.Cell, _ all: Puzzle.Cell, extremes: Set<Int> = [0]) -> Puzzle.Cell {
    if case .hidden = cell, let whole = all.number, extremes.contains(whole) { return .unsaid }
    return cell
  }

  // MARK: Half-terms

  @Test func noHiddenLevelOfAHalfTermHasOneSolution() throws {
    var random = SplitMix64(seed: 20_261_125)
    for round in 0..<60 {
      let truth = counted(pupils(&random, isCrossed: round % 3 == 0, languages: round % 3 == 1))
      let file = ReturnTable.file(truth.mapValues { ($0.reduce(0, +), $0) })
      let disclosure = Disclosure(facts: ReturnTable.facts([file]), rule: SmallGroups())
      let page = Page(disclosure, .school(urn))
      var puzzle = Puzzle()
      let levels = ["below", "workingTowards", "expected", "greaterDepth"]
      func name(_ group: PupilGroup, _ level: String) -> String { "\(group.rawValue) \(level)" }
      let all = truth[.all]?.reduce(0, +) ?? 0
      let groups = truth.keys.sorted { $0.rawValue < $1.rawValue }
      for group in groups {
        let own = truth[group] ?? [0, 0, 0, 0]
        for (place, level) in levels.enumerated() {
          let measure = "ht.y4.maths.level.\(level)"
          puzzle.add(
            name(group, level), cell(page.cell(measure, group), page.cell(measure, .all)), truth: own[place])
        }
        puzzle.add(name(group, "roll"), page.cell("ht.y4.maths.roll", group), truth: own.reduce(0, +))
        puzzle.sum(name(group, "roll"), levels.map { name(group, $0) })
        // The share and the pupils that it rests on tell how many they are.
        for (share, reached) in [("expected", levels.suffix(2)), ("higher", levels.suffix(1))] {
          let count = own.suffix(reached.count).reduce(0, +)
          let measure = "ht.y4.maths.\(share)"
          puzzle.add(
            name(group, "at " + share),
            cell(page.share(measure, group), page.share(measure, .all), extremes: [0, all]), truth: count)
          puzzle.sum(name(group, "at " + share), reached.map { name(group, $0) })
        }
      }
      for sum in sums(Set(truth.keys)) {
        for level in levels + ["roll"] {
          puzzle.sum(name(sum.whole, level), sum.parts.map { name($0, level) })
        }
      }
      for hidden in puzzle.solvedThoughHidden() {
        Issue.record("round \(round): \(hidden) follows from \(page.told(truth))")
      }
      for group in groups {
        for (place, level) in levels.enumerated()
        where page.cell("ht.y4.maths.level.\(level)", group).number != nil {
          let count = truth[group]?[place] ?? 0
          #expect(count == 0 || count >= 6, "round \(round): \(group.rawValue) \(level) is \(count)")
        }
      }
    }
  }

  // MARK: Published results

  @Test func noHiddenCountOfPublishedResultsHasOneSolution() throws {
    var random = SplitMix64(seed: 41_2018)
    for round in 0..<250 {
      let truth = counted(pupils(&random, isCrossed: false, languages: true))
      let groups = truth.keys.sorted { $0.rawValue < $1.rawValue }
      let pupils = groups.map { (truth[$0] ?? []).reduce(0, +) }
      let reached = groups.map { (truth[$0] ?? []).suffix(2).reduce(0, +) }
      let columns =
        groups.enumerated().map { Table.column("pupils", $1, ["\(pupils[$0])"]) }
        + groups.enumerated().map { place, group in
          // As published: whole per cent.
          let share = (Double(reached[place]) * 100 / Double(max(1, pupils[place]))).rounded()
          return Table.column("rwmExp", group, ["\(Int(share))"], count: place, suffix: "%")
        }
      let facts = ReturnTable.facts([Table.results([.school(urn, later: nil)], columns)])
      let page = Page(Disclosure(facts: facts, rule: SmallGroups()), .school(urn))
      var puzzle = Puzzle()
      for (place, group) in groups.enumerated() {
        puzzle.add("n \(group.rawValue)", page.cell("pupils", group), truth: pupils[place])
        let all = pupils[groups.firstIndex(of: .all) ?? 0]
        puzzle.add(
          "x \(group.rawValue)",
          cell(page.share("rwmExp", group), page.share("rwmExp", .all), extremes: [0, all]),
          truth: reached[place])
        puzzle.atMost("x \(group.rawValue)", "n \(group.rawValue)")
      }
      for sum in sums(Set(groups)) {
        for kind in ["n", "x"] {
          puzzle.sum("\(kind) \(sum.whole.rawValue)", sum.parts.map { "\(kind) \($0.rawValue)" })
        }
      }
      for hidden in puzzle.solvedThoughHidden() {
        Issue.record("round \(round): \(hidden) follows from \(page.told(truth))")
      }
    }
  }

  // MARK: Schools under an authority

  @Test func anAuthorityLessItsOtherSchoolsTellsNoHiddenOne() throws {
    var random = SplitMix64(seed: 936)
    for round in 0..<150 {
      let schools = (0..<Int.random(in: 1...5, using: &random)).map { URN("10000\($0 + 1)") }
      let truths = schools.map { _ in counted(pupils(&random, isCrossed: false, languages: false)) }
      let groups: [PupilGroup] = [.all, .boys, .girls, .disadvantaged, .notDisadvantaged]
      func n(_ truth: [PupilGroup: [Int]], _ group: PupilGroup) -> Int { (truth[group] ?? []).reduce(0, +) }
      let columns = groups.map { group in
        let each = truths.map { n($0, group) }
        return Table.column("pupils", group, (each + [each.reduce(0, +)]).map { "\($0)" })
      }
      let subjects = schools.map { FactsFile.Subject.school($0, later: nil) } + [.la("936")]
      let facts = ReturnTable.facts([Table.results(subjects, columns)])
      let disclosure = Disclosure(facts: facts, rule: SmallGroups())
      var puzzle = Puzzle()
      let total = truths.reduce(into: [PupilGroup: [Int]]()) { $0.merge($1) { zip($0, $1).map(+) } }
      let pages =
        zip(schools, truths).map { (name: $0.text, page: Page(disclosure, .school($0)), truth: $1) }
        + [("la", Page(disclosure, .la("936")), total)]
      for (name, page, truth) in pages {
        for group in groups {
          puzzle.add("\(name) \(group.rawValue)", page.cell("pupils", group), truth: n(truth, group))
        }
        for sum in sums(Set(groups)) {
          puzzle.sum("\(name) \(sum.whole.rawValue)", sum.parts.map { "\(name) \($0.rawValue)" })
        }
      }
      for group in groups {
        puzzle.sum("la \(group.rawValue)", schools.map { "\($0.text) \(group.rawValue)" })
      }
      for hidden in puzzle.solvedThoughHidden() {
        Issue.record("round \(round): \(hidden) follows")
      }
    }
  }
}

/// What may be shown of one subject, by measure and group.
private struct Page {
  private var shown: [String: [PupilGroup: Observation]] = [:]

  init(_ disclosure: Disclosure, _ subject: ObservationSubject) {
    for observation in disclosure.facts.observations(of: subject) {
      shown[observation.measure, default: [:]][observation.group] = disclosure.shown(observation)
    }
  }

  /// A number of pupils.
  func cell(_ measure: String, _ group: PupilGroup) -> Puzzle.Cell {
    guard let found = shown[measure]?[group] else { return .unsaid }
    if found.reading == .missing(.hidden) { return .hidden }
    return found.reading.value.map { .shown(Int($0)) } ?? .unsaid
  }

  /// The pupils behind a share: with fewer than a hundred, a whole per cent tells them.
  func share(_ measure: String, _ group: PupilGroup) -> Puzzle.Cell {
    guard let found = shown[measure]?[group] else { return .unsaid }
    if found.reading == .missing(.hidden) { return .hidden }
    guard let value = found.reading.value, let n = found.n else { return .unsaid }
    return .shown(Int((value * Double(n) / 100).rounded()))
  }

  func told(_ truth: [PupilGroup: [Int]]) -> String {
    truth.map { "\($0.key.rawValue) \($0.value)" }.sorted().joined(separator: ", ")
      + "; shown: "
      + shown.flatMap { measure, groups in
        groups.filter { $0.value.reading.value != nil }.map {
          "\(measure.split(separator: ".").last ?? "") \($0.key.rawValue)"
        }
      }.sorted().joined(separator: ", ")
  }
}
