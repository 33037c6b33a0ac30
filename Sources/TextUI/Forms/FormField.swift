/// One field of a form: what it asks for and how it is filled in.
public struct FormField: Hashable, Sendable {
  /// How a field is filled in.
  public enum Kind: Hashable, Sendable {
    /// Text of several lines; it is drawn with at least so many.
    case text(minimumLines: Int)
    /// One line of text.
    case line
    /// One of several, or none.
    case choice([Choice])
    /// Any number of several.
    case choices([Choice])
  }

  /// What the program knows the field by.
  public var id: String
  /// What the user knows it by.
  public var label: String
  /// What belongs into it, shown while it has the focus.
  public var help: String
  /// How it is filled in.
  public var kind: Kind
  /// Whether it must be filled in. The form only says so; whoever accepts it refuses.
  public var isRequired: Bool
  /// How many words it should have, where there is advice on it: counted at the foot of the form, never enforced.
  public var words: ClosedRange<Int>?

  /// Makes a field.
  public init(
    id: String, label: String, help: String = "", kind: Kind, isRequired: Bool = false,
    words: ClosedRange<Int>? = nil
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.kind = kind
    self.isRequired = isRequired
    self.words = words
  }
}

/// One of the things that a field offers.
public struct Choice: Hashable, Sendable {
  /// What the program knows it by; without commas.
  public var id: String
  /// What the user knows it by.
  public var title: String
  /// More about it, shown while it is the chosen one.
  public var detail: String

  /// Makes a choice.
  public init(id: String, title: String, detail: String = "") {
    self.id = id
    self.title = title
    self.detail = detail
  }
}

/// What a field holds.
public enum FormValue: Hashable, Sendable {
  /// The text of a text or a line.
  case text(String)
  /// The id of the choice made, `nil` for none.
  case choice(String?)
  /// The ids of the choices made, in the order in which the field offers them.
  case choices([String])
}

/// What a key did to a form.
public enum FormOutcome: Hashable, Sendable {
  /// A value changed.
  case edited
  /// The focus or the cursor moved.
  case moved
  /// The user accepts what stands there.
  case accept
  /// The user leaves; what was typed is for the caller to keep.
  case leave
  /// The user wants the focused text in an editor of their own.
  case external
  /// The key means nothing here.
  case ignored
}
