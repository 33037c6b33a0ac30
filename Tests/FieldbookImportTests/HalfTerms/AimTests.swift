import FieldbookImport
import FieldbookModel
import FieldbookStorage
import Testing

@Suite struct AimTests {
  private let rows = "100001,,2026-27 Autumn 1,Y6,Maths,,standards,Expected,15,30\n"

  @Test(arguments: [
    (
      "URN,Period,Year group,Subject,Level,Pupils,Target\n100001,2026-27 Autumn 1,Y6,Maths,Expected,15,20\n",
      1
    ),
    (
      "URN,Period,Year group,Subject,Level,Pupils\n100001,2026-27 Autumn 1,Y6,Maths,Expected,15\n100001,2026-27 Autumn 1,Y6,Maths predicted,Expected,15\n",
      3
    ),
    (
      "URN,Period,Year group,Subject,Level,Pupils,Kind\n100001,2026-27 Autumn 1,Y6,Maths,Expected,15,Flight path\n",
      2
    ),
    ("URN,Period,Year group,Subject,Level,Pupils\n100001,2026-27 Autumn 1,Y6,Maths,On track,15\n", 2),
  ])
  func targetsAndPredictionsAreRefusedWithTheirPlace(text: String, line: Int) throws {
    let refusal = try #require(Returned.refusal(text))
    #expect(refusal.line == line && refusal.what.contains("no measure of a school"))
    #expect(refusal.mend.contains("--targets-because"))
  }

  @Test func whereSomebodySaidWhyTheyAreMarkedEverywhere() throws {
    let plan = try Returned.plan([
      Returned.header.replacing("Pupils", with: "Pupils").replacing("Roll", with: "Roll,Type")
        + rows.replacing(",30\n", with: ",30,Target\n")
    ]) {
      $0.aimsBecause = "The governors asked for them"
    }
    let facts = Returned.facts(plan)
    #expect(facts.observation(of: Returned.school, "ht.y6.maths.expected", at: Returned.autumn) == nil)
    let aim = try #require(
      facts.observation(of: Returned.school, "ht.y6.maths.aim.expected", at: Returned.autumn))
    #expect(aim.status == "target" && aim.place.source.because == "The governors asked for them")
    let measure = try #require(facts.catalogue[aim.measure])
    #expect(measure.title.contains("target or prediction") && measure.better == .neither)
    #expect(ReturnMeasure(id: aim.measure)?.kind.isAim == true)
  }

  @Test func aMockIsNoPrediction() throws {
    #expect(
      try Returned.plan([Returned.header + rows.replacing("Maths", with: "Maths mock")]).reports[1].problems
        == [])
  }
}
