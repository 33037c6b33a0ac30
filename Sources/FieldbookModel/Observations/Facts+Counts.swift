extension Facts {
  /// How many pupils one row of a file speaks of.
  struct RowCounts: Hashable, Sendable {
    /// The cohort, by group.
    var pupils: [PupilGroup: Reading] = [:]
    /// The pupils that a measure's values rest on, by measure and group, where the file says.
    var byMeasure: [String: [PupilGroup: Reading]] = [:]
    /// Measures that say of all pupils how many are of a group (`eal`), with that group.
    var characteristics: [String: PupilGroup] = [:]
    /// Parts of a group that a return counts: those at each level, those who were suspended.
    var parts: [Part] = []

    /// Pupils of a group that a return counts under a measure.
    struct Part: Hashable, Sendable {
      let measure: ReturnMeasure
      let group: PupilGroup
      let count: Int
    }

    /// Of two columns with one meaning the first counts, as in `observation(of:_:_:in:)`.
    fileprivate mutating func add(_ index: Int, in file: FactsFile, _ row: Row) {
      let column = file.columns[index]
      let measure = Facts.measure(of: column, in: row)
      if row.stem != nil, let returned = ReturnMeasure(id: measure), returned.kind.countsPupils {
        guard let value = file.reading(column: index, row: row.row).value else { return }
        parts.append(Part(measure: returned, group: column.group, count: Int(value)))
      } else if Facts.cohorts.contains(column.measure) {
        if pupils[column.group] == nil { pupils[column.group] = file.reading(column: index, row: row.row) }
      } else if let count = column.countColumn, byMeasure[measure]?[column.group] == nil {
        byMeasure[measure, default: [:]][column.group] = file.reading(column: count, row: row.row)
        let counted = file.columns[count].group
        if counted != column.group { characteristics[measure] = counted }
      }
    }
  }

  /// The measures that count pupils by group, one for each sort of table: the cohorts at the end of key stages 2, 4
  /// and 5, the roll, the pupils whose absence or suspensions are counted, and the roll of a
  /// school's own return.
  static let cohorts: Set<String> = [
    "pupils", "ks4Pupils", "roll", "alevStudents", "absenceEnrolments", "suspensionHeadcount", "ht.roll",
  ]

  /// The counts of every row of a format that speaks of a subject in a year or half-term; of a return, those of one
  /// year group and subject.
  func counts(
    of subject: ObservationSubject, at period: Period, format: String, stem: String? = nil
  ) -> [RowCounts] {
    rows(of: subject, format: format).compactMap { row in
      guard row.stem == stem else { return nil }
      let file = files[row.file]
      var counts = RowCounts()
      for (index, column) in file.columns.enumerated()
      where column.part == .value && file.has(column: index, row: row.row)
        && Period(year: column.period ?? file.period ?? period.year, part: column.halfTerm ?? file.halfTerm)
          == period
      {
        counts.add(index, in: file, row)
      }
      return counts.pupils.isEmpty && counts.byMeasure.isEmpty ? nil : counts
    }
  }
}
