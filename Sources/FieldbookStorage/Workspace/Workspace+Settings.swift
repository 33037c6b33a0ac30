import FieldbookModel
import PlainText
import Synchronization

extension Workspace {
  /// Chooses whose schools are ours.
  public func setOurs(_ ours: [URN: String], trust: String?) throws(StorageProblem) {
    try changeMain { main, write in main.setOurs(ours, trust: trust, write) }
  }

  /// Changes settings of the workspace.
  ///
  /// Throws `refused` for a name of blanks, or a group smaller than 1.
  public func set(_ change: SettingsChange) throws(StorageProblem) {
    try SettingsRules.check(change)
    try changeMain { main, write in
      if let name = change.name { main.set("name", .string(name), write) }
      var settings = main.tree["settings"] ?? .object([:])
      if let minimum = change.smallGroupMinimum {
        settings["smallGroupMinimum"] = .number(JSONNumber(minimum))
      }
      if let framework = change.framework { settings["framework"] = .string(framework) }
      if main.tree["settings"] != nil || settings != .object([:]) { main.set("settings", settings, write) }
    }
  }

  /// The name that goes into records written on this laptop from now on.
  public func setReviewer(name: String) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var identity = state.identity
      identity.tree["name"] = .string(name)
      try folder.replace(WorkspaceFolder.identity, with: identity.tree.encoded())
      state.identity = identity
    }
  }

  /// The name and writer of this laptop.
  public var identity: WorkspaceContents.Identity {
    state.withLock { WorkspaceContents.Identity(name: $0.identity.name, writer: $0.identity.writer.text) }
  }

  func changeMain(
    _ work: (inout MainDocument, RecordID) -> Void
  ) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var main = try folder.main()
      let before = main.tree
      work(&main, folder.identities.write(by: state.identity.writer))
      guard main.tree != before else { return }
      main.adoptHandEdits(folder.identities.write(by: state.identity.writer))
      try folder.save(main)
    }
  }
}

/// What settings may be.
private enum SettingsRules {
  static func check(_ change: SettingsChange) throws(StorageProblem) {
    if let name = change.name, name.allSatisfy(\.isWhitespace) {
      throw refused("a workspace needs a name")
    }
    if let minimum = change.smallGroupMinimum, minimum < 1 {
      throw refused("the smallest group that may be shown is at least 1 pupil")
    }
  }

  private static func refused(_ what: String) -> StorageProblem {
    StorageProblem(.refused, file: WorkspaceFolder.main, what: what)
  }
}
