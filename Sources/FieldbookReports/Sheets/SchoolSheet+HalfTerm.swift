import FieldbookModel

/// This half-term: year groups and subjects, groups, attendance and behaviour.
extension SchoolSheet {
  /// The most subjects that have a column.
  private static let subjects = 4

  /// How many of each year group are at expected or above, subject by subject.
  mutating func thisHalfTerm() -> SheetPart {
    guard let halfTerm = source.halfTerm else {
      return SheetPart("Half-term", .sentence("Nothing has been returned, and no collection was due yet."))
    }
    let returns = attainment(in: halfTerm)
    guard !returns.isEmpty else { return SheetPart(halfTerm.part.title, .sentence(notReturned(halfTerm))) }
    let subjects = SchoolSheet.inOrder(Set(returns.compactMap(\.measure.subject)))
    let columns = Array(subjects.prefix(SchoolSheet.subjects))
    let hasRoom = columns.count < SchoolSheet.subjects
    var rows: [[String]] = []
    for yearGroup in Set(returns.map(\.measure.yearGroup)).sorted(by: SchoolSheet.isOlder) {
      var roll: Int?
      let cells = columns.map { subject -> String in
        let measure = ReturnMeasure(yearGroup: yearGroup, subject: subject, .expected)
        let found = seen(facts.returned(measure, by: school.urn, in: halfTerm))
        roll = roll ?? found?.roll
        return reached(found, measure, halfTerm, inChildren: hasRoom)
      }
      rows.append([yearGroup?.title ?? "Whole school"] + cells + [roll.map(String.init) ?? "–"])
    }
    var titles = columns.map(SchoolSheet.title)
    if subjects.count > columns.count {
      titles[titles.count - 1] += " (and \(subjects.count - columns.count) more)"
    }
    notes.note(
      "31/57 54% -5",
      "at expected or above: pupils of those assessed, %, points since that year group a year ago (other pupils)"
    )
    let caption = "\(halfTerm.title): pupils at expected or above, of those assessed"
    return SheetPart(
      halfTerm.part.title, .table(SheetTable.make(caption, titles + ["Roll"], rows)), usual: 4, least: 2,
      turn: 6)
  }

  /// `31/57 54% -5 (3 ch)`.
  private mutating func reached(
    _ found: Observation?, _ measure: ReturnMeasure, _ halfTerm: HalfTerm, inChildren: Bool
  ) -> String {
    guard let found else { return "–" }
    guard let value = found.reading.value else { return found.absenceCode ?? "–" }
    let counted = found.n.map { "\(SheetNumber.whole(value / 100 * Double($0)))/\($0) " } ?? ""
    let change = change(measure, halfTerm, inChildren: inChildren)
    return counted + SheetNumber.whole(value) + "%" + (change.isEmpty ? "" : " \(change)")
  }

  /// How it changed since the same half-term of last year; empty where there is nothing to hold it against.
  private mutating func change(_ measure: ReturnMeasure, _ halfTerm: HalfTerm, inChildren: Bool) -> String {
    switch facts.change(of: measure, by: school.urn, in: halfTerm, against: .samePointLastYear) {
    case .success(let change):
      guard seen(change.before)?.reading.value != nil else { return MissingReason.hidden.code }
      let points = SheetNumber.signed(change.difference)
      guard inChildren, let children = change.children.map({ abs($0) }), (1...3).contains(children) else {
        return points
      }
      return "\(points) (\(children) ch)"
    case .failure(.otherScale):
      notes.note("≠", "another scale a year ago, not compared")
      return "≠"
    case .failure: return ""
    }
  }

  /// That nothing came, and whether it was to come.
  private mutating func notReturned(_ halfTerm: HalfTerm) -> String {
    let asked = source.asked(of: school).filter { $0.halfTerm == halfTerm && $0.asks == .attainment }
    guard let due = asked.map(\.due).min() else {
      return "\(halfTerm.title): this school returned no attainment; no collection of it is planned."
    }
    let words = due < source.now.date ? "it was due on" : "it is due on"
    return "\(halfTerm.title): this school has returned no attainment; \(words) \(due.weekdayText)."
  }

  /// Combined subjects first, then reading, writing and maths as people name them, then the others.
  static func inOrder(_ subjects: Set<String>) -> [String] {
    let known = ["reading-writing-maths", "reading", "writing", "english", "maths", "science"]
    return subjects.sorted { one, other in
      (known.firstIndex(of: one) ?? known.count, one) < (known.firstIndex(of: other) ?? known.count, other)
    }
  }

  private static func title(_ subject: String) -> String {
    let words = name(of: subject, columns: 16)
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A subject inside a line: a language by its capital.
  static func name(of subject: String, columns: Int) -> String {
    if subject == "reading-writing-maths" { return "RWM" }
    let words = ReturnMeasure.subjectTitle(subject)
    let isName = ["english", "french", "german", "spanish"].contains { words.hasPrefix($0) }
    return SheetPart.shortened(isName ? words.prefix(1).uppercased() + words.dropFirst() : words, to: columns)
  }

  private static func isOlder(_ one: YearGroup?, _ other: YearGroup?) -> Bool {
    (one?.number ?? .min) > (other?.number ?? .min)
  }
}

// MARK: - Attendance and behaviour

extension SchoolSheet {
  /// This half-term against the same one last year; where nothing was returned, the published years.
  mutating func conduct() -> [SheetPart] {
    if let halfTerm = source.halfTerm, let returned = conduct(in: halfTerm) { return [returned] }
    let published = [ResultStage.absence, .behaviour].compactMap { result($0, usual: 2, least: 1) }
    guard published.isEmpty else { return published }
    return [SheetPart("Attendance", .sentence("Nothing of attendance and behaviour has been imported."))]
  }

  private mutating func conduct(in halfTerm: HalfTerm) -> SheetPart? {
    let rows = ReturnKind.Conduct.allCases.compactMap { kind -> [String]? in
      let measure = ReturnMeasure(yearGroup: nil, .conduct(kind))
      let now = seen(facts.returned(measure, by: school.urn, in: halfTerm))
      guard let now else { return nil }
      let before = seen(facts.returned(measure, by: school.urn, in: halfTerm.yearBefore))
      return [SchoolSheet.title(kind)] + [before, now].map { cell($0, kind) }
        + [SchoolSheet.difference(before, now)]
    }
    guard !rows.isEmpty else { return nil }
    let titles = [halfTerm.yearBefore.title, halfTerm.title, "Change"]
    return SheetPart(
      "Attendance, behaviour",
      .table(
        SheetTable.make("Attendance and behaviour, against the same half-term last year", titles, rows)),
      usual: 5, least: 2, turn: 5)
  }

  /// A rate, with the count behind it where it counts pupils or events.
  private mutating func cell(_ found: Observation?, _ kind: ReturnKind.Conduct) -> String {
    guard let found else { return "–" }
    guard let value = found.reading.value else { return found.absenceCode ?? "–" }
    let number = NumberText.fixed(value, decimals: 1)
    guard kind.counts != .sessions, let n = found.n else { return number + "%" }
    let count = SheetNumber.whole(value / 100 * Double(n))
    return kind.counts == .events ? "\(count) (\(number) per 100)" : "\(number)% (\(count) of \(n))"
  }

  private static func difference(_ before: Observation?, _ now: Observation?) -> String {
    guard let before, let now else { return "–" }
    if ResultCell.isHidden(before) || ResultCell.isHidden(now) { return MissingReason.hidden.code }
    guard let old = before.reading.value, let value = now.reading.value else { return "–" }
    return SheetNumber.signed(value - old, decimals: 1)
  }

  private static func title(_ kind: ReturnKind.Conduct) -> String {
    switch kind {
    case .absence: "Absence"
    case .unauthorised: "Unauthorised"
    case .persistent: "Persistently absent"
    case .severe: "Severely absent"
    case .suspensions: "Suspensions"
    case .suspended: "Pupils suspended"
    case .exclusions: "Exclusions"
    case .removals: "Removals from class"
    case .removed: "Pupils removed"
    case .partTime: "Part-time timetables"
    case .offRoll: "Moves off roll"
    }
  }
}
