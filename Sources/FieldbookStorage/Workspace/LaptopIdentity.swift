import PlainText

/// Who works on this laptop: its writer id and the person's name.
struct LaptopIdentity: Sendable {
  var tree: JSONValue
  var writer: WriterID

  var name: String { tree["name"]?.string ?? "" }

  init(new writer: WriterID, name: String) {
    self.writer = writer
    tree = [
      "format": "identity", "version": .number(JSONNumber(DocumentFormat.identity.version)),
      "writer": .string(writer.text), "name": .string(name),
    ]
  }

  init?(_ tree: JSONValue) {
    guard let writer = tree["writer"]?.string.flatMap(WriterID.init(text:)) else { return nil }
    self.tree = tree
    self.writer = writer
  }
}

extension WorkspaceFolder {
  /// The identity kept here, or nil when there is none that can be understood.
  func laptopIdentity() throws(StorageProblem) -> LaptopIdentity? {
    guard let bytes = try read(WorkspaceFolder.identity) else { return nil }
    guard let read = try? admit(bytes, WorkspaceFolder.identity, .identity) else { return nil }
    return LaptopIdentity(read.tree)
  }

  /// The identity kept here; else a new one, kept when the workspace can be written.
  ///
  /// A broken one is replaced: a new writer is always safe, two laptops with one writer never are.
  func laptopIdentity(keeping: Bool) throws(StorageProblem) -> LaptopIdentity {
    if var identity = try laptopIdentity() {
      if environment.isUserNameChosen { identity.tree["name"] = .string(environment.userName) }
      return identity
    }
    let identity = LaptopIdentity(new: identities.writer(), name: environment.userName)
    if keeping { try replace(WorkspaceFolder.identity, with: identity.tree.encoded()) }
    return identity
  }
}
