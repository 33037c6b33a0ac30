import FieldbookModel
import FieldbookStorage
import PlainText

/// A page that left the program and shows numbers that are hidden now.
struct PageNotice {
  private let page: IssuedPage
  private let what: String
  /// The first school of which it shows what is hidden now; nil where it is an authority's alone.
  private let school: URN?

  /// The notices of a workspace, the earliest page first.
  static func all(_ content: ListContent) -> [PageNotice] {
    all(content.issuedPages, Disclosure(facts: content.facts, rule: content.rule))
  }

  private static func all(_ pages: [IssuedPage], _ disclosure: Disclosure) -> [PageNotice] {
    pages.compactMap { page in
      page.notice(disclosure).map { what in
        PageNotice(page: page, what: what, school: page.exposed(by: disclosure).compactMap(\.school).first)
      }
    }
  }

  /// How many pages show what is hidden since an import, in a sentence; nil where none does.
  static func words(after change: FactsChange, in workspace: Workspace) throws(StorageProblem) -> String? {
    let pages = try workspace.issuedPages()
    guard !pages.isEmpty else { return nil }
    let contents = try workspace.contents()
    let facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    let count = ExposedPages.count(
      pages, after: change.added, facts, SmallGroups(minimum: contents.smallGroupMinimum))
    guard count > 0 else { return nil }
    let show = count == 1 ? "a page already issued shows" : "\(count) pages already issued show"
    return "\(show) numbers that are hidden now: fieldbook check lists them"
  }

  private static let mend = "Ask for it back or have it destroyed, and write it anew."

  /// The notice on one line.
  var line: String { "Notice: \(page.file): \(SafeText.visible(what)). \(PageNotice.mend)" }

  /// The notice as `check --format json` gives it.
  var json: JSONValue {
    .object([
      "code": .string("exposed"), "file": .string(page.file), "page": .string(page.id),
      "school": .orNull(school?.text), "title": .string(page.title),
      "subject": .string(page.subject), "issuedAt": .string(page.at.text), "what": .string(what),
      "mend": .string(PageNotice.mend),
    ])
  }
}
