import FieldbookModel
import Testing

@Suite struct HoursTextTests {
  @Test(arguments: [
    ("6", 6.0), ("2.5", 2.5), ("1,5", 1.5), ("90 min", 1.5), ("1h30", 1.5), ("6 hours", 6), ("2 hrs", 2),
    ("1 h", 1),
    ("10 minutes", 0.17), ("0", 0),
  ])
  func `hours are read as people type them`(text: String, hours: Double) {
    #expect(HoursText.hours(text) == hours)
  }

  @Test(arguments: ["", "soon", "-2", "1h90", "99999", "1e3", "h", "5 days", "1.2.3", "٣"])
  func `what is no number of hours is none`(text: String) {
    #expect(HoursText.hours(text) == nil)
  }

  @Test func `what is kept reads back as the same`() {
    for text in ["6", "2.5", "10 min", "12650"] {
      let hours = HoursText.hours(text)
      #expect(hours.map(HoursText.text).flatMap(HoursText.hours) == hours)
    }
  }
}
