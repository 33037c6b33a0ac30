import FieldbookImport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct OpeningTests {
  /// A folder of its own, removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/fieldbook-import-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for name in ["a.csv", "pipe"] { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    try body(folder)
  }

  private func refusal(_ path: String) throws -> ImportRefusal {
    do {
      _ = try SourceFile.open(path)
    } catch {
      return error
    }
    throw Trial.NotRefused()
  }

  @Test func aFileIsReadWhole() throws {
    try inFolder { (folder: String) throws in
      let descriptor = open("\(folder)/a.csv", O_CREAT | O_WRONLY, 0o600)
      let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
      #expect(write(descriptor, bytes, bytes.count) == bytes.count)
      close(descriptor)
      let source = try SourceFile.open("\(folder)/a.csv")
      #expect(source.bytes == bytes)
      #expect(source.name == "a.csv")
    }
  }

  @Test func aMissingFileIsToldFromOneThatIsRefused() throws {
    try inFolder { (folder: String) throws in
      #expect(try refusal("\(folder)/none.csv").kind == .noSuchFile)
      #expect(try refusal("\(folder)/none/none.csv").kind == .noSuchFile)
      #expect(try refusal("").kind == .noSuchFile)
      let itself = try refusal(folder)
      #expect(itself.kind == .refused)
      #expect(itself.message == "\(folder): this is a folder. Give the CSV file itself.")
    }
  }

  @Test func aPipeOrADeviceIsRefusedWithoutWaiting() throws {
    try inFolder { (folder: String) throws in
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      #expect(try refusal("\(folder)/pipe").what == "this is a pipe")
      #expect(try refusal("/dev/zero").what == "this is a device")
    }
  }

  @Test func aHugeFileIsRefusedBeforeItIsRead() throws {
    try inFolder { (folder: String) throws in
      let descriptor = open("\(folder)/a.csv", O_CREAT | O_WRONLY, 0o600)
      #expect(ftruncate(descriptor, off_t(SourceFile.mostBytes) + 1) == 0)
      close(descriptor)
      #expect(try refusal("\(folder)/a.csv").what.contains("larger than 256 MB"))
    }
  }
}
