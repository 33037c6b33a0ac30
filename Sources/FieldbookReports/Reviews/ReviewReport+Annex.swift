import FieldbookModel

extension ReviewReport {
  /// The notes that count, numbered, in the order in which they were taken.
  var notesPart: [ReportBlock] {
    var blocks: [ReportBlock] = [.heading("Annex: notes")]
    if notes.isEmpty { blocks.append(.paragraph("No notes were taken.")) }
    var day: CalendarDate?
    for (index, note) in notes.enumerated() {
      if let date = note.at?.date, date != day {
        blocks.append(.subheading(date.weekdayText))
        day = date
      }
      blocks.append(.items([item(note, number: index + 1)]))
    }
    return blocks
  }

  /// What links lead to a note by.
  static func anchor(note number: Int) -> String { "note-\(number)" }

  private func item(_ note: Evidence, number: Int) -> ReportItem {
    let time = note.at?.timeText ?? "time not known"
    let strength = note.strength.map { " · \($0.title)" } ?? ""
    return ReportItem(
      .number(number), "\(time) · \(note.sourceTitle)\(strength) · \(areas(of: note))",
      details: [.paragraph(ReportText(note.text))], anchor: ReviewReport.anchor(note: number))
  }

  private func areas(of note: Evidence) -> String {
    let titles = note.areas.map { review.framework.area($0)?.title ?? $0 }
    return titles.isEmpty ? "no area" : titles.joined(separator: ", ")
  }

  /// What was withdrawn, with the reason: it stays readable and counts for nothing.
  var withdrawnPart: [ReportBlock] {
    let notes = review.evidence.map { ("Note", $0.text, $0.record) }
    let findings = review.findings.map { (noun(of: $0), $0.statement, $0.record) }
    let judgements = review.record.parts("judgements").map { ("Judgement", areaTitle($0.id), $0) }
    let own = actions.filter { $0.review == review.id && !$0.record.isUndone }
      .map { ("Action", $0.text, $0.record) }
    let withdrawn = (notes + findings + judgements + own).filter { $0.2.isWithdrawn }
    guard !withdrawn.isEmpty else { return [] }
    let items = withdrawn.map { kind, text, record in
      ReportItem(
        .bullet, "\(kind), withdrawn: \(text)",
        details: [.terms([ReportTerm("Reason", record.text("withdrawn"))])])
    }
    return [
      .heading("Annex: withdrawn"),
      .paragraph("These were withdrawn: they stay readable, and count for nothing above."), .items(items),
    ]
  }

  /// In a note of visit strengths and questions are called what they are.
  private func noun(of finding: Finding) -> String {
    guard review.isNote, let kind = finding.kind, FindingKind.ofNotes.contains(kind) else { return "Finding" }
    return sentence(kind.title)
  }

  private func areaTitle(_ id: String) -> String { review.framework.area(id)?.title ?? id }
}
