import FieldbookModel
import PlainText
import TextUI

/// Why a school should be looked at, a fact a line.
enum SchoolReasons {
  static func lines(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    // What speaks for a visit is not for those who stand around in one.
    let reasons = context.isVisit ? [] : context.standings[urn].reasons
    guard !reasons.isEmpty else { return [] }
    let width = max(20, context.size.columns - 8)
    let lines = reasons.flatMap { reason in
      TextWrap.lines(reason.words.capitalisedFirst, width: width).enumerated().map { index, text in
        Line(index == 0 ? "  ! " : "    ", .caution) + Line(String(text))
      }
    }
    return [SchoolLine(Line("Look at", .heading))] + lines.map { SchoolLine($0) } + [SchoolLine(Line())]
  }
}

extension String {
  /// The text with its first letter as a capital.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
