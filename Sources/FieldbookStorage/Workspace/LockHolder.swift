import FieldbookModel

/// Who writes to a workspace: for a message, never for a decision. The system's own lock decides.
public struct LockHolder: Sendable, Hashable {
  /// The process; nil when it has not said yet.
  public var pid: Int?
  /// The computer's name.
  public var host: String
  /// The person's login or name.
  public var user: String
  /// The time of day since when, `10:42`.
  public var since: String

  /// A holder; see the properties.
  public init(pid: Int?, host: String, user: String, since: String) {
    self.pid = pid
    self.host = host
    self.user = user
    self.since = since
  }

  /// `fieldbook 4242 of user anna on laptop-3 since 10:42`
  public var words: String {
    guard let pid else { return "another fieldbook" }
    return "fieldbook \(pid) of user \(user) on \(host) since \(since)"
  }
}
