import FieldbookModel
import PlainText

/// Remembered edits as JSON, as the lines of the undo journal have them.
enum PastEditCodec {
  static func tree(_ edit: PastEdit) -> JSONValue {
    var tree: JSONValue = [
      "id": .string(edit.id), "title": .string(edit.title), "at": .string(edit.at.text),
      "members": .array(edit.members.map(tree)),
    ]
    if let step = edit.plan {
      tree["plan"] = .array(step.places.map(place))
    } else if let step = edit.usual {
      var usual: JSONValue = .object([:])
      usual["before"] = step.before.map { .string($0) }
      usual["after"] = step.after.map { .string($0) }
      tree["usual"] = usual
    } else if let step = edit.framework {
      var framework: JSONValue = ["id": .string(step.id)]
      framework["before"] = step.before
      framework["after"] = step.after
      tree["framework"] = framework
    } else if let document = edit.document {
      tree["document"] = .array([.string(document.folder), .string(document.document)])
    }
    if !edit.created.isEmpty { tree["created"] = .array(edit.created.map { part($0.part) }) }
    if !edit.canBeUndone { tree["fixed"] = true }
    return tree
  }

  /// An edit, or nil when this is none.
  static func edit(_ tree: JSONValue) -> PastEdit? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string,
      let at = tree["at"]?.string.flatMap(Instant.init(text:)), let list = tree["members"]?.array
    else { return nil }
    if let places = tree["plan"]?.array {
      let read = places.compactMap(place)
      guard !read.isEmpty, read.count == places.count else { return nil }
      return PastEdit(
        id: id, title: title, at: at, canBeUndone: tree["fixed"]?.bool != true, members: [], created: [],
        plan: .init(read))
    }
    if let step = tree["usual"] {
      return PastEdit(
        id: id, title: title, at: at, canBeUndone: tree["fixed"]?.bool != true, members: [], created: [],
        usual: .init(before: step["before"]?.string, after: step["after"]?.string))
    }
    if let step = tree["framework"] {
      guard let name = step["id"]?.string, Framework.isID(name) else { return nil }
      return PastEdit(
        id: id, title: title, at: at, canBeUndone: tree["fixed"]?.bool != true, members: [], created: [],
        framework: .init(id: name, before: step["before"], after: step["after"]))
    }
    guard let document = document(tree["document"]) else { return nil }
    let members = list.compactMap { member($0, of: document) }
    let created = (tree["created"]?.array ?? []).compactMap { address($0, in: document) }
    guard members.count == list.count, created.count == tree["created"]?.array?.count ?? 0 else { return nil }
    return PastEdit(
      id: id, title: title, at: at, canBeUndone: tree["fixed"]?.bool != true, members: members,
      created: created)
  }

  private static func tree(_ member: PastEdit.Member) -> JSONValue {
    var tree: JSONValue = ["field": .string(member.field), "write": .string(member.write)]
    if member.address.part != nil { tree["in"] = part(member.address.part) }
    tree["before"] = member.before
    tree["writeBefore"] = member.writeBefore.map { .string($0) }
    tree["restores"] = member.restores.map(self.tree)
    return tree
  }

  private static func member(_ tree: JSONValue, of document: RecordAddress) -> PastEdit.Member? {
    guard let field = tree["field"]?.string, let write = tree["write"]?.string, WriteStamp.isValid(write),
      let address = tree["in"].map({ address($0, in: document) }) ?? document
    else { return nil }
    return PastEdit.Member(
      address: address, field: field, write: write, before: tree["before"],
      writeBefore: tree["writeBefore"]?.string, restores: tree["restores"].map(restored))
  }

  private static func place(_ place: PastEdit.PlanStep.Place) -> JSONValue {
    var tree: JSONValue = ["path": .array(place.path.map { .string($0) })]
    tree["before"] = place.before
    tree["after"] = place.after
    return tree
  }

  private static func place(_ tree: JSONValue) -> PastEdit.PlanStep.Place? {
    guard let names = tree["path"]?.array, let member = names.first?.string,
      PastEdit.PlanStep.members.contains(member)
    else { return nil }
    let path = names.compactMap(\.string)
    return path.count == names.count
      ? PastEdit.PlanStep.Place(path: path, before: tree["before"], after: tree["after"]) : nil
  }

  static func tree(_ restored: PastEdit.Restored) -> JSONValue {
    restored.write.map { .string($0) } ?? .null
  }

  static func restored(_ tree: JSONValue) -> PastEdit.Restored { PastEdit.Restored(tree.string) }

  // MARK: Addresses

  static func part(_ part: RecordAddress.Part?) -> JSONValue {
    part.map { .array([.string($0.plural), .string($0.id)]) } ?? .array([])
  }

  /// The document's own address, or that of a record inside it.
  static func address(_ tree: JSONValue, in document: RecordAddress) -> RecordAddress? {
    guard let names = tree.array?.compactMap(\.string) else { return nil }
    switch names.count {
    case 0: return document
    case 2:
      return RecordAddress(
        folder: document.folder, document: document.document, part: .init(names[0], names[1]))
    default: return nil
    }
  }

  static func document(_ tree: JSONValue?) -> RecordAddress? {
    guard let names = tree?.array?.compactMap(\.string), names.count == 2 else { return nil }
    if RecordAddress(folder: names[0], document: names[1]) == .phrases { return .phrases }
    guard
      RecordKind.inFolder(names[0]) != nil, let id = RecordID(text: names[1])?.text
    else { return nil }
    return RecordAddress(folder: names[0], document: id)
  }
}
