import FieldbookModel
import PlainText

/// Reads a facts file with a pull reader: a national file is too large for a tree.
///
/// Members may come in any order; those it does not know are passed over.
struct FactsFileReader {
  /// What a facts file turned out to be.
  enum Outcome {
    case file(FactsFile)
    case newer(Int)
  }

  private var json: JSONPullReader
  private var format: String?
  private var version: Int?
  private var kind: String?
  private var period: Period?
  private var source: FactsFile.Source?
  private var schools: [String] = []
  private var later: [String?] = []
  private var authorities: [String] = []
  private var lines: [Int] = []
  private var columns: [FactsFile.Column] = []

  /// Throws the first thing that is wrong, with its place.
  static func read(_ bytes: [UInt8]) throws(JSONProblem) -> Outcome {
    var reader = FactsFileReader(json: try JSONPullReader(bytes))
    try reader.readDocument()
    return try reader.outcome()
  }

  private init(json: JSONPullReader) {
    self.json = json
  }

  private mutating func readDocument() throws(JSONProblem) {
    guard try json.next() == .beginObject else {
      throw json.problem(found: "no object", expected: "an object")
    }
    while let name = try nextName() {
      // A newer version may mean anything by what follows.
      if let version, version > DocumentFormat.facts.version { return }
      try readMember(name)
    }
    _ = try json.next()
  }

  private mutating func readMember(_ name: String) throws(JSONProblem) {
    switch name {
    case "format": format = try text("a text")
    case "version": version = Int(try number("a whole number"))
    case "kind": kind = try text("a text")
    case "period": period = try when()
    case "source": source = try readSource()
    case "schools": schools = try texts("a URN or an area")
    case "later": later = try textsOrNulls()
    case "authorities": authorities = try texts("a code")
    case "lines": lines = try readLines()
    case "columns": columns = try readColumns()
    default: try json.skipValue()
    }
  }

  private func outcome() throws(JSONProblem) -> Outcome {
    guard format == DocumentFormat.facts.name, let version else {
      throw json.problem(
        found: "no format and version of facts", expected: "\"format\": \"facts\", \"version\": 1")
    }
    if version > DocumentFormat.facts.version { return .newer(version) }
    guard let kind, let source else {
      throw json.problem(found: "no kind or no source", expected: "\"kind\" and \"source\"")
    }
    try checkLengths()
    let subjects = zip(schools, later).map { FactsSubjectCodec.subject($0, later: $1) }
    return .file(
      FactsFile(
        format: kind, period: period?.year, halfTerm: period?.part, source: source, subjects: subjects,
        authorities: authorities, lines: lines, columns: columns))
  }

  /// Every list must have an element for each row, and every column named must be there: all else relies on it.
  private func checkLengths() throws(JSONProblem) {
    let rows = schools.count
    let lists = [("later", later.count), ("authorities", authorities.count), ("lines", lines.count)]
    for (name, count) in lists + columns.map({ ($0.header, $0.cells.count) }) where count != rows {
      throw json.problem(found: "\(count) values in “\(name)”", expected: "\(rows), one for each school")
    }
    for column in columns {
      let places = [
        column.countColumn, column.rollColumn, column.lowerColumn, column.upperColumn, column.lineColumn,
      ].compactMap { $0 }
      guard places.allSatisfy(columns.indices.contains) else {
        throw json.problem(
          found: "a column of “\(column.header)” that is not there", expected: "a column's place")
      }
    }
  }

  private mutating func readSource() throws(JSONProblem) -> FactsFile.Source {
    guard let tree = try json.readValue(), let file = tree["file"]?.string,
      let sha256 = tree["sha256"]?.string,
      let encoding = tree["encoding"]?.string, let mapping = tree["mapping"]?.string,
      let status = tree["status"]?.string,
      let importedAt = tree["importedAt"]?.string.flatMap(Instant.init(text:))
    else {
      throw json.problem(
        found: "a source that is not whole",
        expected: "file, sha256, encoding, importedAt, asAt, mapping, status")
    }
    let asAt = tree["asAt"]?.string.flatMap(CalendarDate.init(text:))
    return FactsFile.Source(
      file: file, sha256: sha256, encoding: encoding, importedAt: importedAt, asAt: asAt, mapping: mapping,
      status: status, because: tree["because"]?.string, citation: try citation(tree["citation"]))
  }

  /// What a figure is quoted from stands whole or not at all.
  private func citation(_ tree: JSONValue?) throws(JSONProblem) -> Citation? {
    guard let tree else { return nil }
    guard let title = tree["title"]?.string, let publisher = tree["publisher"]?.string,
      let published = tree["published"]?.string.flatMap(CalendarDate.init(text:)),
      let address = tree["address"]?.string
    else {
      throw json.problem(
        found: "a citation that is not whole", expected: "title, publisher, published, address")
    }
    return Citation(title: title, publisher: publisher, published: published, address: address)
  }
}

// MARK: - Columns

extension FactsFileReader {
  private mutating func readColumns() throws(JSONProblem) -> [FactsFile.Column] {
    try beginList()
    var columns: [FactsFile.Column] = []
    while true {
      switch try json.next() {
      case .endArray: return columns
      case .beginObject: columns.append(try readColumn())
      default: throw json.problem(found: "another value", expected: "a column")
      }
    }
  }

  private mutating func readColumn() throws(JSONProblem) -> FactsFile.Column {
    var column = FactsFile.Column(measure: "", header: "")
    while let name = try nextName() { try readMember(name, of: &column) }
    return column
  }

  private mutating func readMember(_ name: String, of column: inout FactsFile.Column) throws(JSONProblem) {
    switch name {
    case "measure": column.measure = try text("a measure")
    case "group": column.group = try word("a group of pupils", PupilGroup.init(rawValue:))
    case "period":
      let period = try when()
      (column.period, column.halfTerm) = (period?.year, period?.part)
    case "part": column.part = try word("value, lower, upper, text or line", FactsFile.Part.init(rawValue:))
    case "header": column.header = try text("a header")
    case "suffix": column.suffix = try text("a suffix")
    case "n": column.countColumn = try place()
    case "roll": column.rollColumn = try place()
    case "lower": column.lowerColumn = try place()
    case "upper": column.upperColumn = try place()
    case "line": column.lineColumn = try place()
    case "values": column.cells = FactsFile.Cells(try readCells())
    default: try json.skipValue()
    }
  }

  private mutating func readCells() throws(JSONProblem) -> [FactsFile.Cell] {
    try beginList()
    var cells: [FactsFile.Cell] = []
    cells.reserveCapacity(schools.count)
    while true {
      if let text = try json.readString() {
        cells.append(.text(text))
      } else if let number = try json.readNumber() {
        cells.append(.number(number))
      } else if let cell = try readOtherCell() {
        cells.append(cell)
      } else {
        return cells
      }
    }
  }

  /// `null`, `[number, "as written"]`, or the end of the list.
  private mutating func readOtherCell() throws(JSONProblem) -> FactsFile.Cell? {
    switch try json.next() {
    case .endArray: return nil
    case .null: return .absent
    case .beginArray:
      guard let number = try json.readNumber(), let text = try json.readString(), try json.next() == .endArray
      else {
        throw json.problem(found: "another list", expected: "a number and the text as written")
      }
      return .numberAs(number, text)
    default: throw json.problem(found: "another value", expected: "a number, a text or null")
    }
  }
}

// MARK: - Values

extension FactsFileReader {
  private mutating func nextName() throws(JSONProblem) -> String? {
    if case .name(let name) = try json.next() { name } else { nil }
  }

  private mutating func text(_ expected: String) throws(JSONProblem) -> String {
    guard let text = try json.readString() else { throw json.problem(found: "no text", expected: expected) }
    return text
  }

  private mutating func textOrNull() throws(JSONProblem) -> String? {
    if let text = try json.readString() { return text }
    guard try json.next() == .null else { throw json.problem(found: "no text", expected: "a text or null") }
    return nil
  }

  private mutating func number(_ expected: String) throws(JSONProblem) -> Double {
    guard let number = try json.readNumber(), abs(number) < 1e15 else {
      throw json.problem(found: "no number that can be used", expected: expected)
    }
    return number
  }

  private mutating func place() throws(JSONProblem) -> Int? {
    if let number = try json.readNumber() { return abs(number) < 1e9 ? Int(number) : -1 }
    guard try json.next() == .null else {
      throw json.problem(found: "no place", expected: "a column's place or null")
    }
    return nil
  }

  private mutating func when() throws(JSONProblem) -> Period? {
    guard let text = try textOrNull() else { return nil }
    guard let period = Period(text: text) else {
      throw json.problem(
        found: "“\(text)”", expected: "an academic year, “2017/18”, or a half-term, “2017/18 Autumn 1”")
    }
    return period
  }

  private mutating func word<Word>(
    _ expected: String, _ read: (String) -> Word?
  ) throws(JSONProblem) -> Word {
    let text = try text(expected)
    guard let word = read(text) else { throw json.problem(found: "“\(text)”", expected: expected) }
    return word
  }

  private mutating func beginList() throws(JSONProblem) {
    guard try json.next() == .beginArray else { throw json.problem(found: "no list", expected: "a list") }
  }

  private mutating func texts(_ expected: String) throws(JSONProblem) -> [String] {
    try beginList()
    var texts: [String] = []
    while let text = try json.readString() { texts.append(text) }
    try endList(expected)
    return texts
  }

  private mutating func textsOrNulls() throws(JSONProblem) -> [String?] {
    try beginList()
    var texts: [String?] = []
    while true {
      if let text = try json.readString() {
        texts.append(text)
        continue
      }
      switch try json.next() {
      case .null: texts.append(nil)
      case .endArray: return texts
      default: throw json.problem(found: "another value", expected: "a URN or null")
      }
    }
  }

  private mutating func readLines() throws(JSONProblem) -> [Int] {
    try beginList()
    var lines: [Int] = []
    while let number = try json.readNumber() {
      guard abs(number) < 1e15 else { throw json.problem(found: "too large a number", expected: "a line") }
      lines.append(Int(number))
    }
    try endList("a line")
    return lines
  }

  private mutating func endList(_ expected: String) throws(JSONProblem) {
    guard try json.next() == .endArray else { throw json.problem(found: "another value", expected: expected) }
  }
}
