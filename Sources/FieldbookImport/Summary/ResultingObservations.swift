import FieldbookModel
import PlainText

/// The observations that a mapped table would give, a line each, for whoever judges whether the mapping is right.
public enum ResultingObservations {
  /// How many are shown.
  private static let most = 40

  /// The first observations of tables of the trust's own; none where none was read.
  /// - Parameters:
  ///   - catalogue: tells how measures are called.
  ///   - name: what a school is called.
  public static func lines(_ plan: ImportPlan, _ catalogue: Catalogue, name: (URN) -> String) -> [String] {
    let mapped = plan.files.filter { $0.source.mapping.hasPrefix("own-") }
    guard !mapped.isEmpty else { return [] }
    var lines: [String] = []
    var count = 0
    for file in mapped {
      for row in file.subjects.indices {
        for column in file.columns {
          guard let line = line(of: column, row: row, in: file, catalogue, name) else { continue }
          count += 1
          if lines.count < most { lines.append(line) }
        }
      }
    }
    let head = "What comes of it, as it would be kept:"
    return [head] + lines + (count > most ? ["  and \(NumberText.grouped(count - most)) more."] : [])
  }

  private static func line(
    of column: FactsFile.Column, row: Int, in file: FactsFile, _ catalogue: Catalogue,
    _ name: (URN) -> String
  ) -> String? {
    guard column.part == .value, case .school(let urn, _) = file.subjects[row],
      let measure = measure(of: column, row: row, in: file, catalogue),
      let value = value(column.cells[row], measure.unit)
    else { return nil }
    let rests =
      column.countColumn.flatMap { file.columns[$0].cells[row].wholeNumber }
      .map { " of \($0) pupils" } ?? ""
    let when = file.when.map { "\($0.text), " } ?? ""
    return
      "  \(name(urn)), \(when)\(column.group.title.lowercased()), \(measure.title): \(value)\(rests)"
      + " (line \(file.lines[row]), \(column.header))"
  }

  /// What a column says of a row: a measure of a half-term's return, or of a year.
  private static func measure(
    of column: FactsFile.Column, row: Int, in file: FactsFile, _ catalogue: Catalogue
  ) -> Measure? {
    if file.isByFigure { return catalogue[column.measure] }
    guard let stem = ReturnScope(text: file.authorities[row])?.stem,
      let returned = ReturnMeasure(
        id: "\(ReturnMeasure.prefix)\(stem).\(column.measure.dropFirst(ReturnMeasure.prefix.count))"),
      ![.roll, .assessed].contains(returned.kind)
    else { return nil }
    return returned.measure
  }

  private static func value(_ cell: FactsFile.Cell, _ unit: Measure.Unit) -> String? {
    switch cell {
    case .number(let number), .numberAs(let number, _):
      return NumberText.plain((number * 10).rounded() / 10) + (unit == .percent ? "%" : "")
    case .text(let code) where !code.isEmpty: return "“\(code)”"
    case .text, .absent: return nil
    }
  }
}
