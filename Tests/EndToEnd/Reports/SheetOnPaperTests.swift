import FieldbookReports
import PlainText
import Testing

/// Schools and the trust on a page, as they are printed: one side of A4 each, whatever there is to say.
@Suite(.serialized, .enabled(if: Browser.isWanted))
struct SheetOnPaperTests {
  private func words(_ paper: Browser.Paper) -> String {
    (paper.pages.first ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func isOnOnePage(_ page: String, in trial: Trial, _ what: Comment) throws -> Browser.Paper {
    let paper = try Browser.paper(of: page, in: trial)
    #expect(paper.pages.count == 1, what)
    #expect(abs(paper.size.width - 595) < 1 && abs(paper.size.height - 842) < 1, what)
    // Nothing outside the margins of 11 mm, to the overhang of a letter.
    #expect(paper.edges.left >= 29 && paper.edges.right <= 566, "\(what): \(paper.edges)")
    #expect(words(paper).contains("Open Government Licence v3.0"), what)
    return paper
  }

  @Test func `every school of the demo, and the trust, is printed on exactly one side of A4`() throws {
    let trial = try Trial()
    let made = trial.run(["demo", trial.workspace], inWorkspace: false)
    #expect(made.status == 0, "\(made.errors)")
    let folder = trial.folder + "/pages"
    try trial.succeed(["report", "sheet", "--all", "--format", "html", "--output", folder])
    let files = Program.run(Program.path(named: "ls"), [folder]).output.split(separator: "\n").map(
      String.init)
    #expect(files.count == 12)
    for file in files {
      _ = try isOnOnePage(
        String(decoding: trial.read("\(folder)/\(file)"), as: UTF8.self), in: trial, "\(file)")
    }
    let trust = try isOnOnePage(
      try trial.succeed(["report", "trust", "--format", "html"]), in: trial, "the trust")
    #expect(trust.pages.first?.contains("Pupil-weighted") == true)
  }

  @Test func `the emptiest and the fullest are printed on one side, large and small`() throws {
    let trial = try Trial()
    try trial.make()
    let row = ["URN,EstablishmentName,LA (code),LA (name)", "900001,Nothing Known,990,Invented Shire"]
    let register = try trial.write(row.joined(separator: "\n") + "\n", to: "register.csv")
    try trial.succeed(["import", register])
    let empty = try isOnOnePage(
      try trial.succeed(["report", "sheet", "900001", "--format", "html"]), in: trial, "the emptiest")
    #expect(empty.pages.first?.contains("No action is open") == true)
    for lines in [40, 60] {
      let page = HTMLReport.text(FullSheet.document(lines: lines))
      _ = try isOnOnePage(page, in: trial, "\(lines) lines")
    }
    // A sheet of twice as many lines is not on one page: the browser would notice.
    let paper = try Browser.paper(of: HTMLReport.text(FullSheet.document(lines: 120)), in: trial)
    #expect(paper.pages.count > 1)
  }

  @Test func `on a screen nothing overflows and everything can be read`() throws {
    let views = try Browser.views(
      of: [HTMLReport.text(FullSheet.document(lines: 60))], widths: [360, 1280], in: try Trial())
    for view in views[0] {
      #expect(view.pageWidth <= view.width && view.rightmost <= view.width, "\(view.rightmostWhat)")
      #expect(view.contrast >= 4.5, "\(view.contrastWhat)")
      #expect(view.requests == [] && view.headings.first == 1)
    }
  }
}

/// A sheet of so many lines of 80 columns with everything that a sheet has, each line as full as it can be.
private enum FullSheet {
  static func document(lines: Int) -> ReportDocument {
    let word = "Wwwwwwwww "
    var blocks: [ReportBlock] = [.paragraph(ReportText(String(repeating: word, count: 7)))]
    var part = 0
    var used = 3
    while used + 4 <= lines - 2 {
      blocks.append(.heading("Part \(part)"))
      switch part % 3 {
      case 0:
        blocks.append(
          .table(
            ReportTable(
              caption: "Figures",
              columns: [ReportTable.Column("", .name)]
                + ["2015/16", "2016/17", "2017/18", "Change"].map { ReportTable.Column($0, .number) },
              rows: (1...3).map {
                ["Measure with a long name \($0)", "100% of 128", "100% of 128", "100%", "-13 (2 ch)"]
              })))
      case 1:
        blocks.append(
          .items((1...3).map { _ in ReportItem(.late, String(repeating: word, count: 7)) }))
      default:
        blocks.append(.paragraph(ReportText(String(repeating: word, count: 24))))
      }
      used += 4
      part += 1
    }
    for _ in 0..<max(0, lines - 2 - used) { blocks.append(.paragraph("One line more.")) }
    blocks.append(
      .licence(["Contains public sector information licensed under the Open Government Licence v3.0."]))
    var document = ReportDocument(title: "A full school", subject: "School on a page", blocks: blocks)
    document.layout = .sheet(isTight: true)
    return document
  }
}
