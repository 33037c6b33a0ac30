import FieldbookModel
import FieldbookReports
import Testing

@testable import FieldbookReports

@Suite struct MarkdownReportTests {
  private func markdown(_ review: Review = Invented.full(), actions: [AgreedAction] = []) -> String {
    MarkdownReport.text(
      ReviewReport(
        review: review, school: Invented.school, actions: actions, reviews: [review], facts: Invented.facts(),
        rule: SmallGroups(), now: Invented.now
      ).document())
  }

  @Test func headingsTablesAndLists() {
    let text = markdown(actions: [Invented.action("a1")])
    #expect(text.hasPrefix("# Formal review\n\n**Marrow Lane Primary · URN 100001**\n\n> **DRAFT."))
    #expect(
      text.contains("| Area | School's own | Review |\n| --- | --- | --- |\n| Curriculum and teaching |"))
    #expect(text.contains("| RWM expected | 70% of 30 | 83% of 12 | +13 (2 ch) | 64% | 61% |"))
    #expect(text.contains("- **+** Books show careful work.\n\n  Strength, widespread."))
    #expect(text.contains("1. Action a1\n\n   **Owner:** Deputy head\n"))
    #expect(text.hasSuffix("under the Open Government Licence v3.0.\n"))
    #expect(!text.contains("\n\n\n"))
  }

  @Test(arguments: [
    ("# no heading", "\\# no heading"), ("- no list", "\\- no list"), ("+ no list", "\\+ no list"),
    ("12. no list", "12\\. no list"), ("3) no list", "3\\) no list"), ("> no quote", "\\> no quote"),
    ("===", "\\==="), ("    no code", "no code"), ("a | b", "a \\| b"),
    ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
    ("[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"), ("<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"),
    ("~~gone~~ $x$", "\\~\\~gone\\~\\~ \\$x\\$"), ("back\\slash", "back\\\\slash"),
    ("www.example.invalid", "www\\.example.invalid"), ("see http://x", "see http\\://x"),
    ("one\ntwo", "one\\\ntwo"), ("tab\tand\u{1B}", "tab and␛"),
  ])
  func whatPeopleWriteIsTextAndNothingElse(typed: String, written: String) {
    #expect(MarkdownText.lines(typed).joined(separator: "\n") == written)
  }

  @Test func aCellIsOneLineAndItsBarsAreText() {
    #expect(MarkdownText.inline("one | two\nthree") == "one \\| two three")
  }

  @Test func textOfSeveralParagraphsStaysInItsItem() {
    let text = markdown(actions: [Invented.action("a1", ["text": "First.\n\nSecond\n- third"])])
    #expect(text.contains("1. First.\n\n   Second\\\n   \\- third\n\n   **Owner:**"))
  }
}
