import CPseudoTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Milliseconds.
typealias Milliseconds = Double

/// A program on a terminal of its own, and the clock held to it.
///
/// Time runs from the moment a key is written to the last byte of the frame that answers it; the silence by which the
/// end of a frame is recognised is not counted.
final class TerminalRun {
  private let program: cpt_program
  private let started: ContinuousClock.Instant
  private var shown: [UInt8] = []
  private var hasEnded = false

  /// How long nothing must arrive before a frame counts as whole.
  private static let quiet: Int32 = 8
  /// How long a program may take before it counts as stuck.
  private static let patience = Duration.seconds(30)
  private static let clock = ContinuousClock()

  init?(
    _ command: [String], in folder: String, environment: [String: String], columns: Int = 100, rows: Int = 30
  ) {
    let variables = environment.map { "\($0)=\($1)" }.sorted()
    started = Self.clock.now
    program = withCStrings(command) { arguments in
      withCStrings(variables) {
        cpt_start(command[0], arguments, $0, folder, Int32(columns), Int32(rows), nil)
      }
    }
    guard program.process > 0 else { return nil }
  }

  deinit { leave(by: nil) }

  /// Waits until a text is shown and the frame that shows it is whole: the time from the start; nil when it never is.
  func firstFrame(showing text: String) -> Milliseconds? {
    let needle = Array(text.utf8)
    guard let found = read(until: { $0.holds(needle) }) else { return nil }
    return Self.milliseconds((frameEnd() ?? found) - started)
  }

  /// Waits until a text is shown, however the frame goes on: some programs never stop drawing.
  func firstSight(of text: String) -> Milliseconds? {
    let needle = Array(text.utf8)
    return read(until: { $0.holds(needle) }).map { Self.milliseconds($0 - started) }
  }

  /// Presses a key: the time to the last byte of what it shows; nil when it shows nothing.
  func press(_ key: String) -> Milliseconds? {
    shown = []
    let began = Self.clock.now
    type(key)
    guard read(until: { !$0.isEmpty }) != nil, let end = frameEnd() else { return nil }
    return Self.milliseconds(end - began)
  }

  /// Presses a key and waits until it has led to a text: the time until then.
  func press(_ key: String, until text: String) -> Milliseconds? {
    let needle = Array(text.utf8)
    shown = []
    let began = Self.clock.now
    type(key)
    guard let found = read(until: { $0.holds(needle) }) else { return nil }
    _ = frameEnd()
    return Self.milliseconds(found - began)
  }

  /// Types ahead, without waiting for anything.
  func type(_ keys: String) {
    var bytes = Array(keys.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(program.keyboard, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EAGAIN { return }
    }
  }

  /// The most memory it has held so far, in kilobytes, where the system says so.
  var peakMemory: Int? {
    guard let status = Files.text("/proc/\(program.process)/status") else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  /// Ends the program: by keys, and by force when they do not help.
  func leave(by keys: String? = "q") {
    guard !hasEnded else { return }
    hasEnded = true
    if let keys { type(keys) }
    let deadline = Self.clock.now + .seconds(keys == nil ? 0 : 2)
    while cpt_look(program.process).state == .running {
      if Self.clock.now > deadline {
        kill(program.process, SIGKILL)
        while cpt_look(program.process).state == .running { _ = readSome(wait: 5) }
        break
      }
      _ = readSome(wait: 5)
    }
    close(program.keyboard)
    close(program.line)
  }

  /// Reads until something holds of all that was shown: when the bytes came that made it so.
  private func read(until holds: ([UInt8]) -> Bool) -> ContinuousClock.Instant? {
    let deadline = Self.clock.now + Self.patience
    while Self.clock.now < deadline {
      if let at = readSome(wait: 200), holds(shown) { return at }
    }
    return nil
  }

  /// When the last byte of a frame came of which some bytes are there already.
  private func frameEnd() -> ContinuousClock.Instant? {
    var last = lastRead
    let deadline = Self.clock.now + .milliseconds(500)
    while Self.clock.now < deadline, let at = readSome(wait: Self.quiet) { last = at }
    return last
  }

  private var lastRead: ContinuousClock.Instant?

  private func readSome(wait: Int32) -> ContinuousClock.Instant? {
    var ready = pollfd(fd: program.keyboard, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, wait) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { platformRead(program.keyboard, $0.baseAddress, $0.count) }
    guard count > 0 else { return nil }
    let now = Self.clock.now
    shown += buffer.prefix(count)
    lastRead = now
    return now
  }

  private static func milliseconds(_ duration: Duration) -> Milliseconds {
    Double(duration.components.seconds) * 1000 + Double(duration.components.attoseconds) / 1e15
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands somewhere.
  fileprivate func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, count >= needle.count else { return needle.isEmpty }
    return (0...(count - needle.count)).contains {
      self[$0] == first && self[$0..<($0 + needle.count)].elementsEqual(needle)
    }
  }
}

private func platformRead(_ descriptor: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, base, count)
}

private func withCStrings(
  _ texts: [String], _ work: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> cpt_program
) -> cpt_program {
  var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeBufferPointer { pointers in
    pointers.baseAddress.map(work) ?? cpt_program(process: -1, keyboard: -1, line: -1)
  }
}
