import FieldbookModel
import PlainText

/// What an edit may do. The screens keep to these rules too; here they are what nothing gets past.
enum EditRules {
  /// Members that only signing writes.
  private static let ofSigning: Set<String> = ["signedBy", "signedAt", "signedCopy"]

  /// The document that an edit changes: there must be one, and only one.
  static func address(of edit: RecordEdit) throws(StorageProblem) -> RecordAddress {
    guard let first = edit.changes.first?.address else {
      throw StorageProblem(.refused, file: WorkspaceFolder.records, what: "“\(edit.title)” changes nothing")
    }
    for change in edit.changes
    where change.address.folder != first.folder || change.address.document != first.document {
      throw StorageProblem(
        .refused, file: WorkspaceFolder.records,
        what: "“\(edit.title)” changes more than one document at once")
    }
    return RecordAddress(folder: first.folder, document: first.document)
  }

  /// A document that an edit begins. Only the first change can say what it is.
  static func newDocument(
    _ kind: RecordKind, _ id: String, _ edit: RecordEdit, in folder: WorkspaceFolder
  ) throws(StorageProblem) -> StoredDocument {
    var tree: JSONValue = [
      "format": .string(kind.format.name), "version": .number(JSONNumber(kind.format.version)),
      "id": .string(id),
    ]
    let path = WorkspaceFolder.document(kind, id)
    guard let own = edit.changes.first(where: { $0.address.part == nil }) else {
      throw StorageProblem(
        .refused, file: path, what: "the \(kind.name) is not there", mend: "Open it again.")
    }
    if kind.field("framework") != nil {
      guard case .some(.text(let name)) = own.values["framework"] ?? nil else {
        throw StorageProblem(
          .refused, file: path, what: "the review names no framework", mend: "Choose a framework.")
      }
      tree["frameworkUsed"] = FrameworkCodec.tree(try folder.framework(named: name).inUse)
    }
    return StoredDocument(
      kind: kind, id: id, tree: tree, status: nil, newerVersion: nil, mayHaveHandEdits: false)
  }

  /// Refuses to change a document of a newer fieldbook, and a review that is signed, shared, closed or cancelled.
  static func refuseUnlessEditable(
    _ document: StoredDocument, changes: [RecordEdit.Change]
  ) throws(StorageProblem) {
    if let version = document.newerVersion {
      throw StorageProblem(
        .newerVersion, file: document.path,
        what: "it was written by a newer fieldbook (version \(version) of the format)",
        mend: "Use the newer fieldbook to change it.")
    }
    guard document.kind.name == RecordKind.review.name else { return }
    let state = document.tree["state"]?.string.flatMap(ReviewState.init(rawValue:)) ?? .fieldwork
    if IssuedRules.allows(changes, in: document, state) { return }
    try IssuedRules.refuseEarlyAddendum(changes, in: document, state)
    guard !state.isEditable || document.tree["signedCopy"] != nil else { return }
    throw StorageProblem(
      .refused, file: document.path,
      what:
        "the \(IssuedRules.noun(document.tree)) \(reason(state, document.tree)) and can no longer be changed",
      mend: "What comes later belongs in an addendum, or in a new review.")
  }

  /// Writes the members that a change names.
  static func write(
    _ change: RecordEdit.Change, in document: inout StoredDocument, stamp: RecordID, lastSeen: Record?
  ) throws(StorageProblem) -> [PastEdit.Member] {
    let kind = try kind(of: change.address, in: document)
    var members: [PastEdit.Member] = []
    for (name, value) in change.values.sorted(by: { $0.key < $1.key }) {
      try refuseUnlessAllowed(name, value, change, kind, document)
      if let field = kind.field(name) { keepUnseen(field, change.address, in: &document, lastSeen: lastSeen) }
      members.append(document.set(name, FieldCodec.tree(value), of: change.address, stamp: stamp))
    }
    return members
  }

  /// Refuses a record that was made without what it needs.
  static func refuseIncomplete(
    _ created: [RecordAddress], in document: StoredDocument
  ) throws(StorageProblem) {
    for address in created {
      let kind = try kind(of: address, in: document)
      let object = RecordTree.object(address.part, in: document.tree)
      let missing = kind.fields.first {
        isRequired($0, in: document) && object?[$0.name] == nil
      }
      if let field = missing {
        throw StorageProblem(
          .refused, file: document.path, what: "the \(kind.name) has no “\(field.title)”", mend: field.help)
      }
    }
  }

  /// Whether a record in a document cannot be without a field.
  static func isRequired(_ field: RecordField, in document: StoredDocument) -> Bool {
    field.isRequired
      || (field.isRequiredInReviews && document.kind.name == RecordKind.review.name
        && IssuedRules.kind(document.tree) == .formal)
  }

  private static func kind(
    of address: RecordAddress, in document: StoredDocument
  ) throws(StorageProblem) -> RecordKind {
    guard let part = address.part else { return document.kind }
    guard let kind = document.kind.part(part.plural), !part.id.isEmpty else {
      throw StorageProblem(
        .refused, file: document.path, what: "a \(document.kind.name) holds no “\(part.plural)”")
    }
    let records = document.tree[part.plural]
    guard records == nil || records?.object != nil,
      records?[part.id] == nil || records?[part.id]?.object != nil
    else {
      throw StorageProblem(
        .broken, file: document.path, what: "“\(part.plural)” is not what it should be",
        mend: "Run fieldbook check, and mend the document by hand.")
    }
    return kind
  }

  private static func refuseUnlessAllowed(
    _ name: String, _ value: FieldValue?, _ change: RecordEdit.Change, _ kind: RecordKind,
    _ document: StoredDocument
  ) throws(StorageProblem) {
    func refused(_ what: String, _ mend: String = "") -> StorageProblem {
      StorageProblem(.refused, file: document.path, what: what, mend: mend)
    }
    guard let field = kind.field(name) else { throw refused("a \(kind.name) has no field “\(name)”") }
    if ofSigning.contains(name), kind.name == RecordKind.review.name {
      throw refused("“\(field.title)” is written by signing alone")
    }
    guard let value, !value.isEmpty else {
      if isRequired(field, in: document) { throw refused("“\(field.title)” cannot be empty", field.help) }
      return
    }
    guard FieldCodec.fits(value, field.type) else {
      throw refused("“\(field.title)” must be \(FieldCodec.expectation(field.type))")
    }
    try refuseUnknownWords(field, value, change, document)
  }

  /// Refuses words that the field does not have, areas and grades that the framework does not have.
  private static func refuseUnknownWords(
    _ field: RecordField, _ value: FieldValue, _ change: RecordEdit.Change, _ document: StoredDocument
  ) throws(StorageProblem) {
    if case .choice(let words) = field.type, case .text(let word) = value, !words.contains(word) {
      throw StorageProblem(
        .refused, file: document.path, what: "“\(field.title)” cannot be “\(word)”",
        mend: "Choose \(FieldCodec.expectation(field.type)).")
    }
    guard document.kind.name == RecordKind.review.name else { return }
    try refuseSkippedSigning(field, value, change, document)
    let framework = ReviewFramework.framework(of: document.tree)
    if let what = FrameworkWords.unknown(field, value, area: change.address.part?.id ?? "", framework) {
      throw StorageProblem(.refused, file: document.path, what: what, mend: "Choose one of the framework's.")
    }
  }

  /// A review becomes final, a note of visit shared and a meeting held, by a frozen copy, never by being called so.
  private static func refuseSkippedSigning(
    _ field: RecordField, _ value: FieldValue, _ change: RecordEdit.Change, _ document: StoredDocument
  ) throws(StorageProblem) {
    guard change.address.part == nil, field.name == "state", case .text(let word) = value,
      let state = ReviewState(rawValue: word), state.isSigned || state.waitsToClose
    else { return }
    if IssuedRules.isStep(to: state, in: document) { return }
    let (done, mend) =
      switch state {
      case .shared: ("shared", "Share it.")
      case .held: ("marked as held", "Mark it as held.")
      default: ("signed", "Sign it.")
      }
    throw StorageProblem(
      .refused, file: document.path,
      what: "a \(IssuedRules.noun(document.tree)) becomes “\(state.title)” by being \(done)", mend: mend)
  }

  /// Keeps a value that somebody wrote into the file by hand since the program last read it.
  private static func keepUnseen(
    _ field: RecordField, _ address: RecordAddress, in document: inout StoredDocument, lastSeen: Record?
  ) {
    guard let lastSeen, let now = RecordTree.object(address.part, in: document.tree),
      let stamp = now["_w"]?[field.name]?.string
    else { return }
    let record = address.part.map { lastSeen.part($0.plural, $0.id) } ?? lastSeen
    guard isUnseen(now[field.name], field, record?.value(field.name)) else { return }
    RecordTree.change(address.part, in: &document.tree) { object in
      RecordTree.keepAside(now[field.name], of: field.name, stamp: stamp, in: &object)
    }
  }

  /// Whether a member holds something else than the program saw in it. What cannot be read nobody has seen.
  private static func isUnseen(_ tree: JSONValue?, _ field: RecordField, _ seen: FieldValue?) -> Bool {
    guard let tree else { return seen != nil }
    guard let value = FieldCodec.value(tree, field.type) else { return true }
    return value != seen
  }

  private static func reason(_ state: ReviewState, _ tree: JSONValue) -> String {
    if tree["signedCopy"] != nil || state.isSigned {
      let by = tree["signedBy"]?.string.map { " by \($0)" } ?? ""
      let at = tree["signedAt"]?.string.flatMap(Instant.init(text:)).map { " on \($0.date.longText)" } ?? ""
      return by.isEmpty && at.isEmpty
        ? "is \(state.title)" : "was \(IssuedRules.kind(tree).issued)\(by)\(at)"
    }
    if state == .cancelled, let why = tree["cancelled"]?.string { return "was cancelled (\(why))" }
    return "is \(state.title)"
  }
}

/// Areas and grades, held against the framework of their review.
enum FrameworkWords {
  /// What a value names that its framework does not have, in words; nil when all is known.
  static func unknown(
    _ field: RecordField, _ value: FieldValue, area: String, _ framework: Framework
  ) -> String? {
    switch (field.type, value) {
    case (.area, .text(let id)) where framework.area(id) == nil:
      return "“\(id)” is no area of \(framework.title)"
    case (.areas, .texts(let ids)):
      guard let id = ids.first(where: { framework.area($0) == nil }) else { return nil }
      return "“\(id)” is no area of \(framework.title)"
    case (.grade, .text(let id)) where framework.level(id, of: area) == nil:
      return "“\(id)” is no grade on the scale of “\(framework.area(area)?.title ?? area)”"
    default: return nil
    }
  }
}
