import FieldbookModel

/// The names of trusts, federations or authorities, to find what comes near one that is mistyped.
struct OwnerNames: Sendable {
  private let names: [String]
  private let owner: InForce.Owner

  init(_ names: [String], owner: InForce.Owner) {
    // Of several spellings of one name the first by order is shown.
    let tidied = Set(names.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }).sorted()
    var known: Set<String> = []
    self.names = tidied.filter { !$0.isEmpty && known.insert(SchoolGroups.folded($0)).inserted }
    self.owner = owner
  }

  /// That no school belongs to an owner of that name, with up to five names that come near.
  func refusal(of wanted: String) -> ImportRefusal {
    let near = near(wanted)
    let mend =
      if names.isEmpty {
        "The register names nothing of the kind."
      } else if near.isEmpty {
        "Write it as the register does."
      } else {
        "Did you mean " + near.map { "“\($0)”" }.joined(separator: " or ") + "?"
      }
    return ImportRefusal(
      what: "no school of the register belongs to \(owner.title) named “\(wanted)”", mend: mend, wants: .ours)
  }

  /// Up to five names that share words with the one asked for or differ in few letters, the nearest first.
  func near(_ wanted: String) -> [String] {
    let folded = SchoolGroups.folded(wanted)
    let scored = names.map { (name: $0, distance: OwnerNames.distance(folded, $0.lowercased())) }
    let near = scored.filter { $0.distance <= 0.6 }.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return near.prefix(5).map(\.name)
  }

  /// Words that many trusts' names have and that tell none from another.
  private static let commonWords: Set<String> = [
    "the", "of", "and", "trust", "academy", "academies", "multi", "multi-academy", "school", "schools",
    "education",
    "educational", "learning", "limited", "ltd", "partnership",
  ]

  /// 0 for the same name, up to 1 for names with nothing in common.
  private static func distance(_ wanted: String, _ name: String) -> Double {
    let edits = Double(edits(Array(wanted.unicodeScalars), Array(name.unicodeScalars)))
    let byLetters = edits / Double(max(1, wanted.unicodeScalars.count, name.unicodeScalars.count))
    let words = tellingWords(wanted)
    guard !words.isEmpty else { return byLetters }
    let shared = words.intersection(tellingWords(name)).count
    let byWords = shared == 0 ? 1 : 0.5 * (1 - Double(shared) / Double(words.count)) + 0.1
    return min(byLetters, byWords)
  }

  private static func tellingWords(_ name: String) -> Set<String> {
    Set(name.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" }).map(String.init))
      .subtracting(commonWords)
  }

  /// Levenshtein's distance.
  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    // Names are short; whoever gives a very long one gets no suggestions rather than a long wait.
    guard a.count <= 200, b.count <= 200 else { return max(a.count, b.count) }
    var previous = Array(0...b.count)
    for (row, left) in a.enumerated() {
      var current = [row + 1]
      for (column, right) in b.enumerated() {
        let change = previous[column] + (left == right ? 0 : 1)
        current.append(min(change, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[b.count]
  }
}
