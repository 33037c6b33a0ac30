/// Reads a whole JSON text into a tree, with places if they are wanted.
struct JSONTreeReader {
  private var scanner: JSONScanner
  private var places: JSONPlaceRecorder?
  private var depth = 0

  /// The offset of the next byte.
  var position: Int { scanner.position }

  init(_ bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits, recordsPlaces: Bool) {
    scanner = JSONScanner(bytes, limits: limits)
    places = recordsPlaces ? JSONPlaceRecorder() : nil
  }

  /// A reader of one value in the middle of a text, with so many lists and objects open around it.
  init(_ scanner: JSONScanner, depth: Int) {
    self.scanner = scanner
    self.depth = depth
  }

  mutating func document() throws(JSONProblem) -> (root: JSONValue, places: JSONPlaceRecorder) {
    try scanner.checkWhole()
    let root = try value()
    try scanner.checkEnd()
    return (root, places ?? JSONPlaceRecorder())
  }

  mutating func value() throws(JSONProblem) -> JSONValue {
    scanner.skipSpace()
    places?.value(at: scanner.position, in: scanner.bytes)
    switch scanner.current {
    case UInt8(ascii: "\""):
      return .string(try scanner.string())
    case UInt8(ascii: "{"):
      return .object(try object())
    case UInt8(ascii: "["):
      return .array(try array())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(scanner.number(in: try scanner.number()))
    default:
      guard let flag = try scanner.literal() else { return .null }
      return .bool(flag)
    }
  }

  private mutating func array() throws(JSONProblem) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    scanner.skipSpace()
    if scanner.current != UInt8(ascii: "]") {
      repeat {
        places?.enter(element: elements.count)
        elements.append(try value())
        places?.leave()
        scanner.skipSpace()
      } while scanner.take(UInt8(ascii: ","))
    }
    guard scanner.take(UInt8(ascii: "]")) else { throw scanner.unexpected("a comma or ]") }
    depth -= 1
    return elements
  }

  private mutating func object() throws(JSONProblem) -> [String: JSONValue] {
    try enter()
    var members: [String: JSONValue] = [:]
    scanner.skipSpace()
    if scanner.current != UInt8(ascii: "}") {
      // Growing a dictionary hashes every name again: most objects have no more members than this.
      members.reserveCapacity(6)
      repeat { try member(into: &members) } while scanner.take(UInt8(ascii: ","))
    }
    guard scanner.take(UInt8(ascii: "}")) else { throw scanner.unexpected("a comma or }") }
    depth -= 1
    return members
  }

  private mutating func member(into members: inout [String: JSONValue]) throws(JSONProblem) {
    let name = try scanner.memberName()
    places?.enter(member: name.text, at: name.offset, in: scanner.bytes)
    let value = try value()
    places?.leave()
    if members.updateValue(value, forKey: name.text) != nil { throw scanner.duplicate(name) }
    scanner.skipSpace()
  }

  private mutating func enter() throws(JSONProblem) {
    depth += 1
    guard depth <= scanner.limits.depth else { throw scanner.tooDeep() }
    scanner.position += 1
  }
}
