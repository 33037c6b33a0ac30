import FieldbookModel

/// Counts what a file's observations are, by the rule with which `Facts` reads them.
struct ObservationTally: Sendable {
  private(set) var count = 0
  private var numbers = 0
  private var reasons: [MissingReason: Int] = [:]
  /// The same few codes fill a file; each is looked up once.
  private var known: [String: MissingReason] = [:]

  init(_ files: [FactsFile], catalogue: Catalogue) {
    for file in files { tally(file, catalogue: catalogue) }
  }

  private mutating func tally(_ file: FactsFile, catalogue: Catalogue) {
    for column in file.columns where column.part == .value {
      let lines = column.lineColumn.map { file.columns[$0].cells }
      let counts = column.countColumn.map { file.columns[$0].cells }
      let period = column.period ?? file.period
      let isProduced = period.flatMap { catalogue[column.measure]?.isProduced(in: $0) } ?? true
      for (row, cell) in column.cells.enumerated() {
        if let lines, lines[row] == .absent { continue }
        // A return says only what it says: nothing is missing from it.
        if cell == .absent, column.measure.hasPrefix(ReturnMeasure.prefix) { continue }
        tally(cell, count: counts?[row], isProduced: isProduced)
      }
    }
  }

  /// `number` first, then the reasons in their usual order.
  var values: [ImportReport.ValueCount] {
    let all = [("number", numbers)] + MissingReason.allCases.map { ($0.rawValue, reasons[$0] ?? 0) }
    return all.filter { $0.1 > 0 }.map { ImportReport.ValueCount(name: $0.0, count: $0.1) }
  }

  private mutating func tally(_ cell: FactsFile.Cell, count pupils: FactsFile.Cell?, isProduced: Bool) {
    count += 1
    switch cell {
    case .number, .numberAs: numbers += 1
    case .absent: reasons[.missing, default: 0] += 1
    case .text(let text): reasons[reason(text, pupils: pupils, isProduced: isProduced), default: 0] += 1
    }
  }

  private mutating func reason(_ text: String, pupils: FactsFile.Cell?, isProduced: Bool) -> MissingReason {
    if let reason = known[text] { return reason }
    if text.allSatisfy(\.isWhitespace) {
      switch pupils {
      case .number(0), .numberAs(0, _): return .noPupils
      default: return isProduced ? .missing : .notProduced
      }
    }
    let reason = MissingReason(code: text) ?? .unrecognised
    known[text] = reason
    return reason
  }
}
