import Terminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Lines from standard input, and the signals that ask the program to end.
final class LineInput {
  /// What ended the waiting.
  enum Event {
    case line(String)
    /// A worker has something to say.
    case woken
    /// There is no more input.
    case end
    /// A signal asked the program to leave.
    case ended(Ending)
  }

  /// A line longer than this is taken in parts: nobody types it, and memory is not for a file without line ends.
  private static let longest = 1 << 20

  private var bytes: [UInt8] = []
  private var hasEnded = false
  /// Whether somebody sits at a keyboard: then the terminal itself shows what is typed.
  let isKeyboard = isatty(0) == 1

  /// Begins to listen; signals are caught from now on.
  init() {
    WakePipe.open()
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      // Under nohup SIGHUP is ignored, and stays so.
      var before = sigaction()
      sigaction(number, nil, &before)
      if !WakePipe.isIgnored(before) { signal(number) { WakePipe.send(UInt8(truncatingIfNeeded: $0)) } }
    }
  }

  /// Ends the waiting, from any thread.
  static func wake() { WakePipe.send(0) }

  /// Waits for a line or something else. While a save is under way lines wait too.
  func next(isSaving: Bool) -> Event {
    while true {
      if !isSaving, let line = takeLine() { return .line(line) }
      if !isSaving, hasEnded { return .end }
      var waits = [pollfd(fd: WakePipe.readEnd, events: Int16(POLLIN), revents: 0)]
      if !isSaving { waits.append(pollfd(fd: 0, events: Int16(POLLIN), revents: 0)) }
      guard poll(&waits, nfds_t(waits.count), -1) > 0 else { continue }
      if waits[0].revents != 0, let event = WakePipe.take() { return event }
      if waits.count > 1, waits[1].revents != 0 { readSome() }
    }
  }

  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(0, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer.prefix(count)
      return
    }
    if count == 0 || (errno != EINTR && errno != EAGAIN) { hasEnded = true }
  }

  /// A whole line without its end; the last one may have none.
  private func takeLine() -> String? {
    if let end = bytes.firstIndex(of: 10) {
      defer { bytes.removeFirst(end + 1) }
      return LineInput.text(bytes[..<end])
    }
    guard hasEnded && !bytes.isEmpty || bytes.count > LineInput.longest else { return nil }
    defer { bytes = [] }
    return LineInput.text(bytes[...])
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
  }
}

/// A pipe into which signal handlers and workers write a byte.
private enum WakePipe {
  /// Plain numbers that are there before any handler: it may do nothing but write.
  nonisolated(unsafe) static var ends: (read: Int32, write: Int32) = (-1, -1)

  static var readEnd: Int32 { ends.read }

  static func open() {
    var made: [Int32] = [-1, -1]
    guard ends.read < 0, pipe(&made) == 0 else { return }
    for end in made {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    ends = (made[0], made[1])
  }

  static func send(_ byte: UInt8) {
    let kept = errno
    var byte = byte
    _ = write(ends.write, &byte, 1)
    errno = kept
  }

  /// What was written: a signal before anything else.
  static func take() -> LineInput.Event? {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = read(ends.read, &buffer, buffer.count)
    guard count > 0 else { return nil }
    if let number = buffer.prefix(count).first(where: { $0 != 0 }) { return .ended(.signal(Int32(number))) }
    return .woken
  }

  static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Glibc)
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    #else
    unsafeBitCast(action.__sigaction_u.__sa_handler, to: Int.self) == 1
    #endif
  }
}
