import CPseudoTerminal
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program running on a terminal of its own: what is sent is typed, what it shows is on `screen`.
///
/// Nothing here sleeps: every wait reads what the program shows, until a condition holds or a deadline passes.
final class PseudoTerminal {
  /// How a program ended.
  enum End: Hashable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// What the program has drawn so far.
  private(set) var screen: TerminalScreen
  /// Every byte that the program has written.
  private(set) var output: [UInt8] = []
  /// How the program ended; `nil` while it runs.
  private(set) var end: End?

  private var program: cpt_program
  private let modesFound: [UInt8]

  /// Starting two at once could hand the one's terminal to the other.
  private static let starting = Mutex(())

  /// Starts a program. `environment` is the whole of it, over `TERM`, `LANG` and `PATH`.
  init(
    _ path: String, _ arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil,
    columns: Int = 80, rows: Int = 24
  ) throws {
    let base = Program.surroundings.merging(["TERM": "xterm-256color"]) { $1 }
    let variables = base.merging(environment) { $1 }.map { "\($0)=\($1)" }.sorted()
    var modes = [UInt8](repeating: 0, count: Int(cpt_modes_size))
    program = Self.starting.withLock { _ in
      withCStrings([path] + arguments) { arguments in
        withCStrings(variables) {
          cpt_start(path, arguments, $0, directory, Int32(columns), Int32(rows), &modes)
        }
      }
    }
    screen = TerminalScreen(columns: columns, rows: rows)
    modesFound = modes
    guard program.process > 0 else { throw PseudoTerminalFailure("could not start \(path)") }
  }

  deinit {
    if end == nil, program.process > 0 {
      Self.endNow(program.process)
    }
    hangUp()
  }

  private static func endNow(_ process: Int32) {
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}

extension PseudoTerminal {
  /// Types text, or the bytes of keys. Escape and the key after it must not be sent together: that is Alt.
  func send(_ text: String) throws {
    var bytes = Array(text.utf8)[...]
    let deadline = Self.clock.now + Self.patience
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { write(program.keyboard, $0.baseAddress, $0.count) }
      if sent > 0 { bytes = bytes.dropFirst(sent) }
      // A program that shows much while much is typed must be read, or both would wait.
      read(forAtMost: 0)
      guard Self.clock.now < deadline else { throw failure("the program does not take what is typed") }
      if sent < 0 { awaitRoom() }
    }
  }

  /// Presses keys, one after the other.
  func press(_ keys: KeyBytes...) throws {
    for key in keys { try send(key.bytes) }
  }

  /// Pastes text as a terminal does.
  func paste(_ text: String) throws {
    try send("\u{1B}[200~" + text + "\u{1B}[201~")
  }

  /// Changes the size of the terminal.
  func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    _ = cpt_resize(program.keyboard, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  func signal(_ number: Int32) {
    if end == nil { kill(program.process, number) }
  }

  /// Takes the terminal away, as a closed window or a broken connection does.
  func hangUp() {
    if program.keyboard >= 0 { close(program.keyboard) }
    if program.line >= 0 { close(program.line) }
    program.keyboard = -1
    program.line = -1
  }

  /// Whether the terminal's modes are what they were before the program started, and the screen is the shell's.
  var isLeftAsFound: Bool {
    Self.modes(of: program.line) == modesFound && !screen.isAlternate && screen.isCursorVisible
      && !screen.takesPastes && !screen.hasApplicationKeys
  }

  private static func modes(of line: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Int(cpt_modes_size))
    _ = cpt_modes(line, &bytes)
    return bytes
  }
}

extension PseudoTerminal {
  /// How long anything may take before a test gives up: far longer than it ever should.
  static let patience = Duration.seconds(20)
  private static let clock = ContinuousClock()

  /// Reads until the screen shows a text.
  func waitFor(_ text: String, within limit: Duration = patience) throws {
    try waitUntil("“\(text)” is shown", within: limit) { $0.text.contains(text) }
  }

  /// Reads until the screen no longer shows a text.
  func waitForNo(_ text: String, within limit: Duration = patience) throws {
    try waitUntil("“\(text)” is gone", within: limit) { !$0.text.contains(text) }
  }

  /// Reads until a condition holds; `what` says it in words for the message of a failure.
  func waitUntil(
    _ what: String, within limit: Duration = patience, _ holds: (TerminalScreen) -> Bool
  ) throws {
    let deadline = Self.clock.now + limit
    while !holds(screen) {
      guard Self.clock.now < deadline else { throw failure("waited in vain until \(what)") }
      if read(forAtMost: 20) { continue }
      if look() != nil, !read(forAtMost: 0), !holds(screen) {
        throw failure("the program ended (\(String(describing: end))) before \(what)")
      }
    }
  }

  /// Reads until the program ends.
  @discardableResult
  func waitForEnd(within limit: Duration = patience) throws -> End {
    let deadline = Self.clock.now + limit
    while true {
      let end = look()
      while read(forAtMost: end == nil ? 20 : 0) {}
      if let end { return end }
      guard Self.clock.now < deadline else { throw failure("the program does not end") }
    }
  }

  private func failure(_ message: String) -> PseudoTerminalFailure {
    PseudoTerminalFailure("\(message); the screen:\n\(screen.text)")
  }

  private func look() -> End? {
    guard end == nil else { return end }
    let found = cpt_look(program.process)
    switch found.state {
    case .running: break
    case .exited: end = .exited(found.value)
    case .signalled: end = .signalled(found.value)
    @unknown default: break
    }
    return end
  }

  /// Reads what there is, waiting for the first byte; `false` when nothing came.
  @discardableResult
  private func read(forAtMost milliseconds: Int32) -> Bool {
    // A closed terminal never has anything; poll on no descriptor still keeps the time.
    var source = pollfd(fd: program.keyboard, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = bytes.withUnsafeMutableBytes { Self.readBytes(program.keyboard, $0) }
    guard count > 0 else { return false }
    output += bytes[..<count]
    screen.feed(bytes[..<count])
    return true
  }

  private static func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #else
    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }

  private func awaitRoom() {
    var target = pollfd(fd: program.keyboard, events: Int16(POLLOUT | POLLIN), revents: 0)
    poll(&target, 1, 20)
  }
}

/// A wait that was in vain, with what the screen showed.
struct PseudoTerminalFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// Calls `body` with a list of C strings that ends in null, as exec wants it.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  copies.append(nil)
  defer { for copy in copies { free(copy) } }
  return copies.withUnsafeBufferPointer { list in
    list.baseAddress.map(body) ?? body([nil])
  }
}
