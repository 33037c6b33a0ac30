/// The peers (same phase, same sector) whose pupils are most like a school's own.
///
/// Each feature of the intake becomes a z-score among all peers that have it: (value − mean) ÷ standard
/// deviation. The distance between two schools is the root of the mean of the squared differences over the features
/// that both have, at least five; the nearest thirty are the similar ones, ties going to the lower URN. A feature
/// that is the same everywhere says nothing and is left out. Outcomes are never used.
public struct SimilarSchools: Sendable {
  /// A school and how far it is.
  public struct Neighbour: Hashable, Sendable {
    /// Which school.
    public let urn: URN
    /// How far it is, in standard deviations of a feature.
    public let distance: Double
    /// On how many features that rests.
    public let shared: Int
  }

  /// A feature and the year whose figures were used.
  public struct UsedFeature: Hashable, Sendable {
    /// The feature.
    public let feature: IntakeFeature
    /// The measure that holds it.
    public let measure: String
    /// The group it is of.
    public let group: PupilGroup
    /// The year.
    public let year: AcademicYear
    /// The mean of the peers.
    public let mean: Double
    /// Their standard deviation.
    public let deviation: Double
    /// How many schools have it.
    public let schools: Int
  }

  /// Why there are none.
  public enum Refusal: Hashable, Sendable {
    /// Fewer than five features have any figures in the files.
    case filesLackFeatures(Int)
    /// The school itself has figures for fewer than five.
    case schoolLacksFeatures(Int)
    /// None of the peers shares five features with it.
    case nobody
  }

  /// The fewest features on which two schools can be called alike.
  public static let fewestFeatures = 5
  /// How many are similar.
  public static let most = 30

  /// The features used, in the order of `IntakeFeature`.
  public let features: [UsedFeature]
  /// The similar schools, nearest first; empty when `refusal` says why.
  public let neighbours: [Neighbour]
  /// Peers that could be compared, the school itself apart.
  public let candidates: Int
  /// Why there are none.
  public let refusal: Refusal?

  /// The schools most like one among its peers.
  /// - Parameters:
  ///   - school: the one they are like.
  ///   - intakes: what its peers are like.
  public init(to school: URN, in intakes: Intakes) {
    features = intakes.features
    let scores = intakes.scores
    let usable = features.indices
    guard usable.count >= SimilarSchools.fewestFeatures else {
      (neighbours, candidates, refusal) = ([], 0, .filesLackFeatures(usable.count))
      return
    }
    let own = scores[school] ?? []
    let had = own.count { $0 != nil }
    guard had >= SimilarSchools.fewestFeatures else {
      (neighbours, candidates, refusal) = ([], 0, .schoolLacksFeatures(had))
      return
    }
    let all = scores.compactMap { urn, theirs in
      urn == school ? nil : SimilarSchools.neighbour(urn, theirs, own)
    }
    candidates = all.count
    neighbours = Array(
      all.sorted { ($0.distance, $0.urn) < ($1.distance, $1.urn) }.prefix(SimilarSchools.most))
    refusal = neighbours.isEmpty ? .nobody : nil
  }

  private static func neighbour(_ urn: URN, _ theirs: [Double?], _ own: [Double?]) -> Neighbour? {
    var sum = 0.0
    var shared = 0
    for (a, b) in zip(theirs, own) {
      guard let a, let b else { continue }
      sum += (a - b) * (a - b)
      shared += 1
    }
    guard shared >= fewestFeatures else { return nil }
    return Neighbour(urn: urn, distance: (sum / Double(shared)).squareRoot(), shared: shared)
  }
}

/// What the pupils of all peers are like: features as z-scores, worked out once for many questions.
public struct Intakes: Sendable {
  /// Whose.
  public let peers: Peers
  /// The features for which there are figures.
  public let features: [SimilarSchools.UsedFeature]
  /// Each school's z-scores, in the order of `features`; nil where it has no figure.
  let scores: [URN: [Double?]]

  /// The intakes of peers in the year that lies nearest a result's: that year, else the latest before, else the
  /// earliest after.
  public init(of peers: Peers, near year: AcademicYear, in facts: Facts) {
    self.peers = peers
    // In order, so that sums are the same to the last bit each time, and ties stay ties.
    let urns = facts.schools.values.filter { peers.holds($0) }.map(\.urn).sorted()
    var features: [SimilarSchools.UsedFeature] = []
    var scores: [URN: [Double?]] = [:]
    for feature in IntakeFeature.allCases {
      guard let found = Intakes.figures(feature, peers.phase, year, facts) else { continue }
      let known = urns.compactMap { found.values[$0] }
      guard known.count > 1 else { continue }
      let mean = known.reduce(0, +) / Double(known.count)
      let deviation = (known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(known.count)).squareRoot()
      guard deviation > 0 else { continue }
      features.append(
        SimilarSchools.UsedFeature(
          feature: feature, measure: found.measure, group: found.group, year: found.year, mean: mean,
          deviation: deviation, schools: known.count))
      for urn in urns {
        scores[urn, default: []].append(found.values[urn].map { ($0 - mean) / deviation })
      }
    }
    self.features = features
    self.scores = scores
  }

  private static func figures(
    _ feature: IntakeFeature, _ phase: Phase, _ year: AcademicYear, _ facts: Facts
  ) -> (measure: String, group: PupilGroup, year: AcademicYear, values: [URN: Double])? {
    for (measure, group) in feature.columns(in: phase) {
      guard let nearest = nearest(facts.years(with: measure, group), to: year) else { continue }
      return (measure, group, nearest, facts.values(of: measure, group, in: nearest))
    }
    return nil
  }

  private static func nearest(_ years: [AcademicYear], to year: AcademicYear) -> AcademicYear? {
    years.last { $0 <= year } ?? years.first
  }
}
