extension Facts {
  /// How many pupils one row of a file speaks of.
  struct RowCounts: Sendable {
    /// The file it stands in.
    let file: Int
    /// The cohort, by group.
    var pupils: [PupilGroup: Reading] = [:]
    /// The pupils that a measure's values rest on, or are, by measure and group, where the file says.
    var byMeasure: [String: [PupilGroup: Reading]] = [:]
    /// Measures that say of all pupils how many are of a group (`eal`), with that group.
    var characteristics: [String: PupilGroup] = [:]
    /// Parts of a group that a return counts: those at each level, the lowest first, those who were suspended.
    var parts: [Part] = []
    /// Which part of the pupils something is true of.
    var shares: [Share] = []
    /// The means of a return.
    var averages: [Share] = []

    /// Pupils of a group that a return counts under a measure.
    struct Part: Hashable, Sendable {
      let measure: ReturnMeasure
      let group: PupilGroup
      let count: Int
    }

    /// A share or a mean of a group.
    struct Share: Hashable, Sendable {
      let measure: String
      let group: PupilGroup
      let value: Double
      /// The pupils that it rests on; nil where the cohort's count is meant.
      let n: Int?
    }

    /// Of two columns with one meaning the first counts, as in `observation(of:_:_:in:)`.
    fileprivate mutating func add(_ column: CountColumn, in file: FactsFile, _ row: Row) {
      let reading = file.reading(column: column.place, row: row.row)
      if column.isCohort {
        if pupils[column.group] == nil { pupils[column.group] = reading }
        noteShareOfRoll(column, reading)
        return
      }
      let measure = Facts.measure(of: file.columns[column.place], in: row)
      if row.stem != nil, let kind = column.kind, kind.countsPupils {
        guard let value = reading.value, let returned = ReturnMeasure(id: measure) else { return }
        parts.append(Part(measure: returned, group: column.group, count: Int(value)))
        return
      }
      var n: Int?
      if let count = column.count {
        let counted = file.reading(column: count.place, row: row.row)
        n = counted.value.map { Int($0) }
        if byMeasure[measure]?[column.group] == nil {
          byMeasure[measure, default: [:]][column.group] = counted
        }
        if count.group != column.group { characteristics[measure] = count.group }
      } else if column.isOfPupils, byMeasure[measure]?[column.group] == nil {
        byMeasure[measure, default: [:]][column.group] = reading
      }
      guard let value = reading.value else { return }
      let share = Share(measure: measure, group: column.group, value: value, n: n)
      if column.isShare { shares.append(share) }
      if column.kind?.plain == .average { averages.append(share) }
    }

    /// A share that can be worked out from the roll is judged as one that the file says.
    private mutating func noteShareOfRoll(_ column: CountColumn, _ reading: Reading) {
      guard column.measure == "roll",
        let measure = Facts.sharesOfRoll.first(where: { $0.value == column.group })?.key
      else { return }
      if byMeasure[measure]?[.all] == nil { byMeasure[measure, default: [:]][.all] = reading }
      characteristics[measure] = column.group
    }
  }

  /// The measures that count pupils by group, one for each sort of table: the cohorts at the end of key stages 2, 4
  /// and 5, the roll, the pupils whose absence or suspensions are counted, and the roll of a
  /// school's own return.
  static let cohorts: Set<String> = [
    "pupils", "ks4Pupils", "roll", "alevStudents", "absenceEnrolments", "suspensionHeadcount", "ht.roll",
  ]

  /// The counts of every row of a format that speaks of a subject in a year or half-term; of a return, those of one
  /// year group and subject. Rows that a later edition has overtaken are among them: what they hide stays hidden.
  /// - Parameter isOfCohort: whether nothing but the cohort is asked for, which is quicker.
  func counts(
    of subject: ObservationSubject, at period: Period, format: String, stem: String? = nil,
    isOfCohort: Bool = false
  ) -> [RowCounts] {
    let found = editions(of: subject, format: format).compactMap { row -> RowCounts? in
      guard row.stem == stem else { return nil }
      let file = files[row.file]
      var counts = RowCounts(file: row.file)
      for column in index.countColumns(of: row.file, catalogue)[period] ?? []
      where (column.isCohort || !isOfCohort) && file.has(column: column.place, row: row.row) {
        counts.add(column, in: file, row)
      }
      return counts.pupils.isEmpty && counts.byMeasure.isEmpty ? nil : counts
    }
    return figuresTogether(found)
  }

  /// What is kept figure by figure stands on a row for each group; only together can they be subtracted from each other.
  private func figuresTogether(_ rows: [RowCounts]) -> [RowCounts] {
    let single = rows.filter { files[$0.file].isByFigure }
    guard var together = single.first, single.count > 1 else { return rows }
    for row in single.dropFirst() {
      together.pupils.merge(row.pupils) { first, _ in first }
      for (measure, counts) in row.byMeasure {
        together.byMeasure[measure, default: [:]].merge(counts) { first, _ in first }
      }
      together.shares += row.shares
    }
    return rows.filter { !files[$0.file].isByFigure } + [together]
  }

  /// The rows that speak of a subject in every edition that is kept.
  private func editions(of subject: ObservationSubject, format: String) -> [Row] {
    files.indices.flatMap { file in
      files[file].family == format
        ? index.rows(of: subject, in: file) + index.overtakenRows(of: subject, in: file) : []
    }
  }

  /// The pupils of a row by the places of single groups: the cohort, or those that a measure rests on; nil where the row
  /// says nothing of them. Reads no more than it must: a total has hundreds of rows under it.
  func singleCounts(of measure: String?, at period: Period, in row: Row) -> [Int]? {
    let file = files[row.file]
    var counts = [Int](repeating: GroupSums.absent, count: GroupSums.single.groups.count)
    var isThere = false
    for column in index.countColumns(of: row.file, catalogue)[period] ?? [] {
      guard let group = column.group.index, counts[group] == GroupSums.absent else { continue }
      let place: Int
      if let measure {
        guard column.measure == measure, !column.isCohort else { continue }
        guard column.count?.group ?? column.group == column.group else { continue }
        guard let found = column.count?.place ?? (column.isOfPupils ? column.place : nil) else { continue }
        place = found
      } else {
        guard column.isCohort else { continue }
        place = column.place
      }
      guard file.has(column: place, row: row.row) else { continue }
      let reading = file.reading(column: place, row: row.row)
      if let value = reading.value {
        counts[group] = Int(value)
      } else if Disclosure.isWithheld(reading) {
        counts[group] = GroupSums.withheld
      }
      isThere = true
    }
    return isThere ? counts : nil
  }
}
