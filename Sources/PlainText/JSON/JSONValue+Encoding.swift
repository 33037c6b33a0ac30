extension JSONValue {
  /// The value as UTF-8 JSON, always the same bytes for the same value.
  ///
  /// Members are in the order of their names' UTF-8 bytes and slashes are not escaped. Pretty: two spaces
  /// a level, `"name": value`, a newline at the end; else everything on one line without spaces.
  public func encoded(pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.value(self)
    return writer.finished()
  }
}

extension JSONWriter {
  /// A value with everything in it. Inline: all of it goes on this line.
  public mutating func value(_ value: JSONValue, inline: Bool = false) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let number): self.number(number)
    case .string(let text): string(text)
    case .array(let elements):
      beginArray(inline: inline)
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject(inline: inline)
      for (name, member) in members.sorted(by: { JSONText.precedes($0.key, $1.key) }) {
        self.name(name)
        self.value(member)
      }
      endObject()
    }
  }
}

extension JSONText {
  /// The order of names: that of their bytes. (Swift's own order of strings goes by normal forms.)
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
