import FieldbookModel

/// A kind of results that has tables of its own in a report: the ends of key stages 2 and 4, the census.
enum ResultStage: CaseIterable {
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

  /// Its heading in the report of a school.
  var heading: String {
    switch self {
    case .keyStage2: "Results at the end of key stage 2"
    case .keyStage4: "Results at the end of key stage 4"
    case .census: "Pupils on roll, January census"
    }
  }

  /// Its heading in the report of a review.
  var reviewHeading: String {
    switch self {
    case .keyStage2: "The school's results at the end of key stage 2"
    case .keyStage4: "The school's results at the end of key stage 4"
    case .census: "The school's pupils, January census"
    }
  }

  /// The measures of its table, in order, as far as the catalogue has them.
  var measures: [String] {
    switch self {
    case .keyStage2:
      [
        "rwmExp", "rwmHigh", "readExp", "writExp", "matExp", "gpsExp", "readAverage", "gpsAverage",
        "matAverage",
        "readProg", "writProg", "matProg",
      ]
    case .keyStage4: ["att8", "p8", "em5", "em4", "att8Eng", "att8Mat", "ebaccEntry", "ebaccAps"]
    case .census: ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    }
  }

  /// Those of them that a review quotes.
  var reviewMeasures: [String] {
    switch self {
    case .keyStage2: ["rwmExp", "rwmHigh", "readExp", "writExp", "matExp"]
    case .keyStage4: ["att8", "p8", "em5", "em4"]
    case .census: measures
    }
  }

  /// The measure that is drawn, and shown by group.
  var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    case .census: nil
    }
  }
}
