extension JSONScanner {
  /// Whether the next byte can only be the first of a number.
  @inline(__always)
  var startsNumber: Bool {
    current == UInt8(ascii: "-") || current &- UInt8(ascii: "0") < 10
  }

  /// Reads a value, or the beginning of one that holds others, with so many open around it.
  mutating func token(depth: Int) throws(JSONProblem) -> JSONToken {
    skipSpace()
    switch current {
    case UInt8(ascii: "\""):
      return .string(try string())
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < limits.depth else { throw tooDeep() }
      let isObject = current == UInt8(ascii: "{")
      position += 1
      return isObject ? .beginObject : .beginArray
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(number(in: try number()))
    default:
      guard let flag = try literal() else { return .null }
      return .bool(flag)
    }
  }

  /// Reads `true`, `false` or, as `nil`, `null`.
  mutating func literal() throws(JSONProblem) -> Bool? {
    switch current {
    case UInt8(ascii: "t"):
      try literal("true")
      return true
    case UInt8(ascii: "f"):
      try literal("false")
      return false
    default:
      try literal("null")
      return nil
    }
  }
}
