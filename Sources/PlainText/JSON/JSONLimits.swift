/// How much of a JSON text is accepted, so that no file can exhaust memory or the stack.
public struct JSONLimits: Hashable, Sendable {
  /// The most bytes that a whole text may have.
  public var bytes: Int
  /// The most bytes that one string or number may have, as written.
  public var textBytes: Int
  /// How deep lists and objects may lie within each other.
  public var depth: Int

  /// Limits of one's own. A depth over 512 is taken as 512.
  public init(bytes: Int, textBytes: Int, depth: Int) {
    self.bytes = bytes
    self.textBytes = textBytes
    self.depth = min(depth, 512)
  }

  /// For what people write: 16 MiB in all, 4 MiB in one text, 64 deep.
  public static let document = JSONLimits(bytes: 16 << 20, textBytes: 4 << 20, depth: 64)
  /// For facts, of which a national file has tens of megabytes: 1 GiB in all, 1 MiB in one text, 64 deep.
  public static let facts = JSONLimits(bytes: 1 << 30, textBytes: 1 << 20, depth: 64)
}
