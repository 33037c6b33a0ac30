import FieldbookModel
import Testing

@Suite("The value of a measure for every school")
struct FactsValuesTests {
  @Test("holds numbers only, and the school's own row before a predecessor's, as one observation does")
  func values() {
    let register = Table.register(
      [[.name: "A", .laCode: "936"], [.name: "B", .laCode: "936"]], urns: ["100001", "100002"])
    let results = Table.results(
      [
        .school(URN("90001"), later: URN("100001")), .school(URN("100001"), later: nil),
        .school(URN("90002"), later: URN("100002")), .school(URN("100003"), later: nil),
      ], [Table.column("rwmExp", .all, ["40", "55", "61", "SUPP"])])
    let facts = Facts(files: [register, results], catalogue: Table.catalogue, ours: [:])
    let values = facts.values(of: "rwmExp", in: Table.year)
    #expect(values == [URN("100001"): 55, URN("100002"): 61])
    for (urn, value) in values {
      #expect(facts.observation(of: .school(urn), "rwmExp", in: Table.year)?.reading.value == value)
    }
    #expect(facts.years(with: "rwmExp") == [Table.year] && facts.years(with: "rwmHigh").isEmpty)
  }

  @Test("a row of its own without a number is not replaced by a predecessor's number")
  func suppressed() {
    let register = Table.register([[.name: "A", .laCode: "936"]], urns: ["100001"])
    let results = Table.results(
      [.school(URN("90001"), later: URN("100001")), .school(URN("100001"), later: nil)],
      [Table.column("rwmExp", .all, ["40", "SUPP"])])
    let facts = Facts(files: [register, results], catalogue: Table.catalogue, ours: [:])
    #expect(facts.values(of: "rwmExp", in: Table.year).isEmpty)
  }

  @Test("of two schools that became one neither's figure is the new one's")
  func merged() {
    let register = Table.register([[.name: "A", .laCode: "936"]], urns: ["100001"])
    let results = Table.results(
      [.school(URN("90001"), later: URN("100001")), .school(URN("90002"), later: URN("100001"))],
      [Table.column("rwmExp", .all, ["40", "60"])])
    let facts = Facts(files: [register, results], catalogue: Table.catalogue, ours: [:])
    #expect(facts.values(of: "rwmExp", in: Table.year).isEmpty)
    #expect(facts.observation(of: .school(URN("100001")), "rwmExp", in: Table.year) == nil)
  }
}
