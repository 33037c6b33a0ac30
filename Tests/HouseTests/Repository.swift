#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The project's own files, found from where this test stands.
enum Repository {
  /// The folder of Package.swift.
  static var root: String {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }

  /// The text of a file under the root, or nil when there is none.
  static func text(_ path: String) -> String? {
    guard let file = fopen(root + "/" + path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The paths, from the root, of all files below a folder; hidden ones are left out.
  static func files(under folder: String) -> [String] {
    guard let directory = opendir(root + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      let path = folder + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) {
        found += files(under: path)
      } else {
        found.append(path)
      }
    }
    return found.sorted()
  }

  /// The names of the folders right under Sources.
  static var modules: [String] {
    Set(files(under: "Sources").compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
      .sorted()
  }

  /// The Swift files of a module by name.
  static func sources(of module: String) -> [String: String] {
    let paths = files(under: "Sources/" + module).filter { $0.hasSuffix(".swift") }
    return Dictionary(uniqueKeysWithValues: paths.map { ($0, text($0) ?? "") })
  }
}
