import FieldbookModel
import FieldbookStorage
import PlainText
import Testing

struct EditingTests {
  @Test func `What was written is read back as it was`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    workspace.close()

    let contents = try place.open(.read).contents()
    #expect(contents.problems.isEmpty)
    #expect(contents.name == "Meadowbank")
    #expect(contents.reviews.count == 2)
    let review = try #require(contents.reviews.first { $0.id == ids.review })
    #expect(review.school == Invented.school)
    #expect(review.state == .fieldwork)
    #expect(review.date == Invented.date)
    #expect(review.reviewers == ["Anna Reed"])
    #expect(review.framework == Frameworks.builtIn.first)
    #expect(review.evidence.map(\.text) == ["Routines are calm."])
    #expect(review.findings.map(\.evidence) == [[ids.note]])
    #expect(review.judgement(of: "attendance").ours == "expected")
    #expect(review.answers.values.map(\.outcome) == [.verified])
    let action = try #require(contents.actions.first { $0.id == ids.action })
    #expect(action.due == Invented.date.adding(days: 60))
    #expect(action.finding == ids.finding)
  }

  @Test func `A saved edit says what the document now is`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let review = workspace.newID()
    guard case .review(let begun) = try workspace.apply(Invented.review(review)).document else {
      Issue.record("not a review")
      return
    }
    #expect(begun.id == review)
    #expect(try workspace.contents().reviews == [begun])
    #expect(try place.open(.read).contents().reviews == [begun])
  }

  @Test func `After each edit the answer is what reading everything again would say`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let focus = RecordEdit("Focus", [RecordEdit.Change(.review(ids.review), ["focus": .text("Corridors")])])
    let edits = [
      Invented.note(workspace.newID(), in: ids.review, "New."),
      Invented.note(ids.note, in: ids.review, "Changed."),
      focus, Invented.judgement(of: "inclusion", in: ids.review),
      Invented.finding(ids.finding, in: ids.review, evidence: []),
    ]
    var applied: [AppliedEdit] = []
    for edit in edits {
      applied.append(try workspace.apply(edit))
      let read = try place.open(.read).contents().reviews.first { $0.id == ids.review }
      #expect(applied.last?.document == read.map { .review($0) })
    }
    for edit in applied.reversed() {
      let reverted = try workspace.undo(edit.edit)
      let read = try place.open(.read).contents().reviews.first { $0.id == ids.review }
      #expect(reverted.document == read.map { .review($0) })
    }
  }

  @Test
  func `A document is sorted, ends its last line, and saving nothing new but a field is a small change`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/reviews/\(ids.review).json"
    let before = try place.text(file).split(separator: "\n")
    let tree = try place.tree(file)
    #expect(try place.bytes(file) == tree.encoded())
    _ = try workspace.apply(
      RecordEdit("Focus set", [RecordEdit.Change(.review(ids.review), ["focus": .text("Corridors")])]))
    let added = Set(try place.text(file).split(separator: "\n")).subtracting(before)
    #expect(added.count == 2)
    #expect(added.contains { $0.hasPrefix("  \"focus\": \"Corridors\"") })
  }

  @Test func `Every member carries its write, one identity for each edit, ending in this laptop's writer`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let review = workspace.newID()
    _ = try workspace.apply(Invented.review(review))
    let tree = try place.tree("records/reviews/\(review).json")
    let writer = try #require(try place.tree(".fieldbook/local/identity.json")["writer"]?.string)
    let writes = try #require(tree["_w"]?.object).mapValues { $0.string ?? "" }
    #expect(Set(writes.keys) == ["school", "kind", "framework", "state", "date", "reviewers", "at", "by"])
    #expect(Set(writes.values.map { $0.prefix(36) }).count == 1)
    #expect(writes.values.allSatisfy { $0.prefix(36).hasSuffix(writer) })
    #expect(writes["kind"]?.hasSuffix(SHA256.hex(Array("\"formal\"".utf8)).prefix(8)) == true)
    #expect(tree["_writers"]?[writer] == "Anna Reed")
  }

  @Test func `A cleared member is gone but its write stays`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.apply(
      RecordEdit("Owner taken out", [RecordEdit.Change(.action(ids.action), ["owner": nil])]))
    let tree = try place.tree("records/actions/\(ids.action).json")
    #expect(tree["owner"] == nil)
    #expect(tree["_w"]?["owner"]?.string?.hasSuffix(SHA256.hex(Array("null".utf8)).prefix(8)) == true)
  }

  @Test func `Members that the program does not know survive every save, to the digits of their numbers`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let stranger: JSONValue = ["deep": [1, .number(try #require(JSONNumber(text: "2.50"))), nil], "x": "y"]
    func plant(_ tree: inout JSONValue) {
      guard var members = tree.object else { return }
      for name in members.keys where name != "_w" && name != "_writers" {
        var member = members[name] ?? .null
        plant(&member)
        members[name] = member
      }
      members["stranger"] = stranger
      tree = .object(members)
    }
    func count(_ tree: JSONValue) -> Int {
      (tree.object ?? [:]).reduce(0) {
        $0 + ($1.key == "stranger" ? ($1.value == stranger ? 1 : 0) : count($1.value))
      }
    }
    let files =
      ["fieldbook.json", ".fieldbook/local/identity.json"]
      + ["reviews/\(ids.review)", "actions/\(ids.action)"].map { "records/\($0).json" }
    for file in files { try place.edit(file, plant) }
    let before = try files.map { count(try place.tree($0)) }
    #expect(before.allSatisfy { $0 > 0 })
    workspace.close()

    let again = try place.open()
    _ = try again.apply(Invented.note(ids.note, in: ids.review, "Changed."))
    _ = try again.apply(Invented.judgement(of: "attendance", in: ids.review, "attention"))
    _ = try again.apply(
      RecordEdit("Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text("Head")])]))
    try again.setReviewer(name: "A. Reed")
    try again.set(SettingsChange(name: "Meadowbank Trust", smallGroupMinimum: 10))
    try again.setOurs([Invented.school: "Ashgrove"], trust: "Meadowbank")
    _ = try again.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report")
    let after = try files.map { count(try place.tree($0)) }
    #expect(after == before)
  }

  @Test func `Edits that break a rule are refused with the reason and write nothing`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let before = try place.everything()
    let review = RecordAddress.review(ids.review)
    func refuse(_ values: [String: FieldValue?], at address: RecordAddress, _ words: String) {
      let problem = #expect(throws: StorageProblem.self) {
        try workspace.apply(RecordEdit("Try", [RecordEdit.Change(address, values)]))
      }
      #expect(problem?.kind == .refused)
      #expect(problem?.what.contains(words) == true, "\(problem?.what ?? "")")
    }
    refuse(["stat": .text("x")], at: review, "no field “stat”")
    refuse(["date": .text("2026-12-02")], at: review, "“Date” must be a day")
    refuse(["kind": .text("informal")], at: review, "cannot be “informal”")
    refuse(["state": .text("final")], at: review, "by being signed")
    refuse(["signedBy": .text("Me")], at: review, "signing alone")
    refuse(["reviewers": .texts([])], at: review, "“Reviewers” cannot be empty")
    refuse(
      ["ours": .text("superb")], at: .inReview(ids.review, "judgements", "attendance"),
      "no grade on the scale")
    refuse(
      ["ours": .text("met")], at: .inReview(ids.review, "judgements", "attendance"), "no grade on the scale")
    refuse(["area": .text("maths")], at: .inReview(ids.review, "findings", ids.finding), "“maths” is no area")
    refuse(
      ["areas": .texts(["maths"])], at: .inReview(ids.review, "evidence", ids.note), "“maths” is no area")
    refuse(["areas": .texts(["achievement"])], at: .inReview(ids.review, "evidence", "new"), "has no “Note”")
    refuse(["text": .text("x")], at: .inReview(ids.review, "thoughts", "x"), "holds no “thoughts”")
    refuse(["text": .text("x")], at: .action(workspace.newID()), "has no “School”")
    refuse(["text": .text("x")], at: .inReview(workspace.newID(), "evidence", "x"), "is not there")
    refuse(
      ["text": .text("x")], at: RecordAddress(folder: "poems", document: ids.review),
      "no record that can be kept")
    refuse(["text": .text("x")], at: .action("../../x"), "no record that can be kept")
    #expect(try place.everything() == before)
  }

  @Test func `A cancelled review refuses edits and says why it was cancelled`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.apply(
      RecordEdit(
        "Cancelled",
        [RecordEdit.Change(.review(ids.review), ["state": .text("cancelled"), "cancelled": .text("snow")])],
        canBeUndone: false))
    let problem = #expect(throws: StorageProblem.self) {
      try workspace.apply(Invented.note(workspace.newID(), in: ids.review))
    }
    #expect(problem?.message.contains("was cancelled (snow)") == true)
  }

  @Test func `A value changed by hand is adopted as a write of its own when the document is next saved`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    let before = try place.tree(file)
    try place.edit(file) { tree in
      tree["owner"] = "Head of year"
      tree["priority"] = nil
    }
    #expect(try workspace.contents().actions.first { $0.id == ids.action }?.owner == "Head of year")
    #expect(try workspace.check().problems == [])
    _ = try workspace.apply(
      RecordEdit("Text", [RecordEdit.Change(.action(ids.action), ["text": .text("Stagger it.")])]))
    let after = try place.tree(file)
    #expect(after["owner"] == "Head of year")
    #expect(after["priority"] == nil)
    let writes = ["owner", "priority", "text"].map { after["_w"]?[$0]?.string ?? "" }
    #expect(writes[0].prefix(36) == writes[1].prefix(36))
    #expect(writes[0].prefix(36) != writes[2].prefix(36))
    #expect(after["_w"]?["due"] == before["_w"]?["due"])
    #expect(
      Set(writes.map { $0.suffix(8) }).isDisjoint(
        with: [before["_w"]?["owner"]?.string?.suffix(8)].compactMap { $0 }))
  }

  @Test func `A value written by hand behind the program's back is kept beside the one that replaces it`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    _ = try workspace.contents()
    try place.edit(file) { $0["owner"] = "Head of year" }
    _ = try workspace.apply(
      RecordEdit("Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text("Head")])]))
    let tree = try place.tree(file)
    #expect(tree["owner"] == "Head")
    #expect(tree["_alts"]?["owner"]?.array?.first?["value"] == "Head of year")
  }

  @Test func `A document of a newer fieldbook is read, said to be newer, and never written`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    try place.edit(file) { $0["version"] = 2 }
    let bytes = try place.bytes(file)
    let contents = try workspace.contents()
    #expect(contents.actions.contains { $0.id == ids.action })
    #expect(contents.problems.map(\.code) == ["newer"])
    let problem = #expect(throws: StorageProblem.self) {
      try workspace.apply(
        RecordEdit("Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text("Head")])]))
    }
    #expect(problem?.kind == .newerVersion)
    #expect(try place.bytes(file) == bytes)
  }

  @Test func `A workspace of a newer fieldbook opens for reading and says so`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    try place.edit("fieldbook.json") { $0["version"] = 2 }
    let workspace = try place.open()
    #expect(!workspace.canWrite)
    #expect(workspace.whyReadOnly?.contains("newer fieldbook") == true)
  }

  @Test func `A broken document is left out and named with its place, and the rest is there`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    let text = try place.text(file)
    try place.write(text.replacing("\n  \"due\":", with: "\n  \"due\""), to: file)
    let contents = try workspace.contents()
    #expect(contents.actions.count == 1)
    #expect(contents.reviews.count == 2)
    let problem = try #require(contents.problems.first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("  \"due\":") && !$0.hasPrefix("   ") })
    #expect(problem.file == file)
    #expect(problem.line == line + 1)
    #expect(problem.column == 9)
  }
}
