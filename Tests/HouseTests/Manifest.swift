/// Package.swift as text: which modules each module may link to.
enum Manifest {
  /// The modules of Sources named in the manifest with the modules of ours they depend on.
  static func dependencies(in manifest: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for opening in ["room(", ".target(", ".executableTarget("] {
      var rest = manifest[...]
      while let start = rest.range(of: opening) {
        let call = balanced(rest[start.upperBound...])
        rest = rest[start.upperBound...]
        guard let name = literals(in: call).first, !call.contains("path:"), !call.hasPrefix("_ ") else {
          continue
        }
        found[name] = dependencies(of: call)
      }
    }
    return found
  }

  private static func dependencies(of call: Substring) -> Set<String> {
    for label in ["imports: [", "dependencies: ["] {
      guard let start = call.range(of: label) else { continue }
      let list = call[start.upperBound...].prefix { $0 != "]" }
      let ours = list.split(separator: ",").filter { !$0.contains(".product") && !$0.contains("package:") }
      return Set(ours.flatMap { literals(in: $0) })
    }
    return []
  }

  /// The text up to the parenthesis that closes what was opened before it.
  private static func balanced(_ text: Substring) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  private static func literals(in text: Substring) -> [String] {
    text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The first place where a text stands.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
