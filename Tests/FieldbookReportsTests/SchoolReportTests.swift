import FieldbookModel
import FieldbookReports
import PlainText
import SeededRandom
import Testing

@Suite struct SchoolReportTests {
  private func report(
    school: School = Invented.school, actions: [AgreedAction] = [], reviews: [Review] = [],
    facts: Facts = Invented.facts(), isFull: Bool = false
  ) -> String {
    SchoolReport(
      school: school, actions: actions, reviews: reviews, facts: facts, rule: SmallGroups(),
      now: Invented.now,
      isFull: isFull
    ).text()
  }

  private func line(_ report: String, _ start: String) -> [Substring] {
    let line = report.split(separator: "\n").first { $0.hasPrefix(start) } ?? ""
    return line.split(separator: "  ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
  }

  @Test func resultsStandBesideTheYearBeforeTheAuthorityAndEngland() {
    let text = report()
    #expect(
      line(text, "RWM expected") == ["RWM expected", "70% of 30", "83% of 12", "+13 (2 ch)", "64%", "61%"])
    #expect(line(text, "Read progress") == ["Read progress", "-1.3 (30)", "-1.3 (12)", "0", "+0.1", "0"])
    #expect(line(text, "Measure") == ["Measure", "2016/17", "2017/18", "Change", "LA", "England"])
  }

  @Test func aSmallGroupAndWhatWouldGiveItAwayAreHidden() {
    let text = report()
    #expect(line(text, "Boys") == ["Boys", "64% of 14", "c", "c", "64%", "61%"])
    #expect(line(text, "Girls") == ["Girls", "75% of 16", "c", "c", "64%", "61%"])
    #expect(
      !text.contains("78%") && !text.contains("% of 9") && !text.contains("of 3 ") && !text.contains("SUPP"))
    #expect(text.contains("c  hidden here: few pupils"))
    #expect(text.contains("Groups of 1 to 5 pupils are hidden (c)"))
  }

  @Test func inFullEverythingIsShownAndSaidToBe() {
    let text = report(isFull: true)
    #expect(line(text, "Boys").contains("78% of 9"))
    #expect(line(text, "Girls").contains("SUPP"))
    #expect(text.contains("Small groups are shown, not hidden"))
    #expect(!text.contains("are hidden (c)"))
  }

  @Test func aGapIsHiddenWhereEitherSideIs() {
    #expect(line(report(), "Gap, in points") == ["Gap, in points", "-27", "-32", "0", "0"])
    var few = Invented.small
    few[.disadvantaged] = ((8, "50"), (2, "50"))
    few[.notDisadvantaged] = ((22, "77"), (10, "90"))
    let text = report(facts: Invented.facts(few))
    #expect(line(text, "Gap, in points") == ["Gap, in points", "-27", "c", "0", "0"])
    #expect(line(text, "Not disadvantaged")[2] == "c")
    #expect(!text.contains("90%"))
  }

  @Test func aSmallCohortShowsNothingOfThatYear() {
    let few = Invented.small.mapValues { (before: $0.before, now: (min($0.now.0, 5), "42")) }
    let text = report(facts: Invented.facts(few))
    #expect(line(text, "RWM expected") == ["RWM expected", "70% of 30", "c", "c", "64%", "61%"])
    #expect(!text.contains("42") && !text.contains("of 5"))
  }

  @Test func aProvisionalResultIsNotComparedWithAFinalOne() {
    #expect(line(report(facts: Invented.facts(status: "provisional")), "RWM expected")[3] == "–")
  }

  @Test func resultsUnderAnEarlierURNSaySo() {
    let row = FactsFile.Subject.school(URN("90001"), later: Invented.urn)
    let files = Invented.facts().files.map { file in
      var file = file
      if file.period == Invented.years[0] { file.subjects[0] = row }
      return file
    }
    let facts = Facts(
      files: files, catalogue: Invented.catalogue, ours: [Invented.urn: "Marrow Lane Primary"])
    #expect(report(facts: facts).contains("2016/17: under the earlier URN 90001."))
    #expect(!report().contains("earlier URN"))
  }

  @Test func openActionsComeLateOnesFirst() {
    let actions = [
      Invented.action("later", due: Invented.day.adding(days: 9)), Invented.action("undated", due: nil),
      Invented.action("late", due: Invented.day.adding(days: -9)),
      Invented.action("done", ["status": "verified"]),
      Invented.action("gone", ["withdrawn": "Twice"]), Invented.action("elsewhere", ["school": "100002"]),
    ]
    let text = report(actions: actions)
    #expect(text.contains("3 actions open, 1 late."))
    let order = ["LATE  Action late", "Action later", "Action undated"].compactMap {
      text.range(of: $0)?.lowerBound
    }
    #expect(order.count == 3 && order == order.sorted())
    for absent in ["Action done", "Action gone", "Action elsewhere"] { #expect(!text.contains(absent)) }
  }

  @Test func gradesOfSignedReviewsStandUnderThemAndNoOthers() {
    let judgements = [Invented.record("curriculum", ["ours": "expected"])]
    let draft = Invented.review(parts: ["judgements": judgements])
    #expect(!report(reviews: [draft]).contains("Expected standard"))
    let signed = Invented.review("r2", ["state": .text("final")], parts: ["judgements": judgements])
    let text = report(reviews: [draft, signed])
    #expect(text.contains("Curriculum and teaching: Expected standard"))
    #expect(text.contains("2 Dec 2026  Formal review, final, by R. One, S. Two"))
  }

  @Test func whatIsEmptySaysSo() {
    let text = report(facts: .none)
    for sentence in [
      "No results of this school have been imported.", "No review or visit is recorded.",
      "No action is open.",
      "No imported file is used in this report.",
    ] { #expect(text.contains(sentence)) }
    var infants = Invented.school
    infants.highAge = 7
    #expect(report(school: infants, facts: .none).contains("no pupils at the end of key stage 2"))
  }

  @Test func sourcesAreNamedWithTheirDateAndTheLicence() {
    let text = report()
    #expect(text.contains("2017-18_ks2.csv, as at 13 Dec 2018, final"))
    #expect(text.contains("Open Government Licence v3.0."))
  }

  @Test func noLineIsWiderThanEightyColumnsAndNothingActsOnATerminal() {
    var school = Invented.school
    school.name = String(repeating: "Å very long 学校 name ", count: 9) + "\u{1B}[2J\u{202E}"
    school.trust = String(repeating: "x", count: 300)
    let actions = [
      Invented.action("a", ["text": String(repeating: "tab\there ", count: 40) + "\r\nline two\u{7}"])
    ]
    let text = report(school: school, actions: actions, isFull: true)
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 80, "\(line)") }
    #expect(
      !text.unicodeScalars.contains {
        ($0.value < 32 && $0 != "\n") || $0.value == 0x7F || $0.value == 0x202E
      })
  }

  /// Whatever the counts are, no count below six and no value of a hidden group stands in the report.
  @Test func noHiddenNumberReachesTheText() {
    var random = SplitMix64(seed: 2026)
    for round in 0..<200 {
      func split(_ all: Int) -> [Int] {
        let boys = Int.random(in: 0...all, using: &random)
        let poor = Int.random(in: 0...all, using: &random)
        return [all, boys, all - boys, poor, all - poor]
      }
      let before = split(Int.random(in: 0...40, using: &random))
      let now = split(Int.random(in: 0...40, using: &random))
      let groups: [PupilGroup] = [.all, .boys, .girls, .disadvantaged, .notDisadvantaged]
      var results = Invented.small
      // Values that are found nowhere else: 11.1, 12.2…
      for (index, group) in groups.enumerated() {
        results[group] = ((before[index], "1\(index).1"), (now[index], "2\(index).2"))
      }
      let text = report(facts: Invented.facts(results))
      for (counts, decade, end) in [(before, "1", ".1"), (now, "2", ".2")] {
        let hidden = SmallGroups().hidden(counts: Dictionary(uniqueKeysWithValues: zip(groups, counts)))
        for (index, group) in groups.enumerated() {
          let isThere = text.contains("\(decade)\(index)\(end)%")
          #expect(isThere != hidden.contains(group), "round \(round) \(group) \(counts)")
        }
      }
      for few in 1...5 { #expect(!text.contains("% of \(few) "), "round \(round)") }
    }
  }
}
