import FieldbookReports
import PlainText
import Testing

/// Reports as a browser shows and prints them.
@Suite(.serialized, .enabled(if: Browser.isWanted))
struct ReportInBrowserTests {
  private static let widths = [360, 768, 1280]

  @Test func `nothing overflows, nothing is fetched, everything can be read, on any screen`() throws {
    let trial = try Trial.imported()
    let school = try trial.succeed(["report", "school", "900001", "--format", "html"])
    // What would be wrong in each of these ways, to see that it would be noticed.
    let bad = """
      <!DOCTYPE html><html lang="en-GB"><body><h1>A</h1><h3>B</h3><svg></svg><p style="color:#999;background:#fff">grey
      </p><div style="width:2000px">wide</div><img src="http://127.0.0.1:9/seen.png"></body></html>
      """
    let views = try Browser.views(
      of: [school, HTMLReport.text(StrainedReport.document), bad] + Examples.pages, widths: Self.widths,
      in: trial)
    for page in views { #expect(page.count == Self.widths.count * 2) }
    for (number, page) in views.enumerated() where number != 2 {
      for view in page {
        let place: Comment = "page \(number), \(view.width) wide, \(view.isDark ? "dark" : "light")"
        #expect(view.pageWidth <= view.width, place)
        #expect(view.rightmost <= view.width, "\(place): \(view.rightmostWhat)")
        #expect(view.contrast >= 4.5, "\(place): \(view.contrastWhat)")
        #expect(view.requests == [], place)
        #expect(view.headings.first == 1 && view.headings.filter { $0 == 1 }.count == 1, place)
        #expect(zip(view.headings, view.headings.dropFirst()).allSatisfy { $1 <= $0 + 1 }, place)
        #expect(view.picturesWithoutWords == 0, place)
      }
    }
    #expect(views[0].allSatisfy { $0.pictures == 1 })
    for view in views[2] {
      #expect(view.pageWidth > view.width && view.rightmost > view.width)
      #expect(view.contrast < 4.5 && view.contrastWhat == "p")
      #expect(view.requests == ["http://127.0.0.1:9/seen.png"])
      #expect(view.headings == [1, 3] && view.picturesWithoutWords == 1)
    }
  }

  @Test func `a draft is printed on A4, marked on every page, and on the pages it says`() throws {
    let trial = try Trial()
    let paper = try Browser.paper(of: HTMLReport.text(StrainedReport.document), in: trial)
    #expect(abs(paper.size.width - 595) < 1 && abs(paper.size.height - 842) < 1)
    #expect(paper.pages.count > 2)
    for (number, page) in paper.pages.enumerated() {
      #expect(page.contains("Page \(number + 1) of \(paper.pages.count)"))
      #expect(page.contains("DRAFT"))
      if number > 0 { #expect(page.contains("Formal review · Longname")) }
    }
    // Nothing outside the margins of 16 mm, to the overhang of a letter.
    #expect(paper.edges.left >= 42 && paper.edges.right <= 553, "\(paper.edges)")
    // A table that goes over a page says its columns again.
    #expect(paper.pages.filter { $0.contains("Measure") && $0.contains("2017/18") }.count >= 2)
  }

  @Test func `a note of visit is printed on one page`() throws {
    let trial = try Trial()
    let paper = try Browser.paper(of: Examples.text("eastfield-visit.html"), in: trial)
    #expect(paper.pages.count == 1, "\(paper.pages.count)")
    #expect(paper.pages.first?.contains("Questions for the school") == true)
    #expect(paper.edges.left >= 42 && paper.edges.right <= 553, "\(paper.edges)")
  }

  @Test func `a school on a page is printed on few`() throws {
    let trial = try Trial.imported()
    let school = try trial.succeed(["report", "school", "900001", "--format", "html"])
    let paper = try Browser.paper(of: school, in: trial)
    #expect(paper.pages.count == 2, "\(paper.pages.count)")
    #expect(paper.pages.last?.contains("Page 2 of 2") == true)
    #expect(!paper.pages.joined().contains("DRAFT"))
    #expect(paper.edges.left >= 42 && paper.edges.right <= 553, "\(paper.edges)")
  }
}

/// A report with everything that strains a layout: words without end, long tables, much text.
enum StrainedReport {
  private static let word = String(repeating: "Unbroken", count: 40)
  private static let text = String(
    repeating: "Corridors are calm at change of lesson and pupils greet visitors. ", count: 8)

  static var document: ReportDocument {
    ReportDocument(
      title: "Formal review", subject: "Longname \(word) · URN 900001", made: "Made Wed 2 Dec 2026",
      standing: .draft,
      blocks: [
        .callout(ReportCallout(.warning, "DRAFT. \(word)")), .callout(.full),
        .callout(
          ReportCallout(.provenance, "Signed copy\nSHA-256 " + String(repeating: "0a1b2c3d", count: 8))),
        .fields([ReportTerm("Reviewers", word), ReportTerm(word, text)]), .heading("Focus \(word)"),
        .paragraph(ReportText(text) + ReportText(word, to: "note-1")), .heading("Judgements"),
        .table(
          ReportTable(
            caption: "Judgements \(word)",
            columns: [
              ReportTable.Column("Area", .name), ReportTable.Column("School’s own", .text),
              ReportTable.Column("Review", .text),
            ], rows: [[word, "Expected standard", text], ["Inclusion", word, "–"]])), .heading("Results"),
        .chart(chart), .table(results),
        .legend([ReportTerm("c", word), ReportTerm("none", text)], note: text),
        .subheading("Findings \(word)"), .inset([.items(items)]), .terms([ReportTerm("Because", word)]),
        .facts([ReportTerm("Owner", word), ReportTerm("Due", "Wed 2 Dec 2026")], sentence: ""),
        .verbatim([String(repeating: "column ", count: 40)]), .licence([text, word]),
      ])
  }

  private static let chart = ReportChart(
    title: "Reading, writing and maths \(word)", years: ["2015/16", "2016/17", "2017/18"],
    series: [
      ReportChart.Series(name: "School", values: [0, nil, 100], cells: ["0% of 31", "c", "100% of 28"]),
      ReportChart.Series(name: "LA", values: [50, 51, 52], cells: ["50%", "51%", "52%"]),
      ReportChart.Series(name: "England", values: [53, 53, 53], cells: ["53%", "53%", "53%"]),
    ], bounds: 0...100, suffix: "%")

  private static let results = ReportTable(
    caption: "Results of all pupils by year \(word)",
    columns: [ReportTable.Column("Measure", .name)]
      + ["2015/16", "2016/17", "2017/18", "Change", "LA", "England"].map { ReportTable.Column($0, .number) },
    rows: (1...70).map {
      ["Measure \($0)", "100% of 128", "100% of 128", "100% of 128", "-13 (2 ch)", "64%", "61%"]
    })

  private static let items: [ReportItem] = [
    ReportItem(.strength, word, details: [.paragraph(ReportText(text))]), ReportItem(.improve, text),
    ReportItem(.concern, text), ReportItem(.late, word), ReportItem(.open, text), ReportItem(.bullet, word),
    ReportItem(.number(128), word, details: [.inset([.paragraph(ReportText(word))])], anchor: "note-1"),
  ]
}
