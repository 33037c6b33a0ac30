import FieldbookModel
import PlainText

/// A list of schools by number, as somebody wrote it down.
public enum URNList {
  /// The numbers of a file: one on each line, or the column `URN` of a table. Blank lines and lines that begin with `#`
  /// are passed over.
  /// - Throws: that a line has no number, or that there is none at all.
  public static func read(_ source: SourceFile) throws(ImportRefusal) -> [URN] {
    try source.checkIsText()
    var reader = CSVReader(DecodedText(source.bytes).bytes)
    var place = 0
    var urns: [URN] = []
    var isFirst = true
    while let row = reader.next() {
      if row.fields.allSatisfy(\.isBlank) || row.fields[0].hasPrefix("#") { continue }
      defer { isFirst = false }
      if isFirst, let header = row.fields.firstIndex(where: { Mapping.folded($0) == "URN" }) {
        place = header
        continue
      }
      guard let cell = row.field(place), let urn = URN(published: cell) else {
        throw source.refusal(
          "this line has no URN", line: row.line,
          mend: "Write one number of five to seven digits on each line, such as 138764.")
      }
      if !urns.contains(urn) { urns.append(urn) }
    }
    guard !urns.isEmpty else {
      throw source.refusal("the file lists no school", mend: "Write one URN on each line.")
    }
    return urns
  }
}
