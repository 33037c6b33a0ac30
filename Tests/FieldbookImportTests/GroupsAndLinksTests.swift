import FieldbookImport
import FieldbookModel
import Testing

@Suite struct GroupsAndLinksTests {
  private static let ashgrove = URN("900001")

  @Test func theGroupsOfASchoolAreKnownWithTheDayItJoined() throws {
    let plan = try PublishedFixtures.plan("group_links.csv")
    #expect(
      plan.reports[1].format == "groups" && plan.reports[1].rows == 7 && plan.reports[1].schools.kept == 6)
    #expect(plan.reports[1].problems.isEmpty)
    let facts = try PublishedFixtures.facts(plan)
    let groups = facts.groups.memberships(of: Self.ashgrove)
    #expect(groups.map(\.kind) == ["Multi-academy trust", "School sponsor"])
    #expect(groups[0].uid == "9001" && groups[0].companyNumber == "07551959")
    #expect(groups[0].joined == CalendarDate(year: 2012, month: 4, day: 1))
    #expect(facts.groups.memberships(of: URN("900006")).isEmpty, "its trust is closed")
    #expect(facts.groups.memberships(of: URN("900007")).map(\.name) == ["St Wilfrid’s Federation"])
    #expect(facts.groups.members(ofGroup: "meadowbank  trust").count == 3)
    #expect(facts.observations(of: .school(Self.ashgrove)).isEmpty)
  }

  @Test func aChainOfSchoolsHandsItsHistoryToTheOneThatIsOpen() throws {
    let results = SourceFile(
      "2008-2009_990_ks2final.csv",
      "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,990,900061,30,50%\n1,990,900074,60,40%\n")
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    let plan = try trial.plan([
      PublishedFixtures.open("register.csv"), results, PublishedFixtures.open("published/gias_links.csv"),
    ])
    #expect(plan.reports[2].format == "links" && plan.reports[2].encoding == "Windows-1252")
    #expect(plan.reports[2].rows == 10 && plan.reports[2].problems.isEmpty)
    let facts = try PublishedFixtures.facts(plan)
    let year = AcademicYear(start: 2008)
    let found = try #require(facts.observation(of: .school(Self.ashgrove), "rwmExp", in: year))
    #expect(found.reading == .value(50) && found.previousURN == URN("900061"))
    #expect(facts.school(Self.ashgrove)?.previousURNs == [URN("900061"), URN("900071")])
    // A school that was split belongs to neither of its parts.
    #expect(facts.observation(of: .school(URN("900003")), "rwmExp", in: year) == nil)
    #expect(facts.observation(of: .school(URN("900074")), "rwmExp", in: year)?.reading == .value(40))
    #expect(facts.school(URN("900003"))?.previousURNs == [])
    #expect(plan.reports[1].schools.comparators == 2)
  }

  @Test func ofSchoolsThatMergedNoneIsPassedOffAsTheOther() throws {
    func facts(_ rows: String) throws -> Facts {
      var trial = Trial()
      trial.catalogue = try TestCatalogue.catalogue()
      return try PublishedFixtures.facts(
        try trial.plan([
          PublishedFixtures.open("register.csv"), PublishedFixtures.open("published/gias_links.csv"),
          SourceFile("2013-2014_990_ks2final.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n" + rows),
        ]))
    }
    let beckside = ObservationSubject.school(URN("900002"))
    let year = AcademicYear(start: 2013)
    let both = try facts("1,990,900072,30,50%\n1,990,900073,60,40%\n")
    #expect(both.observation(of: beckside, "rwmExp", in: year) == nil)
    #expect(both.observations(of: beckside).filter { $0.measure == "rwmExp" }.count == 2)
    let junior = try facts("1,990,900072,0,\n1,990,900073,60,40%\n")
    let found = try #require(junior.observation(of: beckside, "rwmExp", in: year))
    #expect(found.reading == .value(40) && found.previousURN == URN("900073"))
    let own = try facts("1,990,900002,58,70%\n1,990,900073,60,40%\n")
    #expect(own.observation(of: beckside, "rwmExp", in: year)?.reading == .value(70))
  }

  @Test func linksThatRunInACircleEnd() throws {
    let links = SourceFile(
      "links.csv",
      "URN,LinkURN,LinkType\n900081,900082,Successor\n900082,900081,Successor\n900081,900081,Successor\n")
    let results = SourceFile("2016-2017_ks2.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,990,900081,30,50%\n")
    let plan = try Trial().plan([PublishedFixtures.open("register.csv"), links, results])
    let facts = try PublishedFixtures.facts(plan)
    #expect(
      facts.observation(of: .school(URN("900081")), "rwmExp", in: AcademicYear(start: 2016))?.previousURN
        == nil)
  }

  @Test func aListOfSchoolsCountsOnlyForThoseThatNoRegisterLists() throws {
    let plan = try PublishedFixtures.plan("school_details_2018.csv")
    let report = plan.reports[1]
    #expect(report.format == "schoolList" && report.rows == 3 && report.schools.kept == 3)
    #expect(report.problems.isEmpty)
    let facts = try PublishedFixtures.facts(plan)
    #expect(facts.school(Self.ashgrove)?.laName == "Invented Shire", "the register says more")
    let old = try #require(facts.school(URN("900071")))
    #expect(old.name == "Ashgrove Old School" && old.status == "Closed" && old.isInRegister)
    #expect(old.inspectionDate == CalendarDate(year: 2011, month: 3, day: 1))
    let elsewhere = try #require(facts.school(URN("900120")))
    #expect(elsewhere.type.isEmpty && elsewhere.phase == .primary && elsewhere.laCode == "992")
    let alone = try Trial().plan([PublishedFixtures.open("published/school_details_2018.csv")])
    #expect(try PublishedFixtures.facts(alone).schools.count == 3)
  }
}
