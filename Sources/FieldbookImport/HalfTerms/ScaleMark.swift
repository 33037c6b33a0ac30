import FieldbookModel
import PlainText

/// Marks how a return was read where its scales are the workspace's own: shares are reckoned with the levels that count
/// as expected and higher, so another scale is another reading of the same bytes.
enum ScaleMark {
  static func of(_ scales: [AssessmentScale], in tally: ReturnTally) -> String {
    let used = Set(tally.tables.values.flatMap { $0.values.compactMap(\.scale?.id) })
    let texts = scales.filter { used.contains($0.id) }.sorted { $0.id < $1.id }.map { scale in
      let levels = scale.levels.map { "\($0.id):\($0.from.map { NumberText.plain($0) } ?? "")" }
      return "\(scale.id) \(levels.joined(separator: ",")) \(scale.expected) \(scale.higher ?? "")"
    }
    guard !texts.isEmpty else { return "" }
    return "+" + SHA256.hex(Array(texts.joined(separator: "\n").utf8)).prefix(8)
  }
}
