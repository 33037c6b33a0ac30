#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The name that records carry where the user's settings have none: git's where git has one, else the login.
enum ReviewerName {
  static func find() -> Setting<String> {
    if let name = gitName(), !name.isEmpty { return Setting(value: name, source: .found("git, user.name")) }
    return Setting(value: ProcessEnvironment.login, source: .found("the login"))
  }

  /// Asks git for `user.name`; nil where there is no git or no name.
  private static func gitName() -> String? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    guard let child = start(output: ends[1]) else {
      close(ends[1])
      return nil
    }
    close(ends[1])
    let bytes = readAll(ends[0])
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else { return nil }
    let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    return line.map(String.init)
  }

  private static func start(output: Int32) -> pid_t? {
    #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    #else
    var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let arguments = ["git", "config", "--get", "user.name"]
    let words = arguments.map { strdup($0) }
    defer { for word in words { free(word) } }
    var child = pid_t()
    let status = posix_spawnp(&child, "git", &actions, nil, words + [nil], environ)
    return status == 0 ? child : nil
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while bytes.count < 4096 {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        break
      }
    }
    return bytes
  }
}
