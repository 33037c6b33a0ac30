extension Facts {
  /// How many pupils one row of a file speaks of.
  struct RowCounts: Hashable, Sendable {
    /// The cohort: the measure `pupils`, by group.
    var pupils: [PupilGroup: Reading] = [:]
    /// The pupils that a measure's values rest on, by measure and group, where the file says.
    var byMeasure: [String: [PupilGroup: Reading]] = [:]

    /// Of two columns with one meaning the first counts, as in `observation(of:_:_:in:)`.
    fileprivate mutating func add(_ column: FactsFile.Column, at index: Int, in file: FactsFile, row: Int) {
      if column.measure == Facts.pupils {
        if pupils[column.group] == nil { pupils[column.group] = file.reading(column: index, row: row) }
      } else if let count = column.countColumn, byMeasure[column.measure]?[column.group] == nil {
        byMeasure[column.measure, default: [:]][column.group] = file.reading(column: count, row: row)
      }
    }
  }

  /// The measure that counts the pupils of a cohort.
  public static let pupils = "pupils"

  /// The counts of every row that speaks of a subject in a year.
  func counts(of subject: ObservationSubject, in period: AcademicYear) -> [RowCounts] {
    rows(of: subject).compactMap { row in
      let file = files[row.file]
      var counts = RowCounts()
      for (index, column) in file.columns.enumerated()
      where column.part == .value && (column.period ?? file.period) == period {
        counts.add(column, at: index, in: file, row: row.row)
      }
      return counts.pupils.isEmpty && counts.byMeasure.isEmpty ? nil : counts
    }
  }
}
