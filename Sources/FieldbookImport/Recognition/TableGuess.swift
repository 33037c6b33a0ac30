import FieldbookModel
import PlainText

/// What the headers of an unknown table probably mean: a beginning, for the user to mend.
public enum TableGuess {
  /// A mapping as far as the headers tell it.
  /// - Parameters:
  ///   - scales: tell which words are levels.
  ///   - catalogue: tells which headers are measures of a year.
  public static func mapping(
    of table: UnknownTable, scales: [AssessmentScale], _ catalogue: Catalogue
  ) -> TableMapping {
    let name = table.name.split(separator: ".").first.map(String.init) ?? table.name
    var mapping = TableMapping(id: TableMapping.id(from: name), name: name)
    let names = MeasureNames(catalogue)
    let saysLevel = table.columns.contains { role(of: $0.header) == .level }
    for column in table.columns {
      guard let guess = counts(column, saysLevel) ?? self.column(column, scales, names) else { continue }
      let isTaken = mapping.columns.contains { $0.role == guess.role && $0.of == guess.of }
      if !isTaken { mapping.columns.append(guess) }
    }
    return mapping
  }

  /// A column named after a subject and nothing else, in a table whose rows say the level: how many pupils are at it.
  private static func counts(_ column: UnknownTable.Column, _ saysLevel: Bool) -> TableMapping.Column? {
    guard saysLevel, column.isNumeric, let subject = subject(column.header) else { return nil }
    return TableMapping.Column(header: column.header, role: .count, of: [.subject: subject])
  }

  private static func column(
    _ column: UnknownTable.Column, _ scales: [AssessmentScale], _ names: MeasureNames
  ) -> TableMapping.Column? {
    let header = column.header
    if let role = whole[Mapping.folded(header)], !role.isNumber || column.isNumeric {
      return TableMapping.Column(header: header, role: role)
    }
    guard column.isNumeric else { return nil }
    if let figure = figure(header, scales) { return figure }
    // `Attendance %`, `Attainment 8`: what the catalogue calls so.
    return names[header].map {
      TableMapping.Column(header: header, role: .value, of: [.measure: $0.shortTitle])
    }
  }

  /// A header such as `Maths EXS`, `Reading expected+ %` or `Y4 maths cohort`, word by word.
  private static func figure(_ header: String, _ scales: [AssessmentScale]) -> TableMapping.Column? {
    var of: [TableMapping.Role: String] = [:]
    var role: TableMapping.Role?
    let isShare = header.contains("%") || header.lowercased().contains("per cent")
    let words = header.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
    var level: (title: String, id: String)?
    for word in words {
      let low = word.lowercased()
      if of[.subject] == nil, let subject = subject(word) {
        of[.subject] = subject
      } else if of[.yearGroup] == nil, let year = YearGroup(text: word), !word.allSatisfy(\.isNumber) {
        of[.yearGroup] = year.shortTitle
      } else if let found = scales.lazy.compactMap({ $0.level(named: word) }).first, found.from == nil {
        level = (word, found.id)
      } else if ["cohort", "assessed", "entered"].contains(low) {
        role = .assessed
      } else if low == "roll" {
        role = .roll
      } else if ["average", "avg", "mean"].contains(low) {
        role = .average
      } else if let group = ReturnWords.group(word), group != .all {
        of[.group] = group.rawValue
      }
    }
    if role == nil, let level {
      let isExpected = level.id == "expected"
      if isShare || header.contains("+") {
        role = isExpected ? .expected : level.id == "greaterDepth" ? .higher : nil
      } else {
        role = .count
        of[.level] = level.title
      }
    }
    guard let role, role == .assessed || role == .roll || of[.subject] != nil else { return nil }
    return TableMapping.Column(header: header, role: role, of: of)
  }

  /// A subject that is known, as people write it; nil for any other word.
  static func subject(_ word: String) -> String? { subjects[word.lowercased()] }

  private static let subjects: [String: String] = {
    let names = Mapping.texts(ReturnLayout.document["pupils"]?["subjects"])
    // Two letters are as often something else: RE, PE.
    return Dictionary(
      names.filter { $0.count > 2 }.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// What a column is by its whole header; nil where that is not plain.
  static func role(of header: String) -> TableMapping.Role? { whole[Mapping.folded(header)] }

  /// Headers that say one thing and no more.
  private static let whole: [String: TableMapping.Role] = {
    let more: [TableMapping.Role: [String]] = [
      .urn: ["School URN", "DfE URN"],
      .laestab: ["LAESTAB", "LAEstab number", "DfE number", "DfES number", "DfE no"],
      .schoolName: ["Academy", "Name of school", "School title"],
      .year: ["Academic year", "School year", "AY", "time_period"], .value: ["Value", "Figure"],
      .yearGroup: ["NC Year Group", "Yr", "Year gp", "Yeargroup", "Cohort year"],
      .group: ["Characteristic", "Contextual group"], .level: ["Attainment", "Judgement"],
      .roll: ["NOR", "Number on roll", "Pupils on roll"],
      .assessed: ["Assessed", "Pupils assessed", "Cohort", "Cohort size"],
      .expected: [
        "% expected", "% EXS+", "% ARE", "% ARE+", "% at expected", "Expected %", "ARE %", "EXS+ %",
      ],
      .higher: ["% GDS", "% greater depth", "% higher", "GDS %", "Greater depth %"],
      .average: ["Average", "Average score", "Mean score"],
    ]
    var known: [String: TableMapping.Role] = [:]
    for layout in ReturnLayout.all.reversed() {
      for (role, names) in layout.columns {
        guard let role = role == .school ? .schoolName : TableMapping.Role(rawValue: role.rawValue) else {
          continue
        }
        for name in names { known[Mapping.folded(name)] = role }
      }
    }
    for (role, names) in more {
      for name in names { known[Mapping.folded(name)] = role }
    }
    return known
  }()
}
