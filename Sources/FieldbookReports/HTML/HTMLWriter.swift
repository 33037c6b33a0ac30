import PlainText

/// Writes the blocks of a report as HTML, each part a section under its heading.
struct HTMLWriter {
  /// A table of so many rows is printed on one page.
  private static let wholeRows = 18

  private let isSheet: Bool
  private(set) var html = ""
  private var isInSection = false
  private var headings = 0
  private var charts = 0

  /// A writer.
  /// - Parameter isSheet: whether all is to stand on one page.
  init(isSheet: Bool = false) {
    self.isSheet = isSheet
  }

  /// Ends the section that is open.
  mutating func closeSections() {
    if isInSection { html += "</section>\n" }
    isInSection = false
  }

  mutating func write(_ blocks: [ReportBlock]) {
    for (place, block) in blocks.enumerated() {
      if case .heading(let text) = block {
        begin(text, before: place + 1 < blocks.count ? blocks[place + 1] : nil)
      } else {
        write(block)
      }
    }
  }

  /// Begins a section. What it holds first decides where a sheet has the heading: over the first column of a table, or
  /// beside a sentence.
  private mutating func begin(_ heading: String, before next: ReportBlock?) {
    closeSections()
    headings += 1
    var name = ""
    if isSheet {
      switch next {
      case .table: name = " class=\"tabled\""
      case .paragraph: name = " class=\"said\""
      default: break
      }
    }
    html += "<section\(name) aria-labelledby=\"part-\(headings)\">\n"
    html += "<h2 id=\"part-\(headings)\">\(HTMLText.escaped(heading))</h2>\n"
    isInSection = true
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .heading(let text): begin(text, before: nil)
    case .subheading(let text): html += "<h3>\(HTMLText.escaped(text))</h3>\n"
    case .paragraph(let text): paragraphs(text)
    case .callout(let callout):
      let kind = callout.kind == .provenance ? "callout provenance" : "callout"
      html += "<p class=\"\(kind)\">\(HTMLText.broken(callout.text))</p>\n"
    case .fields(let fields): terms(fields, named: "fields")
    case .terms(let fields): terms(fields, named: "terms")
    case .facts(let facts, _): terms(facts, named: "facts")
    case .table(let table): write(table)
    case .items(let items): write(items)
    case .inset(let blocks):
      html += "<div class=\"inset\">\n"
      write(blocks)
      html += "</div>\n"
    case .chart(let chart): write(chart)
    case .legend(let codes, let note):
      if !codes.isEmpty { terms(codes, named: "codes") }
      html += "<p class=\"note\">\(HTMLText.broken(note))</p>\n"
    case .licence(let lines):
      html += "<p class=\"note\">\(HTMLText.escaped(lines.joined(separator: " ")))</p>\n"
    case .verbatim(let lines):
      html += "<pre tabindex=\"0\" role=\"region\" aria-label=\"As it was written\">"
      html += HTMLText.escaped(lines.joined(separator: "\n")) + "</pre>\n"
    }
  }

  /// A blank line begins another paragraph; a single line end is a break.
  private mutating func paragraphs(_ text: ReportText) {
    guard text.spans.count == 1, let plain = text.spans.first, plain.target.isEmpty else {
      html += "<p>\(HTMLText.linked(text))</p>\n"
      return
    }
    for paragraph in ParagraphText.parts(plain.text) { html += "<p>\(HTMLText.broken(paragraph))</p>\n" }
  }

  private mutating func terms(_ terms: [ReportTerm], named name: String) {
    html += "<dl class=\"\(name)\">\n"
    for term in terms where !term.value.isEmpty {
      html += "<div><dt>\(HTMLText.escaped(term.name))</dt><dd>\(HTMLText.broken(term.value))</dd></div>\n"
    }
    html += "</dl>\n"
  }

  private mutating func write(_ table: ReportTable) {
    let isNumbers = table.columns.contains { $0.kind == .number }
    let caption = HTMLText.escaped(table.caption)
    let name = table.rows.count <= HTMLWriter.wholeRows ? "wide whole" : "wide"
    // A table of numbers may be wider than a telephone; it scrolls by itself, with the keyboard too.
    html +=
      isNumbers
      ? "<div class=\"\(name)\" tabindex=\"0\" role=\"region\" aria-label=\"\(caption)\">\n<table class=\"numbers\">\n"
      : "<div class=\"\(name)\">\n<table>\n"
    html += "<caption><span>\(caption)</span></caption>\n<thead><tr>"
    for column in table.columns { html += head(column) }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows { html += "<tr>\(cells(row, table.columns))</tr>\n" }
    html += "</tbody>\n</table>\n</div>\n"
  }

  private func head(_ column: ReportTable.Column) -> String {
    let title = HTMLText.escaped(column.title)
    if title.isEmpty { return "<td></td>" }
    return column.kind == .number
      ? "<th scope=\"col\" class=\"n\">\(title)</th>" : "<th scope=\"col\">\(title)</th>"
  }

  private func cells(_ row: [String], _ columns: [ReportTable.Column]) -> String {
    zip(row, columns).map { cell, column in
      let text = HTMLText.broken(cell)
      switch column.kind {
      case .name: return "<th scope=\"row\">\(text)</th>"
      case .text: return "<td>\(text)</td>"
      case .number: return "<td class=\"n\">\(text)</td>"
      }
    }.joined()
  }

  private mutating func write(_ items: [ReportItem]) {
    let isNumbered = items.contains { if case .number = $0.mark { true } else { false } }
    let isPlain = items.allSatisfy { $0.mark == .bullet || $0.mark == .open || $0.mark == .late }
    let tag = isNumbered ? "ol" : "ul"
    let isNotes = items.contains { !$0.anchor.isEmpty }
    html += "<\(tag)\(isNotes ? " class=\"notes\"" : isPlain ? " class=\"plain\"" : "")>\n"
    for item in items { write(item) }
    html += "</\(tag)>\n"
  }

  private mutating func write(_ item: ReportItem) {
    let anchor = item.anchor.isEmpty ? "" : " id=\"\(HTMLText.escaped(item.anchor))\""
    let mark = HTMLMark(item.mark)
    html += "<li\(anchor)\(mark.name.isEmpty ? "" : " class=\"\(mark.name)\"")\(mark.value)>\(mark.sign)"
    html += "<p class=\"text\">\(mark.words)\(HTMLText.broken(item.text))</p>\n"
    write(item.details)
    html += "</li>\n"
  }

  private mutating func write(_ chart: ReportChart) {
    guard !chart.isEmpty else { return }
    charts += 1
    html += "<div class=\"chart\">\n<figure>\n<figcaption>\(HTMLText.escaped(chart.title))</figcaption>\n"
    html += HTMLChart(chart, number: charts).svg
    html += "</figure>\n"
    write(.table(chart.table))
    html += "</div>\n"
  }
}

/// What stands before an item on a page.
private struct HTMLMark {
  /// The class of the item.
  var name = ""
  /// The number of the item, as an attribute.
  var value = ""
  /// A sign that stands apart; what it means is also said in words.
  var sign = ""
  /// Words before the text.
  var words = ""

  init(_ mark: ReportItem.Mark) {
    switch mark {
    case .bullet, .open: sign = "<span class=\"mark\" aria-hidden=\"true\">•</span>"
    case .number(let number):
      value = " value=\"\(number)\""
      sign = "<span class=\"mark\" aria-hidden=\"true\">\(number).</span>"
    case .strength: self = HTMLMark("strength", sign: "+")
    case .improve: self = HTMLMark("improve", sign: "–")
    case .concern: self = HTMLMark("concern", sign: "!")
    case .question: self = HTMLMark("question", sign: "?")
    case .late:
      name = "late"
      sign = "<span class=\"mark\" aria-hidden=\"true\">•</span>"
      words = "<strong>LATE</strong> "
    }
  }

  private init(_ name: String, sign: String) {
    self.name = name
    self.sign = "<span class=\"mark sign\" aria-hidden=\"true\">\(sign)</span>"
  }
}
