import CTerminal
import TextUI

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The terminal: keys in, canvas out, always left as it was found.
///
/// There is one to a process, and it belongs to the thread that made it; only its `waker` may be used elsewhere. It
/// gives the terminal back when it is closed, released, when the process exits, and when a signal ends it.
public final class Terminal {
  private var reader = InputReader { RawInput(ct_read($0)) }
  private let palette: Palette
  private let isASCII: Bool
  private var shown: Canvas?
  /// An event that `hasPendingInput` came upon.
  private var ahead: TerminalEvent?
  private var isOpen = true

  /// Takes the terminal over: standard input and output.
  ///
  /// - Parameter choice: how the user wants things drawn.
  /// - Throws: `TerminalFailure` when they are not a terminal that fieldbook can draw on; nothing has been changed
  ///   then.
  public init(_ choice: DisplayChoice = DisplayChoice()) throws(TerminalFailure) {
    try Self.open()
    palette = Palette(choice, colours: Int(ct_colours()))
    isASCII = choice.isASCII ?? !ct_is_utf8()
    palette.define()
    for (sequence, code) in KeySequences.all { ct_define_key("\u{1B}" + sequence, Int32(code)) }
  }

  deinit {
    if isOpen { ct_close() }
  }

  /// To be called first thing in the program: opens closed standard descriptors on `/dev/null`, so that no file can
  /// take their place, and has a broken pipe or a file grown too large reported as an error of the write.
  public static func prepareProcess() {
    ct_prepare_process()
  }

  /// How large the screen is; nothing by nothing once it is closed.
  public var size: TerminalSize {
    guard isOpen else { return TerminalSize(columns: 0, rows: 0) }
    var rows: Int32 = 0
    var columns: Int32 = 0
    ct_size(&rows, &columns)
    return TerminalSize(columns: Int(columns), rows: Int(rows))
  }

  /// For other threads, to end the waiting in `next`.
  public var waker: Waker { Waker() }

  /// Gives the terminal back as it was found; what was written to standard error meanwhile is printed then. A
  /// second call does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    ct_close()
  }

  private static func open() throws(TerminalFailure) {
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    switch ct_open() {
    case .ready: return
    case .not_a_terminal: throw TerminalFailure(reason: .notATerminal)
    case .unknown_type: throw TerminalFailure(reason: .unknownType(type))
    case .cannot_move_cursor: throw TerminalFailure(reason: .cannotMoveCursor(type))
    @unknown default: throw TerminalFailure(reason: .unknownType(type))
    }
  }
}

extension Terminal {
  /// Waits for the next event; `nil` when the time runs out. After `.resized` the canvas must be shown again.
  ///
  /// - Parameter milliseconds: how long to wait; 0 only looks, `nil` waits as long as it takes.
  public func next(timeout milliseconds: Int?) -> TerminalEvent? {
    guard isOpen else { return .ended(.hungUp) }
    defer { ahead = nil }
    return ahead ?? read(timeout: milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1)
  }

  /// Whether an event has come already: then the frame in between need not be drawn.
  public var hasPendingInput: Bool {
    guard isOpen else { return false }
    if ahead == nil { ahead = read(timeout: 0) }
    return ahead != nil
  }

  private func read(timeout: Int32) -> TerminalEvent? {
    let event = reader.next(timeout: timeout)
    if event == .resized { shown = nil }
    return event
  }

  /// Stops the program as Control-Z does elsewhere, and returns when it is continued, with the size asked for anew;
  /// show the canvas then.
  public func suspend() {
    guard isOpen else { return }
    shown = nil
    ct_suspend()
  }

  /// Runs the user's editor on a file, with the terminal as it was found, and waits for it; show the canvas then.
  ///
  /// - Parameters:
  ///   - path: the file; it reaches the editor as one argument, whatever its name holds.
  ///   - editor: the command as the user wrote it, with its own arguments: `code --wait`.
  /// - Returns: the editor's exit status, 128 and its number if a signal ended it (127: no such command), or -1 if
  ///   nothing could be started.
  public func edit(fileAt path: String, with editor: String) -> Int32 {
    guard isOpen else { return -1 }
    shown = nil
    return ct_edit(editor, path)
  }
}

extension Terminal {
  /// Makes the screen look like the canvas. Only what differs from the last one is sent.
  public func show(_ canvas: Canvas) {
    guard isOpen else { return }
    let size = size
    var changed = 0
    for row in 0..<size.rows where !isShown(canvas, row) {
      draw(canvas.row(row), row, columns: size.columns)
      changed += 1
    }
    placeCursor(canvas, size)
    ct_present(changed > Self.fewRows)
    shown = canvas
  }

  /// So many rows go out in one write of the terminal library.
  private static let fewRows = 6

  /// Repaints everything, for a screen that something else has written on.
  public func redrawAll() {
    guard isOpen else { return }
    ct_redraw_all()
    guard let canvas = shown else { return }
    shown = nil
    show(canvas)
  }

  private func isShown(_ canvas: Canvas, _ row: Int) -> Bool {
    guard let shown, shown.size == canvas.size else { return false }
    return shown.row(row) == canvas.row(row)
  }

  private func draw(_ cells: ArraySlice<Canvas.Cell>, _ row: Int, columns: Int) {
    ct_clear_row(Int32(row))
    for run in CellRun.runs(of: cells, columns: columns, isASCII: isASCII) {
      ct_put(
        Int32(row), Int32(run.column), run.text, Int32(run.text.utf8.count),
        palette.attributes(of: run.style),
        Palette.pair(of: run.style.role))
    }
  }

  private func placeCursor(_ canvas: Canvas, _ size: TerminalSize) {
    let place = canvas.cursor ?? CellPlace(row: size.rows - 1, column: 0)
    let row = max(0, min(place.row, size.rows - 1))
    let column = max(0, min(place.column, size.columns - 1))
    ct_cursor(Int32(row), Int32(column), canvas.cursor != nil && canvas.cursorIsText)
  }
}
