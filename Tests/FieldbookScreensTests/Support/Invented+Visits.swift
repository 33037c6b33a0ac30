import FieldbookModel
import FieldbookScreens

extension Invented {
  private static func point(
    _ id: String, _ minute: Int, _ kind: FindingKind, _ statement: String, _ more: [String: FieldValue] = [:]
  ) -> Record {
    let values: [String: FieldValue] = ["statement": .text(statement), "kind": .text(kind.rawValue)]
    return record(id, at: at(11, minute), values.merging(more) { $1 })
  }

  private static let visitNotes = [
    note(
      "vn1", 2, "Ten minutes of reading aloud in every class", ["curriculum"], type: .learningWalk, .strength),
    note("vn2", 9, "Pupils name authors and compare endings", ["achievement"], type: .pupilVoice, .strength),
  ]

  private static let points = [
    point(
      "s1", 1, .strength, "Pupils talk about books as readers do",
      ["evidence": .texts(["vn1", "vn2"]), "area": .text("curriculum")]),
    point("s2", 2, .strength, "The library is open at lunch"),
    point("q1", 3, .question, "Who reads at home, and how do you know?"),
  ]

  /// Notes of visit of one school: one that is open, one that was shared and asked something, one that is closed.
  static let visits = [
    review(
      "v-now", dunmore, .open,
      ["kind": .text("noteOfVisit"), "visit": .text("subject"), "focus": .text("Reading for pleasure")],
      parts: ["evidence": visitNotes, "findings": points]),
    review(
      "v-shared", dunmore, .shared, on: day.adding(days: -40),
      [
        "kind": .text("noteOfVisit"), "signedBy": .text("R. Reviewer"),
        "signedAt": .instant(at(16, 0, on: day.adding(days: -40))),
      ],
      parts: ["findings": [point("q0", 1, .question, "Which books are taken home?")]]),
    review("v-closed", dunmore, .closed, on: day.adding(days: -90), ["kind": .text("noteOfVisit")]),
  ]

  /// What the shared one agreed.
  static let visitActions = [
    action("a-visit", "Send books home", review: "v-shared", school: dunmore, due: day.adding(days: 10))
  ]

  /// The whole trust, with the notes of visit.
  static let visited = snapshot(reviews: reviews + visits, actions: actions + visitActions)
}
