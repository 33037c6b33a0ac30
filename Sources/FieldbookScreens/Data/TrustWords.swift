import FieldbookModel
import PlainText
import TextUI

/// What the trust table says in sentences.
struct TrustWords {
  let screen: TrustTableScreen
  let sheet: TrustSheet
  let context: ScreenContext

  private var point: String { sheet.period.halfTerm?.title ?? sheet.period.text }
  private var before: String { sheet.period.halfTerm?.yearBefore.title ?? sheet.period.year.previous.text }

  private func wrapped(_ text: String, _ style: Style = .quiet, most: Int = 2) -> [Line] {
    TextWrap.lines(text, width: max(20, context.size.columns - 2)).prefix(most).map {
      Line(String($0), style)
    }
  }

  // MARK: The two questions

  /// Which schools fell, and the widest gap.
  var answers: [Line] {
    guard !sheet.measures.isEmpty else { return [] }
    return wrapped(falls, .plain) + (gap.map { wrapped($0, .plain) } ?? [])
  }

  private var falls: String {
    let falls = sheet.said.falls
    guard !falls.isEmpty else {
      return sheet.said.compared == 0
        ? "Nothing at this point can be set against \(before)."
        : "None of \(sheet.said.compared) changes since \(before) is a fall larger than chance often brings."
    }
    let listed = falls.map { fall in
      "\(fall.school.name) \(fall.figure.measure.shortTitle) \(DataText.change(fall.figure).text)"
    }
    func words(_ count: Int) -> String {
      let more = listed.count > count ? ", \(listed.count - count) more" : ""
      return "Fell most since \(before): \(listed.prefix(count).joined(separator: ", "))\(more)"
    }
    // As many as two lines hold.
    let width = max(20, context.size.columns - 2)
    let count = (1...min(6, listed.count)).last { TextWrap.lines(words($0), width: width).count <= 2 }
    return words(count ?? 1)
  }

  private var gap: String? {
    guard let gap = sheet.said.widestGap else { return nil }
    return
      "Widest gap: \(context.snapshot.schoolName(gap.school)) \(gap.measure.shortTitle), \(DataText.words(gap))"
  }

  // MARK: All together

  /// All schools together for the measures in sight, the rule, and the signs.
  var foot: [Line] {
    guard !sheet.measures.isEmpty else { return [] }
    let pooled = shown.compactMap { measure in
      sheet.pooled(measure.id).map { pooled -> String in
        let change = pooled.difference.map { ", \(FigureText.change($0)) over \(pooled.compared)" } ?? ""
        return "\(measure.shortTitle) \(DataText.value(pooled.value, measure)) of \(pooled.pupils), "
          + "\(pooled.schools) of \(pooled.asked) schools\(change)"
      }
    }
    let together =
      pooled.isEmpty
      ? [] : wrapped("All together, by pupils: " + pooled.joined(separator: " · "), .plain, most: 2)
    return together + wrapped(signs, most: 3)
  }

  /// The measure in front and the ones after it, as many as are mostly in sight.
  private var shown: [Measure] {
    let index = sheet.measures.firstIndex { $0.id == screen.measure } ?? 0
    return Array(
      (sheet.measures[index...] + sheet.measures[..<index]).prefix(context.size.columns < 120 ? 2 : 4))
  }

  private var signs: String {
    let codes = Set(sheet.schools.flatMap { school in shown.compactMap { code(school, $0) } })
    let reasons = MissingReason.allCases.filter { codes.contains($0.code) }.map { "\($0.code) \($0.words)" }
    return
      (["H- L- out of line with all together (H+ L+ for the better), ! change larger than chance"] + reasons)
      .joined(separator: " · ")
  }

  private func code(_ school: School, _ measure: Measure) -> String? {
    let figure = sheet.figure(measure.id, of: school)
    return figure?.now?.absenceCode ?? (figure?.now == nil ? figure?.reason?.code : nil)
  }

  // MARK: One figure

  /// The figure in front of the school under the cursor, and what it is set against.
  var status: Line {
    guard let row = screen.chosenRow(context), let measure = screen.measure,
      let figure = row.figure(measure)
    else { return Line() }
    if let find = screen.find, !find.isEmpty {
      return Line("“\(find)” matches \(screen.rows(context).count). Esc shows all", .plain)
    }
    return Line(DataText.sideBySide(figure), .quiet)
  }

  /// What stands there when nothing was returned.
  var empty: [Line] {
    let name = screen.name
    return [
      Line("None of your \(screen.part.title.lowercased()) schools has a figure of \(point)."), "",
      Line(
        "\(context.key("trust.earlier", on: name)) and \(context.key("trust.later", on: name)) show another "
          + "half-term or year, \(context.key("trust.part", on: name)) the schools of another phase.", .quiet),
      Line("Import what your schools sent: fieldbook import FILE...", .quiet),
    ]
  }
}
