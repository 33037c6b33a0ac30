/// Where each block was scrolled to and how large it was when it was last drawn, by the block's id.
public struct ScrollMemory: Sendable, Hashable {
  /// The first row in sight.
  public var tops: [String: Int]
  /// Rows in sight: what Page Down moves by.
  public var heights: [String: Int]
  /// Columns of the block.
  public var widths: [String: Int]

  /// Remembers nothing yet.
  public init() {
    tops = [:]
    heights = [:]
    widths = [:]
  }
}
