extension Facts {
  /// The value of a measure for every school that has one, in a year: what a school is set among.
  ///
  /// Of several rows that speak of one school the same one counts as in `observation(of:_:_:in:)`, and where several
  /// schools with figures became one, none does.
  public func values(
    of measure: String, _ group: PupilGroup = .all, in period: AcademicYear
  ) -> [URN: Double] {
    var own: [URN: Double?] = [:]
    var former: [URN: [URN: Double]] = [:]
    for (file, column) in index.columns(measure, group, Period(year: period)) {
      for (urn, row) in index.schoolRows(in: file) where files[file].has(column: column, row: row.row) {
        let value = files[file].reading(column: column, row: row.row).value
        if let previous = row.previousURN {
          if let value, former[urn]?[previous] == nil { former[urn, default: [:]][previous] = value }
        } else if own[urn] == nil {
          own[urn] = .some(value)
        }
      }
    }
    var values = own.compactMapValues(\.self)
    for (urn, figures) in former where own[urn] == nil && figures.count == 1 {
      values[urn] = figures.first?.value
    }
    return values
  }

  /// The years for which files have a measure of a group, oldest first.
  public func years(with measure: String, _ group: PupilGroup = .all) -> [AcademicYear] {
    var years: Set<AcademicYear> = []
    for file in files where file.format != Register.format {
      for column in file.columns
      where column.part == .value && column.measure == measure && column.group == group
        && column.halfTerm == nil && file.halfTerm == nil
      {
        if let year = column.period ?? file.period { years.insert(year) }
      }
    }
    return years.sorted()
  }
}
