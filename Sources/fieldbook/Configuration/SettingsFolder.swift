import PlainText

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The user's own folder of settings. Nothing in it is ever changed by the program, and nothing in it changes a
/// workspace.
struct SettingsFolder {
  /// `$XDG_CONFIG_HOME/fieldbook`, else `~/.config/fieldbook`; nil when the environment names neither.
  let path: String?

  init(variable: (String) -> String?) {
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/fieldbook"
    } else {
      path = variable("HOME").map { $0 + "/.config/fieldbook" }
    }
  }

  /// The file of settings.
  var configuration: String? { path.map { $0 + "/config.json" } }

  /// The folder of the user's own themes.
  var themes: String? { path.map { $0 + "/themes" } }

  /// The names of the user's own themes, without the ending of their files.
  var themeNames: [String] {
    guard let themes, let folder = opendir(themes) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".json"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }

  /// What a file holds; nil when there is none.
  /// - Throws: why it cannot be read.
  static func read(_ path: String) throws(SettingProblem) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    if descriptor < 0, errno == ENOENT || errno == ENOTDIR { return nil }
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw unreadable(String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw unreadable("it is not a file") }
    guard status.st_size <= largest else { throw unreadable("it is larger than \(largest / 1024) KB") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while bytes.count <= largest {
      let count = systemRead(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(String(cString: strerror(errno))) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
    throw unreadable("it is larger than \(largest / 1024) KB")
  }

  private static let largest = 1 << 20

  private static func unreadable(_ why: String) -> SettingProblem {
    SettingProblem(
      place: TextPlace(line: 1, column: 1), what: "this file cannot be read: \(why)",
      mend: "Until it can, nothing in it counts.")
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
