import FieldbookModel

/// A school on a page: what it is, its pupils, inspection, results, this half-term, what was judged of it, and what is to
/// be done, each beside what it is held against.
struct SchoolSheet {
  let source: SheetSource
  let school: School
  var notes = SheetNotes()

  init(_ source: SheetSource, _ school: School) {
    self.source = source
    self.school = school
  }

  var facts: Facts { source.facts }

  /// The page. What it says and in which order; `SheetFit` decides how much of it there is room for.
  func document() -> ReportDocument {
    var sheet = self
    var parts: [SheetPart] = []
    parts.append(sheet.asAt)
    parts.append(sheet.pupils())
    parts.append(sheet.inspection())
    parts += sheet.results()
    parts.append(sheet.thisHalfTerm())
    parts += [sheet.groups()].compactMap(\.self)
    parts += sheet.conduct()
    parts += sheet.reviewParts
    parts.append(sheet.openActions)
    parts.append(sheet.asked)
    if let own = school.source?.source { sheet.notes.note(own) }
    parts += sheet.notes.parts(source, more: SchoolSheet.signs)
    var empty = ReportDocument(
      title: SheetPart.shortened(school.name, to: 150),
      subject: "School on a page · URN \(school.urn.text) · \(source.made)", isFull: source.isFull)
    empty.name = ReportDocument.Name("School on a page", of: "\(school.name) · URN \(school.urn.text)")
    return SheetFit(empty, head: head, parts: parts).fitted()
  }

  /// What the signs mean that every such page has.
  private static let signs = [
    "60% of 47: of 47 pupils", "+3: points since the year before, (2 ch) about 2 children",
    "… or “and 3 more”: whole in the school report",
  ]

  private var head: [ReportBlock] {
    let ages = school.ageRange.isEmpty ? "" : ", ages \(school.ageRange)"
    let isPhaseKnown = school.phase != .other || !school.registeredPhase.isEmpty || !ages.isEmpty
    let roll = school.roll.map { roll in
      "\(roll) on roll" + (school.capacity.map { ", \($0) places" } ?? "")
    }
    let earlier = school.previousURNs.map(\.text).joined(separator: ", ")
    let words = [
      isPhaseKnown ? school.phase.title + ages : "", school.type,
      school.status == "Open" ? "" : school.status,
      school.laName, trust, roll ?? "", earlier.isEmpty ? "" : "earlier URN \(earlier)",
      school.isInRegister ? "" : "not in the register any more",
    ]
    let line = words.filter { !$0.isEmpty }.joined(separator: " · ")
    var blocks: [ReportBlock] =
      line.isEmpty ? [] : [.paragraph(ReportText(SheetPart.shortened(line, to: 225)))]
    if source.isFull { blocks.append(.callout(.full)) }
    return blocks
  }

  /// The trust, with the day on which the school joined it where the list of groups tells.
  private var trust: String {
    let trust = facts.groups.memberships(of: school.urn).first(where: \.isTrust)
    let name = school.trust.isEmpty ? trust?.name ?? "" : school.trust
    guard let joined = trust?.joined, !name.isEmpty else { return name }
    return "\(name), since \(joined.longText)"
  }

  /// How old the figures are, and how many pupils this half-term’s speak of.
  private var asAt: SheetPart {
    let stages: [(String, String)] = [
      ("census", "census"), ("ks2", "KS2"), ("ks4", "KS4"), ("ks5", "KS5"), ("absence", "absence"),
    ]
    let found = stages.compactMap { format, title -> (title: String, edition: String)? in
      facts.editions(of: .school(school.urn), format: format).last.map { (title, $0.text) }
    }
    // Figures of one edition are named together: `census, KS2 2025/26 final`.
    var words: [String] = []
    for edition in found.map(\.edition) where !words.contains(where: { $0.hasSuffix(" \(edition)") }) {
      words.append(
        found.filter { $0.edition == edition }.map(\.title).joined(separator: ", ") + " \(edition)")
    }
    if let halfTerm = source.halfTerm { words.append("\(halfTerm.title) \(coverage(in: halfTerm))") }
    if words.isEmpty { return SheetPart("As at", .sentence("No figures of this school have been imported.")) }
    return SheetPart("As at", .run(words), least: 2, turn: 50)
  }

  /// How many of those on roll were assessed, over all that the school returned.
  private func coverage(in halfTerm: HalfTerm) -> String {
    let returns = attainment(in: halfTerm)
    guard let latest = returns.compactMap(\.source.asAt).max() ?? returns.first?.source.importedAt.date else {
      return "nothing returned"
    }
    var assessed = 0
    var roll = 0
    for returned in returns {
      let found = source.shown(
        facts.returned(returned.measure.saying(.assessed), by: school.urn, in: halfTerm))
      guard let count = found?.reading.value, let all = found?.roll else { continue }
      assessed += Int(count)
      roll += all
    }
    let share = roll > 0 ? ", \(assessed * 100 / roll)% assessed" : ""
    return "as at \(latest.longText)\(share)"
  }

  /// What the school returned of attainment: year groups and subjects, targets and predictions apart.
  func attainment(in halfTerm: HalfTerm) -> [Facts.Return] {
    facts.returns(of: halfTerm).filter {
      $0.school == school.urn && !$0.isAim && $0.measure.subject != nil
    }
  }

  /// An observation as it may be shown; its code and its file are noted.
  mutating func seen(_ found: Observation?) -> Observation? {
    let shown = source.shown(found)
    notes.note(shown)
    return shown
  }
}
