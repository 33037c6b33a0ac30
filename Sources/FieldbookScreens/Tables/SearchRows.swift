import FieldbookModel
import PlainText

/// What the rows of a table are found by: all texts in one run of bytes, and each row's place in it. A letter then looks
/// through bytes; only an order that nobody has searched before looks its rows up by id.
struct SearchRows {
  private var texts: PackedTexts
  private var placeOf: [String: Int] = [:]
  /// Orders searched lately, with the place of each row.
  private var known: [(ids: [String], places: [Int])] = []

  /// Nothing looked for yet.
  init() {
    texts = PackedTexts([])
  }

  /// Texts that were kept ready, and the place of each row's.
  init(ready: PackedTexts, ids: [String], places: [Int]) {
    texts = ready
    known = [(ids, places)]
  }

  /// Those of some rows whose text holds every word, in the order given.
  mutating func narrowed(_ ids: [String], to words: [[UInt8]], text: (String) -> String) -> [String] {
    let places = places(of: ids, text: text)
    // Of many rows, one look through all texts is quicker than one at each.
    let isHeld = ids.count > texts.count / 8 ? words.map { texts.rows(holding: $0) } : nil
    var (found, foundPlaces): ([String], [Int]) = ([], [])
    for (id, place) in zip(ids, places) {
      guard isHeld?.allSatisfy({ $0[place] }) ?? texts.holds(words, row: place) else { continue }
      found.append(id)
      foundPlaces.append(place)
    }
    remember(found, foundPlaces)
    return found
  }

  /// The place in the order of the first row whose text begins with some bytes.
  mutating func first(_ ids: [String], beginningWith beginning: [UInt8], text: (String) -> String) -> Int? {
    places(of: ids, text: text).firstIndex { texts.begins(with: beginning, row: $0) }
  }

  /// Arrays that share their memory are equal at once, so looking for a known order costs nothing.
  private mutating func places(of ids: [String], text: (String) -> String) -> [Int] {
    if let known = known.last(where: { $0.ids.count == ids.count && $0.ids == ids }) { return known.places }
    if placeOf.isEmpty, let first = known.first {
      placeOf = Dictionary(zip(first.ids, first.places)) { first, _ in first }
    }
    let places = ids.map { id in
      if let place = placeOf[id] { return place }
      texts.append(FoldedText.bytes(text(id)))
      placeOf[id] = texts.count - 1
      return texts.count - 1
    }
    remember(ids, places)
    return places
  }

  private mutating func remember(_ ids: [String], _ places: [Int]) {
    // The first is what all others were narrowed from.
    if known.count > 8 { known.remove(at: 1) }
    known.append((ids, places))
  }
}
