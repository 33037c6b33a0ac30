import FieldbookModel
import PlainText

/// What this laptop remembers of its edits, and the journal that keeps it when the program ends.
///
/// An event is written down before its document is saved, so that a kill at any moment leaves no saved edit that is
/// not remembered. One whose document never came to be saved is noticed when the journal is next read. A fault of
/// the disk here is no reason to refuse an edit: all is written anew with the next one.
struct UndoJournal: Sendable {
  /// Events after which the journal is begun anew.
  private static let mostEvents = 300
  /// Bytes after which the oldest edits are forgotten.
  private static let mostBytes = 4 << 20

  static let path = WorkspaceFolder.undo + "/history.journal"

  private(set) var history = EditHistory()
  private var handle: DiskHandle?
  private var count = 0
  private var size = 0
  /// Whether the file does not hold what is remembered.
  private var isStale = false
  private var hasFile = false
  /// Whether something was written that a power cut would take.
  private(set) var needsFlush = false

  /// Remembers nothing yet.
  init() {}

  /// What was read, where the file is as it should be.
  init(_ reading: UndoReading) {
    history = reading.history
    (count, size, hasFile) = (reading.count, reading.size, true)
    isStale = reading.badLine != nil
  }

  /// Takes back the last event, which never came about.
  mutating func dropLast(_ reading: UndoReading) {
    history = reading.beforeLast
    isStale = true
  }

  /// Writes an event down; what cannot be written is written with the next.
  mutating func write(_ event: HistoryEvent, in folder: WorkspaceFolder) {
    do throws(StorageProblem) {
      if isStale || !hasFile || count >= UndoJournal.mostEvents || size > UndoJournal.mostBytes {
        try rewrite(in: folder)
      }
      let handle = try opened(in: folder)
      let line = UndoLine.event(event, number: count)
      isStale = true
      do throws(DiskFailure) {
        try DurableFiles.writeAll(line, to: handle, on: folder.disk)
      } catch {
        throw folder.problem(error, UndoJournal.path, "it could not be written")
      }
      (isStale, needsFlush) = (false, true)
      count += 1
      size += line.count
    } catch {
      isStale = true
    }
  }

  /// Takes an event in, once what it speaks of is durable.
  mutating func take(_ event: HistoryEvent) { history.take(event) }

  /// The event written last did not come about.
  mutating func giveUp() { isStale = true }

  /// Brings what was written to the disk itself.
  mutating func flush(in folder: WorkspaceFolder) throws(StorageProblem) {
    if isStale, hasFile || history != EditHistory() { return try rewrite(in: folder) }
    guard needsFlush, let handle else { return }
    needsFlush = false
    do {
      try folder.disk.flush(handle)
    } catch {
      // A failed flush must not be tried again on this file.
      isStale = true
      throw folder.problem(error, UndoJournal.path, "what can be undone could not be kept")
    }
  }

  mutating func close(in folder: WorkspaceFolder) {
    guard let handle else { return }
    self.handle = nil
    try? folder.disk.close(handle)
  }

  /// Begins the journal anew with what is remembered.
  private mutating func rewrite(in folder: WorkspaceFolder) throws(StorageProblem) {
    close(in: folder)
    isStale = true
    history.tidy()
    var header = UndoLine.header(history)
    while header.count > UndoJournal.mostBytes / 2, !history.done.isEmpty || !history.undone.isEmpty {
      history.forgetOldest()
      history.tidy()
      header = UndoLine.header(history)
    }
    try folder.replace(UndoJournal.path, with: header)
    (isStale, needsFlush, hasFile) = (false, false, true)
    (count, size) = (0, header.count)
  }

  private mutating func opened(in folder: WorkspaceFolder) throws(StorageProblem) -> DiskHandle {
    if let handle { return handle }
    do {
      let handle = try folder.disk.openForAppending(folder.whole(UndoJournal.path))
      self.handle = handle
      return handle
    } catch {
      throw folder.problem(error, UndoJournal.path, "it could not be opened")
    }
  }
}
