import FieldbookModel
import PlainText

/// What stands in the cells of a row.
extension ReturnReader {
  func text(_ row: CSVRow, _ role: ReturnLayout.Role) -> String {
    view.places[role].flatMap { row.field($0) }?.trimmingBlanks() ?? view.given[role] ?? ""
  }

  /// The school of a row, by its URN, or else by its LAESTAB or its name. A name that is not known is not repeated: it may be no
  /// school's.
  mutating func school(of row: CSVRow) -> URN? {
    if let urn = URN(cell: text(row, .urn)) { return urn }
    guard let names, text(row, .urn).isEmpty else {
      note("no-urn", row, .urn, "the row has no valid URN; it is left out")
      return nil
    }
    if view.places[.laestab] != nil, let urn = names.urn(laestab: text(row, .laestab)) { return urn }
    if view.places[.school] != nil, let urn = names.urn(named: text(row, .school)) { return urn }
    let place = view.places[.laestab] ?? view.places[.school]
    problems.note(
      "no-school", line: row.line, column: place.map { header.names[$0] },
      "no one school that is known is called so; the row is left out")
    return nil
  }

  mutating func halfTerm(of row: CSVRow) -> HalfTerm? {
    let typed = text(row, .period)
    if typed.isEmpty, let halfTerm = given?.halfTerm { return halfTerm }
    if let halfTerm = Period(text: typed)?.halfTerm { return halfTerm }
    // A file of one year may name its half-terms alone.
    if let year = given?.year, let part = HalfTerm.Part(text: typed) {
      return HalfTerm(year: year, part: part)
    }
    note("period", row, .period, "this is no half-term such as 2026-27 Autumn 1; the row is left out")
    return nil
  }

  mutating func group(of row: CSVRow) -> PupilGroup? {
    let typed = text(row, .group)
    if typed.isEmpty { return .all }
    if let group = ReturnWords.group(typed) { return group }
    note(
      "group", row, .group,
      "this is no group that is known (boys, girls, disadvantaged, not disadvantaged, EAL, SEN support, EHC plan…; "
        + "two joined by +); the row is left out")
    return nil
  }

  mutating func count(of row: CSVRow, _ role: ReturnLayout.Role) -> ReturnTally.Count? {
    let typed = text(row, role)
    if let number = NumberCell.number(typed), !typed.contains("%") {
      if number >= 0, number < 1_000_000_000, number == number.rounded() {
        return ReturnTally.Count(number: Int(number), line: row.line)
      }
    } else if MissingReason(code: typed) != nil {
      return ReturnTally.Count(number: nil, code: typed, line: row.line)
    }
    note("count", row, role, "this is no whole number of 0 or more; the row is left out")
    return nil
  }

  /// The scale of a row: the one named, else the one whose level it names. A year group's subject has one scale.
  mutating func scale(
    of row: CSVRow, _ key: ReturnTally.Key, _ halfTerm: HalfTerm
  ) -> AssessmentScale? {
    let typed = text(row, .scale)
    let level = text(row, .level)
    let known = tally.entry(key, in: halfTerm)?.scale
    let found =
      typed.isEmpty
      ? known ?? scales.first { $0.numbers == nil && $0.level(named: level) != nil } ?? scales.first
      : scales.first {
        $0.id.lowercased() == typed.lowercased() || $0.title.lowercased() == typed.lowercased()
      }
    guard let found else {
      note(
        "scale", row, .scale,
        "this is no scale that is known (\(scales.map(\.id).joined(separator: ", "))); the row is left out")
      return nil
    }
    if let known, known.id != found.id {
      note(
        "two-scales", row, .scale,
        "the same year group and subject is counted on the scale “\(known.id)” above; write the subject otherwise, "
          + "such as “maths test”; the row is left out")
      return nil
    }
    return found
  }

  static func levels(of scale: AssessmentScale) -> String {
    let titles = scale.levels.map(\.title).joined(separator: ", ")
    guard let numbers = scale.numbers else { return titles }
    return
      "\(titles), or a number from \(NumberText.plain(numbers.lowerBound)) to \(NumberText.plain(numbers.upperBound))"
  }

  var figureRole: ReturnLayout.Role { view.figure }

  mutating func note(_ code: String, _ row: CSVRow, _ role: ReturnLayout.Role, _ what: String) {
    let place = view.places[role]
    problems.note(
      code, line: row.line, column: place.map { header.names[$0] } ?? layout.columns[role]?.first,
      found: place.flatMap { row.field($0) }, what)
  }
}
