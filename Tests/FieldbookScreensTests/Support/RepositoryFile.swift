#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file of the project, found from where this test stands.
struct RepositoryFile {
  private let path: String

  /// A file by its path from the folder of Package.swift.
  init(_ path: String) {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    self.path = parts.dropLast(4).joined(separator: "/") + "/" + path
  }

  /// Whether files are to be written anew instead of compared.
  static var isRecording: Bool { getenv("FIELDBOOK_RECORD") != nil }

  /// Its text, or nil when there is none.
  var text: String? {
    guard let file = fopen(path, "r") else { return nil }
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

  /// Writes the file anew; false when that failed.
  func write(_ text: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }
}
