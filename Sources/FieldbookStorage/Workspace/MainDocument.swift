import FieldbookModel
import PlainText

/// The document that makes a folder a workspace: its name, whose schools are ours, settings, calendar.
struct MainDocument: Sendable {
  var tree: JSONValue
  var newerVersion: Int?

  static let fields = ["name", "trust", "ours", "settings", "calendar", "collections"]

  static func new(id: String, name: String, write: RecordID) -> MainDocument {
    var main = MainDocument(tree: [
      "format": "fieldbook", "version": .number(JSONNumber(DocumentFormat.workspace.version)),
      "id": .string(id),
    ])
    main.set("name", .string(name), write)
    main.set("trust", .null, write)
    main.set("ours", .object([:]), write)
    main.set("settings", ["smallGroupMinimum": 6], write)
    main.set("calendar", .object([:]), write)
    return main
  }

  var name: String { tree["name"]?.string ?? "" }
  var trust: String? { tree["trust"]?.string }
  var smallGroupMinimum: Int { max(1, tree["settings"]?["smallGroupMinimum"]?.int ?? 6) }
  /// The id of the framework that new reviews begin with, if one was chosen.
  var usualFramework: String? { tree["settings"]?["framework"]?.string }

  var ours: [URN: String] {
    var ours: [URN: String] = [:]
    for (urn, school) in tree["ours"]?.object ?? [:] where URN(urn).isValid {
      ours[URN(urn)] = school["name"]?.string ?? ""
    }
    return ours
  }

  /// The workspace's own dates, before the published ones.
  var calendar: SchoolCalendar { CalendarCodec.calendar(tree["calendar"]) }

  /// What schools are asked for.
  var collections: CollectionPlan { CollectionCodec.plan(tree["collections"]) }

  /// Puts a value in a member, unless it is there already.
  mutating func set(_ field: String, _ value: JSONValue, _ write: RecordID) {
    guard tree[field] != value else { return }
    RecordTree.set(field, value, stamp: WriteStamp.text(write, of: value), in: &tree)
  }

  /// Lets new reviews begin with a framework, or with the one used last; what was changed by hand before is adopted.
  mutating func use(framework id: String?, _ write: RecordID) {
    adoptHandEdits(write)
    var settings = tree["settings"] ?? .object([:])
    if settings.object == nil { settings = .object([:]) }
    settings["framework"] = id.map { .string($0) }
    set("settings", settings, write)
  }

  /// Makes these schools ours; what else a document says of those that stay is kept.
  mutating func setOurs(_ ours: [URN: String], trust: String?, _ write: RecordID) {
    let before = tree["ours"]?.object ?? [:]
    var schools = before.filter { !URN($0.key).isValid }
    for (urn, name) in ours {
      var school = before[urn.text] ?? .object([:])
      if school.object == nil { school = .object([:]) }
      school["name"] = .string(name)
      schools[urn.text] = school
    }
    set("ours", .object(schools), write)
    set("trust", trust.map { .string($0) } ?? .null, write)
  }

  /// Stamps what was changed by hand.
  mutating func adoptHandEdits(_ write: RecordID) {
    let writes = tree["_w"]
    for field in MainDocument.fields {
      if let stamp = writes?[field]?.string, WriteStamp.fits(stamp, tree[field]) { continue }
      let value = tree[field]
      RecordTree.set(field, value, stamp: WriteStamp.text(write, of: value), in: &tree)
    }
  }
}

extension WorkspaceFolder {
  /// The workspace's own document.
  func main() throws(StorageProblem) -> MainDocument {
    guard let bytes = try read(pending(WorkspaceFolder.main)) else {
      throw StorageProblem(
        .noWorkspace, file: root, what: "there is no fieldbook workspace here",
        mend: "Make one with: fieldbook init \(root) --name NAME")
    }
    let read = try admit(bytes, WorkspaceFolder.main, .workspace)
    return MainDocument(tree: read.tree, newerVersion: read.newerVersion)
  }

  func save(_ main: MainDocument) throws(StorageProblem) {
    try replace(WorkspaceFolder.main, with: main.tree.encoded())
  }
}
