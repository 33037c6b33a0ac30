import PlainText
import TextUI

/// A piece of a row that is sent in one call.
struct CellRun: Hashable {
  var column: Int
  var text: String
  var style: Style
}

extension CellRun {
  /// The pieces of a row that is `columns` wide on the terminal, without the blanks that clearing it draws.
  ///
  /// Only ASCII is joined: any other character is put at its own column, so that a terminal library which thinks
  /// it wider or narrower than we do cannot shift what follows.
  ///
  /// - Parameter isASCII: whether everything else is replaced by what is like it.
  static func runs(of row: ArraySlice<Canvas.Cell>, columns: Int, isASCII: Bool = false) -> [CellRun] {
    let visible = row.prefix(columns)
    let end = visible.lastIndex { $0 != Canvas.Cell() }.map { $0 + 1 } ?? visible.startIndex
    let cells = visible[..<end]
    var runs: [CellRun] = []
    var joins = false
    for (column, cell) in cells.enumerated() where !cell.text.isEmpty && !isCut(column, row, columns) {
      let text = isASCII ? ascii(cell.text) : cell.text
      let isPlainText = isASCII || text.utf8.count == 1
      if joins, isPlainText, let last = runs.indices.last, runs[last].style == cell.style {
        runs[last].text += text
      } else {
        runs.append(CellRun(column: column, text: text, style: cell.style))
      }
      joins = isPlainText
    }
    return runs
  }

  private static func ascii(_ text: String) -> String {
    text.utf8.count == 1 ? text : text.reduce(into: "") { $0 += ASCIIText.cell($1) }
  }

  /// Whether the right half of a wide character is beyond the edge.
  private static func isCut(_ column: Int, _ row: ArraySlice<Canvas.Cell>, _ columns: Int) -> Bool {
    guard column == columns - 1, row.count > columns else { return false }
    return row[row.startIndex + columns].text.isEmpty
  }
}
