import FieldbookModel
import PlainText

/// Schools of ours that somebody typed, by URN or by name, parted by semicolons: `Thornfield; 900012`.
struct SchoolsTyped {
  /// The schools, each once, in the order in which they were typed.
  private(set) var urns: [URN] = []
  /// What could not be made out; nil where all could.
  private(set) var problem: String?

  /// Makes out what was typed.
  /// - Parameter already: schools that stood there before, ours or not any more.
  init(_ text: String, already: [URN], _ facts: Facts) {
    let ours = facts.ours
    for part in text.split(separator: ";").map({ String($0).trimmed() }) where !part.isEmpty {
      let found = already.filter { $0.text == part } + SchoolsTyped.schools(named: part, among: ours)
      guard let urn = found.first, Set(found).count == 1 else {
        problem =
          found.isEmpty
          ? "None of our schools is called “\(part)”: type its name, a part of it, or its URN"
          : "“\(part)” may be \(Set(found).count) of our schools: type more of the name, or the URN"
        continue
      }
      if !urns.contains(urn) { urns.append(urn) }
    }
  }

  /// Schools as they can be typed: by name, or by URN where the name tells more than one of ours, or none.
  static func text(_ urns: [URN], _ facts: Facts) -> String {
    urns.map { urn in
      let name = facts.ours.first { $0.urn == urn }?.name ?? ""
      return schools(named: name, among: facts.ours) == [urn] ? name : urn.text
    }.joined(separator: "; ")
  }

  /// The school of that URN or name; else those whose names hold what was typed.
  private static func schools(named text: String, among ours: [School]) -> [URN] {
    if let school = ours.first(where: { $0.urn.text == text }) { return [school.urn] }
    let folded = FoldedText.bytes(text)
    guard !folded.isEmpty else { return [] }
    let same = ours.filter { FoldedText.bytes($0.name) == folded }
    return (same.isEmpty ? ours.filter { FoldedText.contains(FoldedText.bytes($0.name), folded) } : same)
      .map(\.urn)
  }
}
