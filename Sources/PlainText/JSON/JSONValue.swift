/// A JSON document or any part of one, with the text of its numbers kept as it was written.
///
/// Two strings that differ only in their Unicode normal form are equal, as they are everywhere in Swift.
public enum JSONValue: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number, as text.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object. The order of its members carries no meaning; they are written in UTF-8 order.
  case object([String: JSONValue])
}

extension JSONValue {
  /// The member of that name; `nil` where there is none or this is not an object.
  ///
  /// Setting `nil` removes the member. Setting a member of `null` makes an object of it; setting one of
  /// any other kind of value changes nothing.
  public subscript(name: String) -> JSONValue? {
    get {
      guard case .object(let members) = self else { return nil }
      return members[name]
    }
    set {
      guard var members = object ?? (self == .null ? [:] : nil) else { return }
      // Letting go of the old payload first, so that the dictionary is changed in place.
      self = .null
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The text, if this is one.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number, if this is one that is whole and fits.
  public var int: Int? {
    guard case .number(let number) = self else { return nil }
    return number.int
  }

  /// The number, if this is one that fits in a `Double`; `1e400` does not.
  public var double: Double? {
    guard case .number(let number) = self, number.double.isFinite else { return nil }
    return number.double
  }

  /// The truth value, if this is one.
  public var bool: Bool? {
    guard case .bool(let flag) = self else { return nil }
    return flag
  }

  /// The elements, if this is a list.
  public var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members, if this is an object.
  public var object: [String: JSONValue]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// Whether this is `null`.
  public var isNull: Bool { self == .null }

  /// What kind of value this is, in words for a message: “a text”, “a list”.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
