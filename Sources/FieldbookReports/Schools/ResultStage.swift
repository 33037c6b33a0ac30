import FieldbookModel

/// A kind of figures that has tables of its own in a report: the ends of key stages 2, 4 and 5, the census, absence.
enum ResultStage: CaseIterable {
  case keyStage2
  case keyStage4
  case keyStage5
  case census
  case absence
  case behaviour

  /// The format of the files that hold it.
  var format: String {
    switch self {
    case .keyStage2: "ks2"
    case .keyStage4: "ks4"
    case .keyStage5: "ks5"
    case .census: "census"
    case .absence: "absence"
    case .behaviour: "suspensions"
    }
  }

  /// Its heading in the report of a school.
  var heading: String {
    switch self {
    case .keyStage2: "Results at the end of key stage 2"
    case .keyStage4: "Results at the end of key stage 4"
    case .keyStage5: "Results at the end of 16 to 18 study"
    case .census: "Pupils on roll, January census"
    case .absence: "Absence"
    case .behaviour: "Suspensions and exclusions"
    }
  }

  /// Its heading in the report of a review.
  var reviewHeading: String {
    switch self {
    case .keyStage2: "The school's results at the end of key stage 2"
    case .keyStage4: "The school's results at the end of key stage 4"
    case .keyStage5: "The school's results at the end of 16 to 18 study"
    case .census: "The school's pupils, January census"
    case .absence: "The school's absence"
    case .behaviour: "The school's suspensions and exclusions"
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
    case .keyStage5:
      [
        "alevAps", "alevVa", "alevBest3", "alevAab", "alevRetained", "academicAps", "appliedAps", "techAps",
      ]
    case .census: ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    case .absence: ["absence", "absenceUnauthorised", "pa", "severe"]
    case .behaviour: ["suspRate", "suspOnce", "permRate"]
    }
  }

  /// Those of them that a review quotes.
  var reviewMeasures: [String] {
    switch self {
    case .keyStage2: ["rwmExp", "rwmHigh", "readExp", "writExp", "matExp"]
    case .keyStage4: ["att8", "p8", "em5", "em4"]
    case .keyStage5, .census, .absence, .behaviour: measures
    }
  }

  /// The measure that is drawn, and shown by group.
  var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    default: nil
    }
  }
  /// Whether schools are set beside those of England that are of their kind, rather than beside all.
  var isByKind: Bool { self == .census || self == .absence || self == .behaviour }
}
