/// What was cut out of texts, the latest first: a few pieces, so that cutting again does not lose the one before.
public struct Clippings: Hashable, Sendable {
  /// One piece of text.
  struct Piece: Hashable, Sendable {
    var text: String
    /// Whether it is made of whole lines: those are pasted above the line the cursor is in.
    var isLines: Bool
  }

  /// On which side of the piece before it a further piece of the same cut belongs.
  enum Side {
    case before
    case after
  }

  /// How many pieces are kept.
  private static let most = 12
  private(set) var pieces: [Piece] = []

  /// Nothing has been cut.
  public init() {}

  /// Whether nothing has been cut yet.
  public var isEmpty: Bool { pieces.isEmpty }

  /// Takes a piece; what was cut right after another piece joins it.
  mutating func add(_ piece: Piece, joining side: Side?) {
    guard !piece.text.isEmpty else { return }
    guard let side, let latest = pieces.first, latest.isLines == piece.isLines else {
      pieces.insert(piece, at: 0)
      pieces.removeLast(max(0, pieces.count - Clippings.most))
      return
    }
    pieces[0].text = side == .after ? latest.text + piece.text : piece.text + latest.text
  }
}
