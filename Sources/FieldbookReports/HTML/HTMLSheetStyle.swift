import PlainText

/// The style of a sheet on paper: one side of A4, with type as large as its lines leave room for.
enum HTMLSheetStyle {
  /// The height of all lines together, in points of their type: what is left of it their leading, headings and rows take.
  private static let room = 540.0
  /// The width between the margins, in points.
  private static let width = 525.0

  /// The part of the style sheet for printing.
  static func print(_ document: ReportDocument) -> String {
    """
    .text{font-weight:400}
    @page{size:A4;margin:9mm 11mm}
    @media print{
    :root{color-scheme:light}
    html{font-size:\(size(document))pt}
    body{line-height:1.2}
    main{max-width:none;padding:0}
    header{border-bottom:2px solid;padding-bottom:.2rem}
    h1{font-size:1.9rem;line-height:1.1}
    .subject{font-size:1.05rem;margin:.1rem 0 0;color:var(--quiet)}
    p,ul,ol,dl{margin:.12rem 0}
    section{position:relative;border-top:1px solid;margin:.3rem 0 0;padding-top:.12rem;break-inside:avoid}
    h2{margin:0;padding:0;border:0;font-size:1em;line-height:1.2}
    .said{display:grid;grid-template-columns:8.5rem 1fr;column-gap:.6rem}
    .said>h2{grid-column:1}
    .said>:not(h2){grid-column:2;margin:0}
    .tabled>h2{position:absolute;left:0;top:.14rem;max-width:17rem;white-space:nowrap}
    .tabled caption{position:absolute;clip-path:inset(50%);height:1px;width:1px;overflow:hidden;padding:0}
    .wide{overflow:visible;margin:0}
    table{line-height:1.2}
    th,td,thead th{padding:.06rem .7rem .06rem 0;border:0}
    th:last-child,td:last-child{padding-right:0}
    tbody th{font-weight:400}
    tbody tr+tr>*{border-top:1px solid var(--line)}
    thead td,thead th{border-bottom:1px solid var(--line)}
    .numbers tbody th{position:static;min-width:13rem}
    li{margin:.06rem 0;padding-left:1.4rem}
    .mark{min-width:1rem}
    .sign{border:0;height:auto;width:auto;line-height:inherit}
    .concern>.mark{background:none;color:inherit}
    .plain>li{padding-left:1.2rem}
    .late>p:first-of-type strong{border-width:1px;padding:0 .2rem;margin-right:.25rem}
    .note{font-size:.9em;margin-top:.3rem}
    a{color:inherit;text-decoration:none}
    }
    """
  }

  /// The size of the type, in points and tenths: the fuller the sheet and the wider its letters, the smaller. No line of
  /// the text becomes two, and 60 lines always fit.
  private static func size(_ document: ReportDocument) -> String {
    let lines = TextReport.flow(document).lines(width: TextReport.width).map(\.text).filter { !$0.isEmpty }
    let byLines = room / Double(max(1, lines.count))
    let byWidth = width / max(1, lines.map(ems).max() ?? 1)
    let tenths = min(105, max(75, Int(min(byLines, byWidth) * 10)))
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// About how wide a line is in wide type such as DejaVu Sans, in its size; other type is narrower.
  private static func ems(_ line: String) -> Double {
    line.reduce(0) { sum, character in
      switch character {
      case " ": sum + 0.32
      case "W", "M", "m", "w", "@", "%", "…", "—": sum + 0.98
      case _ where character.isUppercase: sum + 0.76
      case _ where character.isASCII: sum + 0.62
      default: sum + 0.62 * Double(max(1, DisplayWidth.of(String(character))))
      }
    }
  }
}
