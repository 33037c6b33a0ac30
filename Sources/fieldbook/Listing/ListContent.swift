import FieldbookModel
import FieldbookStorage

/// What lists and reports are made from.
struct ListContent {
  let contents: WorkspaceContents
  let facts: Facts
  let reviews: [Review]
  let actions: [AgreedAction]
  let rule: SmallGroups
  /// The pages that left the program.
  let issuedPages: [IssuedPage]

  /// Reads a workspace, also while another fieldbook writes to it.
  /// - Parameter saysProblems: whether documents that cannot be read are told on standard error.
  init(_ named: String?, saysProblems: Bool = true) throws {
    let workspace = try CommandStorage.open(named, wanting: .read)
    defer { workspace.close() }
    do {
      contents = try workspace.contents()
      issuedPages = try workspace.issuedPages()
    } catch {
      throw CommandFailure(error)
    }
    for problem in contents.problems where saysProblems {
      StandardStreams.error("fieldbook: \(problem.message)")
    }
    facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    reviews = contents.reviews.filter { !$0.record.isUndone }
    actions = contents.actions.filter { !$0.record.isUndone }
    rule = SmallGroups(minimum: contents.smallGroupMinimum)
  }

  /// The school that counts an earlier URN's results as its own.
  func heir(of urn: URN) -> School? {
    facts.schools.values.first { $0.previousURNs.contains(urn) }
  }
}
