/// A JSON text read whole, with the place of everything in it, for messages about what it says.
public struct JSONDocument: Sendable {
  /// The value that the text is.
  public let root: JSONValue
  /// JSON pointer (RFC 6901) of every value, the root's being empty, and where the value starts.
  public let places: [String: TextPlace]
  /// JSON pointer of every member of an object, and where its name starts.
  public let namePlaces: [String: TextPlace]

  /// Reads a text strictly: UTF-8 without a mark, no duplicate names, no comments, no trailing commas.
  ///
  /// Throws the first problem, with its place.
  public static func parse(
    _ bytes: [UInt8], limits: JSONLimits = .document
  ) throws(JSONProblem) -> JSONDocument {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONProblem) -> JSONDocument in
      var reader = JSONTreeReader(buffer, limits: limits, recordsPlaces: true)
      let (root, places) = try reader.document()
      return JSONDocument(root: root, places: places.values, namePlaces: places.names)
    }
  }

  /// Where the value at a pointer starts; the place of what holds it if there is none, else the beginning.
  public func place(of pointer: String) -> TextPlace {
    var rest = Substring(pointer)
    while true {
      if let place = places[String(rest)] { return place }
      guard let slash = rest.lastIndex(of: "/") else { return TextPlace(line: 1, column: 1) }
      rest = rest[..<slash]
    }
  }
}

extension JSONValue {
  /// Reads a text as strictly as `JSONDocument.parse`, without remembering places, which is faster.
  ///
  /// Throws the first problem, with its place.
  public static func parse(
    _ bytes: [UInt8], limits: JSONLimits = .document
  ) throws(JSONProblem) -> JSONValue {
    try bytes.withUnsafeBufferPointer { (buffer) throws(JSONProblem) -> JSONValue in
      var reader = JSONTreeReader(buffer, limits: limits, recordsPlaces: false)
      return try reader.document().root
    }
  }
}
