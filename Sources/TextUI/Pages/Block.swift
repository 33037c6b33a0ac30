/// A part of a page that takes its whole width.
public struct Block: Sendable {
  /// What a block shows.
  public enum Content: Sendable {
    /// Text that is cut where the room ends; what must be read to its end belongs into a list.
    case lines([Line])
    /// Rows of text, of which one may be chosen.
    case list(ListBlock)
    /// Text to read from its first line in sight; it has the whole width, and nothing in it is chosen.
    case reading([Line], top: Int)
    /// Rows and columns.
    case table(TableBlock)
    /// Fields being filled in.
    case form(Form)
    /// A line across the page, with a title in it.
    case rule(String)
    /// Two stacks of blocks side by side; the left one gets so many columns.
    case beside([Block], [Block], leftWidth: Int)
  }

  /// What the scroll memory knows the block by; unique on its page where the block scrolls.
  public var id: String
  /// What it shows.
  public var content: Content
  /// How many rows it asks for.
  public var height: BlockHeight

  /// Makes a block.
  public init(_ content: Content, height: BlockHeight = .fit, id: String = "") {
    self.id = id
    self.content = content
    self.height = height
  }
}

/// How many rows a block asks for.
public enum BlockHeight: Hashable, Sendable {
  /// As many as its content has.
  case fit
  /// So many, whatever its content.
  case exactly(Int)
  /// What is left over, shared with the other blocks that fill.
  case fill
  /// As many as its content has, up to so many.
  case atMost(Int)
}

extension Block {
  /// A block of text.
  public static func lines(_ lines: [Line], height: BlockHeight = .fit) -> Block {
    Block(.lines(lines), height: height)
  }

  /// A line across the page, with a title in it.
  public static func rule(_ title: String = "") -> Block {
    Block(.rule(title), height: .exactly(1))
  }

  /// A list that fills the room.
  public static func list(_ list: ListBlock, id: String, height: BlockHeight = .fill) -> Block {
    Block(.list(list), height: height, id: id)
  }

  /// Text to read that fills the room.
  public static func reading(_ lines: [Line], top: Int, id: String, height: BlockHeight = .fill) -> Block {
    Block(.reading(lines, top: top), height: height, id: id)
  }

  /// A table that fills the room.
  public static func table(_ table: TableBlock, id: String, height: BlockHeight = .fill) -> Block {
    Block(.table(table), height: height, id: id)
  }

  /// A form that fills the room.
  public static func form(_ form: Form, id: String, height: BlockHeight = .fill) -> Block {
    Block(.form(form), height: height, id: id)
  }

  /// Two stacks of blocks side by side.
  public static func beside(
    _ left: [Block], _ right: [Block], leftWidth: Int, height: BlockHeight = .fill
  ) -> Block {
    Block(.beside(left, right, leftWidth: leftWidth), height: height)
  }
}
