import FieldbookModel
import PlainText

/// Measures whose figures a file writes as words, such as grades and bands, with the place of each word in its order.
struct MeasureWords: Sendable {
  private let words: [String: [String: Double]]

  /// Reads a format's `words`.
  init(_ format: JSONValue) {
    words = (format["words"]?.object ?? [:]).mapValues { words in
      Dictionary(
        (words.object ?? [:]).compactMap { word, number in
          number.double.map { (Mapping.folded(word), $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The words of a measure, folded; nil where it is written in numbers.
  subscript(measure: String) -> [String: Double]? { words[measure] }
}
