import FieldbookModel
import PlainText

/// A document whose JSON was read, with what is wrong in it.
struct ReadDocument {
  var tree: JSONValue
  var newerVersion: Int?
}

extension WorkspaceFolder {
  /// Reads a document and checks what it says it is.
  ///
  /// Throws what is wrong with it, with its place.
  func admit(
    _ bytes: [UInt8], _ path: String, _ format: DocumentFormat, limits: JSONLimits = .document
  ) throws(StorageProblem) -> ReadDocument {
    var tree: JSONValue
    do {
      tree = try JSONValue.parse(bytes, limits: limits)
    } catch {
      throw StorageProblem(
        .broken, file: path, line: error.place.line, column: error.place.column,
        what: "\(error.found) stands where \(error.expected) is expected", mend: "Mend this place by hand.")
    }
    do {
      guard case .newer(let version) = try format.admit(&tree) else { return ReadDocument(tree: tree) }
      return ReadDocument(tree: tree, newerVersion: version)
    } catch {
      let problem = error.problem
      let place = Locator(bytes, limits: limits).place(problem.pointer)
      throw StorageProblem(
        .broken, file: path, line: place.line, column: place.column, what: problem.what, mend: problem.mend)
    }
  }

  /// Reads a record document, or nil when there is none.
  ///
  /// Throws `broken` when it cannot be understood at all.
  func record(_ kind: RecordKind, _ id: String) throws(StorageProblem) -> StoredDocument? {
    let path = WorkspaceFolder.document(kind, id)
    guard let status = try status(path), let bytes = try read(path) else { return nil }
    return try record(kind, id, bytes, status)
  }

  func record(
    _ kind: RecordKind, _ id: String, _ bytes: [UInt8], _ status: FileStatus?
  ) throws(StorageProblem) -> StoredDocument {
    let path = WorkspaceFolder.document(kind, id)
    let read = try admit(bytes, path, kind.format)
    guard read.tree["id"]?.string == id else {
      let place = Locator(bytes).place("/id")
      throw StorageProblem(
        .broken, file: path, line: place.line, column: place.column,
        what: "its id is not the one in its name", mend: "Write \"id\": \"\(id)\".")
    }
    return StoredDocument(
      kind: kind, id: id, tree: read.tree, status: status, newerVersion: read.newerVersion,
      mayHaveHandEdits: true)
  }
}

/// Finds where things stand in a document, reading it again only when something is wrong.
struct Locator {
  private let document: JSONDocument?

  init(_ bytes: [UInt8], limits: JSONLimits = .document) {
    document = try? JSONDocument.parse(bytes, limits: limits)
  }

  func place(_ pointer: String) -> TextPlace { document?.place(of: pointer) ?? TextPlace(line: 1, column: 1) }

  /// Where the value stands, or where its name does.
  func problem(_ problem: DocumentProblem, in file: String) -> CheckResult.Problem {
    let place = place(problem.pointer)
    return CheckResult.Problem(
      file: file, line: place.line, column: place.column, code: problem.code, what: problem.what,
      mend: problem.mend)
  }
}
