import FieldbookModel
import PlainText

/// Facts files in a form that needs no parsing, under `.fieldbook/cache`. Deleting any of it changes nothing but time.
///
/// A cache file counts only for the document whose size, time and inode it names. Whoever only reads the workspace
/// uses what is there and writes nothing.
struct FactsCache {
  let folder: WorkspaceFolder

  /// The end of the names of cache files.
  static let ending = ".facts"
  /// How much of a cache file is read at once: all of a small one, the directory of a large one.
  static let firstBytes = 1 << 16

  /// Where the cache of a facts file is kept.
  static func path(_ document: String) -> String {
    let parts = document.split(separator: "/").dropFirst().joined(separator: "-")
    return "\(WorkspaceFolder.cache)/\(parts.hasSuffix(".json") ? String(parts.dropLast(5)) : parts)\(ending)"
  }

  /// A facts file, out of its cache or else out of its document.
  ///
  /// Throws `broken` or `newerVersion` when the document has to be read and cannot be used.
  /// - Parameter keeping: whether a document that had to be read is kept in the cache.
  func factsFile(_ document: String, keeping: Bool) throws(StorageProblem) -> FactsFile {
    let before = try folder.status(document)
    if let before, let file = file(document, before, isOurs: keeping) { return file }
    let clock = keeping ? folder.diskClock() : nil
    let file = try folder.factsDocument(document)
    if let clock, let before, clock - before.modified >= WorkspaceFolder.restingTime,
      let after = try folder.status(document), after.isSameContent(as: before)
    {
      keep(file, as: document, before)
    }
    return file
  }

  /// The facts file of a document out of its cache; nil when there is none that can be used.
  func file(_ document: String, _ status: FileStatus, isOurs: Bool = false) -> FactsFile? {
    let path = FactsCache.path(document)
    let whole = folder.whole(path)
    guard var first = try? folder.disk.read(whole, range: 0..<FactsCache.firstBytes),
      let size = FactsCacheDirectory.size(first[...])
    else { return nil }
    if size > first.count {
      guard size < 1 << 26, let more = try? folder.disk.read(whole, range: 0..<size) else { return nil }
      first = more
    }
    guard let directory = FactsCacheDirectory(first[...]),
      directory.document == FactsCacheDirectory.Document(document, status)
    else { return nil }
    return CachedFacts(folder: folder, path: path, directory: directory, first: first, isOurs: isOurs).file
  }

  /// Keeps a facts file that was just read from, or written as, a document. What fails here does no harm.
  func keep(_ file: FactsFile, as document: String, _ status: FileStatus) {
    let bytes = FactsCacheWriter.bytes(file, of: FactsCacheDirectory.Document(document, status))
    folder.keepInCache(bytes, as: FactsCache.path(document))
  }

  /// Forgets the caches of documents that are no longer there.
  func forget(except documents: [String]) {
    let kept = Set(documents.map { FilePath.name(FactsCache.path($0)) })
    for name in (try? folder.names(WorkspaceFolder.cache)) ?? []
    where name.hasSuffix(FactsCache.ending) && !kept.contains(name) {
      try? folder.disk.remove(folder.whole("\(WorkspaceFolder.cache)/\(name)"))
    }
  }
}
