import PlainText

/// How a form shares its width between labels and values.
struct FormColumns: Hashable {
  /// Below this, labels stand above their values.
  private static let narrowest = 50

  /// Columns for the labels, the mark of the focus included; 0 where they stand above.
  let labelWidth: Int
  /// Where values begin.
  let valueColumn: Int
  let valueWidth: Int

  init(_ form: Form, width: Int) {
    let width = max(0, width)
    let widest = form.fields.reduce(0) { max($0, DisplayWidth.of($1.label)) }
    labelWidth = width < Self.narrowest ? 0 : min(widest + 4, width / 3)
    valueColumn = width < Self.narrowest ? 2 : labelWidth
    valueWidth = max(1, width - valueColumn - 1)
  }
}
