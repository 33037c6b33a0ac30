import FieldbookModel

/// Turns the counts of a return into facts: shares at expected and higher with the pupils they rest on, and the counts.
struct ReturnFacts {
  private let source: FactsFile.Source
  private let format: String
  private let header: (ReturnKind) -> String
  private let isAim: Bool

  /// Facts of one source, of which each half-term becomes a file.
  init(
    source: FactsFile.Source, format: String, isAim: Bool, header: @escaping (ReturnKind) -> String
  ) {
    self.source = source
    self.format = format
    self.isAim = isAim
    self.header = header
  }

  /// A file for each half-term, the earliest first.
  func files(_ tally: ReturnTally) -> [FactsFile] {
    tally.tables.sorted { $0.key < $1.key }.map { file($0.key, $0.value) }
  }

  private func file(_ halfTerm: HalfTerm, _ table: [ReturnTally.Key: ReturnTally.Entry]) -> FactsFile {
    let rows = table.sorted { $0.key < $1.key }
    let groups = Set(rows.flatMap { $0.value.groups.keys }).sorted {
      ($0.parts.count, $0.rawValue) < ($1.parts.count, $1.rawValue)
    }
    var columns: [FactsFile.Column] = []
    for group in groups { add(group, rows.map(\.value), to: &columns) }
    if rows.contains(where: { $0.value.scale != nil }) {
      columns.append(
        FactsFile.Column(
          measure: ReturnMeasure.prefix + "scale", part: .text, header: "Scale",
          cells: rows.map { row in row.value.scale.map { .text($0.id) } ?? .absent }))
    }
    return FactsFile(
      format: format, period: halfTerm.year, halfTerm: halfTerm.part, source: source,
      subjects: rows.map { .school($0.key.urn, later: nil) },
      authorities: rows.map { ReturnScope(school: $0.key.urn, stem: $0.key.stem).text },
      lines: rows.map(\.value.line), columns: columns)
  }

  private typealias Counts = ReturnTally.Counts

  /// The columns of one group: first the roll, those assessed and the lines, on which the others rest.
  private func add(
    _ group: PupilGroup, _ entries: [ReturnTally.Entry], to columns: inout [FactsFile.Column]
  ) {
    let rows = entries.map { (scale: $0.scale, counts: $0.groups[group]) }
    let start = columns.count
    func column(
      _ kind: ReturnKind, n: Int? = nil, roll: Int? = nil, line: Int,
      _ cell: (AssessmentScale?, Counts) -> FactsFile.Cell
    ) -> FactsFile.Column {
      FactsFile.Column(
        measure: ReturnMeasure.prefix + (isAim ? ReturnKind.aim(kind) : kind).id, group: group,
        header: header(kind),
        countColumn: n, rollColumn: roll, lineColumn: line,
        cells: rows.map { row in row.counts.map { cell(row.scale, $0) } ?? .absent })
    }
    func lines(_ line: (Counts) -> Int?) -> FactsFile.Column {
      FactsFile.Column(
        measure: ReturnMeasure.prefix + "line", group: group, part: .line, header: "",
        cells: rows.map { row in row.counts.flatMap(line).map { .number(Double($0)) } ?? .absent })
    }
    columns.append(column(.roll, line: start + 2) { _, counts in ReturnFacts.cell(counts.roll) })
    columns.append(
      column(.assessed, roll: start, line: start + 2) { scale, counts in
        if scale == nil, counts.shares.isEmpty { return .absent }
        return counts.assessed.map { .number(Double($0)) } ?? .text(counts.withheld)
      })
    columns.append(lines { $0.line })
    let scales = rows.compactMap(\.scale)
    if !scales.isEmpty || rows.contains(where: { $0.counts?.shares.isEmpty == false }) {
      columns.append(
        column(.expected, n: start + 1, roll: start, line: start + 2) { scale, counts in
          ReturnFacts.said(.expected, counts) ?? ReturnFacts.share(counts, scale, scale?.expected)
        })
      columns.append(
        column(.higher, n: start + 1, roll: start, line: start + 2) { scale, counts in
          ReturnFacts.said(.higher, counts) ?? ReturnFacts.share(counts, scale, scale?.higher)
        })
    }
    if rows.contains(where: { ($0.counts?.scored ?? 0) > 0 || $0.counts?.shares[.average] != nil }) {
      columns.append(
        column(.average, n: start + 1, roll: start, line: start + 2) { _, counts in
          if let said = ReturnFacts.said(.average, counts) { return said }
          guard counts.scored > 0, counts.scored == counts.assessed else { return .absent }
          return .number(ReturnFacts.rounded(counts.scores / Double(counts.scored)))
        })
    }
    for level in ReturnFacts.levels(of: scales)
    where rows.contains(where: { $0.counts?.levels[level] != nil }) {
      let place = columns.count
      columns.append(
        column(.level(level), line: place + 1) { _, counts in ReturnFacts.cell(counts.levels[level]) })
      columns.append(lines { $0.levels[level]?.line })
    }
    for conduct in ReturnKind.Conduct.allCases
    where rows.contains(where: { $0.counts?.conduct[conduct] != nil }) {
      let place = columns.count
      columns.append(
        column(.conduct(conduct), n: start, roll: start, line: place + 2) { _, counts in
          ReturnFacts.conduct(conduct, counts)
        })
      columns.append(
        column(.count(conduct), line: place + 2) { _, counts in
          ReturnFacts.cell(counts.conduct[conduct]?.count)
        })
      columns.append(lines { $0.conduct[conduct]?.count.line })
      if conduct.counts == .sessions {
        columns.append(
          column(.outOf(conduct), line: place + 2) { _, counts in
            counts.conduct[conduct]?.outOf.map { .number(Double($0)) } ?? .absent
          })
      }
    }
  }

  /// Every level of some scales, each once, in their order.
  private static func levels(of scales: [AssessmentScale]) -> [String] {
    var seen: Set<String> = []
    return scales.flatMap { $0.levels.map(\.id) }.filter { seen.insert($0).inserted }
  }

  private static func cell(_ count: ReturnTally.Count?) -> FactsFile.Cell {
    guard let count else { return .absent }
    return count.number.map { .number(Double($0)) } ?? .text(count.code)
  }

  /// A percentage or an average that is said instead of counts; nil where counts tell it.
  private static func said(_ kind: ReturnKind, _ counts: Counts) -> FactsFile.Cell? {
    guard counts.levels.isEmpty, let share = counts.shares[kind] else { return nil }
    return share.number.map { .numberAs($0, share.text) } ?? .text(share.text)
  }

  private static func share(
    _ counts: Counts, _ scale: AssessmentScale?, _ threshold: String?
  ) -> FactsFile.Cell {
    guard let scale, let threshold else { return .absent }
    guard let assessed = counts.assessed, let reaching = counts.reaching(threshold, on: scale) else {
      return .text(counts.withheld)
    }
    return assessed == 0
      ? .text("") : .numberAs(percent(reaching, of: assessed), "\(reaching) of \(assessed)")
  }

  private static func conduct(_ conduct: ReturnKind.Conduct, _ counts: Counts) -> FactsFile.Cell {
    guard let found = counts.conduct[conduct] else { return .absent }
    guard let count = found.count.number else { return .text(found.count.code) }
    guard let whole = conduct.counts == .sessions ? found.outOf : found.outOf ?? counts.roll?.number,
      whole > 0
    else { return .text("") }
    return .numberAs(
      percent(count, of: whole), "\(count) \(conduct.counts == .events ? "for" : "of") \(whole)")
  }

  private static func percent(_ count: Int, of whole: Int) -> Double {
    rounded(Double(count) * 100 / Double(whole))
  }

  /// To four decimals, which tell any two counts of a school apart.
  private static func rounded(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
}
