import FieldbookImport
import FieldbookModel
import Testing

@Suite struct KeyStage4Tests {
  private static let register =
    "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold\n100009,936,Oak,Wold\n"

  private func plan(_ header: String, _ rows: String...) throws -> ImportPlan {
    var trial = Trial(period: AcademicYear(start: 2017))
    trial.catalogue = try TestCatalogue.catalogue()
    return try trial.plan([
      SourceFile("r.csv", Self.register),
      SourceFile("ks4.csv", "RECTYPE,LEA,URN,TPUP,\(header)\n" + rows.joined(separator: "\n") + "\n"),
    ])
  }

  @Test(arguments: [
    ("ATT8SCR", "att8", PupilGroup.all, "TPUP"), ("ATT8SCR_FSM6CLA1A", "att8", .disadvantaged, "TFSM6CLA1A"),
    ("ATT8SCR_NFSM6CLA1A", "att8", .notDisadvantaged, ""), ("ATT8SCR_LO", "att8", .priorLow, ""),
    ("att8scr_boys", "att8", .boys, ""), ("ATT8SCRENG_EAL", "att8Eng", .eal, ""),
    ("P8MEA", "p8", .all, "P8PUP"), ("P8MEA_FSM6CLA1A", "p8", .disadvantaged, ""),
    ("P8PUP_HI", "p8Pupils", .priorHigh, "P8PUP_HI"), ("P8MEACOV", "p8Cov", .all, "TPUP"),
    ("P8_BANDING", "p8Band", .all, "P8PUP"), ("P8MEA_AV_ORIG", "p8Unadjusted", .priorMiddle, ""),
    ("PTL2BASICS_94", "em4", .all, "TPUP"),
    ("PTFSM6CLA1ABASICS_95", "em5", .disadvantaged, "TFSM6CLA1A"), ("PBL2BASICS_94", "em4", .boys, ""),
    ("PTNOTFSM6CLA1ABASICS_94", "em4", .notDisadvantaged, ""), ("PTBASICSHI_95", "em5", .priorHigh, ""),
    ("PTL2BASICSEAL_95", "em5", .eal, ""), ("EBACCAPS_GIRLS", "ebaccAps", .girls, ""),
    ("PTEBACC_E_PTQ_EE", "ebaccEntry", .all, "TPUP"), ("PTEBACC_ELO_PTQ_EE", "ebaccEntry", .priorLow, ""),
    ("PTEBACC_95_FSM6CLA1A", "ebacc5", .disadvantaged, "TFSM6CLA1A"), ("GPUP", "ks4Pupils", .girls, ""),
    ("SENSE4", "ks4Pupils", .ehcp, ""), ("PSENAPK4", "ks4Share", .senSupport, ""),
    ("KS2APS", "ks2Average", .all, "TPUP"), ("DIFFN_P8MEA", "p8Gap", .disadvantaged, ""),
  ])
  func aHeaderMeansAMeasureOfAGroup(header: String, measure: String, group: PupilGroup, count: String) throws
  {
    let plan = try plan("TFSM6CLA1A,P8PUP,PTL2BASICS_95,\(header)", "1,936,100001,30,7,28,50%,12")
    let file = plan.files[1]
    let column = try #require(file.columns.last)
    #expect(column.header == header && column.measure == measure && column.group == group)
    #expect((column.countColumn.map { file.columns[$0].header } ?? "") == count)
    #expect(try TestCatalogue.catalogue()[measure]?.stage == "KS4")
  }

  @Test(arguments: [
    "ATT8SCR_16", "P8PUP_FSM6CLA1A_17", "PTL2BASICS_94_17_PTQ_EE", "PTFSM6CLA1ABASICS_95_17", "TFSM6CLA1A_16",
    "PTEBACC_94_17", "ATT8SCR_FSM6CLA1A_16", "TBASICSLO_94", "SCHNAME",
  ])
  func columnsOfOtherYearsAreNotReadAsThisYears(header: String) throws {
    #expect(try plan("ATT8SCR,\(header)", "1,936,100001,30,40,1").reports[1].columnsUnused == [header])
  }

  @Test func theIntervalOfProgressIsFoundUnderItsOwnNames() throws {
    let plan = try plan(
      "P8PUP,P8MEA,P8CILOW,P8CIUPP,P8PUP_LO,P8MEA_LO,P8CILOW_LO,P8CIUPP_LO,P8MEAENG,P8MEAENG_CILOW,"
        + "P8MEAENG_CIUPP,P8MEAENG_FSM6CLA1A,P8MEAENG_CILOW_FSM6CLA1A,P8MEAENG_CIUPP_FSM6CLA1A",
      "1,936,100001,30,28,0.2,0.1,0.3,6,-0.5,-0.9,-0.1,0.4,0.2,0.6,-1,-2,0")
    let facts = Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: [:])
    func progress(_ measure: String, _ group: PupilGroup) -> [Double?] {
      let found = facts.observation(
        of: .school(URN("100001")), measure, group, in: AcademicYear(start: 2017))
      return [found?.reading.value, found?.lower, found?.upper]
    }
    #expect(progress("p8", .all) == [0.2, 0.1, 0.3])
    #expect(progress("p8", .priorLow) == [-0.5, -0.9, -0.1])
    #expect(progress("p8Eng", .all) == [0.4, 0.2, 0.6])
    #expect(progress("p8Eng", .disadvantaged) == [-1, -2, 0])
    #expect(plan.reports[1].columnsUnused.isEmpty)
  }

  @Test func recordTypesAreThoseOfKeyStage4() throws {
    let plan = try plan(
      "PTL2BASICS_95", "1,936,100001,30,50%", "2,936,100002,9,NE", "4,936, ,9000,45%", "5,,,600000,40.20%",
      "7,,,520000,43.30%", "3,936,100003,1,2%")
    #expect(
      plan.files[1].subjects == [
        .school(URN("100001"), later: nil), .school(URN("100002"), later: nil), .la("936"), .england,
        .englandState,
      ])
    #expect(plan.files[1].raw(column: 1, row: 4) == "43.30%")
    let problem = try #require(plan.reports[1].problems.first)
    #expect(problem.code == "record-type" && problem.line == 7 && problem.found == "3")
    #expect(problem.what.contains("none of 1, 2, 4, 5 or 7"))
  }

  @Test func codesAndShortRowsAreTold() throws {
    let plan = try plan(
      "ATT8SCR,P8MEA,P8PUP,PTL2BASICS_94", "1,936,100001,30,SUPP,LOWCOV,4,NE", "1,936,100009,8,NP")
    let facts = Facts(files: plan.files, catalogue: try TestCatalogue.catalogue(), ours: [:])
    func reading(_ urn: String, _ measure: String) -> Reading? {
      facts.observation(of: .school(URN(urn)), measure, in: AcademicYear(start: 2017))?.reading
    }
    #expect(reading("100001", "att8") == .missing(.suppressed))
    #expect(reading("100001", "p8") == .missing(.lowCoverage))
    #expect(reading("100001", "em4") == .missing(.noEntries))
    #expect(reading("100009", "att8") == .missing(.notPublished))
    #expect(reading("100009", "em4") == .missing(.missing))
    #expect(plan.reports[1].problems.isEmpty)
  }

  @Test func measuresKnowTheYearsInWhichTheyExist() throws {
    let catalogue = try TestCatalogue.catalogue()
    func years(_ id: String) -> [Int] {
      (2014...2027).filter { catalogue[id]?.isProduced(in: AcademicYear(start: $0)) == true }
    }
    #expect(years("att8") == [2015, 2016, 2017, 2018] + Array(2021...2027))
    #expect(years("p8") == [2015, 2016, 2017, 2018, 2021, 2022, 2023, 2026, 2027])
    #expect(years("em5") == [2016, 2017, 2018] + Array(2021...2027))
    #expect(years("ebaccAps") == [2017, 2018, 2021, 2022, 2023, 2024])
  }
}
