import FieldbookModel
import Testing

@Suite struct ReadyToHoldTests {
  private func meeting(_ values: [String: FieldValue] = [:]) -> Review {
    let own: [String: FieldValue] = [
      "kind": .text("meeting"), "state": .text("open"), "school": .text("100001"),
      "date": .date(Invented.day),
    ]
    return Review(record: Record(id: "m", values: own.merging(values) { $1 }), framework: .invented)
  }

  private let action = AgreedAction(
    Record(
      id: "a",
      values: [
        "text": .text("Hear pupils read"), "owner": .text("Lead"), "review": .text("m"),
        "school": .text("100001"),
        "due": .date(Invented.day.adding(days: 14)),
      ]))

  private func blocking(_ meeting: Review, _ actions: [AgreedAction] = []) -> [SigningPoint.Matter] {
    ReadyToSign.points(meeting, actions: actions, reviews: [meeting], calendar: SchoolCalendar())
      .filter(\.blocks).map(\.matter)
  }

  @Test func aDecisionIsNeededAndNoActionIsOne() {
    #expect(blocking(meeting()) == [.decisionMissing])
    #expect(blocking(meeting(["decision": .text("noAction")])) == [.decisionMissing], "it has to say why")
    #expect(blocking(meeting(["decision": .text("noAction"), "decided": .text("All is well")])).isEmpty)
  }

  @Test func theDecisionAndTheActionsAreOneTale() {
    let acts = meeting(["decision": .text("action")])
    #expect(blocking(acts) == [.decisionUnlikeActions])
    #expect(blocking(acts, [action]).isEmpty)
    let rests = meeting(["decision": .text("noAction"), "decided": .text("All is well")])
    #expect(blocking(rests, [action]) == [.decisionUnlikeActions])
  }

  @Test func whatWasNotSaidIsMentionedOnly() {
    let points = ReadyToSign.points(
      meeting(["decision": .text("noAction"), "decided": .text("All is well")]), actions: [], reviews: [],
      calendar: SchoolCalendar())
    #expect(points.map(\.matter) == Array(repeating: .questionUnanswered, count: MeetingText.allCases.count))
  }
}
