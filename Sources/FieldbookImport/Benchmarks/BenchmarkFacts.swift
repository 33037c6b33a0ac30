import FieldbookModel
import PlainText

/// One figure that somebody quoted, whole and checked.
struct BenchmarkLine: Sendable {
  /// A number and how it is written.
  struct Number: Hashable, Sendable {
    let value: Double
    let text: String

    /// As facts keep it.
    var cell: FactsFile.Cell {
      text == NumberText.plain(value) ? .number(value) : .numberAs(value, text)
    }
  }

  let line: Int
  let year: AcademicYear
  let subject: FactsFile.Subject
  let scope: Benchmark.Scope
  let measure: Measure
  let group: PupilGroup
  let value: Number
  let pupils: Number?
  let citation: Citation
  let asAt: CalendarDate
  let status: String
}

/// Makes facts of quoted figures: a file for each year, sort of figures and publication, a row for each line.
struct BenchmarkFacts {
  let header: HeaderRow
  let places: [BenchmarkLayout.Role: Int]

  private struct Key: Hashable {
    let year: AcademicYear
    let format: String
    let citation: Citation
    let asAt: CalendarDate
    let status: String
  }

  private struct Slot: Hashable {
    let measure: String
    let group: PupilGroup
  }

  /// The facts of the lines, in the order of the years and of the lines.
  func files(
    _ lines: [BenchmarkLine], source: (Citation, CalendarDate, String) -> FactsFile.Source
  ) -> [FactsFile] {
    let parts = Dictionary(grouping: lines) { line in
      Key(
        year: line.year, format: Benchmark.format(of: line.measure), citation: line.citation,
        asAt: line.asAt, status: line.status)
    }
    return parts.sorted { a, b in
      (a.key.year, a.key.format, a.value[0].line) < (b.key.year, b.key.format, b.value[0].line)
    }.map { key, lines in
      var file = FactsFile(
        format: key.format, period: key.year, source: source(key.citation, key.asAt, key.status),
        subjects: lines.map(\.subject), authorities: lines.map(\.scope.text), lines: lines.map(\.line),
        columns: columns(lines, key.year))
      // Several publications may be quoted in the same bytes.
      file.source.mapping += "-" + file.source.quotedMark
      return file
    }
  }

  /// For each measure and group the values, and beside them the pupils and the lines on which they stand: most rows say
  /// nothing of most measures, which is not the same as a blank.
  private func columns(_ lines: [BenchmarkLine], _ year: AcademicYear) -> [FactsFile.Column] {
    var slots: [Slot] = []
    for line in lines {
      let slot = Slot(measure: line.measure.id, group: line.group)
      if !slots.contains(slot) { slots.append(slot) }
    }
    return slots.enumerated().flatMap { index, slot in
      let own = lines.map { $0.measure.id == slot.measure && $0.group == slot.group ? $0 : nil }
      func column(
        _ measure: String, _ part: FactsFile.Part, _ role: BenchmarkLayout.Role,
        _ cell: (BenchmarkLine) -> FactsFile.Cell
      ) -> FactsFile.Column {
        FactsFile.Column(
          measure: measure, group: slot.group, period: year, part: part,
          header: places[role].map { header.names[$0] } ?? "", cells: own.map { $0.map(cell) ?? .absent })
      }
      var value = column(slot.measure, .value, .value) { $0.value.cell }
      value.countColumn = index * 3 + 1
      value.lineColumn = index * 3 + 2
      return [
        value,
        column("benchmark.pupils", .text, .pupils) { $0.pupils?.cell ?? .text("") },
        column("benchmark.line", .line, .value) { .number(Double($0.line)) },
      ]
    }
  }
}

extension FactsFile.Source {
  /// Tells readings of the same bytes apart that quote different publications.
  fileprivate var quotedMark: String {
    let parts = [citation?.text, citation?.address, asAt?.text, status].compactMap(\.self)
    return String(SHA256.hex(Array(parts.joined(separator: "\u{1F}").utf8)).prefix(8))
  }
}
