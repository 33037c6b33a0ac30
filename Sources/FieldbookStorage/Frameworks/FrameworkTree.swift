import FieldbookModel
import PlainText

/// Writes a framework into its document: only what differs is touched, whatever else is there stays.
enum FrameworkTree {
  /// The members that the program writes, of the framework, an area and a level.
  private static let own = ["title", "shortTitle", "scale", "optional", "retired", "prompts"]

  /// A document that holds nothing yet.
  static func new(id: String) -> JSONValue {
    [
      "format": .string(DocumentFormat.framework.name),
      "version": .number(JSONNumber(DocumentFormat.framework.version)), "id": .string(id),
    ]
  }

  /// The document with the framework in it, and the writes of what is not as it was.
  static func tree(_ framework: Framework, in document: JSONValue, write: RecordID) -> JSONValue {
    let wanted = FrameworkCodec.tree(framework)
    var tree = document
    tree["title"] = wanted["title"]
    tree["areas"] = merged(wanted["areas"], into: document["areas"]) { area, before in object(area, before) }
    tree["scales"] = merged(wanted["scales"], into: document["scales"]) { scale, before in
      var scale = scale
      scale["levels"] = merged(scale["levels"], into: before["levels"]) { level, before in
        object(level, before)
      }
      return object(scale, before, members: ["levels"])
    }
    return stamped(tree, write)
  }

  /// What a document says the framework is, as it is remembered; nil where there is none, or its making was undone.
  static func value(_ document: JSONValue?) -> JSONValue? {
    guard let document, !isUndone(document) else { return nil }
    return FrameworkCodec.framework(document).map(FrameworkCodec.tree)
  }

  /// Whether its making was taken back: it is shown nowhere.
  static func isUndone(_ document: JSONValue) -> Bool { document["undone"]?.bool == true }

  /// Says whether its making is taken back, where that is not what the document says already.
  static func setUndone(_ isUndone: Bool, in tree: inout JSONValue, _ write: RecordID) {
    guard isUndone != self.isUndone(tree) else { return }
    let value: JSONValue? = isUndone ? .bool(true) : nil
    RecordTree.set("undone", value, stamp: WriteStamp.text(write, of: value), in: &tree)
  }

  /// A list with what its elements, known by their ids, already held besides.
  private static func merged(
    _ wanted: JSONValue?, into list: JSONValue?, _ element: (JSONValue, JSONValue) -> JSONValue
  ) -> JSONValue {
    let before = list?.array ?? []
    return .array(
      (wanted?.array ?? []).map { wanted in
        let known = before.first { $0["id"] == wanted["id"] }
        return element(wanted, known ?? .object([:]))
      })
  }

  private static func object(
    _ wanted: JSONValue, _ before: JSONValue, members: [String] = own
  ) -> JSONValue {
    var object = before
    object["id"] = wanted["id"]
    // What is as good as not written stays unwritten, or as it was written.
    for name in members where !isSame(wanted[name], before[name]) { object[name] = wanted[name] }
    return object
  }

  private static func isSame(_ a: JSONValue?, _ b: JSONValue?) -> Bool {
    a == b || (a == nil && (b?.isNull == true || b?.bool == false))
  }

  /// Stamps every member whose value does not fit its write, in the framework and in each area, scale and level. Of
  /// a list of those, the write is of the ids in their order.
  private static func stamped(_ tree: JSONValue, _ write: RecordID, isElement: Bool = false) -> JSONValue {
    var tree = tree
    for name in ["areas", "scales", "levels"] {
      guard let list = tree[name]?.array else { continue }
      tree[name] = .array(list.map { stamped($0, write, isElement: true) })
    }
    for name in own + ["areas", "scales", "levels"] {
      let value = signed(tree[name])
      guard value != nil || tree["_w"]?[name] != nil else { continue }
      if let stamp = tree["_w"]?[name]?.string, WriteStamp.fits(stamp, value) { continue }
      RecordTree.set(name, tree[name], stamp: WriteStamp.text(write, of: value), in: &tree)
    }
    return tree
  }

  /// What a write's digits are made of.
  private static func signed(_ value: JSONValue?) -> JSONValue? {
    guard let list = value?.array, list.contains(where: { $0.object != nil }) else { return value }
    return .array(list.map { $0["id"] ?? .null })
  }
}
