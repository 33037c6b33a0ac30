import FieldbookModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Workspace {
  /// Where reports go unless somebody says otherwise: a folder beside the records, which holds nothing else.
  public var reportFolder: String { FilePath.join(path, WorkspaceFolder.reports) }

  /// Begins to write reports into a folder, which is made if need be. A workspace that is open for reading only can
  /// still be reported on.
  ///
  /// Throws `refused` for a place among the records, `cannotCreate` when the disk will not.
  /// - Parameter folder: where, beginning in the workspace unless it says otherwise; `~/` is the user's home.
  public func beginReports(into folder: String) throws(StorageProblem) -> ReportBatch {
    let place = place(folder)
    try refuseAmongRecords(place)
    var missing: [String] = []
    var above = place
    while above != "/", isMissing(above) {
      missing.append(above)
      above = FilePath.parent(above)
    }
    do {
      try self.folder.durable.makeFolders(place)
    } catch {
      for made in missing { try? self.folder.disk.removeFolder(made) }
      throw StorageProblem(
        .cannotCreate, file: place, what: "the folder could not be made: \(error.words)",
        mend: "Choose another folder.")
    }
    return ReportBatch(place: place, madeFolders: missing)
  }

  /// Writes a report for its owner alone, beside its place and under a name that shows nowhere.
  ///
  /// Throws `inputOutput` when the disk will not.
  /// - Parameters:
  ///   - name: the file's name without its ending.
  ///   - ending: `html`.
  ///   - page: what it gives away, to be noted once it is in its place; nil of one that needs no note.
  public func stage(
    _ bytes: [UInt8], named name: String, ending: String, page: IssuedPage? = nil, in batch: inout ReportBatch
  ) throws(StorageProblem) {
    let wanted = FilePath.join(batch.place, "\(name).\(ending)")
    let temporary = folder.durable.temporaryPath(for: wanted)
    do {
      _ = try folder.durable.stage(bytes, at: temporary)
    } catch {
      throw StorageProblem(
        .inputOutput, file: wanted, what: "the report could not be written: \(error.words)",
        mend: "Nothing was left there. Choose another folder, or try again.")
    }
    batch.staged.append(ReportBatch.Staged(temporary: temporary, name: name, ending: ending, page: page))
  }

  /// Puts all reports in their places, under names that nothing has: where a name is taken, ` 2` and so on is added.
  /// Nothing is ever replaced. When one cannot be put there, none of them stays.
  ///
  /// Throws `cannotCreate` and `inputOutput` when the disk will not; then `discard` clears away the rest.
  /// - Returns: the whole paths of the files.
  public func place(_ batch: ReportBatch) throws(StorageProblem) -> [String] {
    var placed: [String] = []
    do throws(StorageProblem) {
      for report in batch.staged {
        let file = try claim(report.name, report.ending, in: batch.place)
        placed.append(file)
        do {
          try folder.disk.rename(report.temporary, to: file)
        } catch {
          throw StorageProblem(
            .inputOutput, file: file, what: "the report could not be written: \(error.words)",
            mend: "Nothing was left there. Choose another folder, or try again.")
        }
      }
      try flush(batch.place)
      noteIssued(batch, at: placed)
      return placed
    } catch {
      for file in placed { try? folder.disk.remove(file) }
      throw error
    }
  }

  /// Takes away what was written and not put in its place, and the folders that were made for it.
  public func discard(_ batch: ReportBatch) {
    for report in batch.staged { try? folder.disk.remove(report.temporary) }
    for made in batch.madeFolders { try? folder.disk.removeFolder(made) }
  }

  /// Notes what left the program. Where that cannot be done (a folder that can only be read), the reports stay all the
  /// same: they are what somebody waits for.
  private func noteIssued(_ batch: ReportBatch, at placed: [String]) {
    for (report, file) in zip(batch.staged, placed) {
      guard var page = report.page, !page.cells.isEmpty else { continue }
      page.file = file.hasPrefix(path + "/") ? String(file.dropFirst(path.utf8.count + 1)) : file
      try? folder.note(page)
    }
  }

  private func isMissing(_ path: String) -> Bool {
    do {
      return try folder.disk.status(of: path) == nil
    } catch {
      return false
    }
  }

  private func flush(_ place: String) throws(StorageProblem) {
    do {
      try folder.disk.flushFolder(place)
    } catch {
      throw StorageProblem(
        .inputOutput, file: place, what: "the report could not be written: \(error.words)",
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

extension WorkspaceFolder {
  /// Where reports go unless somebody says otherwise.
  static let reports = "reports"
}

/// Reports that are being written into one folder: each lies beside its place until all are put there together.
public struct ReportBatch: Sendable {
  /// One that is written and waits.
  struct Staged: Sendable {
    let temporary: String
    let name: String
    let ending: String
    let page: IssuedPage?
  }

  /// The folder, from the root.
  let place: String
  /// Folders that were made for it, the innermost first.
  let madeFolders: [String]
  var staged: [Staged] = []

  /// How many are written.
  public var count: Int { staged.count }
}
