/// Questions asked of what schools return each half-term.
extension Facts {
  /// One school's return of a year group and subject, as it arrived.
  public struct Return: Hashable, Sendable {
    /// The school.
    public let school: URN
    /// The half-term.
    public let halfTerm: HalfTerm
    /// Year group and subject, by a measure of theirs.
    public let measure: ReturnMeasure
    /// The scale it is counted on; nil of attendance and behaviour.
    public let scale: String?
    /// The file it came in.
    public let source: FactsFile.Source
    /// Whether it holds targets or predictions.
    public let isAim: Bool
  }

  /// Everything that schools returned of a half-term, by school, year group and subject. What was replaced is not there.
  public func returns(of halfTerm: HalfTerm) -> [Return] {
    let wanted = Period(halfTerm)
    return files.indices.filter { files[$0].when == wanted && files[$0].family == ReturnMeasure.family }
      .flatMap { file in returns(in: file, halfTerm) }
      .sorted {
        ($0.school, $0.measure.stem, $0.isAim ? 1 : 0) < ($1.school, $1.measure.stem, $1.isAim ? 1 : 0)
      }
  }

  private func returns(in file: Int, _ halfTerm: HalfTerm) -> [Return] {
    let facts = files[file]
    let scales = facts.columns.first { $0.measure == ReturnMeasure.scaleColumn }?.cells
    let schools = Set(facts.subjects.compactMap { if case .school(let urn, _) = $0 { urn } else { nil } })
    return schools.flatMap { urn in
      rows(of: .school(urn), inFile: file).compactMap { row -> Return? in
        guard let stem = row.stem, let measure = ReturnMeasure(stem: stem, .roll) else { return nil }
        var scale: String?
        if case .text(let id)? = scales?[row.row] { scale = id }
        return Return(
          school: urn, halfTerm: halfTerm, measure: measure, scale: scale, source: facts.source,
          isAim: facts.format.hasSuffix("-aims"))
      }
    }
  }

  /// The half-terms of which any school returned anything, the earliest first.
  public var returnedHalfTerms: [HalfTerm] {
    Set(files.filter { $0.family == ReturnMeasure.family }.compactMap(\.when?.halfTerm)).sorted()
  }

  /// What a measure of a return says; nil where the school returned nothing of it.
  public func returned(
    _ measure: ReturnMeasure, _ group: PupilGroup = .all, by school: URN, in halfTerm: HalfTerm
  ) -> Observation? {
    observation(of: .school(school), measure.id, group, at: Period(halfTerm))
  }

  /// How many of those on roll were assessed; nil where the return does not say both.
  public func coverage(
    of measure: ReturnMeasure, _ group: PupilGroup = .all, by school: URN, in halfTerm: HalfTerm
  ) -> Coverage? {
    guard let assessed = returned(measure.saying(.assessed), group, by: school, in: halfTerm),
      let count = assessed.reading.value, let roll = assessed.roll
    else { return nil }
    return Coverage(assessed: Int(count), roll: roll)
  }

  /// How many of a group were assessed.
  public struct Coverage: Hashable, Sendable {
    /// Those with a level.
    public let assessed: Int
    /// Those on roll.
    public let roll: Int

    /// Per cent of those on roll; nil where there is nobody.
    public var percent: Double? { roll > 0 ? Double(assessed) / Double(roll) * 100 : nil }

    /// `28/30`.
    public var text: String { "\(assessed)/\(roll)" }
  }

  /// The scale of a school's return; nil where there is none.
  public func scale(of measure: ReturnMeasure, by school: URN, in halfTerm: HalfTerm) -> String? {
    for (index, file) in files.enumerated()
    where file.when == Period(halfTerm) && file.family == ReturnMeasure.family {
      guard let column = file.columns.first(where: { $0.measure == ReturnMeasure.scaleColumn }) else {
        continue
      }
      for row in rows(of: .school(school), inFile: index) where row.stem == measure.stem {
        if case .text(let id) = column.cells[row.row] { return id }
      }
    }
    return nil
  }

  private func rows(of subject: ObservationSubject, inFile file: Int) -> [Row] {
    index.rows(of: subject, in: file)
  }
}

extension ReturnMeasure {
  /// What the formats of returns share.
  static let family = "returns"
  /// The column that names the scale of each row.
  static let scaleColumn = "ht.scale"
}
