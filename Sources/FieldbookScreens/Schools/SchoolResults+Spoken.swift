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
    return Line("\(label): " + parts.joined(separator: "; ").replacing(" ch)", with: " children)"))
  }
}
