import FieldbookModel
import PlainText
import TextUI

/// What the measure screen says in sentences: against whom, how many, and what the signs mean.
struct MeasureWords {
  let asked: MeasureRows

  /// The chosen school among its peers and among similar ones.
  func standing(_ row: MeasureRows.Row) -> Line {
    guard let value = row.value else {
      return Line(
        "\(row.school.name): \(row.observation?.absence ?? "no row that year in the files")", .quiet)
    }
    var words = "\(FigureText.value(value, asked.unit))"
    if let standing = asked.standing(row), let percentile = standing.percentile {
      words +=
        ": \(asked.better == .neither ? "higher" : "better") than \(standing.below) of \(standing.others)"
      words += " (percentile \(Int(percentile.rounded())))"
    } else {
      words += ": none of the other \(asked.peers.words) in the files has it"
    }
    let similar = asked.similar
    if let among = asked.standingAmongSimilar(similar) {
      words += ", and than \(among.below) of \(among.others) similar"
    }
    return Line(words, .quiet)
  }

  /// The signs and the schools that stand behind them.
  var foot: [String] {
    var signs = ["● value"]
    if asked.rows.contains(where: { $0.observation?.lower != nil }) { signs.append("├─┤ 95% interval") }
    if let england = asked.england?.reading.value {
      signs.append("│ England \(FigureText.value(england, asked.unit))")
    }
    if asked.spread.figures.count >= 8 { signs.append("... the middle half of \(asked.peers.words)") }
    let quoted = asked.england?.place.source.citation.map { CitationWords.line("England", [$0]) }
    return [signs.joined(separator: "   "), peers] + (quoted.map { [$0] } ?? [])
      + (refusal.map { [$0] } ?? [])
  }

  /// Whom the counts are of: never “England” where the files hold one authority.
  private var peers: String {
    let coverage = asked.coverage
    return "Set among \(coverage.having) of the register’s \(coverage.inRegister) "
      + "\(asked.peers.words)\(MeasureWords.places(coverage.authorities))."
  }

  /// `, all in Surrey`, `, in 152 local authorities`; nothing where no file says where they are.
  private static func places(_ authorities: [String: String]) -> String {
    guard authorities.count == 1, let only = authorities.first else {
      return authorities.isEmpty ? "" : ", in \(authorities.count) local authorities"
    }
    return ", all in \(only.value.isEmpty ? "local authority \(only.key)" : only.value)"
  }

  /// Why there are no similar schools; nil where there are.
  var refusal: String? {
    switch asked.similar.refusal {
    case nil: nil
    case .filesLackFeatures(let count):
      "No similar schools: they need five features of the intake, the files have \(count). "
        + "Import the school census."
    case .schoolLacksFeatures(let count):
      "No similar schools: they need five features of the intake, this school has \(count)."
    case .nobody: "No similar schools: none of its peers shares five features with it."
    }
  }
}
