/// Why the workspace could not do what was asked: what is wrong, where, and what to do.
public struct StorageProblem: Error, Sendable, Hashable {
  /// What kind of problem it is; exit codes follow from it.
  public enum Kind: Sendable, Hashable {
    /// There is no workspace at that place.
    case noWorkspace
    /// There is one already, or something else.
    case exists
    /// Another fieldbook writes to it.
    case locked(LockHolder)
    /// A file or folder could not be made.
    case cannotCreate
    /// The disk failed; what was there before is still there.
    case inputOutput
    /// It was opened for reading only; why, in words.
    case readOnly(String)
    /// The document was written by a newer fieldbook.
    case newerVersion
    /// The document cannot be understood.
    case broken
    /// The change is not allowed; `what` says why.
    case refused
    /// What was to be undone has been changed since.
    case movedOn
  }

  /// What kind of problem it is.
  public var kind: Kind
  /// The file, from the workspace's folder; or the folder itself.
  public var file: String
  /// The line in the file, from 1, if it is known.
  public var line: Int?
  /// The character in the line, from 1.
  public var column: Int?
  /// What is wrong, in a sentence without its full stop.
  public var what: String
  /// What to do about it, in a sentence; may be empty.
  public var mend: String

  /// A problem; see the properties.
  public init(
    _ kind: Kind, file: String, line: Int? = nil, column: Int? = nil, what: String, mend: String = ""
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.column = column
    self.what = what
    self.mend = mend
  }

  /// Where, what, and what to do: `records/x.json:3:7: a comma is missing. Put one there.`
  public var message: String {
    let place = [file, line.map(String.init), line == nil ? nil : column.map(String.init)]
    let words = place.compactMap { $0 }.joined(separator: ":") + ": \(what)."
    return mend.isEmpty ? words : "\(words) \(mend)"
  }
}

extension StorageProblem: CustomStringConvertible {
  /// The same as `message`.
  public var description: String { message }
}
