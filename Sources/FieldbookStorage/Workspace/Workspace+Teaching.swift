import PlainText
import Synchronization

extension Workspace {
  /// Whether the first keys were shown on this laptop when the workspace was first opened.
  public var hasShownFirstKeys: Bool { state.withLock { $0.identity.tree["firstKeys"]?.string == "shown" } }

  /// Remembers on this laptop that the first keys were shown.
  public func noteFirstKeysShown() throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var identity = state.identity
      identity.tree["firstKeys"] = "shown"
      try folder.replace(WorkspaceFolder.identity, with: identity.tree.encoded())
      state.identity = identity
    }
  }
}
