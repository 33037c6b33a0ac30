import FieldbookModel
import Testing

@Suite struct PupilGroupTests {
  @Test func everyGroupIsReadBackFromItsName() {
    for group in PupilGroup.allCases {
      #expect(PupilGroup(rawValue: group.rawValue) == group)
      #expect(!group.title.isEmpty && !group.isCrossed)
      #expect(group == .all || group.parts == [group])
    }
    #expect(Set(PupilGroup.allCases.map(\.rawValue)).count == PupilGroup.allCases.count)
    #expect(Set(PupilGroup.allCases.map(\.title)).count == PupilGroup.allCases.count)
  }

  @Test func groupsAreCrossedWhicheverComesFirst() {
    let crossed = PupilGroup.boys.crossed(with: .disadvantaged)
    #expect(crossed.rawValue == "boys+disadvantaged")
    #expect(crossed == PupilGroup(rawValue: "disadvantaged+boys"))
    #expect(crossed.title == "Boys, disadvantaged")
    #expect(PupilGroup.girls.crossed(with: .senSupport).title == "Girls, SEN support")
    #expect(crossed.isCrossed && crossed.parts == [.boys, .disadvantaged])
    #expect(PupilGroup.boys.crossed(with: .all) == .boys)
  }

  @Test(arguments: ["", "Boys", "boys+", "+boys", "boys+boys", "boys+all", "pupils", "boys disadvantaged"])
  func whatIsNoGroupIsNone(name: String) {
    #expect(PupilGroup(rawValue: name) == nil)
  }

  private let both = PupilGroup.boys.crossed(with: .disadvantaged)
  private let girlsToo = PupilGroup.girls.crossed(with: .disadvantaged)

  @Test func aSmallCrossedGroupTakesItsOtherSideWithIt() {
    let counts: [PupilGroup: Int?] = [
      .all: 30, .boys: 15, .girls: 15, .disadvantaged: 12, .notDisadvantaged: 18, both: 9, girlsToo: 3,
    ]
    let hidden = SmallGroups().hidden(counts: counts)
    #expect(hidden == [both, girlsToo])
    // Of the boys, nine are disadvantaged and the six who are not are in no row: nothing small is left.
    #expect(SmallGroups().hidden(counts: [.all: 30, .boys: 15, both: 9]) == [])
    #expect(SmallGroups().hidden(counts: [.all: 30, .boys: 15, both: 12]) == [both])
  }

  @Test func aSmallCohortHidesItsCrossedGroupsToo() {
    #expect(SmallGroups().hidden(counts: [.all: 5, both: 5]).contains(both))
  }
}
