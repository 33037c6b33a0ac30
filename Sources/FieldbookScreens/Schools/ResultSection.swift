import FieldbookModel

/// A part of a school's figures that has years of its own: the ends of key stages 2, 4 and 5, the census, absence.
enum ResultSection: CaseIterable, Sendable {
  case keyStage2
  case keyStage4
  case keyStage5
  case census
  case absence
  case behaviour
  case pupilPremium

  /// The format of the files that hold it.
  var format: String {
    switch self {
    case .keyStage2: "ks2"
    case .keyStage4: "ks4"
    case .keyStage5: "ks5"
    case .census: "census"
    case .absence: "absence"
    case .behaviour: "suspensions"
    case .pupilPremium: "pupilPremium"
    }
  }

  /// Its heading.
  var title: String {
    switch self {
    case .keyStage2: "KS2 results"
    case .keyStage4: "KS4 results"
    case .keyStage5: "KS5 results"
    case .census: "On roll, January census"
    case .absence: "Absence"
    case .behaviour: "Suspensions"
    case .pupilPremium: "Pupil premium"
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
    case .keyStage5:
      [
        "alevAps", "alevVa", "alevBest3", "alevAab", "alevRetained", "academicAps", "appliedAps", "techAps",
      ]
    case .census: ["roll", "fsm6", "senSupport", "ehcp", "eal"]
    case .absence: ["absence", "absenceUnauthorised", "pa", "severe"]
    case .behaviour: ["suspRate", "suspOnce", "permRate"]
    case .pupilPremium: ["ppRoll", "ppEligible", "ppAllocation"]
    }
  }

  /// The measure that is also shown by group; it has a row even where no file says anything.
  var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    default: nil
    }
  }

  /// Whether schools are set beside those of England that are of their kind, rather than beside all.
  var isByKind: Bool { self == .census || self == .absence || self == .behaviour }

  /// The section that shows a measure.
  static func of(_ measure: String) -> ResultSection {
    allCases.first { $0.measures.contains(measure) } ?? .keyStage2
  }

  /// Whether schools of a phase have such results, whether or not they were imported.
  func isExpected(in phase: Phase?) -> Bool {
    headline != nil && phase?.headlines.first == headline
  }
}
