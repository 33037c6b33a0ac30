extension Facts {
  /// How many pupils one row of a file speaks of.
  struct RowCounts: Hashable, Sendable {
    /// The cohort, by group.
    var pupils: [PupilGroup: Reading] = [:]
    /// The pupils that a measure's values rest on, by measure and group, where the file says.
    var byMeasure: [String: [PupilGroup: Reading]] = [:]
    /// Measures that say of all pupils how many are of a group (`eal`), with that group.
    var characteristics: [String: PupilGroup] = [:]

    /// Of two columns with one meaning the first counts, as in `observation(of:_:_:in:)`.
    fileprivate mutating func add(_ column: FactsFile.Column, at index: Int, in file: FactsFile, row: Int) {
      if Facts.cohorts.contains(column.measure) {
        if pupils[column.group] == nil { pupils[column.group] = file.reading(column: index, row: row) }
      } else if let count = column.countColumn, byMeasure[column.measure]?[column.group] == nil {
        byMeasure[column.measure, default: [:]][column.group] = file.reading(column: count, row: row)
        let counted = file.columns[count].group
        if counted != column.group { characteristics[column.measure] = counted }
      }
    }
  }

  /// The measures that count pupils by group, one for each sort of table: the cohorts at the end of key stages 2, 4
  /// and 5, the roll, and the pupils whose absence or suspensions are counted.
  static let cohorts: Set<String> = [
    "pupils", "ks4Pupils", "roll", "alevStudents", "absenceEnrolments", "suspensionHeadcount",
  ]

  /// The counts of every row of a format that speaks of a subject in a year.
  func counts(
    of subject: ObservationSubject, in period: AcademicYear, format: String
  ) -> [RowCounts] {
    rows(of: subject, format: format).compactMap { row in
      let file = files[row.file]
      var counts = RowCounts()
      for (index, column) in file.columns.enumerated()
      where column.part == .value && (column.period ?? file.period) == period
        && file.has(column: index, row: row.row)
      {
        counts.add(column, at: index, in: file, row: row.row)
      }
      return counts.pupils.isEmpty && counts.byMeasure.isEmpty ? nil : counts
    }
  }
}
