/// Figures of local authorities and of England that somebody quoted from a publication, because the file itself is not at
/// hand. They stand beside schools until a published file says the same.
public enum Benchmark {
  private static let suffix = "-benchmark"

  /// The format of the facts that quote figures of a measure: `ks2-benchmark`, a further layout of the same statistics.
  public static func format(of measure: Measure) -> String {
    let stage = ResultStage.allCases.first { stage in
      stage.measures.contains(measure.id) || stage.statistics == measure.stage
    }
    let family = stage?.format ?? String(measure.stage.lowercased().filter { $0.isLetter || $0.isNumber })
    return (family.isEmpty ? "other" : family) + suffix
  }

  /// Whether facts of that format quote figures.
  static func isFormat(_ format: String) -> Bool { format.hasSuffix(suffix) }

  /// What one line of such facts speaks of. Lines that speak of the same take each other's place, and no others.
  public struct Scope: Hashable, Sendable {
    /// Whom the figure is of, as documents name it: `la936`, `englandState`.
    public let subject: String
    /// The measure's id.
    public let measure: String
    /// The group's.
    public let group: String

    /// A scope; a school is never quoted.
    public init?(_ subject: FactsFile.Subject, _ measure: String, _ group: PupilGroup) {
      switch subject {
      case .school: return nil
      case .la(let code): self.subject = "la" + code
      case .england: self.subject = "england"
      case .englandState: self.subject = "englandState"
      case .englandKind(let kind): self.subject = kind.level
      }
      self.measure = measure
      self.group = group.rawValue
    }

    /// A scope as facts files hold it, `la936/rwmExp/boys`; nil when it is the code of an authority or a return's.
    public init?(text: String) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { return nil }
      (subject, measure, group) = (parts[0], parts[1], parts[2])
    }

    /// As facts files hold it.
    public var text: String { "\(subject)/\(measure)/\(group)" }

    /// `rwmExp, all, of la936`.
    public var words: String { "\(measure), \(group), of \(subject)" }
  }
}

extension FactsFile {
  /// Whether its figures are quoted from publications.
  public var isBenchmark: Bool { Benchmark.isFormat(format) }
}

extension ResultStage {
  /// How the catalogue calls what its measures belong to.
  fileprivate var statistics: String {
    switch self {
    case .keyStage2: "KS2"
    case .keyStage4: "KS4"
    case .keyStage5: "KS5"
    case .census: "Census"
    case .absence: "Absence"
    case .behaviour: "Behaviour"
    case .pupilPremium: "Pupil premium"
    }
  }
}
