import FieldbookModel
import FieldbookScreens
import FieldbookStorage

extension Snapshot {
  /// The first picture of a workspace that was opened.
  init(contents: WorkspaceContents, workspace: Workspace) {
    let facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
    self.init(
      revision: 0, name: contents.name, trust: contents.trust ?? "", facts: facts, reviews: contents.reviews,
      actions: contents.actions, frameworks: Frameworks.builtIn, calendar: contents.calendar,
      smallGroups: SmallGroups(minimum: contents.smallGroupMinimum), drafts: [],
      readOnlyReason: workspace.whyReadOnly, problems: contents.problems.map { "\($0.file): \($0.what)" })
    (collections, scales) = (contents.collections, contents.scales)
    mappings = contents.mappings
    reportFolder = workspace.reportFolder
    setOwnFrameworks(contents.frameworks)
    chosenFramework = contents.usualFramework
  }
}
