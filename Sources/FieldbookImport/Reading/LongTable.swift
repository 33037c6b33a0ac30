import FieldbookModel

/// One year of a long table, turned so that each school has one row: a column for each group, subject and figure, and
/// beside them on which line of the file each stood.
struct LongTable: Sendable {
  /// The columns of one slot: the lines, and a column of cells for each figure that its subject has.
  private struct Columns: Sendable {
    let slot: LongHeader.Slot
    let figures: [(place: Int, said: LongMap.Said)]
    /// 0 where the file has no such row.
    var lines: [Int] = []
    var cells: [[FactsFile.Cell]]
    var suffixes: [String?]
    let words: [[String: Double]?]

    init(
      _ slot: LongHeader.Slot, _ figures: [(place: Int, said: LongMap.Said)], words: [[String: Double]?]
    ) {
      self.slot = slot
      self.figures = figures
      cells = figures.map { _ in [] }
      suffixes = figures.map { _ in nil }
      self.words = words
    }

    mutating func fill(to count: Int) {
      guard lines.count < count else { return }
      lines += Array(repeating: 0, count: count - lines.count)
      for index in cells.indices {
        cells[index] += Array(repeating: .absent, count: count - cells[index].count)
      }
    }
  }

  private let period: AcademicYear
  private let header: LongHeader
  private var subjects: [FactsFile.Subject] = []
  private var authorities: [String] = []
  private var lines: [Int] = []
  private var rows: [FactsFile.Subject: Int] = [:]
  private var slots: [Columns] = []
  private var places: [LongHeader.Slot: Int] = [:]

  init(period: AcademicYear, header: LongHeader) {
    self.period = period
    self.header = header
  }

  /// Takes one row of the file.
  /// - Returns: the line that says the same of the same subject, in which case nothing is taken; else nil.
  mutating func take(
    _ cells: (Int) -> String?, of subject: FactsFile.Subject, authority: String, slot: LongHeader.Slot,
    line: Int
  ) -> Int? {
    let row = row(of: subject, authority: authority, line: line)
    let place = place(of: slot)
    slots[place].fill(to: row + 1)
    let earlier = slots[place].lines[row]
    guard earlier == 0 else { return earlier }
    slots[place].lines[row] = line
    for index in slots[place].figures.indices {
      guard let text = cells(header.figures[slots[place].figures[index].place].place) else { continue }
      slots[place].cells[index][row] = NumberCell.cell(
        text, suffix: &slots[place].suffixes[index], words: slots[place].words[index])
    }
    return nil
  }

  private mutating func row(of subject: FactsFile.Subject, authority: String, line: Int) -> Int {
    if let row = rows[subject] { return row }
    rows[subject] = subjects.count
    subjects.append(subject)
    authorities.append(authority)
    lines.append(line)
    return subjects.count - 1
  }

  private mutating func place(of slot: LongHeader.Slot) -> Int {
    if let place = places[slot] { return place }
    let figures = header.figures.enumerated().compactMap { place, figure in
      figure.map.said(slot.subject).map { (place: place, said: $0) }
    }
    places[slot] = slots.count
    let words = figures.map { header.figures[$0.place].words[$0.said.measure] }
    slots.append(Columns(slot, figures, words: words))
    return slots.count - 1
  }

  /// The year as it is kept.
  func facts(format: String, source: FactsFile.Source, counts: PupilCounts) -> FactsFile {
    var columns: [FactsFile.Column] = []
    var meanings: [ColumnMeaning?] = []
    for var slot in slots where !slot.figures.isEmpty {
      slot.fill(to: subjects.count)
      let linePlace = columns.count
      columns.append(
        FactsFile.Column(
          measure: "line", group: slot.slot.group, period: period, part: .line, header: "",
          cells: slot.lines.map { $0 == 0 ? .absent : .number(Double($0)) }))
      meanings.append(nil)
      for (index, figure) in slot.figures.enumerated() {
        let column = header.figures[figure.place]
        let group = figure.said.group ?? slot.slot.group
        columns.append(
          FactsFile.Column(
            measure: figure.said.measure, group: group, period: period, part: column.map.part,
            header: column.header, suffix: slot.suffixes[index] ?? "", lineColumn: linePlace,
            cells: slot.cells[index]))
        meanings.append(
          ColumnMeaning(measure: figure.said.measure, group: group, part: column.map.part))
      }
    }
    counts.tie(&columns, meanings: meanings)
    return FactsFile(
      format: format, period: period, source: source, subjects: subjects, authorities: authorities,
      lines: lines, columns: columns)
  }
}
