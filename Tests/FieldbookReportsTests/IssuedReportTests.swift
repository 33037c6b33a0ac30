import FieldbookModel
import FieldbookReports
import Testing

@testable import FieldbookReports

@Suite struct IssuedReportTests {
  private let signature: [String: FieldValue] = [
    "state": .text("final"), "signedBy": .text("R. One"), "signedAt": .instant(Invented.now),
    "signedCopy": .text("0198c2f0-1c5e-7a31-9d7c-0b6a4c1f2e3d"),
  ]

  private func signed(
    _ more: [String: FieldValue] = [:], actions: [AgreedAction] = [Invented.action("a1")]
  ) -> String {
    let review = Invented.full(signature.merging(more) { $1 })
    return ReviewReport(
      review: review, school: Invented.school, actions: actions, reviews: [review], facts: Invented.facts(),
      rule: SmallGroups(), now: Invented.now
    ).text()
  }

  private func issued(_ text: String, arrivals: Int = 0) -> ReportDocument {
    IssuedReport(
      text: text, copy: "0198c2f0", sha256: "ab12", signedBy: "R. One", signedAt: Invented.now,
      arrivals: arrivals,
      now: Instant(milliseconds: Invented.now.milliseconds + 86_400_000)
    ).document()
  }

  /// Set out again as text, the words are those that were signed, to the letter.
  @Test func nothingIsLostBetweenTheSignedTextAndItsReading() throws {
    let long = String(
      repeating: "Corridors are calm at change of lesson and pupils greet visitors. ", count: 6)
    let texts = [
      signed(), signed(["focus": .text(long)]),
      signed(actions: [
        Invented.action("a1", ["text": long, "success": long]), Invented.action("a2", due: nil),
      ]),
      signed(["focus": .text("One.\n\nTwo:\n- a\n- b")]), signed(actions: []),
    ]
    for text in texts {
      let document = try #require(IssuedText(text).document())
      func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }
      #expect(words(TextReport.text(document)) == words(text))
    }
  }

  @Test func itsPartsAreFoundAgain() throws {
    let document = issued(signed())
    let html = HTMLReport.text(document)
    #expect(document.title == "Formal review" && document.subject == "Marrow Lane Primary · URN 100001")
    for part in [
      "<dt>Held against</dt><dd>Invented areas</dd>", "<h3>Curriculum and teaching</h3>",
      "<dt>Because</dt><dd>Books and lessons agree.</dd>", "<dt>Test of success</dt><dd>Seen in books</dd>",
      "<th scope=\"row\">Curriculum and teaching</th><td>Needs attention</td><td>Expected standard</td>",
      "<li id=\"note-1\" value=\"1\">", "(notes <a href=\"#note-1\">1</a>, <a href=\"#note-2\">2</a>)",
      "<li class=\"strength\">", "<td class=\"n\">70% of 30</td>",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(!html.contains("DRAFT"))
  }

  /// However full the lines are, what stood in lines of its own is told apart again.
  @Test(arguments: 0..<90)
  func fullLinesRunIntoNothing(length: Int) throws {
    let text =
      String((String(repeating: "Calm at the doors. ", count: 4) + "And so").prefix(length + 1)) + "x."
    let full = Invented.full(signature)
    let parts = full.record.parts.mapValues { parts in
      parts.mapValues { part in
        var part = part
        for field in ["statement", "rationale"] where part.has(field) { part.values[field] = .text(text) }
        if part.has("yearGroup") || part.has("subject") { part.values["who"] = .text(text) }
        return part
      }
    }
    let review = Review(
      record: Record(id: "r1", values: full.record.values, parts: parts), framework: full.framework)
    let actions = [
      Invented.action("a1", ["text": text, "success": text, "finding": "f1"]), Invented.action("a2"),
    ]
    let live = ReviewReport(
      review: review, school: Invented.school, actions: actions, reviews: [review], facts: Invented.facts(),
      rule: SmallGroups(), now: Invented.now)
    let html = HTMLReport.text(issued(live.text()))
    func count(_ mark: String, _ html: String) -> Int { html.split(separator: mark).count }
    let original = HTMLReport.text(live.document())
    for mark in ["<li", "<h2", "<h3", "<tr"] {
      #expect(count(mark, html) >= count(mark, original), "\(mark)")
    }
    #expect(count("<li", html) == count("<li", original))
    for line in ["<p>Place value precise.</p>", "<p>Routines calm.</p>", "<dt>Because</dt><dd>\(text)</dd>"] {
      #expect(html.contains(line), "\(line)")
    }
    #expect(html.contains("Owner: Deputy head, due"))
    #expect(html.contains("<p class=\"text\">\(text)</p>\n<p>Owner: "))
    #expect(html.contains("<dt>Test of success</dt><dd>\(text)</dd>"))
  }

  @Test func itSaysFromWhichSignedCopyItWasMadeAndWhen() {
    let html = HTMLReport.text(issued(signed()))
    for part in [
      "Signed by R. One, Wed 2 Dec 2026 at 15:00.", "set out again on Thu 3 Dec 2026 at 15:00",
      "Signed copy 0198c2f0",
      "SHA-256 ab12",
    ] { #expect(html.contains(part), "\(part)") }
    #expect(!html.contains("arrived after signing"))
    #expect(
      HTMLReport.text(issued(signed(), arrivals: 2)).contains("2 changes arrived after signing, and are not"))
  }

  private func charts(_ text: String) -> [ReportChart] {
    issued(text).blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }

  @Test func thePictureIsDrawnFromTheNumbersThatWereSigned() throws {
    let chart = try #require(charts(signed()).first)
    #expect(chart.years == ["2016/17", "2017/18"])
    #expect(chart.series.map(\.values) == [[70, 83], [64, 64], [61, 61]])
    #expect(chart.title.hasPrefix("Reading, writing and maths"))
    let html = HTMLReport.text(issued(signed()))
    #expect(html.ranges(of: "<th scope=\"row\">England</th>").count == 1, "its numbers stand there once")
  }

  /// Texts of earlier signatures have the authority and England of the latest year alone.
  @Test func aTextThatWasSignedWithoutTheTableOfThePictureIsDrawnAllTheSame() throws {
    var lines = signed().split(separator: "\n", omittingEmptySubsequences: false)
    let end = try #require(lines.firstIndex { $0.hasPrefix("England  ") })
    let start = try #require(lines[..<end].lastIndex { $0.hasPrefix("Reading, writing and maths") })
    lines.removeSubrange(start...(end + 1))
    let text = lines.joined(separator: "\n")
    #expect(!text.contains("\nSchool  "))
    #expect(charts(text).map { $0.series.map(\.values) } == [[[70, 83], [nil, 64], [nil, 61]]])
  }

  @Test func aTextThatIsLaidOutOtherwiseIsShownAsItIs() {
    let html = HTMLReport.text(issued("Dear head,\n  <b>well</b> done\n"))
    #expect(html.contains("<pre") && html.contains("  &lt;b&gt;well&lt;/b&gt; done"))
    for text in ["", "\n\n", "====\n", String(repeating: "=", count: 80)] {
      _ = HTMLReport.text(issued(text))
    }
  }
}
