import FieldbookModel

extension ReviewReport {
  /// Area by area: the grade, why, and the findings it rests on.
  var areasPart: [ReportBlock] {
    let known = Set(review.framework.areas.map(\.id))
    let strays = review.findings.filter { $0.record.counts && !known.contains($0.area) }
    let areas = review.framework.areas
    var blocks: [ReportBlock] = [.heading("What was found, area by area")]
    if areas.isEmpty, strays.isEmpty { blocks.append(.paragraph("No findings are written down.")) }
    for area in areas { blocks += [.subheading(area.title), .inset(content(of: area))] }
    if !strays.isEmpty {
      blocks += [.subheading("Under no area of the framework"), .inset([.items(strays.map(item))])]
    }
    return blocks
  }

  private func content(of area: Framework.Area) -> [ReportBlock] {
    let judgement = review.judgement(of: area.id)
    let findings = review.findings(in: area.id)
    var blocks = area.scale.isEmpty ? inShort(judgement) : reasons(judgement)
    if findings.isEmpty, judgement.notReviewed.isEmpty { blocks.append(.paragraph("No findings.")) }
    if !findings.isEmpty { blocks.append(.items(findings.map(item))) }
    return blocks
  }

  /// What is said of an area that asks for no grade.
  private func inShort(_ judgement: Judgement) -> [ReportBlock] {
    let terms = [
      ReportTerm("Not reviewed", judgement.notReviewed), ReportTerm("In short", judgement.rationale),
    ]
    .filter { !$0.value.isEmpty }
    return terms.isEmpty ? [] : [.terms(terms)]
  }

  private func reasons(_ judgement: Judgement) -> [ReportBlock] {
    let grade = sentence(GradeText.ours(judgement, in: review.framework))
    let because = judgement.rationale.isEmpty ? [] : [ReportTerm("Because", judgement.rationale)]
    guard judgement.isGraded else {
      return [.paragraph(ReportText(grade))] + (because.isEmpty ? [] : [.terms(because)])
    }
    return [.terms([ReportTerm("Grade", grade)] + because)]
  }

  private func item(_ finding: Finding) -> ReportItem {
    let words = [finding.kind?.title, finding.scale?.rawValue].compactMap { $0 }
    let nature = words.isEmpty ? "" : sentence(words.joined(separator: ", ")) + ". "
    return ReportItem(
      ReportItem.Mark(finding.kind), finding.statement,
      details: [.paragraph(ReportText(nature) + support(of: finding))])
  }

  /// What a finding rests on, with the notes' numbers in the annex.
  private func support(of finding: Finding) -> ReportText {
    let behind = review.evidence(behind: finding)
    guard !behind.isEmpty else { return "Rests on no note: not triangulated." }
    let ids = Set(behind.map(\.id))
    let numbers = notes.indices.filter { ids.contains(notes[$0].id) }.map { $0 + 1 }
    let sources = counted(Set(behind.map(\.sourceKey)).count, "source", "sources")
    let count = counted(behind.count, "note", "notes")
    var text = ReportText("Rests on \(count) from \(sources) (\(behind.count == 1 ? "note" : "notes") ")
    for (place, number) in numbers.enumerated() {
      if place > 0 { text = text + ", " }
      text = text + ReportText(String(number), to: ReviewReport.anchor(note: number))
    }
    let warning = review.isTriangulated(finding) ? "" : " Not triangulated: one source only."
    return text + ReportText(").\(warning)")
  }
}

extension ReportItem.Mark {
  /// The mark of a finding, by what it shows.
  init(_ kind: FindingKind?) {
    switch kind {
    case .strength: self = .strength
    case .improve: self = .improve
    case .concern: self = .concern
    case .question: self = .question
    case nil: self = .bullet
    }
  }
}
