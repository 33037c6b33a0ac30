import FieldbookImport
import FieldbookModel
import Testing

/// Whose schools are ours, in each of the ways in which it can be said.
@Suite struct OurSchoolsTests {
  private static let register = SourceFile(
    "r.csv",
    "URN,LA (code),LA (name),EstablishmentName,EstablishmentStatus (name),Trusts (name),Federations (name)\n"
      + "900001,990,Invented Shire,Ash,Open,Wold Trust,\n"
      + "900002,990,Invented Shire,Beck,Open,,Beck and Coln\n900003,991,Other Shire,Coln,Open,,Beck and Coln\n"
      + "900004,990,Invented Shire,Dene,Closed,,\n")

  private func plan(
    _ ours: OursChoice?, _ more: SourceFile..., after earlier: ImportPlan? = nil
  ) throws
    -> ImportPlan
  { try Trial(ours: ours).plan([Self.register] + more, after: earlier) }

  @Test func aFederationIsFoundByItsName() throws {
    let plan = try plan(.federation("beck and coln"))
    #expect(plan.ours.keys.map(\.text).sorted() == ["900002", "900003"] && plan.trust == "Beck and Coln")
    let refusal = try Trial(ours: .federation("Beck & Coln")).refusal([Self.register])
    #expect(refusal.what.contains("a federation named") && refusal.mend.contains("Beck and Coln"))
    let later = try Trial().plan([Self.register], after: plan)
    #expect(later.ours == plan.ours && later.trust == plan.trust)
  }

  @Test(arguments: ["990", "invented shire"])
  func anAuthorityHasItsOpenSchools(name: String) throws {
    let plan = try plan(.authority(name))
    #expect(plan.ours.keys.map(\.text).sorted() == ["900001", "900002"] && plan.trust == "Invented Shire")
  }

  @Test func aTrustThatOnlyTheListOfGroupsNamesIsFoundThere() throws {
    let groups = SourceFile(
      "groups.csv",
      "URN,Group UID,Group Name,Group Type,Group Status,Joined date,EstablishmentName,LA (code)\n"
        + "900002,7,FEN TRUST,Multi-academy trust,Open,2020-01-01,Beck,990\n"
        + "900002,8,Fen Trust,School sponsor,Open,2020-01-01,Beck,990\n"
        + "900050,7,FEN TRUST,Multi-academy trust,Open,2020-01-01,Elm,992\n")
    let plan = try plan(.trust("fen trust"), groups)
    #expect(plan.ours == [URN("900002"): "Beck"] && plan.trust == "FEN TRUST" && plan.listed == 2)
    #expect(
      ImportSummary.words(plan).contains(
        "FEN TRUST, 1 school: the files cover 1 of the 2 that the list of groups has."))
    #expect(try self.plan(.trust("Wold Trust"), groups).listed == nil)
  }

  @Test func aListOfNumbersIsReadAsPeopleWriteIt() throws {
    let list = SourceFile("ours.txt", "# ours\n900001\n\n 900003 \n900001\n900099\n")
    let urns = try URNList.read(list)
    #expect(urns.map(\.text) == ["900001", "900003", "900099"])
    let plan = try plan(.schools(urns, file: "ours.txt"))
    #expect(plan.ours.keys.map(\.text).sorted() == ["900001", "900003"] && plan.trust == nil)
    #expect(plan.reports[0].problems.map(\.code) == ["not-in-register"])
    #expect(plan.reports[0].problems[0].found == "900099")
    let table = SourceFile("ours.csv", "Name,URN\r\n\"Ash, the\",900001.0\r\n")
    #expect(try URNList.read(table).map(\.text) == ["900001"])
  }

  @Test(arguments: [("900001\nAsh\n", 2), ("# none\n", nil), ("12\n", 1)])
  func aListWithoutNumbersIsRefused(text: String, line: Int?) throws {
    let refusal = #expect(throws: ImportRefusal.self) { try URNList.read(SourceFile("x.txt", text)) }
    #expect(refusal?.line == line)
    let nobody = try Trial(ours: .schools([URN("900098")], file: "x.txt")).refusal([Self.register])
    #expect(nobody.file == "x.txt" && nobody.what.contains("lists none"))
  }

  @Test func ofAFolderWhatIsOfNoUseIsLeftOutAndTold() throws {
    func found(_ name: String, _ text: String) -> SourceFile {
      var file = SourceFile(name, text)
      file.isFromFolder = true
      return file
    }
    var told: [String] = []
    let sources = [
      found("a/meta.csv", "Field Name,Label/Description\nURN,x\n"),
      found("a/pupils.csv", "UPN,Forename\nx,Anna\n"),
      found("a/2017-2018_ks2.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,990,900001,30,50%\n"),
      found("a/ks2.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,990,900001,30,51%\n"), Self.register,
    ]
    let plan = try Importer.plan(
      sources, options: ImportOptions(now: Instant(milliseconds: 0)), existing: .none, existingTrust: nil,
      existingOurs: [:], catalogue: Catalogue(measures: []),
      progress: { told.append("\($0) of \($1) \($2)") })
    #expect(plan.reports.map(\.path) == ["r.csv", "a/2017-2018_ks2.csv"])
    #expect(plan.leftOut.map(\.file) == ["a/meta.csv", "a/pupils.csv", "a/ks2.csv"])
    #expect(told == ["1 of 3 r.csv", "2 of 3 2017-2018_ks2.csv", "3 of 3 ks2.csv"])
    let words = ImportSummary.words(plan)
    #expect(words.contains("Left out: a/pupils.csv") && !words.contains("Anna"))
    let nothing = try Trial().refusal([sources[0]])
    #expect(nothing.what.contains("dictionary"))
  }

  @Test func ofTwoEditionsGivenAtOnceTheOneThatIsFurtherOnCounts() throws {
    func results(_ name: String, _ value: String) -> SourceFile {
      SourceFile(name, "RECTYPE,LEA,URN,TPUP,ATT8SCR\n1,990,900001,30,\(value)\n")
    }
    var trial = Trial()
    trial.catalogue = try TestCatalogue.catalogue()
    let plan = try trial.plan([
      Self.register, results("2017-2018_ks4final.csv", "47"), results("2017-2018_ks4provisional.csv", "45"),
    ])
    #expect(plan.reports[2].problems.map(\.code) == ["outranked"])
    let found = try PublishedFixtures.facts(plan).observation(
      of: .school(URN("900001")), "att8", in: AcademicYear(start: 2017))
    #expect(found?.reading == .value(47) && found?.status == "final")
  }
}
