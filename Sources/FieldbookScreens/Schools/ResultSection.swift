import FieldbookModel

/// A part of a school's results that has years of its own: the end of key stage 2, of key stage 4, the census.
enum ResultSection: CaseIterable, Sendable {
  case keyStage2
  case keyStage4
  case census

  /// The format of the files that hold it.
  var format: String {
    switch self {
    case .keyStage2: "ks2"
    case .keyStage4: "ks4"
    case .census: "census"
    }
  }

  /// Its heading.
  var title: String {
    switch self {
    case .keyStage2: "KS2 results"
    case .keyStage4: "KS4 results"
    case .census: "On roll, January census"
    }
  }

  /// What it shows of all pupils, in order.
  var measures: [String] {
    switch self {
    case .keyStage2:
      [
        "rwmExp", "rwmHigh", "readExp", "readAverage", "readProg", "writExp", "writProg", "matExp",
        "matAverage", "matProg", "gpsExp",
      ]
    case .keyStage4: ["att8", "p8", "em5", "em4", "att8Eng", "att8Mat", "ebaccEntry", "ebaccAps"]
    case .census: ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    }
  }

  /// The measure that is also shown by group; it has a row even where no file says anything.
  var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    case .census: nil
    }
  }

  /// The section that shows a measure.
  static func of(_ measure: String) -> ResultSection {
    allCases.first { $0.measures.contains(measure) } ?? .keyStage2
  }

  /// Whether schools of a phase have such results, whether or not they were imported.
  func isExpected(in phase: Phase?) -> Bool {
    headline != nil && phase?.headlines.first == headline
  }
}
