import FieldbookImport
import FieldbookModel
import Testing

@Suite struct TrustTests {
  private func register(_ schools: [(Int, String, String)], name: String = "r.csv") -> SourceFile {
    let rows = schools.map { "\($0.0),936,\($0.1),\($0.2)\n" }
    return SourceFile(name, "URN,LA (code),EstablishmentName,Trusts (name)\n" + rows.joined())
  }

  private let first = [
    (100_001, "Ash", "Wold Trust"), (100_002, "Beck", "Wold Trust"), (100_003, "Coln", "Fen Schools"),
  ]

  @Test func aTrustIsFoundWithoutRegardToCaseAndBlanks() throws {
    let plan = try Trial(trust: " wold   TRUST").plan([register(first)])
    #expect(plan.trust == "Wold Trust")
    #expect(plan.ours == [URN("100001"): "Ash", URN("100002"): "Beck"])
    #expect(plan.reports[0].schools.matched == 2)
    #expect(plan.reports[0].schools.comparators == 1)
  }

  @Test func aTrustThatIsNotThereIsRefusedWithNearNames() throws {
    let many = (0..<9).map { (200_000 + $0, "S\($0)", "Wold Learning Trust \($0)") }
    let message = try Trial(trust: "Wold Trsut").refusal([register(first + many)]).message
    #expect(message.contains("named “Wold Trsut”"))
    #expect(message.contains("“Wold Trust” or "))
    #expect(message.split(separator: "“").count == 7)
    #expect(try Trial(trust: "Zzyzx").refusal([register(first)]).mend == "Write it as the register does.")
    #expect(try Trial(trust: "  ").refusal([register(first)]).kind == .refused)
  }

  @Test func withoutATrustNoSchoolIsOursAndThatIsSaid() throws {
    let plan = try Trial().plan([register(first)])
    #expect(plan.ours.isEmpty)
    #expect(plan.trust == nil)
    #expect(
      ImportSummary.lines(plan, dryRun: false).joined(separator: " ").contains(
        "No school is marked as ours yet"))
  }

  @Test func theEarlierTrustHoldsForALaterRegister() throws {
    let earlier = try Trial(trust: "Wold Trust").plan([register(first)])
    // Ash has left for another trust, Beck is in no register any more, Dene has joined.
    let second = register(
      [(100_001, "Ash", "Fen Schools"), (100_003, "Coln", "Fen Schools"), (100_004, "Dene", "WOLD TRUST")],
      name: "r20250101.csv")
    var trial = Trial()
    trial.now = Instant(milliseconds: 1_800_000_000_000)
    let plan = try trial.plan([second], after: earlier)
    #expect(plan.ours == [URN("100002"): "Beck", URN("100004"): "Dene"])
    #expect(plan.trust == "WOLD TRUST")
  }

  @Test func aTrustThatVanishesFromTheRegisterKeepsItsSchools() throws {
    let earlier = try Trial(trust: "Wold Trust").plan([register(first)])
    let renamed = register(
      [(100_001, "Ash", "Wold Two"), (100_002, "Beck", "Wold Two")], name: "r20250101.csv")
    let plan = try Trial().plan([renamed], after: earlier)
    #expect(plan.ours == earlier.ours)
    #expect(plan.trust == "Wold Trust")
    #expect(plan.reports[0].problems.map(\.code) == ["trust-not-found"])
    #expect(try Trial(trust: "wold two").plan([renamed], after: earlier).trust == "Wold Two")
  }

  @Test func anotherTrustTakesThePlaceOfTheEarlier() throws {
    let earlier = try Trial(trust: "Wold Trust").plan([register(first)])
    let plan = try Trial(trust: "Fen schools").plan([register(first)], after: earlier)
    #expect(plan.ours == [URN("100003"): "Coln"])
  }

  @Test func resultsAloneLeaveOurSchoolsAsTheyAre() throws {
    let earlier = try Trial(trust: "Wold Trust").plan([register(first)])
    let results = SourceFile("2017-18.csv", "RECTYPE,LEA,URN,TELIG,PTRWM_EXP\n1,936,100001,30,50%\n")
    let plan = try Trial().plan([results], after: earlier)
    #expect(plan.ours == earlier.ours)
    #expect(plan.trust == earlier.trust)
    #expect(plan.reports[0].schools.matched == 1)
  }

  @Test func importingTheSameFileAgainChangesNothing() throws {
    var files = InventedFiles(seed: 3)
    let sources = [files.register().source, files.results().source]
    let first = try Trial(trust: files.trust).plan(sources)
    var later = Trial()
    later.now = Instant(milliseconds: 1_900_000_000_000)
    let second = try later.plan(sources, after: first)
    #expect(second.files == first.files)
    #expect(second.ours == first.ours)
    #expect(second.trust == first.trust)
    #expect(second.reports.map(\.schools) == first.reports.map(\.schools))
  }
}
