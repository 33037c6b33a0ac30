import FieldbookModel

/// The pupils of a year group as a half-term's return counts them. They are made to be counted and are kept nowhere.
struct HalfTermCohort: Sendable {
  /// One pupil with the level reached in each subject, the lowest being 0.
  struct Pupil: Sendable {
    let pupil: InventedPupil
    /// No level where a pupil was not assessed.
    var levels: [Int?]
  }

  let pupils: [Pupil]

  /// The groups that are returned.
  static let groups: [(name: String, contains: @Sendable (InventedPupil) -> Bool)] = [
    ("all", { _ in true }), ("boys", { !$0.isGirl }), ("girls", { $0.isGirl }),
    ("disadvantaged", { $0.isDisadvantaged }), ("not disadvantaged", { !$0.isDisadvantaged }),
  ]

  /// A cohort whose strongest pupils reach the upper levels.
  /// - Parameters:
  ///   - shares: per cent of the pupils at each level or above, from the second level on; for each subject.
  init(
    _ count: Int, of pupils: InventedSchool.Pupils, shares: [[Double]], _ random: inout SeededRandom
  ) {
    let cohort = InventedPupil.cohort(count, of: pupils, &random)
    var made: [Pupil] = []
    for (rank, pupil) in cohort.enumerated() {
      var levels: [Int?] = []
      for subject in shares {
        // A pupil's place differs a little from subject to subject.
        let place = (Double(rank) + 0.5 + random.bell() * 1.2) / Double(max(1, count)) * 100
        let level = subject.count { place < $0 }
        levels.append(random.chance(3) ? nil : level)
      }
      made.append(Pupil(pupil: pupil, levels: levels))
    }
    self.pupils = made
  }

  /// How many pupils of a group are at each level of a subject, and how many there are.
  func count(
    _ subject: Int, levels: Int, in group: (InventedPupil) -> Bool
  ) -> (levels: [Int], roll: Int) {
    let members = pupils.filter { group($0.pupil) }
    return ((0..<levels).map { level in members.count { $0.levels[subject] == level } }, members.count)
  }
}
