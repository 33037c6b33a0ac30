/// What a column of values tells of how many pupils there are, worked out once for each file.
struct CountColumn: Sendable {
  /// Its place in the file.
  let place: Int
  /// Its measure; of a return without year group and subject.
  let measure: String
  /// The group it speaks of.
  let group: PupilGroup
  /// Whether it counts the pupils themselves, by group.
  let isCohort: Bool
  /// What it says of a return; nil of published figures.
  let kind: ReturnKind?
  /// The place of the column that says how many pupils its values rest on, and the group which that one counts.
  let count: (place: Int, group: PupilGroup)?
  /// Whether its values are numbers of pupils.
  let isOfPupils: Bool
  /// Whether its values say which part of the pupils something is true of.
  let isShare: Bool

  /// The columns of a file that tell of pupils, by the time they speak of.
  static func columns(of file: FactsFile, _ catalogue: Catalogue) -> [Period: [CountColumn]] {
    var found: [Period: [CountColumn]] = [:]
    for (place, column) in file.columns.enumerated() where column.part == .value {
      guard let year = column.period ?? file.period else { continue }
      let period = Period(year: year, part: column.halfTerm ?? file.halfTerm)
      found[period, default: []].append(CountColumn(place, column, in: file, catalogue))
    }
    return found
  }

  private init(_ place: Int, _ column: FactsFile.Column, in file: FactsFile, _ catalogue: Catalogue) {
    self.place = place
    measure = column.measure
    group = column.group
    isCohort = Facts.cohorts.contains(column.measure)
    count = column.countColumn.map { ($0, file.columns[$0].group) }
    kind =
      column.measure.hasPrefix(ReturnMeasure.prefix)
      ? ReturnKind(id: String(column.measure.dropFirst(ReturnMeasure.prefix.count))) : nil
    if let kind {
      isOfPupils = kind == .assessed || kind == .aim(.assessed)
      isShare = kind.plain.isShareOfPupils
    } else {
      let known = catalogue[column.measure]
      isOfPupils = known?.unit == .pupils
      isShare = known?.isShareOfPupils ?? false
    }
  }
}

extension ReturnKind {
  /// The same without being a target or prediction.
  var plain: ReturnKind { if case .aim(let kind) = self { kind } else { self } }
}
