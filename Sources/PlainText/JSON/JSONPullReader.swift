/// Reads a JSON text token by token, without building a tree: for facts files of tens of megabytes.
///
/// It is as strict as `JSONDocument.parse`. After a problem has been thrown the reader is of no more use.
public struct JSONPullReader: Sendable {
  private let bytes: [UInt8]
  private let limits: JSONLimits
  private var position = 0
  /// For each list and object around the next token, whether it is an object.
  private var open: [Bool] = []
  /// The names met so far in each open object.
  private var names: [Set<String>] = []
  private var state = State.value

  /// What was read last, or, once `settle` has looked, what comes next.
  private enum State {
    case opened
    case afterValue
    case value
    case name
    case close
    case finished
  }

  /// A reader at the beginning of a text. Throws what can be told from the whole: its size and encoding.
  public init(_ bytes: [UInt8], limits: JSONLimits = .facts) throws(JSONProblem) {
    self.bytes = bytes
    self.limits = limits
    try scan { (scanner) throws(JSONProblem) in try scanner.checkWhole() }
  }

  /// The next token, or `nil` once the text has been read to its end.
  public mutating func next() throws(JSONProblem) -> JSONToken? {
    switch try settle() {
    case .finished: nil
    case .close: close()
    case .name: .name(try name())
    default: try value()
    }
  }

  /// The next number, if a number comes next; otherwise nothing is read.
  ///
  /// A number too large for a `Double` is infinite.
  public mutating func readNumber() throws(JSONProblem) -> Double? {
    guard try settle() == .value else { return nil }
    let number = try scan { (scanner) throws(JSONProblem) -> Double? in
      scanner.skipSpace()
      guard scanner.startsNumber else { return nil }
      let range = try scanner.number()
      return DecimalText.double(scanner.bytes, range)
    }
    if number != nil { state = .afterValue }
    return number
  }

  /// The next text, if a text comes next as a value; otherwise nothing is read.
  public mutating func readString() throws(JSONProblem) -> String? {
    guard try settle() == .value else { return nil }
    let text = try scan { (scanner) throws(JSONProblem) -> String? in
      scanner.skipSpace()
      return scanner.current == UInt8(ascii: "\"") ? try scanner.string() : nil
    }
    if text != nil { state = .afterValue }
    return text
  }

  /// The whole value that comes next, as a tree; `nil` if no value comes next.
  public mutating func readValue() throws(JSONProblem) -> JSONValue? {
    guard try settle() == .value else { return nil }
    let depth = open.count
    let value = try scan { (scanner) throws(JSONProblem) -> JSONValue in
      var reader = JSONTreeReader(scanner, depth: depth)
      defer { scanner.position = reader.position }
      return try reader.value()
    }
    state = .afterValue
    return value
  }

  /// Skips the value that comes next, with all that is in it; where a name comes next, the whole member.
  /// At the end of a list or an object it does nothing.
  public mutating func skipValue() throws(JSONProblem) {
    if try settle() == .name { _ = try name() }
    guard try settle() == .value else { return }
    let depth = open.count
    repeat { try skipToken() } while open.count > depth
  }

  /// Where the next token starts. It reads the text again up to there: for messages.
  public var place: TextPlace {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, limits: limits, position: position)
      scanner.skipSpace()
      var counter = PlaceCounter()
      return counter.place(of: scanner.position, in: buffer)
    }
  }

  /// A problem at the present place, for what is good JSON and yet not what its reader can use.
  public func problem(found: String, expected: String) -> JSONProblem {
    JSONProblem(place: place, found: found, expected: expected)
  }
}

// MARK: - Steps

extension JSONPullReader {
  /// Moves to the next token, past a comma if there must be one, and says what kind it is.
  @inline(__always)
  private mutating func settle() throws(JSONProblem) -> State {
    guard state == .opened || state == .afterValue else { return state }
    let isFirst = state == .opened
    guard let isObject = open.last else {
      try scan { (scanner) throws(JSONProblem) in try scanner.checkEnd() }
      state = .finished
      return state
    }
    let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let isClosed = try scan { (scanner) throws(JSONProblem) -> Bool in
      scanner.skipSpace()
      if scanner.current == closing { return true }
      guard isFirst || scanner.take(UInt8(ascii: ",")) else {
        throw scanner.unexpected("a comma or \(isObject ? "}" : "]")")
      }
      return false
    }
    state = isClosed ? .close : isObject ? .name : .value
    return state
  }

  private mutating func close() -> JSONToken {
    position += 1
    state = .afterValue
    guard open.popLast() == true else { return .endArray }
    names.removeLast()
    return .endObject
  }

  private mutating func name() throws(JSONProblem) -> String {
    let start = position
    let name = try scan { (scanner) throws(JSONProblem) in try scanner.memberName() }
    if !names[names.count - 1].insert(name.text).inserted {
      position = start
      throw try scan { (scanner) throws(JSONProblem) in scanner.duplicate(name) }
    }
    state = .value
    return name.text
  }

  private mutating func value() throws(JSONProblem) -> JSONToken {
    let depth = open.count
    let token = try scan { (scanner) throws(JSONProblem) in try scanner.token(depth: depth) }
    note(token)
    return token
  }

  private mutating func skipToken() throws(JSONProblem) {
    guard try settle() == .value else {
      _ = try next()
      return
    }
    let depth = open.count
    let token = try scan { (scanner) throws(JSONProblem) -> JSONToken in
      scanner.skipSpace()
      guard scanner.current == UInt8(ascii: "\"") else { return try scanner.token(depth: depth) }
      try scanner.skipString()
      return .null
    }
    note(token)
  }

  private mutating func note(_ token: JSONToken) {
    switch token {
    case .beginObject: enter(isObject: true)
    case .beginArray: enter(isObject: false)
    default: state = .afterValue
    }
  }

  private mutating func enter(isObject: Bool) {
    open.append(isObject)
    if isObject { names.append([]) }
    state = .opened
  }

  @inline(__always)
  private mutating func scan<Result>(
    _ body: (inout JSONScanner) throws(JSONProblem) -> Result
  ) throws(JSONProblem) -> Result {
    let (limits, start) = (limits, position)
    var end = start
    let result = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONProblem) -> Result in
      var scanner = JSONScanner(buffer, limits: limits, position: start)
      defer { end = scanner.position }
      return try body(&scanner)
    }
    position = end
    return result
  }
}
