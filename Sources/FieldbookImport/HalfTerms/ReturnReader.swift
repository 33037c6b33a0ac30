import FieldbookModel
import PlainText

/// Reads a school's own return of a half-term: a line for each count, put together to a row for each school, year group
/// and subject.
struct ReturnReader {
  /// How a row is looked at: where what it says stands, and what holds of every row.
  struct View {
    /// The column whose number is kept.
    let figure: ReturnLayout.Role
    var places: [ReturnLayout.Role: Int]
    var given: [ReturnLayout.Role: String] = [:]
  }

  let layout: ReturnLayout
  let header: HeaderRow
  /// The row is read once by each of them.
  let views: [View]
  var view: View
  let scales: [AssessmentScale]
  /// Finds schools that are named and have no URN beside the name.
  let names: SchoolFinder?
  let given: Period?
  var tally = ReturnTally()
  var problems = ProblemLog()
  private var rows = 0

  /// Reads a whole file.
  /// - Throws: that no half-term is known, or that its figures are what pupils should reach and nobody said why.
  static func read(
    _ file: RecognisedFile, _ layout: ReturnLayout, _ options: ImportOptions
  ) throws(ImportRefusal) -> ReadFile {
    let view = View(figure: .count, places: layout.places(HeaderRow(file.header)))
    return try read(file, layout, [view], options, names: nil)
  }

  /// Reads a file by some views of its rows.
  static func read(
    _ file: RecognisedFile, _ layout: ReturnLayout, _ views: [View], _ options: ImportOptions,
    names: SchoolFinder?
  ) throws(ImportRefusal) -> ReadFile {
    var reader = ReturnReader(file, layout, views, options, names)
    let saysPeriod = views.allSatisfy { $0.places[.period] != nil || $0.given[.period] != nil }
    if !saysPeriod, options.when?.halfTerm == nil {
      throw file.source.refusal(
        "the file does not say which half-term it is of", line: file.header.line,
        mend: "Add a column “Period”, or say it: --period \"2026-27 Autumn 1\".", wants: .period)
    }
    let aim = AimCheck.found(in: file, views)
    if let aim, options.aimsBecause.isEmpty { throw AimCheck.refusal(of: file, aim) }
    var table = file.reader
    while let row = table.next() { reader.take(row) }
    reader.checkTotals()
    return reader.finished(file, table, isAim: aim != nil, options)
  }

  private init(
    _ file: RecognisedFile, _ layout: ReturnLayout, _ views: [View], _ options: ImportOptions,
    _ names: SchoolFinder?
  ) {
    self.layout = layout
    self.views = views
    view = views.first ?? View(figure: .count, places: [:])
    header = HeaderRow(file.header)
    scales = options.scales
    given = options.when
    self.names = names
    problems.noteDuplicates(header)
  }

  // MARK: Rows

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    rows += 1
    problems.noteLength(row, header: header)
    // A line of the template that nobody filled in says nothing.
    let told = views.filter { view in
      view.places[view.figure].flatMap { row.field($0) }.map { !$0.isBlank } ?? false
    }
    guard let first = told.first else { return }
    view = first
    guard let urn = school(of: row), let halfTerm = halfTerm(of: row) else { return }
    for view in told {
      self.view = view
      takeFigure(row, urn, halfTerm)
    }
  }

  private mutating func takeFigure(_ row: CSVRow, _ urn: URN, _ halfTerm: HalfTerm) {
    guard let group = group(of: row) else { return }
    guard view.figure == .count else { return takeShare(row, urn, halfTerm, group) }
    guard let count = count(of: row, .count) else { return }
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
  mutating func takeRoll(
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

  // MARK: The end

  private func finished(
    _ file: RecognisedFile, _ table: CSVReader, isAim: Bool, _ options: ImportOptions
  ) -> ReadFile {
    let source = FactsFile.Source(
      file: file.source.name, sha256: file.source.checksum, encoding: file.encoding.rawValue,
      importedAt: options.now, asAt: options.asAt,
      mapping: file.format.mapping + ScaleMark.of(options.scales, in: tally),
      status: isAim ? "target" : "returned", because: isAim ? options.aimsBecause : nil)
    let views = views
    let header = header
    func headers(_ roles: [ReturnLayout.Role]) -> String {
      var places: [Int] = []
      for place in views.flatMap({ view in roles.compactMap { view.places[$0] } })
      where !places.contains(place) {
        places.append(place)
      }
      return places.map { header.names[$0] }.joined(separator: ", ")
    }
    let facts = ReturnFacts(source: source, format: layout.id + (isAim ? "-aims" : ""), isAim: isAim) {
      kind in
      switch kind {
      case .roll: headers([.roll])
      case .outOf: headers([.outOf])
      case .assessed: headers([.count, .assessed])
      case .expected: headers([.count, .expected])
      case .higher: headers([.count, .higher])
      case .average: headers([.count, .average])
      default: headers([.count])
      }
    }
    return ReadFile(
      file, facts: facts.files(tally), rows: rows,
      unused: header.names(except: Set(views.flatMap(\.places.values))),
      problems: problems.all(and: table.problems, count: table.problemCount))
  }
}
