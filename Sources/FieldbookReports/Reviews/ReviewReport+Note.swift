import FieldbookModel

/// A note of visit as the school gets it: one page, without grades.
extension ReviewReport {
  /// What the note says, in order.
  func noteDocument() -> ReportDocument {
    var document = ReportDocument(
      title: review.kindTitle, subject: "\(school?.name ?? "School") · URN \(review.school.text)",
      standing: noteStanding, isFull: isFull)
    document.blocks = noteHead + purposePart + seenPart
    document.blocks += strengthsPart + questionsPart + otherFindingsPart + noteActionsPart
    if !review.answers.isEmpty { document.blocks += answeredPart }
    document.blocks += sharedPart + addendaPart + withdrawnPart
    return document
  }

  private var noteStanding: ReportDocument.Standing {
    review.state == .cancelled ? .cancelled : isIssuedNote ? .issued : .draft
  }

  /// Whether the school has it.
  private var isIssuedNote: Bool { review.isShared || review.signedAt != nil }

  private var noteHead: [ReportBlock] {
    var blocks: [ReportBlock] = []
    switch noteStanding {
    case .cancelled: blocks.append(cancelledCallout)
    case .draft:
      let words = "DRAFT. It has not been shared yet, and anything in it may still change."
      blocks.append(.callout(ReportCallout(.warning, words)))
    case .issued: break
    }
    let people = review.reviewers.isEmpty ? "not named" : review.reviewers.joined(separator: ", ")
    blocks.append(
      .fields([
        ReportTerm("Date", review.date?.weekdayText ?? "not set"),
        ReportTerm("Kind", sentence(review.visitKind?.title ?? "")), ReportTerm("Visited by", people),
        ReportTerm("Printed", "\(now.date.weekdayText), \(now.timeText)"),
      ]))
    if isFull { blocks.append(.callout(.full)) }
    return blocks
  }

  private var purposePart: [ReportBlock] {
    [
      .heading("Purpose"),
      .paragraph(ReportText(review.focus.isEmpty ? "No purpose was written down." : review.focus)),
    ]
  }

  // MARK: What was seen

  /// The notes that count in the order in which they are printed: by area, those of no area last. A note that bears on
  /// several areas stands under the one it names first.
  var notesByArea: [(title: String, notes: [Evidence])] {
    let known = review.framework.areas
    func home(_ note: Evidence) -> String? {
      note.areas.first { id in known.contains { $0.id == id } }
    }
    let byHome = Dictionary(grouping: notes, by: home)
    let parts = known.compactMap { area in byHome[area.id].map { (title: area.title, notes: $0) } }
    let rest = byHome[nil].map { [(title: parts.isEmpty ? "" : "Besides", notes: $0)] } ?? []
    return parts + rest
  }

  private var seenPart: [ReportBlock] {
    var blocks: [ReportBlock] = [.heading(ReviewReport.seenHeading)]
    if notes.isEmpty { blocks.append(.paragraph("No notes were taken.")) }
    var number = 0
    for (title, notes) in notesByArea {
      if !title.isEmpty { blocks.append(.subheading(title)) }
      let items = notes.map { note -> ReportItem in
        number += 1
        let source = note.type == .note && note.sourceTitle == note.type.title ? "" : " (\(note.sourceTitle))"
        let strength = note.strength.map { sentence("\($0.title): ") } ?? ""
        return ReportItem(
          .number(number), "\(strength)\(note.text)\(source)",
          anchor: ReviewReport.anchor(note: number))
      }
      blocks.append(.items(items))
    }
    return blocks
  }

  /// The heading over what was seen.
  static let seenHeading = "What was seen, area by area"

  // MARK: Strengths and questions

  private var strengthsPart: [ReportBlock] {
    [
      .heading("Strengths"),
      review.strengths.isEmpty
        ? .paragraph("None is written down.") : .items(review.strengths.map { point($0, .strength) }),
    ]
  }

  private var questionsPart: [ReportBlock] {
    [
      .heading("Questions for the school"),
      review.questions.isEmpty
        ? .paragraph("None is written down.") : .items(review.questions.map { point($0, .question) }),
    ]
  }

  /// Of notes that were written as reviews are.
  private var otherFindingsPart: [ReportBlock] {
    review.otherFindings.isEmpty
      ? []
      : [
        .heading("To improve"),
        .items(review.otherFindings.map { point($0, ReportItem.Mark($0.kind)) }),
      ]
  }

  private func point(_ finding: Finding, _ mark: ReportItem.Mark) -> ReportItem {
    let area = review.framework.area(finding.area)?.title
    let numbers = self.numbers(behind: finding)
    guard !numbers.isEmpty else {
      return ReportItem(
        mark, finding.statement, details: area.map { [.paragraph("Area: \($0).")] } ?? [])
    }
    var text = ReportText(
      "Rests on \(counted(numbers.count, "note", "notes")) (\(numbers.count == 1 ? "note" : "notes") ")
    for (place, number) in numbers.enumerated() {
      if place > 0 { text = text + ", " }
      text = text + ReportText(String(number), to: ReviewReport.anchor(note: number))
    }
    return ReportItem(
      mark, finding.statement,
      details: [.paragraph(text + ReportText(")." + (area.map { " Area: \($0)." } ?? "")))])
  }

  /// The notes behind a finding by the numbers they are printed under.
  private func numbers(behind finding: Finding) -> [Int] {
    let ids = Set(review.evidence(behind: finding).map(\.id))
    let printed = notesByArea.flatMap(\.notes)
    return printed.indices.filter { ids.contains(printed[$0].id) }.map { $0 + 1 }
  }

  // MARK: Actions

  var noteActionsPart: [ReportBlock] {
    let items = ownActions.enumerated().map { place, action in
      let status = action.status(in: reviews)
      var details: [ReportBlock] = [
        .facts(
          ActionText.terms(action, status: status), sentence: ActionText.particulars(action, status: status))
      ]
      if !action.success.isEmpty { details.append(.terms([ReportTerm("Test of success", action.success)])) }
      return ReportItem(.number(place + 1), action.text, details: details)
    }
    return [
      .heading("Actions agreed"),
      items.isEmpty ? .paragraph("No action was agreed.") : .items(items),
    ]
  }

  /// What became of actions agreed earlier, as far as this visit looked at them.
  var answeredPart: [ReportBlock] {
    let answers = review.answers
    let known = actions.filter { answers[$0.id] != nil && !$0.record.isUndone }
      .sorted { ($0.due?.dayNumber ?? .max, $0.id) < ($1.due?.dayNumber ?? .max, $1.id) }
    let items = known.map { action in
      ReportItem(.bullet, action.text, details: [.paragraph(ReportText(found(answers[action.id])))])
    }
    return [.heading("Actions answered")] + (items.isEmpty ? [] : [.items(items)])
  }

  // MARK: Sharing

  private var sharedPart: [ReportBlock] {
    guard isIssuedNote else { return [] }
    let who = review.signedBy.isEmpty ? "" : " by \(review.signedBy)"
    let when = review.signedAt.map { ", \($0.date.weekdayText) at \($0.timeText)" } ?? ""
    return [.heading("Shared"), .paragraph("Shared with the school\(who)\(when).")]
  }

  /// What was added after the school had it.
  var addendaPart: [ReportBlock] { AddendaText.part(review.addenda) }
}

/// Addenda as reports say them: after what was issued, never within it.
enum AddendaText {
  /// Those that count and those that were withdrawn, oldest first; nothing where there are none.
  static func part(_ addenda: [Addendum]) -> [ReportBlock] {
    guard !addenda.isEmpty else { return [] }
    return [.heading("Addenda")]
      + addenda.flatMap { addendum -> [ReportBlock] in
        let when = addendum.at.map { "\($0.date.weekdayText) at \($0.timeText)" } ?? "no day"
        let who = addendum.by.isEmpty ? "" : ", by \(addendum.by)"
        let withdrawn =
          addendum.record.isWithdrawn
          ? [ReportBlock.terms([ReportTerm("Withdrawn", addendum.record.text("withdrawn"))])] : []
        return [.subheading("Added \(when)\(who)"), .paragraph(ReportText(addendum.text))] + withdrawn
      }
  }
}
