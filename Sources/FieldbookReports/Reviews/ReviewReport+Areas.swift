import FieldbookModel

extension ReviewReport {
  /// Area by area: the grade, why, and the findings it rests on.
  func writeAreas(on page: inout ReportPage) {
    page.heading("What was found, area by area")
    let known = Set(review.framework.areas.map(\.id))
    let strays = review.findings.filter { $0.record.counts && !known.contains($0.area) }
    let areas = review.framework.areas.filter { review.isFormal || !review.findings(in: $0.id).isEmpty }
    if areas.isEmpty, strays.isEmpty { page.paragraph("No findings are written down.") }
    for area in areas { write(area, on: &page) }
    guard !strays.isEmpty else { return }
    page.subheading("Under no area of the framework")
    for finding in strays { write(finding, on: &page) }
  }

  private func write(_ area: Framework.Area, on page: inout ReportPage) {
    let judgement = review.judgement(of: area.id)
    page.subheading(area.title)
    if review.isFormal, area.scale.isEmpty {
      if !judgement.notReviewed.isEmpty {
        page.paragraph("Not reviewed: \(judgement.notReviewed)", indent: 2)
      }
      if !judgement.rationale.isEmpty { page.paragraph("In short: \(judgement.rationale)", indent: 2) }
    } else if review.isFormal {
      let grade = sentence(GradeText.ours(judgement, in: review.framework))
      page.paragraph(judgement.isGraded ? "Grade: \(grade)" : grade, indent: 2)
      if !judgement.rationale.isEmpty { page.paragraph("Because: \(judgement.rationale)", indent: 2) }
    }
    let findings = review.findings(in: area.id)
    if findings.isEmpty, judgement.notReviewed.isEmpty { page.paragraph("No findings.", indent: 2) }
    for finding in findings { write(finding, on: &page) }
  }

  private func write(_ finding: Finding, on page: inout ReportPage) {
    page.paragraph(finding.statement, mark: (finding.kind?.sign ?? "·") + " ", indent: 2)
    let words = [finding.kind?.title, finding.scale?.rawValue].compactMap { $0 }
    let nature = words.isEmpty ? "" : sentence(words.joined(separator: ", ")) + ". "
    page.paragraph(nature + support(of: finding), indent: 4)
  }

  /// What a finding rests on, with the notes' numbers in the annex.
  private func support(of finding: Finding) -> String {
    let behind = review.evidence(behind: finding)
    guard !behind.isEmpty else { return "Rests on no note: not triangulated." }
    let ids = Set(behind.map(\.id))
    let numbers = notes.indices.filter { ids.contains(notes[$0].id) }.map { String($0 + 1) }
    let sources = Set(behind.map(\.sourceKey)).count
    let name = behind.count == 1 ? "note" : "notes"
    let rests =
      "Rests on \(counted(behind.count, "note", "notes")) from \(counted(sources, "source", "sources"))"
    let warning = review.isTriangulated(finding) ? "" : " Not triangulated: one source only."
    return "\(rests) (\(name) \(numbers.joined(separator: ", "))).\(warning)"
  }
}
