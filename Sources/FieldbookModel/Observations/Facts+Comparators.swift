extension Facts {
  /// Which of England’s schools a school stands beside in a part of its results: all that are state-funded, or, of the
  /// census, absence and behaviour, those of its kind.
  public func england(beside school: School?, in stage: ResultStage) -> ObservationSubject {
    guard stage.isByKind, let kind = school?.kind else { return .englandState }
    return .englandKind(kind)
  }

  /// What stands beside a school’s published figure: its local authority’s and England’s, as far as any file says.
  public func comparators(of observation: Observation) -> [Observation] {
    guard case .school(let urn) = observation.subject, observation.halfTerm == nil,
      ReturnMeasure(id: observation.measure) == nil
    else { return [] }
    let england = england(beside: school(urn), in: .of(observation.measure))
    return [.la(school(urn)?.laCode ?? observation.authority), england].compactMap {
      self.observation(of: $0, observation.measure, observation.group, in: observation.period)
    }
  }

  /// The publications out of which figures of an authority or of England are quoted that stand beside a part of a school’s
  /// results in a year, each once.
  public func citations(
    of subject: ObservationSubject, in stage: ResultStage, _ year: AcademicYear
  ) -> [Citation] {
    guard files.contains(where: \.isBenchmark) else { return [] }
    let groups = [PupilGroup.all, .boys, .girls, .disadvantaged, .notDisadvantaged]
    var found: [Citation] = []
    for measure in stage.measures {
      for group in measure == stage.headline ? groups : [.all] {
        let citation = observation(of: subject, measure, group, in: year)?.place.source.citation
        if let citation, !found.contains(citation) { found.append(citation) }
      }
    }
    return found
  }
}
