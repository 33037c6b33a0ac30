/// A part of a school's results that has years and tables of its own, on its page and in reports: the end of key
/// stage 2, of key stage 4, the census.
public enum ResultStage: CaseIterable, Sendable {
  case keyStage2
  case keyStage4
  case census

  /// The format of the files that hold it.
  public var format: String {
    switch self {
    case .keyStage2: "ks2"
    case .keyStage4: "ks4"
    case .census: "census"
    }
  }

  /// A heading for a narrow place.
  public var title: String {
    switch self {
    case .keyStage2: "KS2 results"
    case .keyStage4: "KS4 results"
    case .census: "On roll, January census"
    }
  }

  /// Its heading in the report of a school.
  public var heading: String {
    switch self {
    case .keyStage2: "Results at the end of key stage 2"
    case .keyStage4: "Results at the end of key stage 4"
    case .census: "Pupils on roll, January census"
    }
  }

  /// Its heading in the report of a review.
  public var reviewHeading: String {
    switch self {
    case .keyStage2: "The school's results at the end of key stage 2"
    case .keyStage4: "The school's results at the end of key stage 4"
    case .census: "The school's pupils, January census"
    }
  }

  /// What it shows of all pupils, in order, as far as the catalogue has it: subject by subject.
  public var measures: [String] {
    switch self {
    case .keyStage2:
      [
        "rwmExp", "rwmHigh", "readExp", "readAverage", "readProg", "writExp", "writProg", "matExp",
        "matAverage", "matProg", "gpsExp", "gpsAverage",
      ]
    case .keyStage4: ["att8", "p8", "em5", "em4", "att8Eng", "att8Mat", "ebaccEntry", "ebaccAps"]
    case .census: ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    }
  }

  /// Those of them that a review quotes.
  public var reviewMeasures: [String] {
    switch self {
    case .keyStage2: ["rwmExp", "rwmHigh", "readExp", "writExp", "matExp"]
    case .keyStage4: ["att8", "p8", "em5", "em4"]
    case .census: measures
    }
  }

  /// The measure that is drawn, and also shown by group.
  public var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    case .census: nil
    }
  }

  /// The stage that shows a measure.
  public static func of(_ measure: String) -> ResultStage {
    allCases.first { $0.measures.contains(measure) } ?? .keyStage2
  }

  /// Whether schools of a phase have such results, whether or not they were imported.
  public func isExpected(in phase: Phase?) -> Bool {
    headline != nil && phase?.headlines.first == headline
  }
}
