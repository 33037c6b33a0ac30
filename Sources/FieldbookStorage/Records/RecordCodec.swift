import FieldbookModel
import PlainText

/// Something wrong inside a document, at a JSON pointer; its place is looked up when it is shown.
struct DocumentProblem: Hashable {
  var pointer: String
  var code: String
  var what: String
  var mend: String
}

/// Reads records of every kind from their documents, from what the kind declares and nothing else.
struct RecordCodec {
  /// What was found to be wrong while reading.
  private(set) var problems: [DocumentProblem] = []

  /// A record, with every field that can be read and the records inside it.
  mutating func record(_ tree: JSONValue, _ kind: RecordKind, id: String, at pointer: String = "") -> Record {
    let members = tree.object ?? [:]
    var values: [String: FieldValue] = [:]
    for field in kind.fields {
      guard let member = members[field.name] else {
        if field.isRequired { reportMissing(field, kind, at: pointer) }
        continue
      }
      values[field.name] = value(member, field, of: pointer)
    }
    checkWrites(members["_w"], at: pointer)
    var parts: [String: [String: Record]] = [:]
    for part in kind.parts {
      let place = JSONPointer.member(part.plural, of: pointer)
      parts[part.plural] = self.parts(members[part.plural], part, at: place)
    }
    return Record(id: id, values: values, parts: parts)
  }

  private mutating func parts(_ tree: JSONValue?, _ kind: RecordKind, at pointer: String) -> [String: Record]?
  {
    guard let tree else { return nil }
    guard let members = tree.object else {
      report(pointer, "type", "“\(kind.plural)” is \(tree.kind)", "Make it an object: id to \(kind.name).")
      return nil
    }
    var records: [String: Record] = [:]
    for (id, member) in members {
      let place = JSONPointer.member(id, of: pointer)
      guard member.object != nil else {
        report(place, "type", "this \(kind.name) is \(member.kind)", "Make it an object.")
        continue
      }
      records[id] = record(member, kind, id: id, at: place)
    }
    return records
  }

  /// The pointer is that of the record: the member's own is made only where there is something to report.
  private mutating func value(_ tree: JSONValue, _ field: RecordField, of pointer: String) -> FieldValue? {
    guard let value = FieldCodec.value(tree, field.type) else {
      let found = tree.string.map { "“\($0)”" } ?? tree.kind
      let mend = "Write \(FieldCodec.expectation(field.type))."
      report(JSONPointer.member(field.name, of: pointer), "type", "“\(field.name)” is \(found)", mend)
      return nil
    }
    if case .choice(let words) = field.type, let text = tree.string, !words.contains(text) {
      let mend = "Write \(FieldCodec.expectation(field.type))."
      report(
        JSONPointer.member(field.name, of: pointer), "choice",
        "“\(field.name)” is “\(text)”, which is not one of its words", mend)
    }
    if field.type == .urn, let text = tree.string, !URN(text).isValid {
      report(
        JSONPointer.member(field.name, of: pointer), "urn", "“\(text)” is not a URN",
        "Write \(FieldCodec.expectation(field.type)).")
    }
    return value
  }

  private mutating func checkWrites(_ tree: JSONValue?, at pointer: String) {
    for (field, write) in tree?.object ?? [:] {
      if let text = write.string, WriteStamp.isValid(text) { continue }
      let place = JSONPointer.member(field, of: JSONPointer.member("_w", of: pointer))
      report(
        place, "write", "the write of “\(field)” is not the id of a write", "Remove this line of “_w”.")
    }
  }

  private mutating func reportMissing(_ field: RecordField, _ kind: RecordKind, at pointer: String) {
    let mend = "Add “\(field.name)”: \(FieldCodec.expectation(field.type))."
    report(pointer, "missing", "the \(kind.name) has no “\(field.name)”", mend)
  }

  private mutating func report(_ pointer: String, _ code: String, _ what: String, _ mend: String) {
    problems.append(DocumentProblem(pointer: pointer, code: code, what: what, mend: mend))
  }
}
