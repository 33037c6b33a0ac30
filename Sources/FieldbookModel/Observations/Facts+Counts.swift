extension Facts {
  /// How many pupils one row of a file speaks of.
  struct RowCounts: Hashable, Sendable {
    /// The cohort: the measure `pupils`, by group.
    var pupils: [PupilGroup: Reading] = [:]
    /// The pupils that a measure's values rest on, by measure and group, where the file says.
    var byMeasure: [String: [PupilGroup: Reading]] = [:]
  }

  /// The measure that counts the pupils of a cohort.
  public static let pupils = "pupils"

  /// The counts of every row that speaks of a subject in a year.
  func counts(of subject: ObservationSubject, in period: AcademicYear) -> [RowCounts] {
    (rows[subject] ?? []).compactMap { row in
      let file = files[row.file]
      var counts = RowCounts()
      for column in file.columns where column.part == .value && (column.period ?? file.period) == period {
        if column.measure == Facts.pupils { continue }
        guard let place = column.countColumn else { continue }
        counts.byMeasure[column.measure, default: [:]][column.group] = file.reading(
          column: place, row: row.row)
      }
      for (index, column) in file.columns.enumerated()
      where column.measure == Facts.pupils && column.part == .value
        && (column.period ?? file.period) == period
      {
        // Of two columns with one meaning the first counts, as in `observation(of:_:_:in:)`.
        if counts.pupils[column.group] == nil {
          counts.pupils[column.group] = file.reading(column: index, row: row.row)
        }
      }
      return counts.pupils.isEmpty && counts.byMeasure.isEmpty ? nil : counts
    }
  }
}
