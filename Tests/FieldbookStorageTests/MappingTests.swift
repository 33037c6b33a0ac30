import FieldbookModel
import PlainText
import Testing

@testable import FieldbookStorage

/// Mappings of a workspace's own tables.
struct MappingTests {
  private static let mapping = TableMapping(
    id: "tracker", name: "Tracker",
    columns: [
      TableMapping.Column(header: "URN", role: .urn),
      TableMapping.Column(header: "Maths %", role: .expected, of: [.subject: "Maths"]),
      TableMapping.Column(header: "Cohort", role: .assessed),
    ], given: [.yearGroup: "Y4"])

  @Test func `What is kept is read back, member by member`() throws {
    let tree = JSONValue.object(
      Dictionary(uniqueKeysWithValues: MappingCodec.members(Self.mapping).map { ($0.name, $0.value) }))
    var document = tree
    document["id"] = "tracker"
    let read = MappingCodec.read(document, id: "tracker")
    #expect(read.problems.isEmpty && read.mapping == Self.mapping)
  }

  @Test(arguments: [
    ("{\"id\":\"x\"}", "/id"), ("{\"id\":\"tracker\",\"name\":3,\"figures\":[]}", "/name"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"columns\":{\"urm\":\"URN\"},\"figures\":[]}", "/columns/urm"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"columns\":{\"urn\":3},\"figures\":[]}", "/columns/urn"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"columns\":[],\"figures\":[]}", "/columns"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"columns\":{\"urn\":\"URN\"}}", "/figures"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"figures\":[{\"header\":\"A\",\"is\":\"urn\"}]}", "/figures/0"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"figures\":[],\"given\":{\"roll\":\"3\"}}", "/given/roll"),
    ("{\"id\":\"tracker\",\"name\":\"T\",\"columns\":{\"urn\":\"URN\"},\"figures\":[]}", "/figures"),
  ])
  func `What is wrong is named with its place, and such a mapping is not used`(
    text: String, place: String
  ) throws {
    let read = MappingCodec.read(try JSONValue.parse(Array(text.utf8)), id: "tracker")
    #expect(read.mapping == nil)
    #expect(read.problems.contains { $0.pointer == place }, "\(read.problems)")
  }
}
