extension JSONScanner {
  /// The name of a member and the offset of its opening quote.
  struct MemberName {
    var text: String
    var offset: Int
  }

  /// Reads a member's name and the colon after it.
  @inline(__always)
  mutating func memberName() throws(JSONProblem) -> MemberName {
    skipSpace()
    let offset = position
    guard current == UInt8(ascii: "\"") else { throw unexpected("a member's name in double quotes") }
    let text = try string()
    skipSpace()
    guard take(UInt8(ascii: ":")) else { throw unexpected("a colon after the member's name") }
    return MemberName(text: text, offset: offset)
  }

  func duplicate(_ name: MemberName) -> JSONProblem {
    problem(
      at: name.offset, found: "“" + SafeText.visible(name.text) + "” a second time",
      expected: "each name once in an object")
  }

  func tooDeep() -> JSONProblem {
    problem(
      at: position, found: "lists and objects more than \(limits.depth) deep",
      expected: "at most \(limits.depth)")
  }
}
