import FieldbookModel
import PlainText

/// One figure of a line, whole and checked.
struct FigureLine: Sendable {
  /// A cell and the header of its column.
  struct Cell: Sendable {
    let cell: FactsFile.Cell
    let header: String

    /// A number, kept as it is written.
    init(_ number: Double, _ text: String, _ header: String) {
      cell = text == NumberText.plain(number) ? .number(number) : .numberAs(number, text)
      self.header = header
    }

    /// A code that stands for a number.
    init(code: String, _ header: String) {
      cell = .text(code)
      self.header = header
    }
  }

  let line: Int
  let year: AcademicYear
  let subject: FactsFile.Subject
  let measure: Measure
  let group: PupilGroup
  let value: Cell
  let pupils: Cell?
  /// Where it is quoted from; nil where the file itself says it.
  var citation: Citation?
  var asAt: CalendarDate?
  var status = ""

  /// What it speaks of.
  var scope: FigureScope { FigureScope(subject, measure.id, group) }
}

/// Makes facts of single figures: a file for each year, sort of figures and publication, a row for each figure.
struct FigureFacts {
  /// The format of a measure's figures.
  let format: (Measure) -> String
  /// The source of a part of the lines, by one of them.
  let source: (FigureLine) -> FactsFile.Source

  private struct Key: Hashable {
    let year: AcademicYear
    let format: String
    let citation: Citation?
    let asAt: CalendarDate?
    let status: String
  }

  private struct Slot: Hashable {
    let measure: String
    let group: PupilGroup
  }

  /// The facts of the lines, in the order of the years and of the lines.
  func files(_ lines: [FigureLine]) -> [FactsFile] {
    let parts = Dictionary(grouping: lines) { line in
      Key(
        year: line.year, format: format(line.measure), citation: line.citation, asAt: line.asAt,
        status: line.status)
    }
    return parts.sorted { a, b in
      (a.key.year, a.key.format, a.value[0].line) < (b.key.year, b.key.format, b.value[0].line)
    }.map { key, lines in
      FactsFile(
        format: key.format, period: key.year, source: source(lines[0]), subjects: lines.map(\.subject),
        authorities: lines.map(\.scope.text), lines: lines.map(\.line), columns: columns(lines, key.year))
    }
  }

  /// For each measure and group the values, and beside them the pupils and the lines on which they stand: most rows say
  /// nothing of most measures, which is not the same as a blank.
  private func columns(_ lines: [FigureLine], _ year: AcademicYear) -> [FactsFile.Column] {
    var slots: [Slot] = []
    var seen: Set<Slot> = []
    for line in lines {
      let slot = Slot(measure: line.measure.id, group: line.group)
      if seen.insert(slot).inserted { slots.append(slot) }
    }
    return slots.enumerated().flatMap { index, slot in
      let own = lines.map { $0.measure.id == slot.measure && $0.group == slot.group ? $0 : nil }
      let first = own.lazy.compactMap(\.self).first
      func column(
        _ measure: String, _ part: FactsFile.Part, _ header: String?, _ cell: (FigureLine) -> FactsFile.Cell
      ) -> FactsFile.Column {
        FactsFile.Column(
          measure: measure, group: slot.group, period: year, part: part, header: header ?? "",
          cells: own.map { $0.map(cell) ?? .absent })
      }
      var value = column(slot.measure, .value, first?.value.header) { $0.value.cell }
      value.countColumn = index * 3 + 1
      value.lineColumn = index * 3 + 2
      return [
        value,
        column("figure.pupils", .text, first?.pupils?.header) { $0.pupils?.cell ?? .text("") },
        column("figure.line", .line, first?.value.header) { .number(Double($0.line)) },
      ]
    }
  }
}
