/// The Year 6 of a school in a year, with its results.
struct KeyStage2Cohort: StageCohort {
  /// What one pupil reached.
  struct Result: Sendable {
    let pupil: InventedPupil
    /// Scaled scores.
    let reading: Int
    let maths: Int
    let grammar: Int
    /// 0 below, 1 working towards, 2 expected, 3 greater depth.
    let writing: Int
    let science: Bool

    var isExpected: Bool { reading >= 100 && maths >= 100 && writing >= 2 }
    var isHigher: Bool { reading >= 110 && maths >= 110 && writing == 3 }
  }

  let results: [Result]

  var pupils: [InventedPupil] { results.map(\.pupil) }
  /// Progress in reading, writing and maths.
  let progress: [Double]
  /// Whether too few pupils have earlier results for progress to be published.
  let isLowCoverage: Bool

  /// A school's cohort in a year; nil where it has no Year 6.
  init?(_ school: InventedSchool, year: Int, seed: UInt64, salt: Int) {
    guard let stage = school.keyStage2 else { return nil }
    self.init(
      count: stage.cohort[year], expected: stage.expected[year], higher: stage.higher[year],
      progress: stage.progress, pupils: school.pupils, isLowCoverage: school.kind == .special,
      random: SeededRandom(seed, 2, school.urn, salt))
  }

  init(
    count: Int, expected: Int, higher: Int, progress: Double, pupils: InventedSchool.Pupils,
    isLowCoverage: Bool = false, random: SeededRandom
  ) {
    var random = random
    let cohort = InventedPupil.cohort(count, of: pupils, &random)
    let passes = (expected * count + 50) / 100
    let depths = min(passes, (higher * count + 50) / 100)
    results = cohort.enumerated().map { place, pupil in
      place < depths
        ? KeyStage2Cohort.high(pupil, &random)
        : place < passes ? KeyStage2Cohort.pass(pupil, &random) : KeyStage2Cohort.fail(pupil, &random)
    }
    self.progress = (0..<3).map { _ in progress + random.bell() * 0.6 }
    self.isLowCoverage = isLowCoverage
  }

  /// Several cohorts as one.
  init(joining cohorts: [KeyStage2Cohort]) {
    results = cohorts.flatMap(\.results)
    progress = (0..<3).map { subject in Figure.mean(cohorts.map { $0.progress[subject] }) }
    isLowCoverage = false
  }

  private static func high(_ pupil: InventedPupil, _ random: inout SeededRandom) -> Result {
    Result(
      pupil: pupil, reading: 110 + Int(random.unit() * 10), maths: 110 + Int(random.unit() * 10),
      grammar: 108 + Int(random.unit() * 12), writing: 3, science: true)
  }

  private static func pass(_ pupil: InventedPupil, _ random: inout SeededRandom) -> Result {
    Result(
      pupil: pupil, reading: 100 + Int(random.unit() * 14), maths: 100 + Int(random.unit() * 12),
      grammar: 98 + Int(random.unit() * 16), writing: random.chance(14) ? 3 : 2, science: random.chance(97))
  }

  /// Expected in one or two subjects perhaps, never in all three.
  private static func fail(_ pupil: InventedPupil, _ random: inout SeededRandom) -> Result {
    var reading = random.chance(45) ? 100 + Int(random.unit() * 7) : 88 + Int(random.unit() * 12)
    let maths = random.chance(40) ? 100 + Int(random.unit() * 6) : 87 + Int(random.unit() * 13)
    let writing = random.chance(35) ? 2 : random.chance(80) ? 1 : 0
    if reading >= 100, maths >= 100, writing >= 2 { reading = 96 + Int(random.unit() * 4) }
    return Result(
      pupil: pupil, reading: reading, maths: maths, grammar: 88 + Int(random.unit() * 17), writing: writing,
      science: random.chance(45))
  }
}
