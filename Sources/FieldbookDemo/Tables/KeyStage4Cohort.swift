/// The Year 11 of a school in a year, with its results.
struct KeyStage4Cohort: StageCohort {
  /// What one pupil reached.
  struct Result: Sendable {
    let pupil: InventedPupil
    /// Attainment 8, 0 to 90.
    let points: Double
    /// Grade 5 or above, and 4 or above, in English and maths.
    let isFive: Bool
    let isFour: Bool
    /// Entered for the English Baccalaureate.
    let isEntered: Bool
    /// Progress 8; nil without earlier results.
    let progress: Double?
  }

  let results: [Result]

  var pupils: [InventedPupil] { results.map(\.pupil) }
  /// Whether too few pupils have earlier results for progress to be published.
  let isLowCoverage: Bool
  /// Whether nobody was entered for examinations that the tables count.
  let hasNoEntries: Bool

  /// A school's cohort in a year; nil where it has no Year 11.
  init?(_ school: InventedSchool, year: Int, seed: UInt64, salt: Int) {
    guard let stage = school.keyStage4 else { return nil }
    self.init(
      count: stage.cohort[year], points: stage.points[year], fives: stage.fives[year],
      progress: stage.progress, pupils: school.pupils, isSpecial: school.kind == .special,
      random: SeededRandom(seed, 4, school.urn, salt))
  }

  init(
    count: Int, points: Double, fives: Int, progress: Double, pupils: InventedSchool.Pupils,
    isSpecial: Bool = false, random: SeededRandom
  ) {
    var random = random
    let cohort = InventedPupil.cohort(count, of: pupils, &random)
    let spread = isSpecial ? 1.5 : 13.0
    let raw = cohort.map { max(0, min(88, points + $0.ability * spread)) }
    // Moved so that the mean is what the story says.
    let shift = points - Figure.mean(raw)
    let fiveCount = (fives * count + 50) / 100
    let fourCount = min(count, fiveCount + (isSpecial ? 0 : count / 5))
    results = cohort.enumerated().map { place, pupil in
      Result(
        pupil: pupil, points: max(0, raw[place] + shift), isFive: place < fiveCount,
        isFour: place < fourCount, isEntered: !isSpecial && random.chance(place < count / 2 ? 55 : 18),
        progress: pupil.prior == .unknown ? nil : progress + random.bell() * 1.1)
    }
    isLowCoverage = isSpecial
    hasNoEntries = isSpecial
  }

  /// Several cohorts as one.
  init(joining cohorts: [KeyStage4Cohort]) {
    results = cohorts.flatMap(\.results)
    isLowCoverage = false
    hasNoEntries = false
  }
}
