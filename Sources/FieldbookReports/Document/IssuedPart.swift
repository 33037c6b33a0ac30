import PlainText

/// One part of an issued report: its lines, taken apart into paragraphs, lists and tables.
struct IssuedPart {
  private let lines: [Substring]
  private let title: String
  private let areas: [String]
  private var place = 0

  /// The lines under a heading, and the titles of areas, with which the heads of notes end.
  init(_ lines: [Substring], title: String, areas: [String]) {
    self.lines = lines
    self.title = title
    self.areas = areas + ["no area"]
  }

  /// What stands in it.
  mutating func blocks() -> [ReportBlock] {
    var blocks: [ReportBlock] = []
    while place < lines.count {
      let isAfterBlank = place == 0 || lines[place - 1].isEmpty
      if lines[place].isEmpty {
        place += 1
      } else if isTable {
        blocks.append(table())
      } else if hasSubheadings, isAfterBlank, indent(lines[place]) == 0, mark(of: lines[place], at: 0) == nil
      {
        blocks.append(.subheading(paragraph(at: 0)))
      } else {
        blocks += content(at: indent(lines[place]))
      }
    }
    return joined(blocks)
  }

  /// Where an unindented line after a blank begins a smaller part.
  private var hasSubheadings: Bool {
    ["What was found, area by area", ReviewReport.seenHeading, "Annex: notes"].contains(title)
  }

  /// Where numbers are those of notes, which links lead to.
  private var hasNotes: Bool { title == "Annex: notes" || title == ReviewReport.seenHeading }

  private var isTable: Bool {
    guard place + 1 < lines.count else { return false }
    let rule = lines[place + 1]
    return rule.contains("─") && rule.allSatisfy { $0 == "─" || $0 == " " }
  }

  // MARK: Paragraphs and items

  private func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }

  private mutating func content(at margin: Int) -> [ReportBlock] {
    guard let found = mark(of: lines[place], at: margin) else { return [Self.block(paragraph(at: margin))] }
    let inner = margin + found.width
    var item = ReportItem(found.mark, paragraph(at: inner))
    if hasNotes, case .number(let number) = found.mark {
      item.anchor = ReviewReport.anchor(note: number)
    }
    while let next = nextInside(inner) {
      place = next
      item.details.append(Self.block(paragraph(at: inner)))
    }
    return [.items([item])]
  }

  /// The next line that still belongs to an item, past blank ones.
  private func nextInside(_ margin: Int) -> Int? {
    var next = place
    while next < lines.count, lines[next].isEmpty { next += 1 }
    return next < lines.count && indent(lines[next]) >= margin ? next : nil
  }

  /// Lines that were one before they were wrapped: each was broken where the next word had no room.
  private mutating func paragraph(at margin: Int) -> String {
    var text = String(lines[place].dropFirst(margin))
    var width = DisplayWidth.of(lines[place])
    place += 1
    while place < lines.count, indent(lines[place]) == margin, !lines[place].isEmpty {
      let rest = lines[place].dropFirst(margin)
      let word = rest.prefix { $0 != " " }
      guard width + 1 + DisplayWidth.of(word) > TextReport.width, !begins(rest, after: text, at: margin)
      else {
        break
      }
      text += " " + rest
      width = DisplayWidth.of(lines[place])
      place += 1
    }
    return text
  }

  /// Whether a line begins something of its own, though the line before it was full: a mark, a name that reports give,
  /// what a finding rests on, or the text of a note after its head.
  private func begins(_ line: Substring, after text: String, at margin: Int) -> Bool {
    if mark(of: lines[place], at: margin) != nil || Self.openings.contains(where: line.hasPrefix) {
      return true
    }
    if ["Strength", "To improve", "Concern"].contains(where: line.hasPrefix), line.contains("Rests on ") {
      return true
    }
    return title == "Annex: notes" && text.contains(" · ") && areas.contains { text.hasSuffix(" · \($0)") }
      || title == "Annex: notes" && text.contains(" · ") && areas.contains { text.hasSuffix(", \($0)") }
  }

  /// How sentences begin that stand in lines of their own.
  private static let openings =
    names.map { $0 + ": " } + [
      "Owner: ", "No owner, ", "No test of success.", "Rests on ", "Not answered yet.", "Found: ",
      "Groups of 1 to ",
      "Change: from ", "Signed copy: ", "No findings.", "Area: ",
    ]

  private func mark(of line: Substring, at margin: Int) -> (mark: ReportItem.Mark, width: Int)? {
    let text = line.dropFirst(margin)
    let signs: [(String, ReportItem.Mark)] = [
      ("· ", .bullet), ("+ ", .strength), ("- ", .improve), ("! ", .concern), ("? ", .question),
    ]
    if let sign = signs.first(where: { text.hasPrefix($0.0) }) { return (sign.1, 2) }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), text.dropFirst(digits.count).hasPrefix(". ") else { return nil }
    return (.number(number), digits.count + 2)
  }

  private static let names = [
    "Grade", "Because", "In short", "Not reviewed", "Test of success", "Answers the finding", "Reason",
    "Signed copy",
  ]

  /// A paragraph; one that begins with a name that reports give is a term.
  private static func block(_ text: String) -> ReportBlock {
    let licence = "Contains public sector information licensed"
    if text == licence { return .licence([licence]) }
    for name in names where text.hasPrefix(name + ": ") {
      return .terms([ReportTerm(name, String(text.dropFirst(name.count + 2)))])
    }
    return .paragraph(NoteLinks.linked(text))
  }

  /// Neighbours of one kind as one list.
  private func joined(_ blocks: [ReportBlock]) -> [ReportBlock] {
    var joined: [ReportBlock] = []
    for block in blocks {
      if case .items(let items) = block, case .items(let before)? = joined.last {
        joined[joined.count - 1] = .items(before + items)
      } else if case .paragraph(let text) = block, case .licence(let before)? = joined.last {
        joined[joined.count - 1] = .licence(before + [text.plain])
      } else if case .terms(let terms) = block, case .terms(let before)? = joined.last {
        joined[joined.count - 1] = .terms(before + terms)
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  // MARK: Tables

  private mutating func table() -> ReportBlock {
    let widths = lines[place + 1].split(separator: " ").map(\.count)
    let titles = cells(lines[place], widths)
    place += 2
    var rows: [[String]] = []
    while place < lines.count, !lines[place].isEmpty, fits(lines[place], widths) {
      rows.append(cells(lines[place], widths))
      place += 1
    }
    let isNumbers = titles.contains { $0.contains("/") }
    let columns = titles.enumerated().map { index, title in
      ReportTable.Column(title, index == 0 ? .name : isNumbers ? .number : .text)
    }
    return .table(ReportTable(caption: isNumbers ? "Results by year" : title, columns: columns, rows: rows))
  }

  /// Whether a line has blanks where columns part.
  private func fits(_ line: Substring, _ widths: [Int]) -> Bool {
    var column = 0
    var gaps: Set<Int> = []
    for width in widths.dropLast() {
      column += width + 2
      gaps.formUnion([column - 2, column - 1])
    }
    var at = 0
    for character in line {
      if gaps.contains(at), character != " " { return false }
      at += DisplayWidth.of(character)
    }
    return true
  }

  private func cells(_ line: Substring, _ widths: [Int]) -> [String] {
    var cells: [String] = []
    var rest = line
    for width in widths {
      var columns = 0
      let cell = rest.prefix { character in
        columns += DisplayWidth.of(character)
        return columns <= width
      }
      cells.append(String(cell.drop { $0 == " " }).trimmedEnd())
      rest = rest.dropFirst(cell.count + 2)
    }
    return cells
  }
}

/// The numbers of notes in what a finding rests on, as links to them.
enum NoteLinks {
  /// A text in which the numbers after `(note ` or `(notes ` lead to the notes.
  static func linked(_ text: String) -> ReportText {
    guard text.contains("Rests on "),
      let opening = text.firstRange(of: "(notes ") ?? text.firstRange(of: "(note "),
      let end = text[opening.upperBound...].firstIndex(of: ")")
    else { return ReportText(text) }
    var linked = ReportText(String(text[..<opening.upperBound]))
    for (place, number) in text[opening.upperBound..<end].split(separator: ", ").enumerated() {
      if place > 0 { linked = linked + ", " }
      linked =
        linked
        + (Int(number) == nil
          ? ReportText(String(number))
          : ReportText(String(number), to: "note-\(number)"))
    }
    return linked + ReportText(String(text[end...]))
  }
}
