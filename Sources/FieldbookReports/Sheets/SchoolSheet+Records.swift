import FieldbookModel

/// What people wrote: judgements, strengths and questions, actions, and what was asked of the school.
extension SchoolSheet {
  private var reviews: [Review] {
    source.reviews.filter { $0.school == school.urn && $0.state != .cancelled }
      .sorted { ($0.date?.dayNumber ?? 0, $0.id) > ($1.date?.dayNumber ?? 0, $1.id) }
  }

  /// What the school has in its hands, latest first: signed reviews and shared notes of visit.
  private var issued: [Review] { reviews.filter { $0.isFormal ? $0.state.isSigned : $0.isShared } }

  var reviewParts: [SheetPart] { [judgements] + points }

  /// The grades of the latest signed review beside the school's own. Nothing of one that is not signed is told.
  private var judgements: SheetPart {
    let graded = reviews.filter { $0.isFormal && $0.framework.isGraded }
    guard let review = graded.first(where: { $0.state.isSigned }) else {
      let open = graded.first.map {
        " The review of \(SchoolSheet.day($0)) is not signed: it shows here once it is."
      }
      return SheetPart("Judgements", .sentence("No review has been signed.\(open ?? "")"))
    }
    let rows = review.framework.areas.filter { !$0.scale.isEmpty }.compactMap { area -> [String]? in
      let judgement = review.judgement(of: area.id)
      guard judgement.isGraded || !judgement.notReviewed.isEmpty || !judgement.schoolsOwn.isEmpty else {
        return nil
      }
      let ours = judgement.isGraded ? GradeText.ours(judgement, in: review.framework) : "Not reviewed"
      return [area.title, GradeText.schoolsOwn(judgement, in: review.framework), ours]
    }
    guard !rows.isEmpty else {
      return SheetPart("Judgements", .sentence("The review of \(SchoolSheet.day(review)) graded no area."))
    }
    let table = ReportTable(
      caption: "Judgements by area: \(review.framework.title), \(SchoolSheet.day(review))",
      columns: [
        ReportTable.Column("", .name), ReportTable.Column("School’s own", .text),
        ReportTable.Column("Review, signed", .text),
      ], rows: rows)
    let title = "Judgements \(SchoolSheet.day(review))"
    return SheetPart(title, .table(table), usual: 9, least: 5, turn: 9)
  }

  /// Strengths, and what is left with the school, of the latest that it has in its hands.
  private var points: [SheetPart] {
    guard let latest = issued.first(where: { $0.findings.contains(where: \.record.counts) }) else {
      return [SheetPart("Strengths", .sentence("No review is signed and no note of visit shared yet."))]
    }
    let findings = latest.findings.filter(\.record.counts)
    let told = findings.filter { $0.kind == .strength }
    let asked = findings.filter { $0.kind != .strength }
    let name = "\(latest.kindTitle.lowercased()) of \(SchoolSheet.day(latest))"
    return [
      points("Strengths", told, name, turn: 7),
      points(latest.isFormal ? "To improve" : "Questions", asked, name, turn: 8),
    ]
  }

  private func points(_ title: String, _ findings: [Finding], _ name: String, turn: Int) -> SheetPart {
    guard !findings.isEmpty else { return SheetPart(title, .sentence("None in the \(name).")) }
    let entries = findings.map { finding in
      SheetPart.Entry(mark: finding.kind.map(SchoolSheet.mark) ?? .bullet, text: finding.statement)
    }
    return SheetPart("\(title), \(name)", .entries(entries), usual: 3, least: 2, turn: turn)
  }

  private static func mark(_ kind: FindingKind) -> ReportItem.Mark {
    switch kind {
    case .strength: .strength
    case .improve: .improve
    case .concern: .concern
    case .question: .question
    }
  }

  private static func day(_ review: Review) -> String { review.date?.longText ?? "no date" }

  /// What still waits to be done, late first.
  var openActions: SheetPart {
    let open = source.openActions(of: school.urn)
    guard !open.isEmpty else { return SheetPart("Open actions", .sentence("No action is open.")) }
    let late = open.count(where: source.isLate)
    return SheetPart(
      "Open actions: \(open.count), \(late == 0 ? "none" : String(late)) late",
      .entries(open.map { source.entry($0) }), usual: 5,
      least: 3,
      turn: 10)
  }

  /// What the group asked of the school this year, as far as it is recorded.
  var asked: SheetPart {
    SheetPart(
      "Asked \(AcademicYear(containing: source.now.date).text)",
      .sentence(AskedOfSchool(source, of: school).words))
  }
}

extension SheetSource {
  /// An action in a line, with who sees to it and when.
  func entry(_ action: AgreedAction, at school: String = "") -> SheetPart.Entry {
    let owner = action.owner.isEmpty ? "no owner" : SheetPart.shortened(action.owner, to: 24)
    let due =
      action.due.map { day in
        // The year is said where somebody might take another for it.
        let isNear = abs(day.dayNumber - now.date.dayNumber) < 120
        return "by \(isNear ? day.shortText : day.longText)"
      } ?? "no date"
    return SheetPart.Entry(
      mark: isLate(action) ? .late : .open, text: action.text,
      tail: [school, owner, due].filter { !$0.isEmpty }.joined(separator: ", "))
  }
}
