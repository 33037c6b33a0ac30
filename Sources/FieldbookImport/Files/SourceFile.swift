import PlainText

/// Somebody's file, read whole.
public struct SourceFile: Hashable, Sendable {
  /// The most bytes a file may have: 256 MiB.
  public static let mostBytes = 256 << 20

  /// The file as it was given.
  public let path: String
  /// Its name without folders.
  public let name: String
  /// All of it.
  public let bytes: [UInt8]
  /// Whether it was found in a folder that was named, so that it may be left out.
  public var isFromFolder = false

  /// A file that is already in memory.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    self.bytes = bytes
  }

  /// SHA-256 of the bytes, hexadecimal.
  var checksum: String { SHA256.hex(bytes) }

  /// Refuses what no table can be: nothing at all, a spreadsheet, a text in UTF-16, anything else with NUL bytes.
  func checkIsText() throws(ImportRefusal) {
    if bytes.isEmpty {
      throw refusal("the file is empty", mend: "Download it again.")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw refusal(
        "this is a spreadsheet or an archive, not CSV", mend: "Unpack it, or save the sheet as CSV (UTF-8).")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw refusal("the file is written in UTF-16", mend: "Save it as CSV (UTF-8).")
    }
    if bytes.contains(0) {
      throw refusal(
        "the file is not text: it holds NUL bytes", mend: "Give the CSV file as it was published.")
    }
  }

  /// A refusal of this file.
  func refusal(
    _ what: String, line: Int? = nil, kind: ImportRefusal.Kind = .refused, mend: String = "",
    wants: ImportOptions.Answer? = nil
  ) -> ImportRefusal {
    ImportRefusal(kind: kind, file: path, line: line, what: what, mend: mend, wants: wants)
  }
}
