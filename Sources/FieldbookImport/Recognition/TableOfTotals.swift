import FieldbookModel
import PlainText

/// Tells a table of totals from a list of single pupils, where both have a year group and columns named after subjects.
///
/// A list of pupils must never be taken for totals, so a table counts as one of totals only where nothing in it could be a
/// pupil: every column is one that is known and says nothing of a person, what stands under the subjects is numbers, and
/// no two rows speak of the same. Whatever else there is, a column nobody knows for example, makes it a list of pupils.
enum TableOfTotals {
  /// Whether it is certain that a table has no row for a pupil.
  static func isCertain(_ header: CSVRow, _ layout: PupilLayout, _ rows: CSVReader) -> Bool {
    let personal: [PupilLayout.Role] = [.sex, .disadvantaged, .sen, .eal, .fsm]
    guard personal.allSatisfy({ layout.places[$0] == nil }) else { return false }
    let subjects = Set(layout.subjects.map(\.place))
    let others = header.fields.indices.filter { !subjects.contains($0) }
    let known = Set(layout.places.values)
    guard
      others.allSatisfy({
        header.fields[$0].isBlank || known.contains($0) || TableGuess.role(of: header.fields[$0]) != nil
      })
    else { return false }
    var seen: Set<[String]> = []
    var rows = rows
    while let row = rows.next() {
      if row.fields.allSatisfy(\.isBlank) { continue }
      // A field beyond the header, or under a blank one, may be anything.
      guard row.fields.count <= header.fields.count, holdsNoPerson(row, header, subjects) else {
        return false
      }
      let key = others.filter { !isNumber(header, $0) }.map { (row.field($0) ?? "").trimmingBlanks() }
      guard seen.insert(key).inserted else { return false }
    }
    return !seen.isEmpty
  }

  private static func holdsNoPerson(_ row: CSVRow, _ header: CSVRow, _ subjects: Set<Int>) -> Bool {
    header.fields.indices.allSatisfy { place in
      let text = (row.field(place) ?? "").trimmingBlanks()
      if header.fields[place].isBlank { return text.isEmpty }
      guard subjects.contains(place) else { return true }
      return text.isEmpty || NumberCell.number(text) != nil || MissingReason(code: text) != nil
    }
  }

  /// Whether a column holds numbers, which do not tell what a row speaks of.
  private static func isNumber(_ header: CSVRow, _ place: Int) -> Bool {
    TableGuess.role(of: header.fields[place])?.isNumber ?? false
  }
}
