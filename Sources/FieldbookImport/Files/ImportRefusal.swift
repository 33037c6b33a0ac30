/// Why nothing of an import is read: what is wrong, where, and what to do about it.
public struct ImportRefusal: Error, Hashable, Sendable {
  /// What sort of refusal it is; the command line turns it into an exit status.
  public enum Kind: Hashable, Sendable {
    /// There is no such file (exit 66).
    case noSuchFile
    /// The content, or what was asked of it, cannot be accepted (exit 65).
    case refused
    /// The call itself makes no sense (exit 64).
    case usage
  }

  /// What sort of refusal it is.
  public let kind: Kind
  /// The file it concerns, as it was given; empty when it concerns none.
  public let file: String
  /// The physical line, where one is to blame.
  public let line: Int?
  /// What is wrong, a sentence without its full stop.
  public let what: String
  /// What to do, a whole sentence; may be empty.
  public let mend: String
  /// What the user could say beside the files so that they can be read, if that is all it takes.
  public let wants: ImportOptions.Answer?

  /// A refusal; see the properties.
  public init(
    kind: Kind = .refused, file: String = "", line: Int? = nil, what: String, mend: String = "",
    wants: ImportOptions.Answer? = nil
  ) {
    self.kind = kind
    self.file = file
    self.line = line
    self.what = what
    self.mend = mend
    self.wants = wants
  }

  /// All of it on one line.
  public var message: String {
    let place = file.isEmpty ? "" : line.map { "\(file), line \($0): " } ?? "\(file): "
    return "\(place)\(what)." + (mend.isEmpty ? "" : " \(mend)")
  }
}
