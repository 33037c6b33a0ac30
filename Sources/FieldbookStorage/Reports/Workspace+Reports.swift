#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Workspace {
  /// Where reports go unless somebody says otherwise: a folder beside the records, which holds nothing else.
  public var reportFolder: String { FilePath.join(path, "reports") }

  /// Writes a report for its owner alone, under a name that nothing has: where the name is taken, ` 2` and so on is
  /// added. Nothing is ever replaced. A workspace that is open for reading only can still be reported on.
  ///
  /// Throws `refused` for a place among the records, `cannotCreate` and `inputOutput` when the disk will not.
  /// - Parameters:
  ///   - name: the file's name without its ending.
  ///   - ending: `html`.
  ///   - folder: where, beginning in the workspace unless it says otherwise; `~/` is the user's home. It is made if
  ///     need be.
  /// - Returns: the whole path of the file.
  public func writeReport(
    _ bytes: [UInt8], named name: String, ending: String, into folder: String
  ) throws(StorageProblem) -> String {
    let place = place(folder)
    try refuseAmongRecords(place)
    do {
      try self.folder.durable.makeFolders(place)
    } catch {
      throw StorageProblem(
        .cannotCreate, file: place, what: "the folder could not be made: \(error.words)",
        mend: "Choose another folder.")
    }
    let file = try claim(name, ending, in: place)
    do {
      try self.folder.durable.replace(file, with: bytes)
      return file
    } catch {
      try? self.folder.disk.remove(file)
      throw StorageProblem(
        .inputOutput, file: file, what: "the report could not be written: \(error.words)",
        mend: "Nothing was left there. Choose another folder, or try again.")
    }
  }

  /// Takes a name for this program alone: an empty file that was not there before.
  private func claim(_ name: String, _ ending: String, in place: String) throws(StorageProblem) -> String {
    for number in 1...1000 {
      let file = FilePath.join(place, "\(name)\(number == 1 ? "" : " \(number)").\(ending)")
      do {
        try makeEmpty(file)
        return file
      } catch {
        guard error.code != EEXIST else { continue }
        throw StorageProblem(
          .cannotCreate, file: file, what: "the report could not be written: \(error.words)",
          mend: "Choose another folder.")
      }
    }
    throw StorageProblem(
      .cannotCreate, file: place, what: "a thousand reports of that name are there already",
      mend: "Choose another folder.")
  }

  private func makeEmpty(_ file: String) throws(DiskFailure) {
    let handle = try folder.disk.createFile(file)
    do {
      try folder.disk.close(handle)
    } catch {
      try? folder.disk.remove(file)
      throw error
    }
  }

  /// Records, facts and what the program keeps for itself are no place for other files.
  private func refuseAmongRecords(_ place: String) throws(StorageProblem) {
    for name in ["records", "facts", "frameworks", ".fieldbook"] {
      let kept = FilePath.join(path, name)
      guard place == kept || place.hasPrefix(kept + "/") else { continue }
      throw StorageProblem(
        .refused, file: place, what: "reports do not belong among the workspace’s own files",
        mend: "Choose another folder, such as \(reportFolder).")
    }
  }

  /// A folder as somebody typed it, from the root, links followed as far as it exists. What does not say where it
  /// begins is in the workspace: where the program was started from is nothing that a screen shows.
  private func place(_ typed: String) -> String {
    var typed = typed
    if typed.isEmpty { return reportFolder }
    if typed == "~" || typed.hasPrefix("~/"), let home = getenv("HOME") {
      typed = String(cString: home) + typed.dropFirst()
    }
    let whole = FilePath.absolute(typed.hasPrefix("/") ? typed : FilePath.join(path, typed))
    guard let followed = realpath(whole, nil) else { return whole }
    defer { free(followed) }
    return String(cString: followed)
  }
}
