import FieldbookModel
import PlainText

extension WorkspaceFolder {
  /// Where it is noted which pages left the program.
  static let issued = "issued"

  /// Notes a page that leaves the program. Each has a document of its own under a name that nothing has, so that this
  /// can be done beside another program that writes.
  func note(_ page: IssuedPage) throws(StorageProblem) {
    try makeFolders(WorkspaceFolder.issued)
    let id = identities.record().text
    try replace("\(WorkspaceFolder.issued)/\(id).json", with: IssuedPageTree.make(page, id: id).encoded())
  }

  /// The pages that left the program, the earliest first, and what is wrong with their documents.
  func issuedPages() throws(StorageProblem) -> (
    pages: [IssuedPage], documents: Int, problems: [CheckResult.Problem]
  ) {
    var pages: [IssuedPage] = []
    var problems: [CheckResult.Problem] = []
    var documents = 0
    for name in try names(WorkspaceFolder.issued) {
      let path = "\(WorkspaceFolder.issued)/\(name)"
      guard name.hasSuffix(".json"), let bytes = try read(path) else {
        problems.append(
          CheckResult.Problem(
            file: path, line: nil, column: nil, code: "unexpected", what: "it is no document of fieldbook's",
            mend: "Move it out of the workspace."))
        continue
      }
      documents += 1
      do {
        let read = try admit(bytes, path, .issuedPage)
        if read.newerVersion != nil { continue }
        let (page, found) = IssuedPageTree.read(read.tree)
        problems += found.map { Locator(bytes).problem($0, in: path) }
        if let page { pages.append(page) }
      } catch {
        guard error.kind == .broken else { throw error }
        problems.append(CheckResult.Problem(error, code: "broken"))
      }
    }
    return (pages.sorted { ($0.at, $0.id) < ($1.at, $1.id) }, documents, problems)
  }
}

extension Workspace {
  /// The pages that left the program and were noted, the earliest first; those that cannot be read are left out, and
  /// `check` says so. Throws when the disk fails.
  public func issuedPages() throws(StorageProblem) -> [IssuedPage] { try folder.issuedPages().pages }

  /// Notes a page that leaves the program, also while another program writes. Throws when the disk fails.
  /// - Parameter page: its file may begin where the program was started.
  public func note(_ page: IssuedPage) throws(StorageProblem) {
    var page = page
    page.file = FilePath.absolute(page.file)
    try folder.note(page)
  }
}

extension WorkspaceChecker {
  /// Pages that left the program.
  mutating func checkIssuedPages() throws(StorageProblem) {
    let found = try folder.issuedPages()
    documents += found.documents
    reader.problems += found.problems
  }
}

/// The document of a page that left the program.
enum IssuedPageTree {
  static func make(_ page: IssuedPage, id: String) -> JSONValue {
    [
      "format": .string(DocumentFormat.issuedPage.name),
      "version": .number(JSONNumber(DocumentFormat.issuedPage.version)), "id": .string(id),
      "at": .string(page.at.text), "title": .string(page.title), "subject": .string(page.subject),
      "file": .string(page.file), "cells": .array(page.cells.map { .string($0.text) }),
    ]
  }

  static func read(_ tree: JSONValue) -> (page: IssuedPage?, problems: [DocumentProblem]) {
    var problems: [DocumentProblem] = []
    func text(_ name: String) -> String {
      if let text = tree[name]?.string { return text }
      problems.append(
        DocumentProblem(
          pointer: tree[name] == nil ? "" : "/\(name)", code: "type", what: "“\(name)” is not a text",
          mend: "Write it in quotation marks."))
      return ""
    }
    let (id, title, subject, file) = (text("id"), text("title"), text("subject"), text("file"))
    let at = Instant(text: text("at"))
    if at == nil, tree["at"]?.string != nil {
      problems.append(
        DocumentProblem(
          pointer: "/at", code: "type", what: "“at” is not a moment",
          mend: "Write it as 2026-12-02T10:40:00.000Z."))
    }
    var cells: [PrintedCell] = []
    for (place, cell) in (tree["cells"]?.array ?? []).enumerated() {
      if let cell = cell.string.flatMap(PrintedCell.init(text:)) {
        cells.append(cell)
      } else {
        problems.append(
          DocumentProblem(
            pointer: "/cells/\(place)", code: "type", what: "this is no cell of a page",
            mend: "Write it as 900001|ks2|2016/17|rwmExp|girls."))
      }
    }
    guard let at else { return (nil, problems) }
    return (IssuedPage(id: id, at: at, title: title, subject: subject, file: file, cells: cells), problems)
  }
}
