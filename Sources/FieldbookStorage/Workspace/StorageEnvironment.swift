import FieldbookModel

/// What the storage needs from outside: the disk, the time, identities and the user's name.
public struct StorageEnvironment: Sendable {
  /// Where files are.
  public var disk: any Disk
  /// The time as it is written into documents.
  public var now: @Sendable () -> Instant
  /// What identities are made of: the real clock, even where `now` is fixed.
  public var identities: IdentitySource
  /// Who works here: shown to others while the workspace is locked, and the first name of a new identity.
  public var userName: String
  /// Whether the user chose that name themselves: then it is the one that goes into what they write, whatever
  /// identity was kept before. Nothing is changed on the disk for it.
  public var isUserNameChosen: Bool

  /// An environment; see the properties.
  public init(
    disk: any Disk = LocalDisk(), now: @escaping @Sendable () -> Instant,
    identities: IdentitySource = .system, userName: String, isUserNameChosen: Bool = false
  ) {
    self.disk = disk
    self.now = now
    self.identities = identities
    self.userName = userName
    self.isUserNameChosen = isUserNameChosen
  }
}

/// Whether a workspace is opened to be changed.
public enum Access: Sendable, Hashable {
  case read
  case write
}
