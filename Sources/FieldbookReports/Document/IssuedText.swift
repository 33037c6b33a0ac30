import PlainText

/// The text of a report as it was issued, taken apart again: the same words, which may then be written as Markdown or
/// HTML. It reads what `TextReport` writes at 80 columns, and nothing else.
///
/// A signed review is shown in other shapes from its own words and never from the records, which may have moved on.
struct IssuedText {
  private let lines: [Substring]
  private static let width = TextReport.width

  /// A text as it was issued.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
  }

  /// The report; nil when the text is not laid out as reports are.
  func document() -> ReportDocument? {
    guard let rule = lines.firstIndex(where: { Self.isRule($0, of: "=") }), rule > 0 else { return nil }
    let title = sentence(lines[..<rule].joined(separator: " ").lowercased())
    let afterSubject = lines[rule...].firstIndex(where: \.isEmpty) ?? lines.endIndex
    let subject = lines[(rule + 1)..<afterSubject].joined(separator: " ")
    let headings = lines.indices.dropLast().filter {
      $0 > afterSubject && Self.isRule(lines[$0 + 1], of: "-")
    }
    guard !subject.isEmpty, let first = headings.first else { return nil }
    var document = ReportDocument(title: title, subject: subject)
    document.blocks = head(Array(lines[afterSubject..<first]))
    let areas = areaTitles(headings)
    for (place, heading) in headings.enumerated() {
      let end = place + 1 < headings.count ? headings[place + 1] : lines.endIndex
      let name = String(lines[heading])
      var part = IssuedPart(Array(lines[min(heading + 2, end)..<end]), title: name, areas: areas)
      document.blocks += [.heading(name)] + part.blocks()
    }
    return document
  }

  /// The lines that head areas: those of the part on areas, and the first cells of the table of judgements.
  private func areaTitles(_ headings: [Int]) -> [String] {
    guard let found = headings.first(where: { lines[$0] == "What was found, area by area" }) else {
      return []
    }
    let end = headings.first { $0 > found } ?? lines.endIndex
    return lines[min(found + 2, end)..<end].filter { !$0.isEmpty && $0.first != " " }.map(String.init)
  }

  static func isRule(_ line: Substring, of character: Character) -> Bool {
    line.count == width && line.allSatisfy { $0 == character }
  }

  /// Names in a column of sixteen, and sentences.
  private func head(_ lines: [Substring]) -> [ReportBlock] {
    var fields: [ReportTerm] = []
    for line in lines where !line.isEmpty {
      let name = line.prefix(16)
      let value = String(line.dropFirst(16))
      if name.allSatisfy({ $0 == " " }), !value.isEmpty, !fields.isEmpty {
        fields[fields.count - 1].value += " " + value
      } else if name.count == 16, name.last == " ", name.first != " " {
        fields.append(
          ReportTerm(String(name.prefix { $0 != " " } + name.drop { $0 != " " }).trimmedEnd(), value))
      } else if fields.isEmpty {
        fields.append(ReportTerm("", String(line)))
      } else {
        fields[fields.count - 1].value += " " + String(line)
      }
    }
    let sentences = fields.filter(\.name.isEmpty).map { ReportBlock.paragraph(ReportText($0.value)) }
    return sentences + [.fields(fields.filter { !$0.name.isEmpty })]
  }
}

extension String {
  /// Without blanks at its end.
  func trimmedEnd() -> String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
