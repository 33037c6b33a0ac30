import FieldbookModel
import FieldbookStorage

/// What lists and reports are made from.
struct ListContent {
  let contents: WorkspaceContents
  let facts: Facts
  let reviews: [Review]
  let actions: [AgreedAction]
  let rule: SmallGroups

  /// Reads a workspace, also while another fieldbook writes to it.
  init(_ named: String?) throws {
    let workspace = try CommandStorage.open(named, wanting: .read)
    defer { workspace.close() }
    do {
      contents = try workspace.contents()
    } catch {
      throw CommandFailure(error)
    }
    for problem in contents.problems {
      StandardStreams.error(
        "fieldbook: left out: \(problem.file): \(problem.what) (fieldbook check says more)")
    }
    facts = Facts(files: contents.factsFiles, catalogue: .builtIn, ours: contents.ours)
    reviews = contents.reviews.filter { !$0.record.isUndone }
    actions = contents.actions.filter { !$0.record.isUndone }
    rule = SmallGroups(minimum: contents.smallGroupMinimum)
  }
}
