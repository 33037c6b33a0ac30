import FieldbookModel
import PlainText

/// Counts a list of single pupils at the door: 412 read, 0 kept.
///
/// What it gives away is counts, lines and the names of known columns. No cell is quoted in any message, the name of the
/// file is not written into the facts, and nothing outlives the call but the counts.
struct PupilCounter {
  private let layout: PupilLayout
  private let header: CSVRow
  private let scales: [Int: AssessmentScale]
  private let options: ImportOptions
  private var tally = ReturnTally()
  private var problems = ProblemLog()
  private var pupils = 0

  /// What facts name as their file: the list itself is nowhere.
  static let sourceName = "a list of pupils, counted and not kept"

  /// Counts a whole list.
  /// - Throws: that the half-term, the school or the scale is not known. No cell is quoted.
  static func count(
    _ file: RecognisedFile, _ layout: PupilLayout, _ options: ImportOptions
  ) throws(ImportRefusal) -> ReadFile {
    if layout.places[.period] == nil, options.when?.halfTerm == nil {
      throw refusal(
        file, "does not say which half-term its levels are of", "Say it: --period \"2026-27 Autumn 1\".",
        .period)
    }
    if layout.places[.urn] == nil, options.school == nil {
      throw refusal(file, "does not say whose pupils they are", "Say it: --school URN.", .school)
    }
    if let word = file.header.fields.lazy.compactMap({ ReturnWords.aim(in: $0) }).first,
      options.aimsBecause.isEmpty
    {
      throw AimCheck.refusal(of: file, AimCheck.Found(line: file.header.line, word: word))
    }
    var counter = PupilCounter(file, layout, options, scales: try PupilScales.find(file, layout, options))
    var table = file.reader
    while let row = table.next() { counter.take(row) }
    return counter.finished(file, table)
  }

  private static func refusal(
    _ file: RecognisedFile, _ what: String, _ mend: String, _ wants: ImportOptions.Answer
  ) -> ImportRefusal {
    file.source.refusal(
      "this list of single pupils can be counted and not kept, but it \(what)",
      mend: "\(mend) Nothing of it was kept.", wants: wants)
  }

  private init(
    _ file: RecognisedFile, _ layout: PupilLayout, _ options: ImportOptions, scales: [Int: AssessmentScale]
  ) {
    self.layout = layout
    self.options = options
    self.scales = scales
    header = file.header
  }

  // MARK: Pupils

  private mutating func take(_ row: CSVRow) {
    guard !row.fields.allSatisfy(\.isBlank) else { return }
    pupils += 1
    guard let urn = urn(of: row), let halfTerm = halfTerm(of: row), let yearGroup = yearGroup(of: row) else {
      return
    }
    let (single, unknown) = layout.groups(of: row)
    for role in unknown {
      note("group", row, role, "what stands here is not understood; the pupil is counted without this group")
    }
    let groups = PupilCounter.crossed(single)
    for subject in layout.subjects {
      let key = ReturnTally.Key(urn: urn, yearGroup: yearGroup, subject: subject.id)
      for group in groups {
        tally.change(key, group, in: halfTerm, line: header.line) { counts in
          let before = counts.roll?.number ?? 0
          counts.roll = ReturnTally.Count(number: before + 1, line: header.line)
        }
      }
      count(row, subject, key, halfTerm, groups)
    }
  }

  private mutating func count(
    _ row: CSVRow, _ subject: PupilLayout.Subject, _ key: ReturnTally.Key, _ halfTerm: HalfTerm,
    _ groups: [PupilGroup]
  ) {
    guard let scale = scales[subject.place] else { return }
    tally.setScale(scale, of: key, in: halfTerm, line: header.line)
    let text = (row.field(subject.place) ?? "").trimmingBlanks()
    if text.isEmpty || (ReturnWords.isNotAssessed(text) && scale.level(named: text) == nil) { return }
    let score = scale.numbers == nil ? nil : NumberCell.number(text)
    guard let level = scale.level(named: text) ?? score.flatMap(scale.level(holding:)) else {
      problems.note(
        "level", line: row.line, column: subject.header,
        "what stands here is no level of the scale “\(scale.id)”; the pupil counts as not assessed")
      return
    }
    for group in groups {
      tally.change(key, group, in: halfTerm, line: header.line) { counts in
        let before = counts.levels[level.id]?.number ?? 0
        counts.levels[level.id] = ReturnTally.Count(number: before + 1, line: header.line)
        if let score {
          counts.scores += score
          counts.scored += 1
        }
      }
    }
  }

  /// All pupils, each group, and boys and girls by whether they are disadvantaged.
  private static func crossed(_ groups: [PupilGroup]) -> [PupilGroup] {
    let sex = groups.filter { $0 == .boys || $0 == .girls }
    let need = groups.filter { $0 == .disadvantaged || $0 == .notDisadvantaged }
    return [.all] + groups + sex.flatMap { one in need.map { one.crossed(with: $0) } }
  }

  // MARK: Cells

  private func text(_ row: CSVRow, _ role: PupilLayout.Role) -> String {
    layout.places[role].flatMap { row.field($0) }?.trimmingBlanks() ?? ""
  }

  private mutating func urn(of row: CSVRow) -> URN? {
    if let urn = URN(cell: text(row, .urn)) { return urn }
    if let school = options.school, text(row, .urn).isEmpty { return school }
    note("no-urn", row, .urn, "the row has no valid URN; the pupil is left out")
    return nil
  }

  private mutating func halfTerm(of row: CSVRow) -> HalfTerm? {
    let typed = text(row, .period)
    if typed.isEmpty, let halfTerm = options.when?.halfTerm { return halfTerm }
    if let halfTerm = Period(text: typed)?.halfTerm { return halfTerm }
    note("period", row, .period, "this is no half-term such as 2026-27 Autumn 1; the pupil is left out")
    return nil
  }

  private mutating func yearGroup(of row: CSVRow) -> YearGroup? {
    if let yearGroup = YearGroup(text: text(row, .yearGroup)) { return yearGroup }
    note("year-group", row, .yearGroup, "this is no year group: write N, R or 1 to 14; the pupil is left out")
    return nil
  }

  private mutating func note(_ code: String, _ row: CSVRow, _ role: PupilLayout.Role, _ what: String) {
    problems.note(code, line: row.line, column: layout.places[role].map { header.fields[$0] }, what)
  }

  // MARK: The end

  private func finished(_ file: RecognisedFile, _ table: CSVReader) -> ReadFile {
    let isAim = file.header.fields.contains { ReturnWords.aim(in: $0) != nil }
    let source = FactsFile.Source(
      file: PupilCounter.sourceName, sha256: file.source.checksum, encoding: file.encoding.rawValue,
      importedAt: options.now, asAt: options.asAt,
      mapping: PupilLayout.mapping + ScaleMark.of(options.scales, in: tally),
      status: isAim ? "target" : "returned",
      because: isAim ? options.aimsBecause : nil)
    let facts = ReturnFacts(
      source: source, format: PupilLayout.format + (isAim ? "-aims" : ""), isAim: isAim
    ) { _ in "counted" }
    var read = ReadFile(
      file, facts: facts.files(tally), rows: pupils, unused: [],
      problems: problems.all(and: table.problems, count: table.problemCount))
    read.report.pupilsCounted = pupils
    return read
  }
}

/// The scale of each column of levels: the one that is named, else the first that knows every level there.
enum PupilScales {
  static func find(
    _ file: RecognisedFile, _ layout: PupilLayout, _ options: ImportOptions
  ) throws(ImportRefusal) -> [Int: AssessmentScale] {
    var found: [Int: AssessmentScale] = [:]
    for subject in layout.subjects {
      let levels = levels(in: file, subject.place)
      let named = options.scale.map { [$0] } ?? names(in: file, layout)
      let candidates =
        named.isEmpty ? options.scales : options.scales.filter { named.contains($0.id.lowercased()) }
      guard let scale = best(of: candidates, for: levels) else {
        throw file.source.refusal(
          "the levels of the column “\(subject.header)” of this list of pupils are of no scale that is plain",
          line: file.header.line,
          mend:
            "Say which: --scale \(options.scales.map(\.id).joined(separator: ", or ")). Nothing of it was kept.",
          wants: .scale)
      }
      found[subject.place] = scale
    }
    return found
  }

  /// The scale that knows the most levels. Numbers that several scales have tell none of them, and levels that none has
  /// tell none either.
  private static func best(of scales: [AssessmentScale], for levels: Set<String>) -> AssessmentScale? {
    guard !levels.isEmpty else { return scales.first }
    let known = scales.map { scale in levels.count { knows(scale, $0) } }
    guard let most = known.max(), most > 0, let first = known.firstIndex(of: most) else { return nil }
    let isPlain = scales[first].numbers == nil || known.count { $0 == most } == 1
    return isPlain ? scales[first] : nil
  }

  private static func knows(_ scale: AssessmentScale, _ level: String) -> Bool {
    scale.level(named: level) != nil || NumberCell.number(level).flatMap(scale.level(holding:)) != nil
      || ReturnWords.isNotAssessed(level)
  }

  private static func levels(in file: RecognisedFile, _ place: Int) -> Set<String> {
    var levels: Set<String> = []
    var table = file.reader
    while let row = table.next() {
      let text = (row.field(place) ?? "").trimmingBlanks()
      if !text.isEmpty { levels.insert(text) }
    }
    return levels
  }

  private static func names(in file: RecognisedFile, _ layout: PupilLayout) -> [String] {
    guard let place = layout.places[.scale] else { return [] }
    return levels(in: file, place).map { $0.lowercased() }.sorted()
  }
}
