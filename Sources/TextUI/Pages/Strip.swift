/// A few lines at the foot of a page that teach how it is used, while the page itself stays in use.
public struct Strip: Hashable, Sendable {
  /// What is being taught, in the rule above the lines.
  public var title: String
  /// Keys and what each does; a row without a key is a sentence. Where there is little room, the last are left out.
  public var rows: [Hint]

  /// Makes a strip.
  public init(title: String, rows: [Hint]) {
    self.title = title
    self.rows = rows
  }
}
