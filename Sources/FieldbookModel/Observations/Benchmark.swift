/// Figures of local authorities and of England that somebody quoted from a publication, because the file itself is not at
/// hand. They stand beside schools until a published file says the same.
public enum Benchmark {
  static let suffix = "-benchmark"

  /// The format of the facts that quote figures of a measure: `ks2-benchmark`, a further layout of the same statistics.
  public static func format(of measure: Measure) -> String { measure.family + suffix }
}

/// Figures of schools in a year out of a table of the trust's own.
public enum OwnFigures {
  /// What a summary of an import calls the format of such a table.
  public static let id = "own"
  static let suffix = "-own"

  /// The format of the facts that hold figures of a measure: `ks2-own`, a further layout of the same statistics.
  public static func format(of measure: Measure) -> String { measure.family + suffix }
}

extension FactsFile {
  /// Whether its figures are quoted from publications.
  public var isBenchmark: Bool { format.hasSuffix(Benchmark.suffix) }

  /// Whether its figures are of a table of the trust's own.
  public var isOwn: Bool { format.hasSuffix(OwnFigures.suffix) }

  /// Whether each of its rows holds one figure, and takes another's place for itself (`FigureScope`).
  public var isByFigure: Bool { isBenchmark || isOwn }
}

extension Measure {
  /// What files are about that have it: `ks2`, `absence`.
  fileprivate var family: String {
    let found = ResultStage.allCases.first { $0.measures.contains(id) || $0.statistics == stage }
    let family = found?.format ?? String(stage.lowercased().filter { $0.isLetter || $0.isNumber })
    return family.isEmpty ? "other" : family
  }
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
