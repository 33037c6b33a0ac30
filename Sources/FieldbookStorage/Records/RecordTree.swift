import FieldbookModel
import PlainText

/// The objects of a record document that people edit: the document itself and the records inside it.
///
/// Only members that an edit names are ever touched, so that whatever else a document holds stays.
enum RecordTree {
  /// The object of a record, or nil when it is not there.
  static func object(_ part: RecordAddress.Part?, in tree: JSONValue) -> JSONValue? {
    guard let part else { return tree }
    return tree[part.plural]?[part.id]
  }

  /// Changes the object of a record, making it if need be.
  static func change(
    _ part: RecordAddress.Part?, in tree: inout JSONValue, _ work: (inout JSONValue) -> Void
  ) {
    guard let part else { return work(&tree) }
    var records = tree[part.plural] ?? .object([:])
    tree[part.plural] = nil
    var object = records[part.id] ?? .object([:])
    records[part.id] = nil
    work(&object)
    records[part.id] = object
    tree[part.plural] = records
  }

  /// Puts a value in a member, or removes it, and stamps the write.
  static func set(_ field: String, _ value: JSONValue?, stamp: String, in object: inout JSONValue) {
    object[field] = value
    var writes = object["_w"] ?? .object([:])
    if writes.object == nil { writes = .object([:]) }
    object["_w"] = nil
    writes[field] = .string(stamp)
    object["_w"] = writes
  }

  /// Keeps a value that is about to be replaced and that the editor never saw.
  static func keepAside(_ value: JSONValue?, of field: String, stamp: String, in object: inout JSONValue) {
    var asides = object["_alts"] ?? .object([:])
    let kept: JSONValue = ["value": value ?? .null, "w": .string(stamp)]
    asides[field] = .array((asides[field]?.array ?? []) + [kept])
    object["_alts"] = asides
  }

  /// Every record of a document: the document's own object first.
  static func parts(of kind: RecordKind, in tree: JSONValue) -> [(RecordKind, RecordAddress.Part?)] {
    var parts: [(RecordKind, RecordAddress.Part?)] = [(kind, nil)]
    for part in kind.parts {
      for (id, object) in tree[part.plural]?.object ?? [:] where object.object != nil {
        parts.append((part, RecordAddress.Part(part.plural, id)))
      }
    }
    return parts
  }
}

/// Members that were changed by hand: their value no longer fits their write, or they have none.
enum HandEdits {
  /// Stamps every such member of a document with a write of its own, so that it merges like any other edit.
  ///
  /// - Returns: whether there were any.
  static func adopt(in tree: inout JSONValue, _ kind: RecordKind, write: RecordID) -> Bool {
    var found = false
    for (kind, part) in RecordTree.parts(of: kind, in: tree) {
      guard let object = RecordTree.object(part, in: tree) else { continue }
      let fields = changed(in: object, kind)
      guard !fields.isEmpty else { continue }
      found = true
      RecordTree.change(part, in: &tree) { object in
        for field in fields {
          let value = object[field]
          RecordTree.set(field, value, stamp: WriteStamp.text(write, of: value), in: &object)
        }
      }
    }
    return found
  }

  /// The members of one record that were changed by hand, declared ones and any other that has a write.
  static func changed(in object: JSONValue, _ kind: RecordKind) -> [String] {
    let writes = object["_w"]?.object ?? [:]
    let declared = kind.fields.map(\.name).filter { object[$0] != nil }
    return Set(declared).union(writes.keys).filter { field in
      guard let stamp = writes[field]?.string else { return true }
      return !WriteStamp.fits(stamp, object[field])
    }.sorted()
  }
}
