import FieldbookModel
import Testing

@testable import FieldbookReports

@Suite struct MeetingReportTests {
  private func figure(
    _ measure: String, _ values: [String: FieldValue], group: PupilGroup = .all
  ) -> (String, Record) {
    let id = "\(measure):\(group.rawValue)"
    let own: [String: FieldValue] = [
      "measure": .text(measure), "title": .text(ReturnMeasure(id: measure)?.measure.title ?? measure),
      "group": .text(group.rawValue), "period": .text("2026/27 Autumn 1"), "unit": .text("percent"),
      "file": .text("half-term.csv"), "used": .flag(true),
    ]
    return (id, Record(id: id, values: own.merging(values) { $1 }))
  }

  private func report(
    _ more: [String: FieldValue] = [:], full: Bool = false, figures: [(String, Record)]? = nil
  ) -> ReviewReport {
    let values: [String: FieldValue] = [
      "kind": .text("meeting"), "state": .text("open"), "school": .text("100001"),
      "date": .date(Invented.day),
      "halfTerm": .text("2026/27 Autumn 1"), "reviewers": .texts(["R. One"]),
      "present": .texts(["Headteacher"]),
      "changed": .text("Maths, by two children."), "decision": .text("noAction"),
      "decided": .text("The school follows it."),
    ]
    let figures =
      figures ?? [
        figure(
          "ht.y4.maths.expected",
          ["value": .number(62), "n": .number(29), "roll": .number(31), "before": .number(68)]),
        figure("ht.y4.maths.expected", ["value": .number(25), "n": .number(4)], group: .disadvantaged),
        figure(
          "ht.y4.maths.expected", ["value": .number(68), "n": .number(25), "small": .flag(true)],
          group: .notDisadvantaged),
        figure("ht.y6.maths.expected", ["reason": .text("awaited")]),
        figure("ht.y6.reading.expected", ["value": .number(51.5), "n": .number(40), "used": .flag(false)]),
      ]
    let review = Review(
      record: Record(
        id: "m", values: values.merging(more) { $1 },
        parts: ["figures": Dictionary(uniqueKeysWithValues: figures)]),
      framework: Framework(id: "f", title: "F", areas: [], scales: []))
    return ReviewReport(
      review: review, school: nil, actions: [], reviews: [review], facts: .none, rule: SmallGroups(),
      now: Invented.now, isFull: full)
  }

  @Test func itTellsTheUsedNumbersWhatWasSaidAndThatNoActionIsADecision() {
    let text = report().text()
    for words in [
      "PROGRESS MEETING", "DRAFT", "Autumn 1 2026/27", "Headteacher", "62% of 29", "31", "68%", "-6 (2 ch)",
      "Maths, by two children.", "Nothing was written down.", "No action.", "The school follows it.",
      "1 further number was looked at and not used", "half-term.csv",
    ] { #expect(text.contains(words), "\(words): \(text)") }
    #expect(!text.contains("51.5"), "what was not used is not told")
    #expect(!report(["state": .text("held")]).text().contains("DRAFT"))
  }

  @Test func aNumberHeldAgainstFewPupilsIsTellingWithoutThem() {
    let few = figure(
      "ht.y2.maths.expected",
      ["value": .number(50), "n": .number(20), "before": .number(75), "smallBefore": .flag(true)])
    let text = report(figures: [few]).text()
    #expect(text.contains("50% of 20") && !text.contains("75%") && !text.contains("-25"), "\(text)")
    #expect(text.contains("c  "), "the sign is told")
    #expect(report(full: true, figures: [few]).text().contains("75%"))
  }

  @Test func smallGroupsStayHiddenThatAreSmallOrWereFoundToGiveFewAway() {
    let text = report().text()
    #expect(!text.contains("25%") && !text.contains("of 4") && !text.contains("of 25"), "\(text)")
    #expect(text.contains("w  awaited"))
    let full = report(full: true).text()
    #expect(full.contains("25% of 4") && full.contains("68% of 25"))
  }
}
