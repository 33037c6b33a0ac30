#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension SourceFile {
  /// How far down folders are looked into.
  private static let mostLevels = 8

  /// The file of that name; of a folder every CSV file in it and below, in the order of their names.
  ///
  /// Those of a folder are taken as they come: what cannot be imported of them is left out, and told. Hidden files and
  /// folders are passed over, and links to folders are not followed.
  /// - Throws: what is wrong with the file, or that the folder has no CSV file or cannot be read.
  public static func openAll(_ path: String) throws(ImportRefusal) -> [SourceFile] {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [try open(path)] }
    let paths = try tables(in: path, levels: mostLevels)
    guard !paths.isEmpty else {
      throw ImportRefusal(
        file: path, what: "there is no CSV file in this folder", mend: "Unpack the download into it first.")
    }
    var files: [SourceFile] = []
    for path in paths {
      var file = try open(path)
      file.isFromFolder = true
      files.append(file)
    }
    return files
  }

  private static func tables(in folder: String, levels: Int) throws(ImportRefusal) -> [String] {
    guard let directory = opendir(folder) else {
      throw ImportRefusal(
        file: folder, what: "the folder cannot be read: \(String(cString: strerror(errno)))",
        mend: "Check its permissions.")
    }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(directory)
    var paths: [String] = []
    for name in names.sorted() {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
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
