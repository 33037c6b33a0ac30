import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import PlainText
import Testing
import TextUI

/// Members that this version does not know live on.
struct UnknownMembersTests {
  private static let unknown: JSONValue = ["of": ["a later", "version ü"], "kept": true]

  @Test func `Members added to every object of every record are there after editing`() throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.signedReview()
    try desk?.fullReview()
    desk?.enter(Desk.areas)
    desk?.go("Enter")
    desk?.fill("Seen in both classes", "done")
    desk = nil
    var places: [String: [[String]]] = [:]
    for (file, bytes) in try folder.documents() where !file.contains(".signed-") {
      var found: [[String]] = []
      let tree = UnknownMembersTests.marked(try JSONValue.parse(bytes), at: [], &found)
      try folder.write(tree.encoded(), to: file)
      places[file] = found
    }
    try edit(try Desk(folder))
    for (file, places) in places {
      let tree = try JSONValue.parse(#require(try folder.documents()[file]))
      for place in places {
        let object = place.reduce(tree as JSONValue?) { $0?[$1] }
        #expect(object?["x-later"] == UnknownMembersTests.unknown, "\(file) \(place)")
      }
    }
    #expect(places.values.joined().count > 20)
  }

  /// Edits every kind of record.
  private func edit(_ desk: Desk) throws {
    desk.go("2", "g", "Enter")
    desk.isOn(.review)
    let id = try desk.review().id
    desk.note("A further note @inclusion")
    desk.enter(0)
    let rows = 5
    for row in 0..<rows {
      desk.go("g")
      for _ in 0..<row { desk.go("Down") }
      desk.go("Enter")
      desk.isOn(.form)
      desk.press("End")
      desk.type(" more")
      desk.go("^S")
      desk.shows("Saved: ")
    }
    desk.enter(Desk.areas)
    desk.go("Enter")
    desk.press("End")
    desk.fill(" and heard")
    desk.shows("Saved: answer changed")
    desk.go("u", "^R")
    for _ in 1...2 {
      desk.go("3", "Enter")
      desk.press("End")
      desk.fill(" soon")
      desk.shows("Saved: action changed")
    }
    let kept = try desk.keptReview(id)
    #expect(kept.evidence.count == 3)
    #expect(kept.findings.first?.statement == "Routines are calm in every class more")
  }

  /// The tree with a member in each of its objects, and where those are. The ids of writes are no place for others.
  private static func marked(
    _ tree: JSONValue, at place: [String], _ found: inout [[String]]
  ) -> JSONValue {
    guard let members = tree.object else { return tree }
    var marked: JSONValue = tree
    for (name, value) in members where !["_w", "_writers"].contains(name) {
      marked[name] = UnknownMembersTests.marked(value, at: place + [name], &found)
    }
    // Members of these are records by their ids, not fields.
    if let last = place.last, ["evidence", "findings", "judgements", "answers"].contains(last) {
      return marked
    }
    marked["x-later"] = unknown
    found.append(place)
    return marked
  }
}
