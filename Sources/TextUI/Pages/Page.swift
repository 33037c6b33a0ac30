/// What a screen says, once: `PageLayout` lays it out on a canvas of any size.
public struct Page: Sendable {
  /// The name of the screen and of what it shows: line 1, at the left. The note never crowds it out.
  public var title: String
  /// What goes with the title, such as the date: line 1, at the right.
  public var titleNote: String
  /// The sections of the program, on line 2; no line when empty.
  public var tabs: [Tab]
  /// What the page shows, from the top.
  public var blocks: [Block]
  /// What teaches how the page is used, at its foot.
  public var strip: Strip?
  /// What is going on, in words: the line above the hints.
  public var status: Line
  /// What can be done here, most useful first. As many as fit are shown, and always the last one.
  public var hints: [Hint]
  /// A line being typed at the foot of the page, in place of the hints.
  public var prompt: Prompt?

  /// Makes a page.
  public init(
    title: String, titleNote: String = "", tabs: [Tab] = [], blocks: [Block] = [], status: Line = Line(),
    hints: [Hint] = [], prompt: Prompt? = nil
  ) {
    self.title = title
    self.titleNote = titleNote
    self.tabs = tabs
    self.blocks = blocks
    self.status = status
    self.hints = hints
    self.prompt = prompt
  }
}

/// A section of the program in the line of tabs.
public struct Tab: Hashable, Sendable {
  /// The name of the key that goes there.
  public var key: String
  /// The name of the section.
  public var title: String
  /// Whether this page belongs to it.
  public var isCurrent: Bool

  /// Makes a tab.
  public init(key: String, title: String, isCurrent: Bool = false) {
    self.key = key
    self.title = title
    self.isCurrent = isCurrent
  }
}

/// A key and what it does here, for the last line of the page.
public struct Hint: Hashable, Sendable {
  /// The name of the key.
  public var key: String
  /// What it does, in a word or two.
  public var title: String

  /// Makes a hint.
  public init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}

/// A line being typed at the foot of a page.
public struct Prompt: Hashable, Sendable {
  /// What is asked for, such as `/` or `e›`.
  public var label: String
  /// The text typed so far.
  public var editor: LineEditor
  /// What the text means, shown under it; the hints that fit stand at its right.
  public var preview: Line?

  /// Makes a prompt.
  public init(label: String, editor: LineEditor = LineEditor(), preview: Line? = nil) {
    self.label = label
    self.editor = editor
    self.preview = preview
  }
}
