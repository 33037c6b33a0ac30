/// One step through a JSON text.
public enum JSONToken: Hashable, Sendable {
  /// `{`
  case beginObject
  /// A member's name; its value comes next.
  case name(String)
  /// `}`
  case endObject
  /// `[`
  case beginArray
  /// `]`
  case endArray
  /// A text.
  case string(String)
  /// A number.
  case number(JSONNumber)
  /// `true` or `false`.
  case bool(Bool)
  /// `null`
  case null
}
