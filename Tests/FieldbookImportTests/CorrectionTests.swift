import FieldbookImport
import FieldbookModel
import Testing

/// Files that say something else than what was imported before.
@Suite struct CorrectionTests {
  private static let register = SourceFile(
    "r.csv",
    "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold Trust\n100002,936,Beck,Wold Trust\n")

  private func results(_ percent: Int, _ name: String, authority: Int = 936) -> SourceFile {
    SourceFile(name, "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,\(authority),100001,30,\(percent)%\n")
  }

  private func value(_ plans: [ImportPlan]) -> Double? {
    let facts = Facts(files: plans.flatMap(\.files), catalogue: Catalogue(measures: []), ours: [:])
    let year = AcademicYear(start: 2017)
    return facts.observation(of: .school(URN("100001")), "rwmExp", .all, in: year)?.reading.value
  }

  @Test(arguments: [(50, 77), (77, 50)])
  func theLaterImportRulesThoughTheClockStandsStill(first: Int, second: Int) throws {
    let before = try Trial().plan([Self.register, results(first, "a_2017-18.csv")])
    let after = try Trial().plan([results(second, "b_2017-18.csv")], after: before)
    #expect(value([before, after]) == Double(second))
    let back = try Trial().plan([results(first, "a_2017-18.csv")], after: after.over(Self.register))
    #expect(value([after, back]) == Double(first))
  }

  @Test func theTimeOfImportIsTheClocksWhereNothingIsReplaced() throws {
    let trial = Trial()
    let before = try trial.plan([Self.register, results(50, "a_2017-18.csv")])
    let other = try trial.plan([results(50, "c_2017-18.csv", authority: 801)], after: before)
    #expect((before.files + other.files).allSatisfy { $0.source.importedAt == trial.now })
  }

  @Test func aFileThatAnEarlierOneOutranksSaysSo() throws {
    let before = try Trial().plan([Self.register, results(50, "a_2017-18_final.csv")])
    let after = try Trial().plan([results(40, "2017-18_provisional.csv")], after: before)
    let problem = try #require(after.reports[0].problems.first { $0.code == "outranked" })
    #expect(problem.what.contains("a_2017-18_final.csv"))
    #expect(value([before, after]) == 50)
    #expect(before.reports.flatMap(\.problems).isEmpty)
  }

  @Test func aRegisterSavedByASpreadsheetProgramIsReadWithAWarning() throws {
    let text =
      "URN,LA (code),EstablishmentName,UPRN,OpenDate\n100001,936,Ash,5.00E+06,01/09/2012\n"
      + "100002,936,Beck,5.00E+06,00:00.0\n"
    let problems = try Trial().plan([SourceFile("r.csv", text)]).reports[0].problems
    #expect(problems.filter { $0.code == "spreadsheet" }.map(\.line) == [2])
    #expect(problems.map(\.code).sorted() == ["spreadsheet", "unread-field"])
  }

  @Test func aSchoolThatLeavesTheRegisterIsNamed() throws {
    let before = try Trial(trust: "wold trust").plan([Self.register])
    let shorter = SourceFile(
      "r2.csv", "URN,LA (code),EstablishmentName,Trusts (name)\n100001,936,Ash,Wold Trust\n")
    let after = try Trial().plan([shorter], after: before)
    let problem = try #require(after.reports[0].problems.first)
    #expect(problem.code == "left-register")
    #expect(problem.found == "100002")
    #expect(problem.what.contains("Beck"))
    #expect(after.ours.count == 2)
  }
}

extension ImportPlan {
  /// The same with a register before it, as a workspace would hold them.
  fileprivate func over(_ register: SourceFile) throws -> ImportPlan {
    let first = try Trial().plan([register])
    return ImportPlan(
      files: first.files + files, reports: first.reports + reports, trust: trust, ours: ours)
  }
}
