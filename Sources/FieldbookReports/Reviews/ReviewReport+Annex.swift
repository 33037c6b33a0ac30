import FieldbookModel

extension ReviewReport {
  /// The notes that count, numbered, in the order in which they were taken.
  func writeNotes(on page: inout ReportPage) {
    page.heading("Annex: notes")
    if notes.isEmpty { page.paragraph("No notes were taken.") }
    var day: CalendarDate?
    for (index, note) in notes.enumerated() {
      if let date = note.at?.date, date != day {
        page.subheading(date.weekdayText)
        day = date
      }
      write(note, mark: "\(index + 1). ", on: &page)
    }
  }

  private func write(_ note: Evidence, mark: String, on page: inout ReportPage) {
    let time = note.at?.timeText ?? "time not known"
    let strength = note.strength.map { " · \($0.title)" } ?? ""
    page.paragraph("\(time) · \(note.sourceTitle)\(strength) · \(areas(of: note))", mark: mark)
    page.paragraph(note.text, indent: mark.count)
  }

  private func areas(of note: Evidence) -> String {
    let titles = note.areas.map { review.framework.area($0)?.title ?? $0 }
    return titles.isEmpty ? "no area" : titles.joined(separator: ", ")
  }

  /// What was withdrawn, with the reason: it stays readable and counts for nothing.
  func writeWithdrawn(on page: inout ReportPage) {
    let notes = review.evidence.map { ("Note", $0.text, $0.record) }
    let findings = review.findings.map { ("Finding", $0.statement, $0.record) }
    let judgements = review.record.parts("judgements").map { ("Judgement", areaTitle($0.id), $0) }
    let own = actions.filter { $0.review == review.id && !$0.record.isUndone }
      .map { ("Action", $0.text, $0.record) }
    let withdrawn = (notes + findings + judgements + own).filter { $0.2.isWithdrawn }
    guard !withdrawn.isEmpty else { return }
    page.heading("Annex: withdrawn")
    page.paragraph("These were withdrawn: they stay readable, and count for nothing above.")
    for (kind, text, record) in withdrawn {
      page.paragraph("\(kind), withdrawn: \(text)", mark: "· ")
      page.paragraph("Reason: \(record.text("withdrawn"))", indent: 2)
    }
  }

  private func areaTitle(_ id: String) -> String { review.framework.area(id)?.title ?? id }
}
