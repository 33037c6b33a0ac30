import FieldbookStorage
import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The user's own editor on a text, through a file that only the user can read.
enum ExternalEditor {
  /// Why the text did not come back.
  struct Problem: Error {
    let words: String
  }

  /// Opens the text in the user's editor, and gives back what was saved.
  static func edit(
    _ text: String, with editor: String, terminal: Terminal, in localFolder: String
  ) -> Result<String, Problem> {
    guard let folder = privateFolder(in: localFolder) else {
      return .failure(Problem(words: "No private folder for the text: your editor was not opened"))
    }
    defer { rmdir(folder) }
    let path = folder + "/text.txt"
    defer { unlink(path) }
    do {
      try PrivateFile.write(Array((text + "\n").utf8), to: path)
    } catch {
      return .failure(Problem(words: "The text could not be written for your editor: it was not opened"))
    }
    let status = terminal.edit(fileAt: path, with: editor)
    guard status == 0 else {
      return .failure(Problem(words: "\(editor) ended with status \(status): your text is as it was"))
    }
    guard let bytes = read(path) else {
      return .failure(Problem(words: "The text did not come back from \(editor)"))
    }
    var edited = String(decoding: bytes, as: UTF8.self)
    if edited.hasSuffix("\n") { edited.removeLast() }
    return .success(edited)
  }

  /// A new folder that only the user can enter, inside the workspace: text has no copies elsewhere.
  private static func privateFolder(in localFolder: String) -> String? {
    var template = Array((localFolder + "/editing-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { return nil }
    return String(cString: made)
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 16 << 20 {
      let count = platformRead(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? bytes : nil }
      bytes += buffer.prefix(count)
    }
    return nil
  }
}

private func platformRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
