import FieldbookModel
import PlainText

/// A mapping of a table as its document holds it: `columns`, what each says of its row, by what it says; `figures`, the
/// columns of numbers; `given`, what holds of every row.
enum MappingCodec {
  /// The members that the program writes.
  static func members(_ mapping: TableMapping) -> [(name: String, value: JSONValue)] {
    let ofRows = mapping.columns.filter { !$0.role.isNumber }
    return [
      ("name", .string(mapping.name)),
      (
        "columns",
        .object(
          Dictionary(
            ofRows.map { ($0.role.rawValue, JSONValue.string($0.header)) },
            uniquingKeysWith: { first, _ in first }
          ))
      ),
      (
        "figures",
        .array(
          mapping.columns.filter(\.role.isNumber).map { column in
            var figure: JSONValue = ["header": .string(column.header), "is": .string(column.role.rawValue)]
            if !column.of.isEmpty { figure["of"] = said(column.of) }
            return figure
          })
      ),
      ("given", said(mapping.given)),
    ]
  }

  private static func said(_ texts: [TableMapping.Role: String]) -> JSONValue {
    .object(
      Dictionary(
        texts.map { ($0.key.rawValue, JSONValue.string($0.value)) }, uniquingKeysWith: { first, _ in first }))
  }

  /// A mapping out of its document, and what is wrong with it; nil where it cannot be used.
  static func read(_ tree: JSONValue, id: String) -> (mapping: TableMapping?, problems: [DocumentProblem]) {
    var reader = Reader()
    let mapping = reader.mapping(tree, id: id)
    guard reader.problems.isEmpty else { return (nil, reader.problems) }
    let wrong = mapping.problems.map {
      DocumentProblem(
        pointer: "/figures", code: "mapping", what: "the mapping cannot be used: \($0)",
        mend: "Mend it, or take the file away and say the columns again when the next table comes.")
    }
    return (wrong.isEmpty ? mapping : nil, wrong)
  }

  private struct Reader {
    var problems: [DocumentProblem] = []

    mutating func mapping(_ tree: JSONValue, id: String) -> TableMapping {
      var mapping = TableMapping(id: id, name: tree["name"]?.string ?? id)
      if tree["id"]?.string != id { note("/id", "its id is not the name of its file", "Write “\(id)”.") }
      if tree["name"]?.string == nil { note("/name", "it has no name", "Write what people call it.") }
      for (name, header) in members(tree, "columns") {
        guard let role = TableMapping.Role(rawValue: name), !role.isNumber else {
          note("/columns/\(name)", "“\(name)” is nothing a column can say", "Write one of \(Reader.ofRows).")
          continue
        }
        guard let header = header.string else {
          note("/columns/\(name)", "“\(name)” is not the header of a column", "Write the header as text.")
          continue
        }
        mapping.columns.append(TableMapping.Column(header: header, role: role))
      }
      guard let figures = tree["figures"]?.array else {
        note("/figures", "“figures” is not a list", "Write a list of columns.")
        return mapping
      }
      for (place, figure) in figures.enumerated() {
        let pointer = "/figures/\(place)"
        guard let header = figure["header"]?.string,
          let role = figure["is"]?.string.flatMap(TableMapping.Role.init(rawValue:)), role.isNumber
        else {
          note(
            pointer, "a figure has no header, or does not say what it is",
            "Write “is”: one of \(Reader.figures).")
          continue
        }
        mapping.columns.append(
          TableMapping.Column(
            header: header, role: role, of: said(figure, "of", pointer + "/of", TableMapping.sayableOfFigures)
          ))
      }
      mapping.given = said(tree, "given", "/given", TableMapping.sayable)
      return mapping
    }

    private mutating func members(_ tree: JSONValue, _ name: String) -> [(String, JSONValue)] {
      guard let value = tree[name] else { return [] }
      guard let members = value.object else {
        note("/\(name)", "“\(name)” is not an object", "Write members with texts.")
        return []
      }
      return members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private mutating func said(
      _ tree: JSONValue, _ name: String, _ pointer: String, _ roles: [TableMapping.Role]
    ) -> [TableMapping.Role: String] {
      var texts: [TableMapping.Role: String] = [:]
      guard let value = tree[name] else { return [:] }
      guard let members = value.object else {
        note(pointer, "“\(name)” is not an object", "Write members with texts.")
        return [:]
      }
      for (member, text) in members {
        guard let role = TableMapping.Role(rawValue: member), roles.contains(role),
          let text = text.string
        else {
          note(
            pointer + "/\(member)", "“\(member)” cannot be said here",
            "Write one of \(Reader.names(roles)), each a text.")
          continue
        }
        texts[role] = text
      }
      return texts
    }

    private mutating func note(_ pointer: String, _ what: String, _ mend: String) {
      problems.append(DocumentProblem(pointer: pointer, code: "mapping", what: what, mend: mend))
    }

    private static let ofRows = names(TableMapping.Role.allCases.filter { !$0.isNumber })
    private static let figures = names(TableMapping.Role.allCases.filter(\.isNumber))

    private static func names(_ roles: [TableMapping.Role]) -> String {
      roles.map(\.rawValue).joined(separator: ", ")
    }
  }
}
