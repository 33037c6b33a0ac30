import PlainText

/// Writes a report as plain text.
public enum TextReport {
  /// The width of a report that is kept or passed on: no line exceeds it.
  public static let width = 80

  /// The whole text in lines of at most 80 columns, every line ended.
  public static func text(_ document: ReportDocument) -> String {
    flow(document).lines(width: width).map { $0.text + "\n" }.joined()
  }

  /// The text before it is laid out at a width.
  public static func flow(_ document: ReportDocument) -> TextFlow {
    if case .sheet(let isTight) = document.layout { return SheetText.flow(document, isTight: isTight) }
    var flow = TextFlow()
    flow.paragraph(document.title.uppercased(), level: 1)
    flow.rule("=")
    flow.paragraph(document.subject)
    if !document.made.isEmpty { flow.paragraph(document.made) }
    flow.blank()
    write(document.blocks, indent: 0, on: &flow)
    return flow
  }

  /// Parts of a report by themselves, in lines of at most 80 columns.
  static func text(of blocks: [ReportBlock]) -> String {
    var flow = TextFlow()
    write(blocks, indent: 0, on: &flow)
    return flow.lines(width: width).map { $0.text + "\n" }.joined()
  }

  static func write(_ blocks: [ReportBlock], indent: Int, on flow: inout TextFlow) {
    for block in blocks { write(block, indent: indent, on: &flow) }
  }

  private static func write(_ block: ReportBlock, indent: Int, on flow: inout TextFlow) {
    switch block {
    case .heading(let text):
      flow.blank()
      flow.paragraph(text, level: 2)
      flow.rule("-")
    case .subheading(let text):
      flow.blank()
      flow.paragraph(text, indent: indent, level: 3)
    case .paragraph(let text): flow.paragraph(text.plain, indent: indent)
    case .callout(let callout): write(callout, indent: indent, on: &flow)
    case .fields(let fields):
      for field in fields where !field.value.isEmpty {
        flow.paragraph(field.value, mark: field.name.padded(to: 16), indent: indent)
      }
    case .terms(let terms):
      for term in terms { flow.paragraph("\(term.name): \(term.value)", indent: indent) }
    case .facts(_, let sentence): flow.paragraph(sentence, indent: indent)
    case .table(let table): flow.table(textTable(table), indent: indent)
    case .items(let items):
      for item in items { write(item, indent: indent, on: &flow) }
    case .inset(let blocks): write(blocks, indent: indent + 2, on: &flow)
    case .chart(let chart): write(chart, indent: indent, on: &flow)
    case .legend(let codes, let note):
      flow.blank()
      for code in codes { flow.paragraph("\(code.name)  \(code.value)", indent: indent) }
      flow.paragraph(note, indent: indent)
    case .licence(let lines): flow.paragraph(lines.joined(separator: "\n"), indent: indent)
    case .verbatim(let lines): flow.paragraph(lines.joined(separator: "\n"), indent: indent)
    }
  }

  private static func write(_ callout: ReportCallout, indent: Int, on flow: inout TextFlow) {
    switch callout.kind {
    case .warning, .provenance: flow.paragraph(callout.text, indent: indent)
    case .full: flow.paragraph(callout.text, mark: "Full".padded(to: 16), indent: indent)
    }
  }

  /// What the picture shows, as a table: each year with the authority and England of that year beside the school.
  private static func write(_ chart: ReportChart, indent: Int, on flow: inout TextFlow) {
    guard chart.series.dropFirst().contains(where: { $0.values.contains { $0 != nil } }) else { return }
    flow.paragraph(chart.title, indent: indent)
    flow.table(textTable(chart.table), indent: indent)
    flow.blank()
  }

  private static func write(_ item: ReportItem, indent: Int, on flow: inout TextFlow) {
    let mark = mark(item.mark)
    flow.paragraph(item.text, mark: mark, indent: indent)
    write(item.details, indent: indent + DisplayWidth.of(mark), on: &flow)
  }

  private static func mark(_ mark: ReportItem.Mark) -> String {
    switch mark {
    case .bullet: "· "
    case .number(let number): "\(number). "
    case .strength: "+ "
    case .improve: "- "
    case .concern: "! "
    case .question: "? "
    case .late: "LATE  "
    case .open: "      "
    }
  }

  static func textTable(_ table: ReportTable) -> TextTable {
    TextTable(
      columns: table.columns.map {
        TextTable.Column($0.title, alignment: $0.kind == .number ? .right : .left)
      },
      rows: table.rows)
  }
}

/// How many of something, in words: `1 note`, `3 notes`.
func counted(_ number: Int, _ one: String, _ many: String) -> String {
  number == 1 ? "1 \(one)" : "\(number) \(many)"
}

/// Words of a sentence: the first letter a capital.
func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
