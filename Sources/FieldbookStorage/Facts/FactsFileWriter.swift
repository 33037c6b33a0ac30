import FieldbookModel
import PlainText

/// Writes a facts file: members in the order in which a reader needs them, one line for each column.
struct FactsFileWriter {
  private var json = JSONWriter()

  static func bytes(_ file: FactsFile) -> [UInt8] {
    var writer = FactsFileWriter()
    writer.json.reserve(1024 + file.columns.count * file.subjects.count * 16)
    writer.write(file)
    return writer.json.finished()
  }

  private mutating func write(_ file: FactsFile) {
    json.beginObject()
    member("format", DocumentFormat.facts.name)
    json.name("version")
    json.number(DocumentFormat.facts.version)
    member("kind", file.format)
    member("period", FactsPeriodCodec.text(file.period, file.halfTerm))
    write(file.source)
    write(subjects: file.subjects)
    list("authorities", file.authorities) { writer, authority in writer.string(authority) }
    list("lines", file.lines) { writer, line in writer.number(line) }
    json.name("columns")
    json.beginArray()
    for column in file.columns { write(column) }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ source: FactsFile.Source) {
    json.name("source")
    json.beginObject()
    member("file", source.file)
    member("sha256", source.sha256)
    member("encoding", source.encoding)
    member("importedAt", source.importedAt.text)
    member("asAt", source.asAt?.text)
    member("mapping", source.mapping)
    member("status", source.status)
    if let because = source.because { member("because", because) }
    if let citation = source.citation { write(citation) }
    json.endObject()
  }

  private mutating func write(_ citation: Citation) {
    json.name("citation")
    json.beginObject()
    member("title", citation.title)
    member("publisher", citation.publisher)
    member("published", citation.published.text)
    member("address", citation.address)
    json.endObject()
  }

  private mutating func write(subjects: [FactsFile.Subject]) {
    list("schools", subjects) { writer, subject in writer.string(FactsSubjectCodec.text(subject)) }
    list("later", subjects) { writer, subject in
      if case .school(_, let later?) = subject { writer.string(later.text) } else { writer.null() }
    }
  }

  private mutating func write(_ column: FactsFile.Column) {
    json.beginObject(inline: true)
    member("measure", column.measure)
    member("group", column.group.rawValue)
    member("period", FactsPeriodCodec.text(column.period, column.halfTerm))
    member("part", column.part.rawValue)
    member("header", column.header)
    member("suffix", column.suffix)
    place("n", column.countColumn)
    place("roll", column.rollColumn)
    place("lower", column.lowerColumn)
    place("upper", column.upperColumn)
    if column.lineColumn != nil { place("line", column.lineColumn) }
    json.name("values")
    json.beginArray(inline: true)
    for cell in column.cells { write(cell) }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ cell: FactsFile.Cell) {
    switch cell {
    case .number(let number): json.number(number)
    case .numberAs(let number, let text):
      json.beginArray(inline: true)
      json.number(number)
      json.string(text)
      json.endArray()
    case .text(let text): json.string(text)
    case .absent: json.null()
    }
  }

  private mutating func member(_ name: String, _ text: String?) {
    json.name(name)
    if let text { json.string(text) } else { json.null() }
  }

  private mutating func place(_ name: String, _ place: Int?) {
    json.name(name)
    if let place { json.number(place) } else { json.null() }
  }

  private mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    json.name(name)
    json.beginArray(inline: true)
    for element in elements { write(&json, element) }
    json.endArray()
  }
}

/// When figures were taken, as a text: an academic year, or a half-term of one.
enum FactsPeriodCodec {
  static func text(_ year: AcademicYear?, _ halfTerm: HalfTerm.Part?) -> String? {
    year.map { Period(year: $0, part: halfTerm).text }
  }
}

/// Whom a row is about, as a text: a URN, `la:936`, `england`, `englandState`, or `englandPrimary` and its like.
enum FactsSubjectCodec {
  static func text(_ subject: FactsFile.Subject) -> String {
    switch subject {
    case .school(let urn, _): urn.text
    case .la(let code): "la:" + code
    case .england: "england"
    case .englandState: "englandState"
    case .englandKind(let kind): kind.level
    }
  }

  static func subject(_ text: String, later: String?) -> FactsFile.Subject {
    switch text {
    case "england": .england
    case "englandState": .englandState
    default: SchoolKind(level: text).map { .englandKind($0) } ?? other(text, later: later)
    }
  }

  private static func other(_ text: String, later: String?) -> FactsFile.Subject {
    text.hasPrefix("la:")
      ? .la(String(text.dropFirst(3))) : .school(URN(text), later: later.map { URN($0) })
  }
}
