import FieldbookModel
import PlainText

/// A source whose header row told what it is.
struct RecognisedFile: Sendable {
  let source: SourceFile
  let encoding: TextEncodingName
  let header: CSVRow
  let format: Mapping.Format
  /// Stands below the header.
  let reader: CSVReader

  var isRegister: Bool { Register.isRegister(format.id) }

  /// Recognises a file by the names of its columns.
  /// - Throws: that it is no text, is about single pupils, is a format that cannot be read yet, or is not known.
  init(_ source: SourceFile, mappings: [TableMapping] = []) throws(ImportRefusal) {
    try source.checkIsText()
    let text = DecodedText(source.bytes)
    var reader = CSVReader(text.bytes)
    guard let header = reader.next() else {
      throw source.refusal("the file holds nothing but blank lines", mend: "Download it again.")
    }
    var pupils = PupilLayout.recognised(header.fields)
    if let layout = pupils, TableOfTotals.isCertain(header, layout, reader),
      PupilLevel.lineWithPupilNumber(text.bytes) == nil
    {
      pupils = nil
    }
    if pupils == nil { try PupilLevel.refuse(source, text: text, headers: header.fields) }
    let names = Set(header.fields.map(Mapping.folded))
    guard
      let format = pupils?.format ?? ReturnLayout.recognised(header.fields)?.format
        ?? RecognisedFile.published(names, mappings)
    else {
      throw RecognisedFile.unknown(source, header)
    }
    if case .unreadable(let mend, let mayBeMapped) = format.content {
      throw source.refusal(
        "this is \(format.title): fieldbook does not read such files",
        mend: mend.isEmpty ? "Leave it out. \(RecognisedFile.expected)" : mend,
        wants: mayBeMapped ? .mapping : nil)
    }
    self.source = source
    encoding = text.encoding
    self.header = header
    self.format = format
    self.reader = reader
  }

  /// The published format of these columns. What is only known by name may have been mapped by the user.
  private static func published(_ headers: Set<String>, _ mappings: [TableMapping]) -> Mapping.Format? {
    let format = Mapping.builtIn.formats.first { $0.signatures.contains { $0.fits(headers) } }
    if case .unreadable(_, mayBeMapped: false)? = format?.content { return format }
    if case .unreadable? = format?.content { return own(mappings, headers) ?? format }
    return format ?? own(mappings, headers)
  }

  /// The mapping of the trust's own by which a file with these columns is read: of several the one that reads most.
  private static func own(_ mappings: [TableMapping], _ headers: Set<String>) -> Mapping.Format? {
    mappings.filter { $0.fits(headers) }.max { $0.columns.count < $1.columns.count }?.format
  }

  /// Whether its name or its rows say which academic year it speaks of.
  var tellsItsYear: Bool {
    if case .long(let map) = format.content, HeaderRow(header).place(ofAny: map.period) != nil { return true }
    if case .benchmarks = format.content { return true }
    return NameOfFile.years(in: source.name).count == 1
  }

  /// Where facts read from it come from.
  func factsSource(asAt: CalendarDate?, status: String, now: Instant) -> FactsFile.Source {
    FactsFile.Source(
      file: source.name, sha256: source.checksum, encoding: encoding.rawValue, importedAt: now, asAt: asAt,
      mapping: format.mapping, status: status)
  }

  /// What fieldbook can read, in a sentence.
  private static var expected: String {
    "Fieldbook reads \(readable(", "))."
  }

  /// The names of the formats that can be read, each once.
  private static func readable(_ separator: String) -> String {
    var names: [String] = []
    for format in Mapping.builtIn.formats where !format.id.isEmpty && !names.contains(format.name) {
      names.append(format.name)
    }
    return names.joined(separator: separator)
  }

  private static func unknown(_ source: SourceFile, _ header: CSVRow) -> ImportRefusal {
    if header.fields.contains(where: isData) {
      return source.refusal(
        "not a file fieldbook knows: its first line holds data, not the names of columns", line: header.line,
        mend: "Give the file with its header. \(expected)")
    }
    let separators =
      header.fields.count == 1 && header.fields[0].contains(where: { $0 == ";" || $0 == "\t" })
      ? " Columns must be separated by commas." : ""
    return source.refusal(
      "not a file fieldbook knows: \(columns(of: header)); expected those of "
        + readable(" or "),
      line: header.line,
      mend:
        "Give the file as it was published.\(separators) Of a table of your own, say once what its columns are: "
        + "in fieldbook, I looks at the file and m asks; from then on it is known here too.",
      wants: .mapping)
  }

  /// What can be said of an unknown header. A file without one begins with data, perhaps a child's name: only words
  /// that stand in the headers of known formats are shown.
  private static func columns(of header: CSVRow) -> String {
    let known = header.fields.filter { Mapping.builtIn.signatureHeaders.contains(Mapping.folded($0)) }
    let count = header.fields.count
    guard !known.isEmpty else {
      let columns = count == 1 ? "its one column has" : "none of its \(count) columns has"
      return "\(columns) \(count == 1 ? "none of the names" : "a name") it looks for"
    }
    let names = known.prefix(5).map { "“\(SafeText.visible($0).clipped(to: 30))”" }.joined(separator: ", ")
    return "of its \(count) column\(count == 1 ? "" : "s") it knows only \(names)"
  }

  /// Whether a field of the first line is a value rather than a name; values of files that are not known are not
  /// shown to anybody.
  private static func isData(_ field: String) -> Bool {
    let text = field.trimmingBlanks()
    return NumberCell.number(text) != nil || Register.date(text) != nil
  }
}
