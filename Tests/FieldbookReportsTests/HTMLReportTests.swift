import FieldbookModel
import FieldbookReports
import Testing

@testable import FieldbookReports

@Suite struct HTMLReportTests {
  private func html(
    _ review: Review = Invented.full(), actions: [AgreedAction] = [], facts: Facts = Invented.facts(),
    isFull: Bool = false
  ) -> String {
    HTMLReport.text(
      ReviewReport(
        review: review, school: Invented.school, actions: actions, reviews: [review], facts: facts,
        rule: SmallGroups(), now: Invented.now, isFull: isFull
      ).document())
  }

  private func school(_ facts: Facts) -> String {
    HTMLReport.text(
      SchoolReport(
        school: Invented.school, actions: [], reviews: [], facts: facts, rule: SmallGroups(),
        now: Invented.now
      ).document())
  }

  @Test func aPageSaysItsLanguageItsTitleAndThatNothingIsFetched() {
    let html = html()
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    #expect(html.contains("<title>Formal review: Marrow Lane Primary · URN 100001 (DRAFT)</title>"))
    for word in [
      "<script", "http:", "https:", "url(", "@import", "src=", "<link", "<iframe", "<object", "onload",
    ] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test func headingsFollowOneAnother() {
    let tags = Tags(html(actions: [Invented.action("a1")]))
    let levels = tags.names.compactMap { $0.count == 2 && $0.first == "h" ? Int($0.dropFirst()) : nil }
    #expect(levels.filter { $0 == 1 }.count == 1 && levels.first == 1)
    for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    #expect(tags.names.filter { $0 == "main" }.count == 1)
    #expect(tags.problems == [])
  }

  @Test func tablesHaveACaptionAndHeadsWithAScope() {
    let html = html() + school(Invented.facts())
    for table in html.split(separator: "<table").dropFirst() {
      let body = table.prefix(upTo: table.firstRange(of: "</table>")?.lowerBound ?? table.endIndex)
      #expect(body.contains("<caption>"))
      #expect(body.contains("<th scope=\"col\"") && body.contains("<th scope=\"row\""))
      #expect(!body.contains("<th>"))
    }
  }

  @Test func whatPeopleWriteIsTextAndNothingElse() {
    let nasty = "<script>alert(1)</script> & \"quoted\" 'single' <img src=x onerror=y> \u{202E}back \u{1B}[2J"
    var review = Invented.full(["focus": .text(nasty), "reviewers": .texts([nasty])])
    review = Review(
      record: Record(
        id: "r1", values: review.record.values,
        parts: review.record.parts.mapValues { parts in
          parts.mapValues { part in
            var part = part
            for field in ["text", "statement", "rationale", "yearGroup", "withdrawn"] where part.has(field) {
              part.values[field] = .text(nasty)
            }
            return part
          }
        }), framework: review.framework)
    var school = Invented.school
    school.name = "</title></style><script>x</script> \\\" ; } @import url(x)"
    let report = ReviewReport(
      review: review, school: school, actions: [Invented.action("a1", ["text": nasty, "owner": nasty])],
      reviews: [review], facts: .none, rule: SmallGroups(), now: Invented.now)
    let html = HTMLReport.text(report.document())
    let tags = Tags(html)
    #expect(tags.problems == [])
    #expect(!tags.names.contains("script") && !tags.names.contains("img"))
    #expect(!html.unicodeScalars.contains { ($0.value < 32 && $0 != "\n") || $0.value == 0x202E })
    let style = html[(html.firstRange(of: "<style>")?.upperBound ?? html.startIndex)...]
      .prefix { $0 != "<" }
    #expect(!style.contains("@import") && !style.contains("url("))
    #expect(style.filter { $0 == "{" }.count == style.filter { $0 == "}" }.count)
  }

  @Test func aDraftIsMarkedOnEveryPageAndASignedReportIsNot() {
    #expect(html().contains("<div class=\"stamp\" aria-hidden=\"true\">DRAFT</div>"))
    #expect(html().contains("@top-right{content:\"DRAFT\""))
    let signed = html(Invented.full(["state": .text("final"), "signedBy": .text("R. One")]))
    #expect(!signed.contains("DRAFT"))
    #expect(html(Invented.review("r1", ["state": .text("cancelled")])).contains(">CANCELLED</div>"))
  }

  @Test func findingsLeadToTheirNotes() {
    let html = html()
    #expect(html.contains("(notes <a href=\"#note-1\">1</a>, <a href=\"#note-2\">2</a>)"))
    let targets = html.split(separator: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(!targets.isEmpty)
    for target in targets { #expect(html.contains("id=\"\(target)\""), "\(target)") }
  }

  /// WCAG 2.2, success criterion 1.4.3: 4.5 to 1 for text. The lines of charts are held to it too.
  @Test(arguments: [HTMLPalette.light, HTMLPalette.dark])
  func whatIsReadStandsOutFromItsGround(palette: HTMLPalette) throws {
    for pair in HTMLPalette.pairs {
      let text = try #require(palette[pair.text])
      let ground = try #require(palette[pair.ground])
      #expect(Contrast.ratio(text, ground) >= 4.5, "\(pair)")
    }
    #expect(Contrast.ratio("777777", "ffffff") < 4.5)
  }

  /// A colour that the sheet uses for text is one whose contrast is reckoned.
  @Test func everyColourOfTextIsOneThatIsReckoned() {
    let sheet = html()
    let used = sheet.split(separator: "color:var(--").dropFirst().map { String($0.prefix { $0 != ")" }) }
    let reckoned = Set(HTMLPalette.pairs.map(\.text) + ["paper", "line"])
    #expect(Set(used).subtracting(reckoned) == [])
  }
}

/// The contrast of two colours, as WCAG reckons it.
enum Contrast {
  static func ratio(_ one: String, _ other: String) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private static func luminance(_ hex: String) -> Double {
    let number = Int(hex, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : power((part + 0.055) / 1.055)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// A base between 0 and 1 to the power of 2.4, by the square and the fifth root of the square.
  private static func power(_ base: Double) -> Double {
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}

/// The tags of a page, and whether they close as they open.
struct Tags {
  private(set) var names: [String] = []
  private(set) var problems: [String] = []

  init(_ html: String) {
    let empty: Set<String> = ["meta", "br", "path", "circle", "rect", "polygon", "!DOCTYPE"]
    var open: [String] = []
    for piece in html.split(separator: "<").dropFirst(0) {
      guard let end = piece.firstIndex(of: ">") else { continue }
      let tag = piece[..<end]
      let name = String(tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" })
      if tag.hasPrefix("/") {
        if open.popLast() != name { problems.append("</\(name)> closes nothing") }
      } else {
        names.append(name)
        if !empty.contains(name) { open.append(name) }
      }
    }
    problems += open.map { "<\($0)> stays open" }
  }
}
