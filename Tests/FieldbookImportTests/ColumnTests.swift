import FieldbookImport
import FieldbookModel
import PlainText
import Testing

@Suite struct ColumnTests {
  private func plan(_ header: String, _ row: String) throws -> ImportPlan {
    try Trial(period: AcademicYear(start: 2017)).plan([
      SourceFile("r.csv", "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold\n"),
      SourceFile(
        "ks2.csv", "RECTYPE,LEA,URN,TELIG,TFSM6CLA1A,PTRWM_EXP,\(header)\n1,936,100001,30,7,50%,\(row)\n"),
    ])
  }

  @Test(arguments: [
    ("PTRWM_HIGH", "rwmHigh", PupilGroup.all, true),
    ("ptread_exp_notfsm6cla1a", "readExp", .notDisadvantaged, false),
    ("PTREAD_HIGH_H", "readHigh", .priorHigh, false), ("READ_AVERAGE_EAL", "readAverage", .eal, false),
    ("PTREAD_AT", "readAbsent", .all, true), ("PTGPS_EXP_FSM6CLA1A", "gpsExp", .disadvantaged, true),
    ("GPS_AVERAGE_MOBN", "gpsAverage", .nonMobile, false), ("MAT_AVERAGE", "matAverage", .all, true),
    ("PTWRITTA_EXP", "writExp", .all, true), ("PTWRITTA_WTS", "writWts", .all, true),
    ("PTWRITTA_AD", "writAbsent", .all, true), ("PTSCITA_EXP", "sciExp", .all, true),
    ("PTSCITA_AD", "sciAbsent", .all, true), ("PTREADTA_EXP", "readTaExp", .all, true),
    ("PTMATTA_AD", "matTaAbsent", .all, true), ("WRITPROG_M", "writProg", .priorMiddle, false),
    ("READCOV", "readCov", .all, true), ("MATPROG_DESCR", "matProgBand", .all, true),
    ("READPROG_UNADJUSTED", "readProgUnadjusted", .all, true),
    ("DIFFN_MATPROG", "matProgGap", .disadvantaged, true),
    ("PTFSM6CLA1A", "share", .disadvantaged, true), ("PTNOTFSM6CLA1A", "share", .notDisadvantaged, false),
    ("TKS1GROUP_NA", "pupils", .priorNone, false), ("TEALGRP1", "pupils", .englishFirst, false),
    ("TSENELEK", "pupils", .sen, false), ("PSENELEK", "share", .sen, false),
    ("TOTPUPS", "onRoll", .all, false),
    ("TKS1AVERAGE", "ks1Average", .all, true), ("PGELIG", "share", .girls, false),
  ])
  func aHeaderMeansAMeasureOfAGroup(header: String, measure: String, group: PupilGroup, hasCount: Bool) throws
  {
    let plan = try plan(header, "12")
    let column = try #require(plan.files[1].columns.last)
    #expect(column.header == header)
    #expect(column.measure == measure)
    #expect(column.group == group)
    #expect(column.part == .value)
    #expect((column.countColumn != nil) == hasCount)
    #expect(try TestCatalogue.catalogue()[measure] != nil)
  }

  @Test(arguments: [
    "PTRWM_EXP_17", "READPROG_LOWER_16", "PTRWM_EXP_FSM6CLA1A_24", "PTRWM_EXP_3YR", "TELIG_18",
    "READPROG_DESCR_18",
    "PTNOTFSM6CLA1A_22", "MAT_AVERAGE_19", "SENELN", "SCHNAME", "PTRWM_EXP_X",
  ])
  func columnsOfOtherYearsAreNotReadAsThisYears(header: String) throws {
    let plan = try plan(header, "12")
    #expect(plan.reports[1].columnsUnused == [header])
    #expect(plan.files[1].columns.count == 3)
  }

  @Test func anEndOfAnIntervalBelongsToItsScore() throws {
    let plan = try plan("READPROG_B_LOWER,READPROG_B,READPROG_UPPER_B", "-1.5,0.3,2.1")
    let column = plan.files[1].columns[4]
    #expect(column.measure == "readProg")
    #expect(column.lowerColumn == 3)
    #expect(column.upperColumn == 5)
    #expect(plan.reports[1].observations == 4)
  }

  @Test func statementsCountAsPlansOnlyWherePlansHaveNoColumnOfTheirOwn() throws {
    let old = try plan("TSENELSE", "4")
    #expect(old.files[1].columns.last?.group == .ehcp)
    let new = try plan("TSENELSE,TSENELE", "4,3")
    #expect(new.files[1].columns.last?.header == "TSENELE")
    #expect(new.reports[1].columnsUnused == ["TSENELSE"])
  }

  @Test func aColumnThatStandsTwiceIsReportedAndReadOnce() throws {
    let plan = try plan("PTREAD_EXP,Ptread_Exp", "12%,13%")
    #expect(plan.files[1].columns.count == 4)
    #expect(plan.files[1].raw(column: 3, row: 0) == "12%")
    #expect(plan.reports[1].problems.map(\.code) == ["duplicate-column"])
    #expect(plan.reports[1].problems[0].column == "Ptread_Exp")
    #expect(plan.reports[1].columnsUnused == ["Ptread_Exp"])
  }

  @Test(arguments: [
    ("38%", 38), ("61.0%", 61), ("-0.3", -0.3), (" 61 ", 61), ("\"1,234\"", 1234), ("0", 0),
    ("\u{2212}2.5", -2.5),
    ("+3", 3), (".5", 0.5), ("\u{A0}7\u{A0}", 7), ("999999999999999", 999_999_999_999_999), ("0.1", 0.1),
    ("007", 7),
  ])
  func aNumberIsReadAsItIsWritten(text: String, value: Double) throws {
    let file = try plan("PTREAD_EXP", text).files[1]
    #expect(file.reading(column: 3, row: 0) == .value(value))
    #expect(file.raw(column: 3, row: 0) == text.filter { $0 != "\"" })
  }

  @Test(arguments: [
    "1e5", "inf", "nan", "-", "%", ".", "5.", "1,23", "\"1,2345\"", "9999999999999999", "3 4", "--3", "5%%",
    "0x10",
    "\u{0661}",
  ])
  func whatIsNeitherNumberNorCodeIsKeptAndReported(text: String) throws {
    let plan = try plan("PTREAD_EXP,PTMAT_EXP", "\(text),SUPP")
    let raw = text == "1,23" ? "1" : text.filter { $0 != "\"" }
    let file = plan.files[1]
    #expect(file.raw(column: 3, row: 0) == raw)
    guard text != "1,23" else { return }
    #expect(file.reading(column: 3, row: 0) == .missing(.unrecognised))
    let problem = try #require(plan.reports[1].problems.first)
    #expect(problem.line == 2)
    #expect(problem.column == "PTREAD_EXP")
    #expect(problem.code == "unknown-token")
    #expect(problem.found == raw)
  }

  @Test func everyMeasureIsDescribedOnceAndNamedShortly() throws {
    let measures = try TestCatalogue.catalogue().measures
    let stages: Set = [
      "KS2", "KS4", "KS5", "Census", "Absence", "Behaviour", "Pupil premium", "Ofsted 2025", "Ofsted EIF",
    ]
    let sources = ["DfE", "Ofsted"]
    #expect(Set(measures.map(\.id)).count == measures.count)
    for measure in measures {
      #expect(stages.contains(measure.stage), "\(measure.id): \(measure.stage)")
      #expect(measure.shortTitle.count <= 14, "\(measure.id)")
      #expect(
        measure.definition.hasSuffix(".") && sources.contains { measure.definition.contains($0) },
        "\(measure.id)")
    }
    #expect(Set(measures.map(\.shortTitle)).count == measures.count)
  }

  @Test func yearsWithoutTestsOrWithoutProgressAreKnown() throws {
    let catalogue = try TestCatalogue.catalogue()
    func years(_ id: String) -> [Int] {
      (2014...2028).filter { catalogue[id]?.isProduced(in: AcademicYear(start: $0)) == true }
    }
    #expect(years("rwmExp") == [2015, 2016, 2017, 2018] + Array(2021...2028))
    #expect(years("readProg") == [2015, 2016, 2017, 2018, 2021, 2022, 2025, 2026])
    #expect(years("matTaExp") == [2015, 2016, 2017])
  }
}
