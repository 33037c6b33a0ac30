import FieldbookModel
import Testing

/// The numbers that a meeting looks at, and what becomes of those that nobody uses.
@Suite struct MeetingNumbersTests {
  private let urn = ReturnTable.urn
  private let autumn = ReturnTable.autumn

  private func numbers(_ files: [FactsFile], plan: CollectionPlan = CollectionPlan()) -> MeetingNumbers {
    MeetingNumbers(
      facts: ReturnTable.facts(files), collections: plan, rule: SmallGroups(), today: Invented.day)
  }

  private func meeting(_ taken: [String: [String: FieldValue]]) -> Review {
    let figures = taken.reduce(into: [String: Record]()) { $0[$1.key] = Record(id: $1.key, values: $1.value) }
    return Review(
      record: Record(id: "m", values: ["kind": .text("meeting")], parts: ["figures": figures]),
      framework: .invented)
  }

  @Test func theyAreTakenWithPupilsRollChangeAndSource() throws {
    let groups: [PupilGroup: (roll: Int, levels: [Int])] = [
      .all: (30, [0, 10, 14, 4]), .disadvantaged: (5, [0, 3, 1, 0]), .notDisadvantaged: (25, [0, 7, 13, 4]),
    ]
    let taken = numbers([
      ReturnTable.file(groups, source: Table.source("now.csv")),
      ReturnTable.file(
        [.all: (30, [2, 10, 12, 6])], at: autumn.yearBefore, source: Table.source("then.csv")),
    ]).taken(of: urn, at: autumn)
    let figures = meeting(taken).figures
    let all = try #require(figures.first { $0.id == "ht.y4.maths.expected:all" })
    #expect(all.n == 28 && all.roll == 30 && all.children == 1)
    #expect(abs((all.value ?? 0) - 64.2857) < 0.001 && abs((all.before ?? 0) - 60) < 0.001)
    #expect(all.against == "Year 4 maths in Autumn 1 2025/26, other pupils")
    #expect(all.source.hasPrefix("now.csv, line "))
    #expect(!all.isHidden(SmallGroups()) || figures.contains { $0.group == .disadvantaged })
    let few = try #require(figures.first { $0.group == .disadvantaged })
    #expect(few.isHidden(SmallGroups()), "five pupils do not leave the program")
    #expect(few.against == "not compared: nothing to hold it against was returned")
    #expect(figures.map(\.id).first == "ht.y4.maths.expected:all", "all pupils first")
  }

  @Test func whatIsMissingKeepsItsReason() throws {
    let before = ReturnTable.file([.all: (30, [2, 10, 12, 6])], at: autumn.yearBefore)
    func reason(_ plan: CollectionPlan) -> MissingReason? {
      meeting(numbers([before], plan: plan).taken(of: urn, at: autumn)).figures.first?.reason
    }
    #expect(reason(CollectionPlan()) == .notSupplied)
    let collection = CollectionPlan.Collection(
      id: "c", halfTerm: autumn, asks: .attainment, due: Invented.day.adding(days: -1))
    #expect(reason(CollectionPlan([collection])) == .awaited)
    var other = collection
    other.halfTerm = autumn.next
    #expect(reason(CollectionPlan([other])) == .notCollected)
  }

  @Test func theLatestHalfTermIsThatOfTheSchoolItself() {
    let other = URN("100002")
    let files = [
      ReturnTable.file([.all: (30, [2, 10, 12, 6])], at: autumn),
      ReturnTable.file([.all: (30, [2, 10, 12, 6])], school: other, at: autumn.next),
    ]
    #expect(numbers(files).latestHalfTerm(of: urn) == autumn)
    #expect(numbers(files).latestHalfTerm(of: other) == autumn.next)
    #expect(numbers(files).latestHalfTerm(of: URN("100003")) == autumn.next)
    #expect(numbers([]).latestHalfTerm(of: urn) == nil)
    #expect(numbers([]).taken(of: urn, at: autumn).isEmpty)
  }

  // MARK: Used or not

  private func held(
    _ id: String, daysAgo: Int, school: URN = ReturnTable.urn, state: ReviewState = .held,
    used: [String: Bool]
  ) -> Review {
    let figures = used.map { measure, isUsed -> Record in
      Record(
        id: "\(measure):all",
        values: ["measure": .text(measure), "group": .text("all"), "value": .number(50)]
          .merging(isUsed ? ["used": .flag(true)] : [:]) { $1 })
    }
    return Review(
      record: Record(
        id: id,
        values: [
          "kind": .text("meeting"), "school": .text(school.text), "state": .text(state.rawValue),
          "date": .date(Invented.day.adding(days: -daysAgo)),
        ], parts: ["figures": Dictionary(uniqueKeysWithValues: figures.map { ($0.id, $0) })]),
      framework: .invented)
  }

  private let maths = "ht.y4.maths.expected"
  private let writing = "ht.y4.writing.expected"

  private func passedOver(_ meetings: [Review]) -> [String] {
    UnusedNumbers(meetings).passedOver(at: ReturnTable.urn).sorted().map(\.title)
  }

  @Test func onlyTwoMeetingsRunningCount() {
    let first = held("1", daysAgo: 90, used: [maths: false, writing: false])
    let second = held("2", daysAgo: 40, used: [maths: true, writing: false])
    #expect(passedOver([first]).isEmpty, "once is no habit")
    #expect(passedOver([second, first]) == ["Year 4 writing"])
    let third = held("3", daysAgo: 5, used: [maths: false, writing: true])
    #expect(passedOver([first, second, third]).isEmpty, "writing was used, maths missed once")
    #expect(passedOver([first, held("4", daysAgo: 1, state: .open, used: [writing: false])]).isEmpty)
    #expect(passedOver([first, held("5", daysAgo: 1, state: .cancelled, used: [writing: false])]).isEmpty)
  }

  @Test func anotherNumberOfTheSameSubjectIsUseEnough() {
    let higher = "ht.y4.maths.higher"
    let meetings = [
      held("1", daysAgo: 9, used: [maths: false, higher: true]), held("2", daysAgo: 3, used: [maths: false]),
    ]
    #expect(passedOver(meetings).isEmpty)
  }

  @Test func aCollectionIsToldOfWhatItAsksFor() {
    let other = URN("100002")
    let meetings = [
      held("1", daysAgo: 90, used: [maths: false, writing: false, "ht.all.absence": false]),
      held("2", daysAgo: 40, state: .closed, used: [maths: true, writing: false, "ht.all.absence": false]),
      held("3", daysAgo: 80, school: other, used: [writing: false]),
      held("4", daysAgo: 30, school: other, used: [writing: false]),
    ]
    let attainment = CollectionPlan.Collection(
      id: "c", halfTerm: autumn, asks: .attainment, due: Invented.day)
    let unused = UnusedNumbers(meetings).unused(of: attainment)
    #expect(unused.map(\.asked.title) == ["Year 4 writing"] && unused.first?.schools == [urn, other])
    var conduct = attainment
    conduct.asks = .conduct
    #expect(UnusedNumbers(meetings).unused(of: conduct).map(\.asked.title) == ["Whole school: absence"])
    var mathsOnly = attainment
    mathsOnly.subjects = ["maths"]
    #expect(UnusedNumbers(meetings).unused(of: mathsOnly).isEmpty)
  }
}
