import FieldbookModel

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a folder holds, to choose files from: folders first, then tables, the latest first, then everything else.
/// Hidden files are passed over.
public struct FolderListing: Hashable, Sendable {
  /// A file or a folder.
  public struct Entry: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Whether it is a folder.
    public let isFolder: Bool
    /// How many bytes it has.
    public let bytes: Int
    /// When it was last changed, in seconds since 1970.
    public let changed: Int

    /// Whether its name ends as that of a table does.
    public var isTable: Bool { !isFolder && name.lowercased().hasSuffix(".csv") }
  }

  /// The folder, from the root.
  public let path: String
  /// What is in it.
  public let entries: [Entry]

  /// Looks into a folder.
  /// - Throws: that there is none of that name, or that it cannot be read.
  public static func read(_ folder: String) throws(ImportRefusal) -> FolderListing {
    guard let directory = opendir(folder) else { throw refusal(folder, errno) }
    let names = names(in: directory)
    closedir(directory)
    let path = whole(folder)
    let entries = names.compactMap { entry($0, in: path) }
    return FolderListing(path: path, entries: entries.sorted(by: comesFirst))
  }

  /// The path of a file in a folder.
  public static func path(of name: String, in folder: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The names in a folder that are not hidden, as they come.
  static func names(in directory: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  private static func entry(_ name: String, in folder: String) -> Entry? {
    var status = stat()
    guard stat(path(of: name, in: folder), &status) == 0 else { return nil }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFDIR || kind == S_IFREG else { return nil }
    #if canImport(Glibc)
    let changed = Int(status.st_mtim.tv_sec)
    #else
    let changed = Int(status.st_mtimespec.tv_sec)
    #endif
    return Entry(name: name, isFolder: kind == S_IFDIR, bytes: Int(status.st_size), changed: changed)
  }

  private static func comesFirst(_ a: Entry, _ b: Entry) -> Bool {
    if a.isFolder != b.isFolder { return a.isFolder }
    if a.isTable != b.isTable { return a.isTable }
    if a.isTable, a.changed != b.changed { return a.changed > b.changed }
    return a.name < b.name
  }

  private static func whole(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func refusal(_ folder: String, _ code: Int32) -> ImportRefusal {
    switch code {
    case ENOENT, ENOTDIR:
      ImportRefusal(kind: .noSuchFile, file: folder, what: "there is no such folder", mend: "Check the name.")
    default:
      ImportRefusal(
        file: folder, what: "the folder cannot be read: \(String(cString: strerror(code)))",
        mend: "Check its permissions.")
    }
  }
}
