import FieldbookModel
import PlainText

/// Reads a school's own return of a half-term: a line for each count, put together to a row for each school, year group
/// and subject.
struct ReturnReader {
  private let layout: ReturnLayout
  private let header: HeaderRow
  private let places: [ReturnLayout.Role: Int]
  private let scales: [AssessmentScale]
  private let given: Period?
  private var tally = ReturnTally()
  private var problems = ProblemLog()
  private var rows = 0

  /// Reads a whole file.
  /// - Throws: that no half-term is known, or that its figures are what pupils should reach and nobody said why.
  static func read(
    _ file: RecognisedFile, _ layout: ReturnLayout, _ options: ImportOptions
  ) throws(ImportRefusal) -> ReadFile {
    var reader = ReturnReader(file, layout, options)
    if reader.places[.period] == nil, options.when?.halfTerm == nil {
      throw file.source.refusal(
        "the file does not say which half-term it is of", line: file.header.line,
        mend: "Add a column “Period”, or say it: --period \"2026-27 Autumn 1\".", wants: .period)
    }
    let aim = AimCheck.found(in: file, layout)
    if let aim, options.aimsBecause.isEmpty { throw AimCheck.refusal(of: file, aim) }
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    reader.checkTotals()
    return reader.finished(file, table, isAim: aim != nil, options)
  }

  private init(_ file: RecognisedFile, _ layout: ReturnLayout, _ options: ImportOptions) {
    self.layout = layout
    header = HeaderRow(file.header)
    places = layout.places(header)
    scales = options.scales
    given = options.when
    problems.noteDuplicates(header)
  }

  // MARK: Rows

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    // A line of the template that nobody filled in says nothing.
    guard !text(row, .count).isEmpty else { return }
    guard let urn = URN(cell: text(row, .urn)) else {
      return note("no-urn", row, .urn, "the row has no valid URN; it is left out")
    }
    guard let halfTerm = halfTerm(of: row), let group = group(of: row), let count = count(of: row, .count)
    else {
      return
    }
    if layout.needs.contains(.measure) {
      takeConduct(row, urn, halfTerm, group, count)
    } else {
      takeLevel(row, urn, halfTerm, group, count)
    }
  }

  private mutating func takeLevel(
    _ row: CSVRow, _ urn: URN, _ halfTerm: HalfTerm, _ group: PupilGroup, _ count: ReturnTally.Count
  ) {
    guard let yearGroup = YearGroup(text: text(row, .yearGroup)) else {
      return note(
        "year-group", row, .yearGroup, "this is no year group: write N, R or 1 to 14; the row is left out")
    }
    guard let subject = ReturnMeasure.subjectID(text(row, .subject)) else {
      return note("no-subject", row, .subject, "the row names no subject; it is left out")
    }
    let key = ReturnTally.Key(urn: urn, yearGroup: yearGroup, subject: subject)
    takeRoll(row, key, halfTerm, group)
    guard let scale = scale(of: row, key, halfTerm) else { return }
    let name = text(row, .level)
    if ReturnWords.isNotAssessed(name), scale.level(named: name) == nil { return }
    let score = scale.numbers == nil ? nil : NumberCell.number(name)
    guard let level = scale.level(named: name) ?? score.flatMap(scale.level(holding:)) else {
      return note(
        "level", row, .level,
        "this is no level of the scale “\(scale.id)”: \(ReturnReader.levels(of: scale)); the row is left out")
    }
    tally.setScale(scale, of: key, in: halfTerm, line: row.line)
    // A score may be one of several in its level; a level named twice is a mistake.
    let isScore = scale.level(named: name) == nil
    if !isScore, let earlier = tally.entry(key, in: halfTerm)?.groups[group]?.levels[level.id] {
      return note(
        "duplicate", row, .level,
        "line \(earlier.line) counts the same pupils at this level already; this row is left out")
    }
    tally.change(key, group, in: halfTerm, line: row.line) { counts in
      var total = counts.levels[level.id] ?? ReturnTally.Count(number: 0, line: row.line)
      total.number = total.number.flatMap { sum in count.number.map { sum + $0 } }
      total.code = count.number == nil ? count.code : total.code
      counts.levels[level.id] = total
      if let score, let number = count.number {
        counts.scores += score * Double(number)
        counts.scored += number
      }
    }
  }

  private mutating func takeConduct(
    _ row: CSVRow, _ urn: URN, _ halfTerm: HalfTerm, _ group: PupilGroup, _ count: ReturnTally.Count
  ) {
    let typed = text(row, .yearGroup)
    let isWhole = ["", "all", "whole school", "school"].contains(typed.lowercased())
    let yearGroup = isWhole ? nil : YearGroup(text: typed)
    guard isWhole || yearGroup != nil else {
      return note(
        "year-group", row, .yearGroup,
        "this is no year group: write All, N, R or 1 to 14; the row is left out")
    }
    guard let conduct = ReturnWords.conduct(text(row, .measure)) else {
      let known = ReturnKind.Conduct.allCases.map(\.rawValue).joined(separator: ", ")
      return note("measure", row, .measure, "this is none of \(known); the row is left out")
    }
    let outOf = text(row, .outOf).isEmpty ? nil : self.count(of: row, .outOf)?.number
    if conduct.counts == .sessions, outOf == nil {
      return note(
        "no-sessions", row, .outOf,
        "absence needs the sessions that could have been attended; the row is left out")
    }
    if let outOf, let number = count.number, number > outOf, conduct.counts != .events {
      return note(
        "too-many", row, .count, "there are more than there could be (\(outOf)); the row is left out")
    }
    let key = ReturnTally.Key(urn: urn, yearGroup: yearGroup, subject: nil)
    takeRoll(row, key, halfTerm, group)
    if let earlier = tally.entry(key, in: halfTerm)?.groups[group]?.conduct[conduct] {
      return note(
        "duplicate", row, .measure, "line \(earlier.count.line) says this already; this row is left out")
    }
    tally.change(key, group, in: halfTerm, line: row.line) { $0.conduct[conduct] = (count, outOf) }
  }

  /// The roll stands on every line of a group; where two lines differ the first counts.
  private mutating func takeRoll(
    _ row: CSVRow, _ key: ReturnTally.Key, _ halfTerm: HalfTerm, _ group: PupilGroup
  ) {
    guard !text(row, .roll).isEmpty, let roll = count(of: row, .roll) else { return }
    if let earlier = tally.entry(key, in: halfTerm)?.groups[group]?.roll {
      if earlier.number != roll.number {
        note("roll", row, .roll, "line \(earlier.line) gives another roll for these pupils; that one counts")
      }
      return
    }
    tally.change(key, group, in: halfTerm, line: row.line) { $0.roll = roll }
  }

  /// More pupils assessed than there are, or more in a group than in all, cannot be.
  private mutating func checkTotals() {
    for table in tally.tables.values {
      for (key, entry) in table.sorted(by: { $0.key < $1.key }) {
        for (group, counts) in entry.groups.sorted(by: { $0.value.line < $1.value.line }) {
          guard let assessed = counts.assessed else { continue }
          let who =
            "\(ReturnMeasure(yearGroup: key.yearGroup, subject: key.subject, .roll).who), \(group.title)"
          if let roll = counts.roll?.number, assessed > roll {
            problems.note(
              "coverage", line: counts.line, "\(who): \(assessed) assessed, but \(roll) on roll; check both")
          }
          if let all = entry.groups[.all]?.assessed, assessed > all {
            problems.note(
              "group-larger", line: counts.line, "\(who): \(assessed) assessed, but only \(all) of all pupils"
            )
          }
        }
      }
    }
  }

  // MARK: Cells

  private func text(_ row: CSVRow, _ role: ReturnLayout.Role) -> String {
    places[role].flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private mutating func halfTerm(of row: CSVRow) -> HalfTerm? {
    let typed = text(row, .period)
    if typed.isEmpty, let halfTerm = given?.halfTerm { return halfTerm }
    if let halfTerm = Period(text: typed)?.halfTerm { return halfTerm }
    // A file of one year may name its half-terms alone.
    if let year = given?.year, let part = HalfTerm.Part(text: typed) {
      return HalfTerm(year: year, part: part)
    }
    note("period", row, .period, "this is no half-term such as 2026-27 Autumn 1; the row is left out")
    return nil
  }

  private mutating func group(of row: CSVRow) -> PupilGroup? {
    let typed = text(row, .group)
    if typed.isEmpty { return .all }
    if let group = ReturnWords.group(typed) { return group }
    note(
      "group", row, .group,
      "this is no group that is known (boys, girls, disadvantaged, not disadvantaged, EAL, SEN support, EHC plan…; "
        + "two joined by +); the row is left out")
    return nil
  }

  private mutating func count(of row: CSVRow, _ role: ReturnLayout.Role) -> ReturnTally.Count? {
    let typed = text(row, role)
    if let number = NumberCell.number(typed), !typed.contains("%") {
      if number >= 0, number < 1_000_000_000, number == number.rounded() {
        return ReturnTally.Count(number: Int(number), line: row.line)
      }
    } else if MissingReason(code: typed) != nil {
      return ReturnTally.Count(number: nil, code: typed, line: row.line)
    }
    note("count", row, role, "this is no whole number of 0 or more; the row is left out")
    return nil
  }

  /// The scale of a row: the one named, else the one whose level it names. A year group's subject has one scale.
  private mutating func scale(
    of row: CSVRow, _ key: ReturnTally.Key, _ halfTerm: HalfTerm
  ) -> AssessmentScale? {
    let typed = text(row, .scale)
    let level = text(row, .level)
    let known = tally.entry(key, in: halfTerm)?.scale
    let found =
      typed.isEmpty
      ? known ?? scales.first { $0.numbers == nil && $0.level(named: level) != nil } ?? scales.first
      : scales.first {
        $0.id.lowercased() == typed.lowercased() || $0.title.lowercased() == typed.lowercased()
      }
    guard let found else {
      note(
        "scale", row, .scale,
        "this is no scale that is known (\(scales.map(\.id).joined(separator: ", "))); the row is left out")
      return nil
    }
    if let known, known.id != found.id {
      note(
        "two-scales", row, .scale,
        "the same year group and subject is counted on the scale “\(known.id)” above; write the subject otherwise, "
          + "such as “maths test”; the row is left out")
      return nil
    }
    return found
  }

  private static func levels(of scale: AssessmentScale) -> String {
    let titles = scale.levels.map(\.title).joined(separator: ", ")
    guard let numbers = scale.numbers else { return titles }
    return
      "\(titles), or a number from \(NumberText.plain(numbers.lowerBound)) to \(NumberText.plain(numbers.upperBound))"
  }

  private mutating func note(_ code: String, _ row: CSVRow, _ role: ReturnLayout.Role, _ what: String) {
    let place = places[role]
    problems.note(
      code, line: row.line, column: place.map { header.names[$0] } ?? layout.columns[role]?.first,
      found: place.flatMap { row.field($0) }, what)
  }

  // MARK: The end

  private func finished(
    _ file: RecognisedFile, _ table: CSVReader, isAim: Bool, _ options: ImportOptions
  ) -> ReadFile {
    let source = FactsFile.Source(
      file: file.source.name, sha256: file.source.checksum, encoding: file.encoding.rawValue,
      importedAt: options.now, asAt: options.asAt,
      mapping: layout.mapping + ScaleMark.of(options.scales, in: tally),
      status: isAim ? "target" : "returned", because: isAim ? options.aimsBecause : nil)
    let names = (places[.count] ?? 0, places[.roll] ?? 0, places[.outOf] ?? 0)
    let facts = ReturnFacts(source: source, format: layout.id + (isAim ? "-aims" : ""), isAim: isAim) {
      kind in
      switch kind {
      case .roll: places[.roll] == nil ? "" : header.names[names.1]
      case .outOf: header.names[names.2]
      default: header.names[names.0]
      }
    }
    return ReadFile(
      file, facts: facts.files(tally), rows: rows, unused: header.names(except: Set(places.values)),
      problems: problems.all(and: table.problems, count: table.problemCount))
  }
}
