#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The programs that tests start, all through `path(named:)`.
enum Program {
  /// Where a program is: `fieldbook` as it was just built, others as `PATH` has them.
  static func path(named name: String) -> String {
    if name == "fieldbook" { return built }
    let folders = (environment("PATH") ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 } ?? name
  }

  /// A variable of the test's own environment.
  static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The folder of the checkout.
  static let checkout: String = String(#filePath.dropLast("/Tests/EndToEnd/Support/Program.swift".count))

  /// The tests' bundle stands beside the program that was built with it.
  private static let built: String = {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    var parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    while let last = parts.last, !last.hasSuffix(".xctest") { _ = parts.popLast() }
    let folder = parts.dropLast().joined(separator: "/")
    let beside = folder + "/fieldbook"
    return access(beside, X_OK) == 0 ? beside : checkout + "/.build/debug/fieldbook"
  }()

  /// What a program printed and how it ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a program without a terminal, with a file as its input, and waits for its end.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], input: String = "/dev/null"
  ) -> Outcome {
    var outputEnds: [Int32] = [0, 0]
    var errorEnds: [Int32] = [0, 0]
    guard pipe(&outputEnds) == 0, pipe(&errorEnds) == 0 else {
      return Outcome(status: -1, output: "", errors: "no pipe")
    }
    for end in outputEnds + errorEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(
      path, arguments, environment, input: input, output: outputEnds[1], errors: errorEnds[1])
    close(outputEnds[1])
    close(errorEnds[1])
    let (output, errors) = readBoth(outputEnds[0], errorEnds[0])
    close(outputEnds[0])
    close(errorEnds[0])
    guard let child else { return Outcome(status: -1, output: "", errors: "could not start \(path)") }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let exit = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
    return Outcome(status: exit, output: output, errors: errors)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], input: String, output: Int32,
    errors: Int32
  ) -> pid_t? {
    #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    #else
    var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    let variables = surroundings.merging(environment) { $1 }.map { "\($0)=\($1)" }
    let words = ([path] + arguments).map { strdup($0) }
    let settings = variables.map { strdup($0) }
    defer { for text in words + settings { free(text) } }
    var child = pid_t()
    let status = posix_spawn(&child, path, &actions, nil, words + [nil], settings + [nil])
    return status == 0 ? child : nil
  }

  /// What every program is given unless a test says otherwise: a locale, where programs are, and what the checks of
  /// memory and threads are told when the tests run under one.
  static let surroundings: [String: String] = {
    var variables = ["LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
    for name in ["LSAN_OPTIONS", "TSAN_OPTIONS"] { variables[name] = environment(name) }
    return variables
  }()

  /// Reads two pipes as they fill, so that neither stops the program.
  private static func readBoth(_ first: Int32, _ second: Int32) -> (String, String) {
    var bytes: [[UInt8]] = [[], []]
    var open = [first, second]
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while open.contains(where: { $0 >= 0 }) {
      var waits = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&waits, 2, 60_000) > 0 else { break }
      for index in 0..<2 where waits[index].revents != 0 {
        let count = read(open[index], &buffer, buffer.count)
        if count > 0 {
          bytes[index] += buffer.prefix(count)
        } else if count == 0 || errno != EINTR {
          open[index] = -1
        }
      }
    }
    return (String(decoding: bytes[0], as: UTF8.self), String(decoding: bytes[1], as: UTF8.self))
  }
}
