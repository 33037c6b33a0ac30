import FieldbookModel
import PlainText
import Testing

@testable import FieldbookStorage

struct CollectionTests {
  private func collection(_ part: HalfTerm.Part, because: String = "") -> CollectionPlan.Collection {
    CollectionPlan.Collection(
      id: "c\(part.rawValue)", halfTerm: HalfTerm(year: AcademicYear(start: 2026), part: part),
      asks: .attainment,
      yearGroups: [YearGroup(number: 0), YearGroup(number: 6)].compactMap(\.self), subjects: ["maths"],
      due: CalendarDate(dayNumber: 20_780), because: because, without: [URN("100005"), URN("100006")])
  }

  private func plan(_ workspace: Workspace, _ collection: CollectionPlan.Collection) throws {
    _ = try workspace.change(CollectionChange("", id: collection.id, collection))
  }

  @Test func `Collections are kept and come back, and a fourth needs its reason`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    for part in [HalfTerm.Part.autumn1, .autumn2, .spring1] { try plan(workspace, collection(part)) }
    #expect(throws: StorageProblem.self) { try plan(workspace, collection(.spring2)) }
    try plan(workspace, collection(.spring2, because: "Year 6 support"))
    let kept = try workspace.contents().collections
    #expect(kept.collections.count == 4 && kept["c1"] == collection(.autumn1))
    #expect(kept["c4"]?.because == "Year 6 support")
    #expect(try workspace.check().problems == [])
    _ = try workspace.change(CollectionChange("", id: "c1", nil))
    #expect(try workspace.contents().collections["c1"] == nil)
  }

  @Test func `A broken collection is named and the others are used`() throws {
    let tree = try JSONValue.parse(
      Array(
        #"{"a": {"halfTerm": "2026/27", "asks": "attainment", "due": "2026-11-20"}, "b": {"halfTerm": "2026/27 Autumn 1", "asks": "conduct", "due": "2026-11-20"}}"#
          .utf8))
    #expect(CollectionCodec.problems(in: tree).map(\.pointer) == ["/collections/a"])
    #expect(CollectionCodec.plan(tree).collections.map(\.id) == ["b"])
    let wrong = try JSONValue.parse(
      Array(
        #"{"c": {"halfTerm": "2026/27 Autumn 1", "asks": "conduct", "due": "2026-11-20", "without": ["Elm"]}}"#
          .utf8))
    #expect(CollectionCodec.problems(in: wrong).map(\.pointer) == ["/collections/c"])
  }
}
