extension TextEditor {
  /// Every place at which a text stands, without regard to capitals, from the first on.
  func matches(of text: String) -> [Range<Int>] {
    let wanted = text.map { Glyph($0).folded }
    guard let first = wanted.first, wanted.count <= glyphs.count else { return [] }
    var matches: [Range<Int>] = []
    var place = 0
    while place + wanted.count <= glyphs.count {
      if glyphs[place].folded == first, holds(wanted, at: place) {
        matches.append(place..<place + wanted.count)
        place += wanted.count
      } else {
        place += 1
      }
    }
    return matches
  }

  private func holds(_ wanted: [Character], at place: Int) -> Bool {
    wanted.indices.allSatisfy { glyphs[place + $0].folded == wanted[$0] }
  }

  /// Takes the cursor to a match: the first at or after a place, or the last before it; beyond the ends it goes round.
  /// Says which of how many it is; `nil` where there is none, and the cursor stays.
  mutating func find(
    _ text: String, from place: Int, backwards: Bool = false
  ) -> (index: Int, count: Int)? {
    endKey()
    let matches = matches(of: text)
    guard !matches.isEmpty else { return nil }
    let index =
      backwards
      ? matches.lastIndex { $0.lowerBound < place } ?? matches.count - 1
      : matches.firstIndex { $0.lowerBound >= place } ?? 0
    cursor = matches[index].lowerBound
    found = matches[index]
    return (index, matches.count)
  }
}
