import PlainText

/// Writes a sheet as plain text: closer than other reports, so that a whole school stands on 60 lines of 80 columns.
///
/// The heading of a table stands over its first column, that of a sentence before it; nothing is ruled off.
enum SheetText {
  /// The column at which sentences begin that stand after their heading.
  private static let margin = 18

  static func flow(_ document: ReportDocument, isTight: Bool) -> TextFlow {
    var flow = TextFlow()
    flow.paragraph(document.title.uppercased(), level: 1)
    flow.paragraph(document.subject)
    var heading: String?
    for block in document.blocks {
      switch (block, heading) {
      case (.heading(let text), let before):
        if let before { flow.paragraph(before.uppercased(), level: 2) }
        if !isTight { flow.blank() }
        heading = text
        continue
      case (.table(let table), let before):
        write(table, heading: before, on: &flow)
      case (.paragraph(let text), let before?):
        let mark = before.uppercased() + "  "
        flow.paragraph(text.plain, mark: mark.padded(to: margin), level: 2)
      case (let block, let before):
        if let before { flow.paragraph(before.uppercased(), level: 2) }
        write(block, on: &flow)
      }
      heading = nil
    }
    return flow
  }

  private static func write(_ table: ReportTable, heading: String?, on flow: inout TextFlow) {
    var table = table
    if let heading, !table.columns.isEmpty { table.columns[0].title = heading.uppercased() }
    var text = TextReport.textTable(table)
    text.isRuled = false
    flow.table(text, level: heading == nil ? nil : 2)
  }

  private static func write(_ block: ReportBlock, on flow: inout TextFlow) {
    switch block {
    case .legend(let codes, let note):
      let words = codes.map { "\($0.name) \($0.value)" } + [note]
      flow.paragraph(words.filter { !$0.isEmpty }.joined(separator: " · "))
    case .licence(let lines): flow.paragraph(lines.joined(separator: " "))
    default: TextReport.write([block], indent: 0, on: &flow)
    }
  }
}
