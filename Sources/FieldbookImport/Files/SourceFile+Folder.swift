#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension SourceFile {
  /// How far down folders are looked into.
  private static let mostLevels = 8

  /// Reads the file of that name; of a folder every CSV file in it and below, in the order of their names.
  /// - Throws: what is wrong with the file, or that the folder has no CSV file or cannot be read.
  public static func openAll(_ path: String) throws(ImportRefusal) -> [SourceFile] {
    var files: [SourceFile] = []
    for place in try places(at: path) { files.append(try place.open()) }
    return files
  }

  /// Where the file of that name is; of a folder every CSV file in it and below, in the order of their names.
  ///
  /// Those of a folder are taken as they come: what cannot be imported of them is left out, and told. Hidden files and
  /// folders are passed over, and links to folders are not followed.
  /// - Throws: that the folder has no CSV file or cannot be read.
  public static func places(at path: String) throws(ImportRefusal) -> [SourcePlace] {
    guard isFolder(path) else { return [SourcePlace(path: path, isFromFolder: false)] }
    let paths = try tables(in: path, levels: mostLevels)
    guard !paths.isEmpty else {
      throw ImportRefusal(
        file: path, what: "there is no CSV file in this folder", mend: "Unpack the download into it first.")
    }
    return paths.map { SourcePlace(path: $0, isFromFolder: true) }
  }

  /// Whether there is a folder of that name.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func tables(in folder: String, levels: Int) throws(ImportRefusal) -> [String] {
    guard let directory = opendir(folder) else {
      throw ImportRefusal(
        file: folder, what: "the folder cannot be read: \(String(cString: strerror(errno)))",
        mend: "Check its permissions.")
    }
    let names = FolderListing.names(in: directory)
    closedir(directory)
    var paths: [String] = []
    for name in names.sorted() {
      let path = FolderListing.path(of: name, in: folder)
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if levels > 1 { paths += try tables(in: path, levels: levels - 1) }
      } else if name.lowercased().hasSuffix(".csv") {
        paths.append(path)
      }
    }
    return paths
  }
}

/// Where a file is that is still to be opened.
public struct SourcePlace: Hashable, Sendable {
  /// The file as it was given.
  public let path: String
  /// Whether it was found in a folder that was named, so that it may be left out.
  public let isFromFolder: Bool

  /// Its name without folders.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Reads it.
  func open() throws(ImportRefusal) -> SourceFile {
    var file = try SourceFile.open(path)
    file.isFromFolder = isFromFolder
    return file
  }
}
