import FieldbookImport
import FieldbookModel
import Testing

@Suite struct CensusTests {
  private static let header =
    "URN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,NORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,PNUMEAL,NUMFSMEVER,PNUMFSMEVER"
  private static let year = AcademicYear(start: 2018)

  private func plan(_ rows: String..., name: String = "2018-2019_census.csv") throws -> ImportPlan {
    try Trial().plan([
      SourceFile("r.csv", "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold\n"),
      SourceFile(name, Self.header + "\n" + rows.joined(separator: "\n") + "\n"),
    ])
  }

  private func facts(_ plan: ImportPlan) throws -> Facts {
    Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: [:])
  }

  private static let ash = "100001,936,2001,State-funded primary,285,141,144,5,1.8,50,17.5,141,49.5,38,16.2"

  @Test func aShareOfTheRollRestsOnThePupilsItCounts() throws {
    let facts = try facts(try plan(Self.ash))
    for (measure, value, count) in [
      ("fsm6", 16.2, 38), ("senSupport", 17.5, 50), ("ehcp", 1.8, 5), ("eal", 49.5, 141),
    ] {
      let found = try #require(facts.observation(of: .school(URN("100001")), measure, in: Self.year))
      #expect(found.reading == .value(value) && found.n == count && found.format == "census")
      #expect(facts.catalogue[measure]?.stage == "Census")
    }
    let roll = try #require(facts.observation(of: .school(URN("100001")), "roll", in: Self.year))
    #expect(roll.reading == .value(285) && roll.place.line == 2 && roll.place.column == "NOR")
    #expect(
      facts.observation(of: .school(URN("100001")), "roll", .boys, in: Self.year)?.reading == .value(144))
  }

  @Test func englandHasARowForEachKindOfSchool() throws {
    let plan = try plan(
      Self.ash,
      "NAT,,PRI,State-funded primary,4727089,2318560,2408528,74404,1.6,595708,12.6,1002292,21.2,1018995,23",
      "NAT,,SEC,State-funded secondary,3327970,1,2,55233,1.7,3,10.8,4,16.9,5,27.7",
      "NAT,,SPE,State-funded special school,121738,1,2,3,98.3,4,1.6,5,14.7,6,50.3",
      "NAT,,XYZ,All kinds,1,1,1,1,1,1,1,1,1,1,1", "NAT,,PRI,Again,1,1,1,1,1,1,1,1,1,1,1")
    let facts = try facts(plan)
    #expect(facts.observation(of: .englandKind(.primary), "eal", in: Self.year)?.reading == .value(21.2))
    #expect(facts.observation(of: .englandKind(.secondary), "fsm6", in: Self.year)?.reading == .value(27.7))
    #expect(facts.observation(of: .englandKind(.special), "roll", in: Self.year)?.reading == .value(121_738))
    #expect(plan.reports[1].problems.map(\.code) == ["record-type", "duplicate-row"])
    #expect(plan.reports[1].problems[0].what.contains("none of PRI, SEC or SPE"))
    #expect(plan.reports[1].schools.kept == 1)
  }

  @Test func aFileWithoutAYearInItsNameAsksForIt() throws {
    let refusal = try Trial().refusal([SourceFile("england_census.csv", Self.header + "\n\(Self.ash)\n")])
    #expect(
      refusal.message
        == "england_census.csv: neither the file nor its name says which academic year this is. "
        + "Say it: --period 2017-18.")
  }

  @Test func theSummaryNamesTheCensus() throws {
    let lines = ImportSummary.lines(try plan(Self.ash), dryRun: true)
    #expect(lines.contains("2018-2019_census.csv: School census 2018/19, 1 row read."))
    #expect(lines.contains("r.csv: GIAS register of schools, 1 row read."))
  }

  @Test func whatRestsOnFewPupilsIsHiddenInWhatLeavesTheProgram() throws {
    let facts = try facts(
      try plan(Self.ash, "100002,936,2002,State-funded primary,30,15,15,8,26.7,12,40,28,93.3,9,30"))
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    func shown(_ urn: String, _ measure: String) throws -> Reading {
      disclosure.shown(
        try #require(facts.observation(of: .school(URN(urn)), measure, in: Self.year))
      ).reading
    }
    #expect(try shown("100001", "ehcp") == .missing(.hidden), "five pupils")
    #expect(try shown("100001", "senSupport") == .value(17.5))
    #expect(try shown("100001", "roll") == .value(285))
    #expect(try shown("100002", "ehcp") == .value(26.7))
    #expect(try shown("100002", "eal") == .missing(.hidden), "all but two: the two could be reckoned")
  }

  @Test func theRollHidesNothingOfTheResultsAndTheyNothingOfIt() throws {
    let ks2 = SourceFile(
      "2018-19_ks2.csv",
      "RECTYPE,LEA,URN,TELIG,BELIG,GELIG,PTRWM_EXP,PTRWM_EXP_B\n1,936,100001,30,27,3,60%,59%\n")
    var plan = try plan(Self.ash)
    plan = try Trial().plan([ks2], after: plan)
    let earlier = try self.plan(Self.ash)
    let facts = Facts(
      files: earlier.files + plan.files, catalogue: try TestCatalogue.catalogue(), ours: [:])
    let disclosure = Disclosure(facts: facts, rule: SmallGroups())
    let school = ObservationSubject.school(URN("100001"))
    #expect(disclosure.hiddenGroups(school, Self.year) == [.boys, .girls])
    #expect(disclosure.hiddenGroups(school, Self.year, format: "census") == [.ehcp])
    let girls = try #require(facts.observation(of: school, "roll", .girls, in: Self.year))
    #expect(disclosure.shown(girls).reading == .value(141))
  }
}
