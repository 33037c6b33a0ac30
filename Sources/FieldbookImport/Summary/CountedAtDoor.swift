import FieldbookModel
import PlainText

/// What is kept of lists of pupils that were counted at the door: how many are at each level, by year group, subject and
/// group. Nothing of any pupil is in it.
public enum CountedAtDoor {
  /// A line for each year group's subject, and below it one for each group; none where no list was counted.
  public static func lines(_ plan: ImportPlan, scales: [AssessmentScale]) -> [String] {
    let lists = plan.files.filter { $0.source.file == PupilCounter.sourceName }
    guard !lists.isEmpty else { return [] }
    return ["Of the pupils these counts are kept, and nothing else:"]
      + lists.flatMap { file in file.subjects.indices.flatMap { lines(of: file, row: $0, scales) } }
  }

  private static func lines(of file: FactsFile, row: Int, _ scales: [AssessmentScale]) -> [String] {
    guard let stem = ReturnScope(text: file.authorities[row])?.stem,
      let measure = ReturnMeasure(id: "\(ReturnMeasure.prefix)\(stem).roll"),
      case .school(let urn, _) = file.subjects[row]
    else { return [] }
    let scale = scales.first { $0.id == scaleName(of: file, row: row) }
    var groups: [PupilGroup] = []
    for column in file.columns where column.part == .value && !groups.contains(column.group) {
      groups.append(column.group)
    }
    let when = file.when.map { ", \($0.text)" } ?? ""
    let below = groups.compactMap { line(of: file, row: row, $0, scale) }
    return below.isEmpty ? [] : ["  \(measure.who), school \(urn.text)\(when)"] + below
  }

  private static func scaleName(of file: FactsFile, row: Int) -> String? {
    guard let column = file.columns.first(where: { $0.measure == ReturnMeasure.prefix + "scale" }),
      case .text(let name) = column.cells[row]
    else { return nil }
    return name
  }

  /// `All pupils: 30 on roll, 29 assessed: 4 working towards, 17 expected, 8 greater depth`.
  private static func line(
    of file: FactsFile, row: Int, _ group: PupilGroup, _ scale: AssessmentScale?
  ) -> String? {
    var (roll, assessed): (Int?, Int?)
    var levels: [String] = []
    for column in file.columns where column.group == group && column.part == .value {
      guard let count = column.cells[row].wholeNumber,
        let kind = ReturnKind(id: String(column.measure.dropFirst(ReturnMeasure.prefix.count)))
      else { continue }
      switch kind.said {
      case .roll: roll = count
      case .assessed: assessed = count
      case .level(let id):
        let title = scale?.levels.first { $0.id == id }?.title ?? id
        levels.append("\(count) \(title.lowercased())")
      default: break
      }
    }
    guard let roll else { return nil }
    let reached = levels.isEmpty ? "" : ": " + levels.joined(separator: ", ")
    return "    \(group.title): \(roll) on roll, \(assessed ?? 0) assessed\(reached)"
  }
}

extension FactsFile.Cell {
  /// The whole number that stands there; nil where there is none.
  var wholeNumber: Int? {
    switch self {
    case .number(let number), .numberAs(let number, _): Int(exactly: number.rounded())
    case .text, .absent: nil
    }
  }
}

extension ReturnKind {
  /// What is said, be it reached or aimed at.
  fileprivate var said: ReturnKind {
    if case .aim(let kind) = self { kind } else { self }
  }
}
