/// The imports of a Swift source file, read without a compiler.
struct SourceImports {
  /// One import.
  struct Found: Hashable {
    /// The module, without what is imported of it.
    let module: String
    /// Whether whoever imports this module gets that one too.
    let isReexported: Bool
  }

  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "let", "var", "actor",
  ]

  /// Every import in the text, however it is written; comments and string literals are passed over.
  static func all(in text: String) -> [Found] {
    let words = SourceText.code(text).split(whereSeparator: { $0.isWhitespace || $0 == ";" }).map(String.init)
    var found: [Found] = []
    for index in words.indices where words[index] == "import" && index + 1 < words.count {
      var name = words[index + 1]
      if kinds.contains(name), index + 2 < words.count { name = words[index + 2] }
      let module = name.split(separator: ".").first.map(String.init) ?? name
      let before = words[max(0, index - 3)..<index]
      found.append(
        Found(
          module: module.filter { $0 != "`" },
          isReexported: before.last == "public" || before.last == "package" || before.contains("@_exported")))
    }
    return found
  }
}

/// Swift source as text.
enum SourceText {
  /// The source without its comments and without what stands in its string literals.
  static func code(_ text: String) -> String {
    let characters = Array(text)
    var code = ""
    var index = 0
    while index < characters.count {
      let rest = characters[index...]
      if rest.starts(with: "//") {
        index = rest.firstIndex(where: \.isNewline) ?? characters.count
      } else if rest.starts(with: "/*") {
        index = endOfComment(characters, from: index)
        code.append(" ")
      } else if rest.starts(with: "\"\"\"") {
        index = endOfString(characters, from: index + 3, delimiter: "\"\"\"")
        code.append("\"\"")
      } else if characters[index] == "\"" {
        index = endOfString(characters, from: index + 1, delimiter: "\"")
        code.append("\"\"")
      } else {
        code.append(characters[index])
        index += 1
      }
    }
    return code
  }

  private static func endOfComment(_ characters: [Character], from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < characters.count {
      let rest = characters[index...]
      if rest.starts(with: "/*") {
        depth += 1
        index += 2
      } else if rest.starts(with: "*/") {
        depth -= 1
        index += 2
        if depth == 0 { return index }
      } else {
        index += 1
      }
    }
    return index
  }

  private static func endOfString(_ characters: [Character], from start: Int, delimiter: String) -> Int {
    var index = start
    while index < characters.count {
      if characters[index] == "\\" {
        index += 2
      } else if characters[index...].starts(with: delimiter) {
        return index + delimiter.count
      } else if delimiter == "\"", characters[index].isNewline {
        return index
      } else {
        index += 1
      }
    }
    return characters.count
  }
}
