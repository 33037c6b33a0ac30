import CPseudoTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program that is run to its end, with its output thrown away.
enum Command {
  /// Runs it: how long it took as a whole process, or nil when it failed.
  static func time(
    _ command: [String], environment: [String: String] = Files.environment, input: String? = nil
  ) -> Milliseconds? {
    let clock = ContinuousClock()
    let began = clock.now
    guard let process = start(command, environment: environment, input: input) else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return nil } }
    let took = clock.now - began
    guard status == 0 else { return nil }
    return Double(took.components.seconds) * 1000 + Double(took.components.attoseconds) / 1e15
  }

  private static func start(
    _ command: [String], environment: [String: String], input: String?
  ) -> pid_t? {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") }
    arguments.append(nil)
    variables.append(nil)
    defer { for text in arguments + variables { free(text) } }
    #if canImport(Glibc)
    var actions = posix_spawn_file_actions_t()
    #else
    var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input ?? "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    guard posix_spawn(&process, command[0], &actions, nil, arguments, variables) == 0 else { return nil }
    return process
  }
}
