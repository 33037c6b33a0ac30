import PlainText

/// One step that brings a document from the version before to a version.
struct Migration: Sendable {
  /// The version it leads to.
  let version: Int
  /// What it does, in words.
  let name: String
  /// Changes the tree; pure, so that two laptops upgrading separately write the same bytes.
  let upgrade: @Sendable (inout JSONValue) -> Void
}

/// A kind of document with its version: every document begins by saying both.
struct DocumentFormat: Sendable {
  /// How a document of another version stands to this program.
  enum Age: Hashable {
    case current
    case upgraded
    case newer(Int)
  }

  let name: String
  let version: Int
  /// The steps from version 1 to the present one, in order.
  let migrations: [Migration]

  init(_ name: String, version: Int = 1, migrations: [Migration] = []) {
    self.name = name
    self.version = version
    self.migrations = migrations
  }

  static let workspace = DocumentFormat("fieldbook")
  static let identity = DocumentFormat("identity")
  static let signedReview = DocumentFormat("signed-review")
  static let facts = DocumentFormat("facts")
  static let draft = DocumentFormat("draft")
  static let framework = DocumentFormat("framework")
  static let undo = DocumentFormat("undo")
  static let commit = DocumentFormat("commit")
  static let views = DocumentFormat("views")
  static let issuedPage = DocumentFormat("issued-page")

  /// Checks what a document says it is, and upgrades an older one in memory; it is written so when next saved.
  func admit(_ tree: inout JSONValue) throws(DocumentRefusal) -> Age {
    guard tree.object != nil else {
      throw refusal("", "format", "the document is \(tree.kind)", "Make it an object.")
    }
    guard tree["format"]?.string == name else {
      let found = tree["format"]?.string.map { "its format is “\($0)”" } ?? "it does not say its format"
      throw refusal("/format", "format", found, "Write \"format\": \"\(name)\".")
    }
    guard let found = tree["version"]?.int, found >= 1 else {
      throw refusal("/version", "version", "it does not say its version", "Write \"version\": \(version).")
    }
    if found > version { return .newer(found) }
    for step in migrations where step.version > found { step.upgrade(&tree) }
    tree["version"] = .number(JSONNumber(version))
    return found == version ? .current : .upgraded
  }

  private func refusal(_ pointer: String, _ code: String, _ what: String, _ mend: String) -> DocumentRefusal {
    DocumentRefusal(problem: DocumentProblem(pointer: pointer, code: code, what: what, mend: mend))
  }
}

/// Why a document is not one of its format.
struct DocumentRefusal: Error {
  let problem: DocumentProblem
}
