import FieldbookModel
import TextUI

/// A school's results where they are read out: each number with its name instead of its column.
extension SchoolResults {
  /// `RWM expected: 2016/17 56%, pupils 54; 2017/18 72%, pupils 58; change up 16 (9 children); LA 64%; England 63%`.
  func spoken(_ measure: String, _ group: PupilGroup, _ label: String) -> Line {
    let unit = facts.catalogue[measure]?.unit
    var parts = years.map { year in
      let observation = facts.observation(of: .school(urn), measure, group, in: year)
      let value = figure(observation, measure, year).text
      let pupils = observation?.n.map { ", pupils \($0)" } ?? ""
      return "\(year.text) \(value)\(observation?.reading.value == nil ? "" : pupils)"
    }
    let la = facts.school(urn)?.laCode ?? ""
    let beside = [
      ("change", change(measure, group, unit)), ("LA", comparator(.la(la), measure, group)),
      ("England", comparator(england, measure, group)),
    ]
    parts += beside.filter { $0.1.text != "–" }.map { "\($0.0) \($0.1.text)" }
    return Line("\(label): " + SchoolResults.childrenSpoken(parts.joined(separator: "; ")))
  }

  /// `(9 children)` for `(9 ch)`: read out, it is a word.
  static func childrenSpoken(_ text: String) -> String {
    text.replacing("(<1 ch)", with: "(less than one child)").replacing("(1 ch)", with: "(1 child)")
      .replacing(" ch)", with: " children)")
  }
}
