extension String {
  /// Without blanks around it.
  func trimmingBlanks() -> String {
    guard let first = utf8.first, let last = utf8.last else { return "" }
    // Most cells have none; a byte over 0x7F may be part of an exotic one.
    if (0x21...0x7E).contains(first), (0x21...0x7E).contains(last) { return self }
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  /// Whether there is nothing to read in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
