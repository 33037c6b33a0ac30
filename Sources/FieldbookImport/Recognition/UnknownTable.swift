import FieldbookModel
import PlainText

/// A table that no format recognises, for whoever says what its columns are.
///
/// It may be about anybody, so cells are shown with care: numbers, and words that are known or that many rows share. Of
/// all other cells only the shape is shown. A list of single pupils never comes this far.
public struct UnknownTable: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its header.
    public let header: String
    /// A few of its cells, different ones; the shape of those that may say something of a person.
    public let samples: [String]
    /// Whether it holds numbers.
    public let isNumeric: Bool
  }

  /// The file's name.
  public let name: String
  /// Its columns, those without a header left out.
  public let columns: [Column]
  /// How many rows are below the header.
  public let rows: Int

  /// How many rows are looked at for samples.
  private static let rowsLookedAt = 500
  /// How many samples are shown.
  private static let samplesShown = 4

  /// Looks at a file.
  /// - Parameters:
  ///   - path: the file.
  ///   - facts: tells which names are schools'.
  ///   - scales: tell which words are levels.
  /// - Throws: that it is no text, or about single pupils; no cell is quoted.
  public static func look(
    at path: String, _ facts: Facts, scales: [AssessmentScale]
  ) throws(ImportRefusal) -> UnknownTable {
    let source = try SourceFile.open(path)
    try source.checkIsText()
    let text = DecodedText(source.bytes)
    var reader = CSVReader(text.bytes)
    guard let header = reader.next() else {
      throw source.refusal("the file holds nothing but blank lines", mend: "Download it again.")
    }
    try PupilLevel.refuse(source, text: text, headers: header.fields)
    try PupilLevel.refuseNames(source, headers: header.fields)
    var cells = Array(repeating: [String](), count: header.fields.count)
    var rows = 0
    while let row = reader.next() {
      if row.fields.allSatisfy(\.isBlank) { continue }
      rows += 1
      guard rows <= rowsLookedAt else { continue }
      for place in cells.indices {
        if let cell = row.field(place)?.trimmingBlanks(), !cell.isEmpty { cells[place].append(cell) }
      }
    }
    guard rows > 0 else {
      throw source.refusal("the file has no rows below its header", mend: "Save it again, with its rows.")
    }
    let words = KnownWords(facts, scales)
    let columns = header.fields.indices.compactMap { place -> Column? in
      let name = header.fields[place].trimmingBlanks()
      return name.isEmpty ? nil : column(name, cells[place], words)
    }
    return UnknownTable(name: source.name, columns: columns, rows: rows)
  }

  private static func column(_ header: String, _ cells: [String], _ words: KnownWords) -> Column {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for cell in cells {
      if counts[cell] == nil { order.append(cell) }
      counts[cell, default: 0] += 1
    }
    // Words that many rows share are kinds of things; words of which each row has its own may be names.
    let areKinds = counts.count * 3 <= cells.count
    var samples: [String] = []
    for cell in order where samples.count < samplesShown {
      let shown = isHarmless(cell) || words.knows(cell) || areKinds && (counts[cell] ?? 0) > 2
      let sample = shown ? cell : shape(of: cell)
      if !samples.contains(sample) { samples.append(sample) }
    }
    let numeric = cells.count { isNumber($0) }
    return Column(header: header, samples: samples, isNumeric: numeric * 2 > cells.count)
  }

  private static func isNumber(_ cell: String) -> Bool {
    NumberCell.number(cell.hasSuffix("%") ? String(cell.dropLast()).trimmingBlanks() : cell) != nil
  }

  /// Numbers too short to be a date of birth or a pupil's number, and codes for a number that is not there.
  private static func isHarmless(_ cell: String) -> Bool {
    isNumber(cell) && cell.count(where: \.isNumber) < 8 || MissingReason(code: cell) != nil
  }

  /// `Xxxx Xxxxx` of a name, `00/00/0000` of a date.
  static func shape(of cell: String) -> String {
    String(
      cell.prefix(20).map { letter -> Character in
        if letter.isNumber { return "0" }
        if letter.isLetter { return letter.isUppercase ? "X" : "x" }
        return letter
      })
  }

  /// Words that stand for no person.
  private struct KnownWords {
    private let schools: Set<String>
    private let scales: [AssessmentScale]

    init(_ facts: Facts, _ scales: [AssessmentScale]) {
      schools = Set(facts.schools.values.map { SchoolGroups.folded($0.name) })
      self.scales = scales
    }

    func knows(_ cell: String) -> Bool {
      Period(text: cell) != nil || YearGroup(text: cell) != nil || ReturnWords.group(cell) != nil
        || ReturnWords.conduct(cell) != nil || ReturnWords.isNotAssessed(cell)
        || scales.contains { $0.level(named: cell) != nil } || TableGuess.subject(cell) != nil
        || schools.contains(SchoolGroups.folded(cell))
    }
  }
}

extension PupilLevel {
  /// Refuses a table of which a header speaks of a name, a birthday or a pupil's number in whatever words: its cells must
  /// not be shown to anybody.
  static func refuseNames(_ source: SourceFile, headers: [String]) throws(ImportRefusal) {
    let signs = [
      "upn", "forename", "surname", "firstname", "lastname", "familyname", "givenname", "birth", "dob",
      "pupilname", "studentname", "learner", "childname", "uniquelearner", "candidate",
    ]
    for header in headers {
      let letters = header.lowercased().filter { $0.isLetter || $0.isNumber }
      if signs.contains(where: letters.contains) { throw refusal(source, line: 1) }
    }
  }
}
