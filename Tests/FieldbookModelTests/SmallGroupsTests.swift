import FieldbookModel
import SeededRandom
import Testing

/// A count that the publisher keeps back.
private let withheld: Int? = nil

@Suite struct SmallGroupsTests {
  private func hidden(_ counts: [PupilGroup: Int?], minimum: Int = 6) -> Set<PupilGroup> {
    SmallGroups(minimum: minimum).hidden(counts: counts)
  }

  @Test func aSmallGroupTakesTheOtherSideOfItsFamilyWithIt() {
    #expect(
      hidden([.all: 30, .disadvantaged: 4, .notDisadvantaged: 26]) == [.disadvantaged, .notDisadvantaged])
    #expect(hidden([.all: 30, .disadvantaged: 10, .notDisadvantaged: 20]) == [])
    #expect(hidden([.all: 12, .girls: 6, .boys: 6]) == [])
    #expect(hidden([.all: 12, .boys: 9, .girls: 3]) == [.boys, .girls])
    #expect(hidden([.all: 30, .ehcp: 0, .senSupport: 3, .noSen: 27]) == [.senSupport, .noSen])
    #expect(hidden([.all: 6, .boys: 5, .girls: 1]) == [.boys, .girls])
    #expect(hidden([.all: 6, .boys: 6, .girls: 0]) == [])
    #expect(hidden([.all: 0, .boys: 0, .girls: 0]) == [])
  }

  @Test func ofThreeTheNextSmallestIsHiddenUntilEnoughPupilsAre() {
    let counts: [PupilGroup: Int?] = [.all: 40, .eal: 2, .languageUnknown: 3, .englishFirst: 35]
    #expect(hidden(counts) == [.eal, .languageUnknown, .englishFirst])
    #expect(
      hidden([.all: 40, .priorLow: 3, .priorMiddle: 17, .priorHigh: 20, .priorNone: 0]) == [
        .priorLow, .priorMiddle,
      ])
  }

  @Test func aSmallCohortHidesEverything() {
    for all in 1...5 { #expect(hidden([.all: all, .boys: all]) == Set(PupilGroup.allCases)) }
    #expect(hidden([.all: withheld, .boys: 20]) == Set(PupilGroup.allCases))
    #expect(hidden([.all: 6, .boys: 6]) == [])
  }

  @Test func aCountThatThePublisherWithholdsIsNotGivenAway() {
    #expect(
      hidden([.all: 30, .disadvantaged: withheld, .notDisadvantaged: 26]) == [
        .disadvantaged, .notDisadvantaged,
      ])
    let sen: [PupilGroup: Int?] = [.all: 30, .ehcp: withheld, .senSupport: withheld, .noSen: 28]
    #expect(hidden(sen) == [.ehcp, .senSupport, .noSen])
  }

  @Test func pupilsWhomNoColumnNamesAreProtectedToo() {
    #expect(hidden([.all: 30, .nonMobile: 28]) == [.nonMobile])
    #expect(hidden([.all: 30, .nonMobile: 30]) == [])
    #expect(hidden([.all: 30, .nonMobile: 20]) == [])
    #expect(hidden([.all: 30, .notDisadvantaged: 27]) == [.notDisadvantaged])
    #expect(hidden([.all: 30, .ehcp: 3, .senSupport: 8, .sen: 11]) == [.ehcp, .senSupport])
  }

  @Test func theThresholdIsASetting() {
    #expect(hidden([.all: 30, .boys: 21, .girls: 9], minimum: 10) == [.boys, .girls])
    #expect(hidden([.all: 30, .boys: 29, .girls: 1], minimum: 1) == [])
    #expect(SmallGroups(minimum: -3).minimum == 1)
  }

  /// A cohort made pupil by pupil, so that every sum between groups holds.
  private func cohort(_ random: inout SplitMix64) -> [PupilGroup: Int] {
    var counts = Dictionary(uniqueKeysWithValues: PupilGroup.allCases.map { ($0, 0) })
    let weights = (0..<6).map { _ in Int.random(in: 0...100, using: &random) }
    func draw(_ weight: Int, _ groups: [PupilGroup]) -> PupilGroup {
      if Int.random(in: 0..<100, using: &random) < weight { return groups[0] }
      return groups[Int.random(in: 1..<groups.count, using: &random)]
    }
    for _ in 0..<Int.random(in: 0...45, using: &random) {
      let sen = draw(weights[3], [.noSen, .senSupport, .ehcp])
      var groups: [PupilGroup] = [
        .all, draw(weights[0], [.boys, .girls]), draw(weights[1], [.notDisadvantaged, .disadvantaged]),
        draw(weights[2], [.englishFirst, .eal, .languageUnknown]), sen,
        draw(weights[4], [.priorMiddle, .priorLow, .priorHigh, .priorNone]),
      ]
      if sen != .noSen { groups.append(.sen) }
      groups.append(Int.random(in: 0..<100, using: &random) < weights[5] ? .nonMobile : .mobile)
      for group in groups { counts[group, default: 0] += 1 }
    }
    return counts
  }

  @Test func nothingHiddenCanBeWorkedOutFromWhatIsShown() {
    var random = SplitMix64(seed: 20_261_123)
    for round in 0..<6000 {
      let truth = cohort(&random)
      var told: [PupilGroup: Int?] = truth.mapValues { $0 }
      for group in PupilGroup.allCases where group != .all {
        let dice = Int.random(in: 0..<20, using: &random)
        if dice == 0 { told.removeValue(forKey: group) }
        if dice == 1, let count = truth[group], count > 0, count < 6 {
          told.updateValue(withheld, forKey: group)
        }
      }
      let hidden = hidden(told)
      let audit = Audit(truth: truth, shown: Set(told.keys).subtracting(hidden))
      for (name, count) in audit.determined where (1..<6).contains(count) {
        Issue.record("round \(round): \(name) = \(count) of \(told), hidden \(hidden)")
      }
      for group in hidden where !hidden.contains(.all) && told[group] != nil {
        #expect(audit.determined[group.rawValue] == nil, "round \(round): \(group) of \(told)")
      }
    }
  }

  @Test func nothingIsHiddenWithoutNeed() {
    var random = SplitMix64(seed: 99)
    for _ in 0..<2000 {
      let truth = cohort(&random)
      let everyoneElse = truth.filter { ![.nonMobile, .mobile].contains($0.key) }
      guard everyoneElse.values.allSatisfy({ $0 == 0 || $0 >= 6 }) else { continue }
      #expect(hidden(everyoneElse.mapValues { $0 }) == [])
    }
  }
}

/// What a reader with pencil and paper can work out: the sums between groups as linear equations, solved.
private struct Audit {
  /// Groups that are not shown, and the unnamed rest of a sum, whose size follows from what is shown.
  private(set) var determined: [String: Int] = [:]

  private static let names = PupilGroup.allCases.map(\.rawValue)

  /// Each sum with nothing shown: its parts less its whole are nothing.
  private static let sums: [[Double]] = {
    let sums: [(PupilGroup, [String])] = [
      (.all, ["boys", "girls"]), (.all, ["disadvantaged", "notDisadvantaged"]),
      (.all, ["eal", "englishFirst", "languageUnknown"]), (.all, ["ehcp", "senSupport", "noSen"]),
      (.all, ["sen", "noSen"]), (.sen, ["ehcp", "senSupport"]),
      (.all, ["priorLow", "priorMiddle", "priorHigh", "priorNone"]), (.all, ["nonMobile", "mobile"]),
    ]
    return sums.map { whole, parts in
      names.map { name in (parts.contains(name) ? 1.0 : 0) - (name == whole.rawValue ? 1 : 0) } + [0]
    }
  }()

  init(truth: [PupilGroup: Int], shown: Set<PupilGroup>) {
    let names = Audit.names
    let columns = shown.compactMap { group in
      names.firstIndex(of: group.rawValue).map { ($0, Double(truth[group] ?? 0)) }
    }
    var rows = Audit.sums.map { sum in
      var row = sum
      for (column, count) in columns {
        row[names.count] -= row[column] * count
        row[column] = 0
      }
      return row
    }
    Audit.reduce(&rows, unknowns: names.count)
    for row in rows {
      let left = names.indices.filter { abs(row[$0]) > 1e-9 }
      guard left.count == 1, let only = left.first else { continue }
      determined[names[only]] = Int((row[names.count] / row[only]).rounded())
    }
  }

  private static func reduce(_ rows: inout [[Double]], unknowns: Int) {
    var pivot = 0
    for column in 0..<unknowns {
      guard let found = rows.indices.dropFirst(pivot).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(pivot, found)
      for other in rows.indices where other != pivot && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column] / rows[pivot][column]
        rows[other] = zip(rows[other], rows[pivot]).map { $0 - factor * $1 }
      }
      pivot += 1
      if pivot == rows.count { return }
    }
  }
}
