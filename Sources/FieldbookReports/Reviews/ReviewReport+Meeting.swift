import FieldbookModel

/// A progress meeting as those who were there get it: the numbers that were used, what was said, what was decided.
extension ReviewReport {
  /// What the record of the meeting says, in order.
  func meetingDocument() -> ReportDocument {
    var document = ReportDocument(
      title: review.kindTitle, subject: "\(school?.name ?? "School") · URN \(review.school.text)",
      standing: review.state == .cancelled ? .cancelled : wasHeld ? .issued : .draft, isFull: isFull)
    let printed = PrintedFigures(of: review, facts: facts, rule: rule, isFull: isFull)
    document.blocks = meetingHead + numbersPart(printed)
    document.blocks += textPart(.changed) + textPart(.behind) + textPart(.explanation) + textPart(.different)
    document.blocks += decisionPart + noteActionsPart
    if !review.answers.isEmpty { document.blocks += answeredPart }
    document.blocks += heldPart + addendaPart + withdrawnPart + numberSourcesPart
    document.cells = printed.cells(of: review.usedFigures)
    return document
  }

  private var wasHeld: Bool { review.wasHeld || review.signedAt != nil }

  private var meetingHead: [ReportBlock] {
    var blocks: [ReportBlock] = []
    if review.state == .cancelled {
      blocks.append(cancelledCallout)
    } else if !wasHeld {
      let words = "DRAFT. The meeting is not over yet, and anything in this may still change."
      blocks.append(.callout(ReportCallout(.warning, words)))
    }
    let led = review.reviewers.isEmpty ? "not named" : review.reviewers.joined(separator: ", ")
    let present = review.present.isEmpty ? "not written down" : review.present.joined(separator: ", ")
    blocks.append(
      .fields([
        ReportTerm("Date", review.date?.weekdayText ?? "not set"),
        ReportTerm("Half-term", review.halfTerm?.title ?? "not said"), ReportTerm("Led by", led),
        ReportTerm("With", present), ReportTerm("Printed", "\(now.date.weekdayText), \(now.timeText)"),
      ]))
    if isFull { blocks.append(.callout(.full)) }
    return blocks
  }

  // MARK: Numbers

  private func numbersPart(_ printed: PrintedFigures) -> [ReportBlock] {
    let figures = review.figures
    let used = figures.filter(\.isUsed)
    var blocks: [ReportBlock] = [.heading("Numbers that were used")]
    guard !figures.isEmpty else { return blocks + [.paragraph("There were no numbers to look at.")] }
    if used.isEmpty {
      blocks.append(.paragraph("None of them was marked as used."))
    } else {
      blocks.append(.table(table(of: used, printed)))
      blocks.append(
        .paragraph("Before and change are against the same point of the year before: other pupils."))
    }
    let rest = figures.count - used.count
    if rest > 0 {
      let (number, verb) = (counted(rest, "further number", "further numbers"), rest == 1 ? "was" : "were")
      blocks.append(
        .paragraph(ReportText("\(number) \(verb) looked at and not used, and \(verb) kept with this record."))
      )
    }
    return blocks + [SourceLines.legend(codes(in: used, printed), rule: rule, isFull: isFull)]
  }

  private func table(of figures: [MeetingFigure], _ printed: PrintedFigures) -> ReportTable {
    ReportTable(
      caption: "Numbers as they were on the day of the meeting",
      columns: [
        ReportTable.Column("Number", .name), ReportTable.Column("Value", .number),
        ReportTable.Column("Roll", .number),
        ReportTable.Column("Before", .number), ReportTable.Column("Change", .number),
      ],
      rows: figures.map { figure in
        let group =
          figure.group == .all
          ? "" : ", \(figure.groupTitle.prefix(1).lowercased() + figure.groupTitle.dropFirst())"
        return ["\(figure.title)\(group)"]
          + (printed.isHidden(figure) ? hiddenCells(figure) : cells(figure, printed))
      })
  }

  private func hiddenCells(_ figure: MeetingFigure) -> [String] {
    [MissingReason.hidden.code, "–", figure.before == nil ? "–" : MissingReason.hidden.code, "–"]
  }

  private func cells(_ figure: MeetingFigure, _ printed: PrintedFigures) -> [String] {
    let measure = Measure(
      id: figure.measure, title: figure.title, shortTitle: "", definition: "", unit: figure.unit ?? .average,
      better: .neither, stage: "")
    guard let value = figure.value else { return [figure.reason?.code ?? "–", "–", "–", "–"] }
    let number = ResultCell.number(value, measure)
    let n = figure.n.map { measure.isShareOfPupils ? " of \($0)" : " (\($0))" } ?? ""
    let start = [number + n, figure.roll.map(String.init) ?? "–"]
    if figure.before != nil, printed.isBeforeHidden(figure) {
      return start + [MissingReason.hidden.code, "–"]
    }
    let change = figure.change.map { ResultCell.signed($0) } ?? "–"
    let children = figure.children.map { $0 == 0 ? "" : " (\($0) ch)" } ?? ""
    return start + [figure.before.map { ResultCell.number($0, measure) } ?? "–", change + children]
  }

  /// What the codes in the table mean.
  private func codes(in figures: [MeetingFigure], _ printed: PrintedFigures) -> [ReportTerm] {
    let reasons = figures.compactMap { figure in
      printed.isHidden(figure) || (figure.before != nil && printed.isBeforeHidden(figure))
        ? MissingReason.hidden : figure.reason
    }
    let known = MissingReason.allCases.filter(reasons.contains).map { ReportTerm($0.code, $0.words) }
    let hasChildren = figures.contains { ($0.children ?? 0) != 0 && !printed.isBeforeHidden($0) }
    return known + (hasChildren ? [ReportTerm("ch", "children, about")] : [])
  }

  /// The files that the numbers came from.
  private var numberSourcesPart: [ReportBlock] {
    var seen: [String] = []
    for figure in review.usedFigures where !figure.record.text("file").isEmpty {
      let asAt = figure.record.date("asAt").map { ", as at \($0.longText)" } ?? ""
      let words = "\(figure.record.text("file"))\(asAt)"
      if !seen.contains(words) { seen.append(words) }
    }
    guard !seen.isEmpty else { return [] }
    return [.heading("Sources"), .items(seen.map { ReportItem(.bullet, $0) })]
  }

  // MARK: What was said

  private func textPart(_ text: MeetingText) -> [ReportBlock] {
    let said = review.text(text)
    return [
      .heading(text.title), .paragraph(ReportText(text.question)),
      .inset([.paragraph(ReportText(said.isEmpty ? "Nothing was written down." : said))]),
    ]
  }

  private var decisionPart: [ReportBlock] {
    let decision =
      review.decision.map { "\(sentence($0.title))." } ?? "No decision is written down."
    return [.heading("Decision"), .paragraph(ReportText(decision))]
      + (review.decided.isEmpty ? [] : [.paragraph(ReportText(review.decided))])
  }

  private var heldPart: [ReportBlock] {
    guard wasHeld else { return [] }
    let who = review.signedBy.isEmpty ? "" : " by \(review.signedBy)"
    let when = review.signedAt.map { ", \($0.date.weekdayText) at \($0.timeText)" } ?? ""
    return [.heading("Held"), .paragraph("Marked as held\(who)\(when): nothing above changes any more.")]
  }
}
