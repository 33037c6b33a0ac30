/// A part of a school's results that has years and tables of its own, on its page and in reports: the ends of
/// key stages 2, 4 and 5, the census, absence, suspensions, pupil premium.
public enum ResultStage: CaseIterable, Sendable {
  case keyStage2
  case keyStage4
  case keyStage5
  case census
  case absence
  case behaviour
  case pupilPremium

  /// What the files are about that hold it, whatever their layout.
  public var format: String {
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

  /// A heading for a narrow place.
  public var title: String {
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

  /// Its heading in the report of a school.
  public var heading: String {
    switch self {
    case .keyStage2: "Results at the end of key stage 2"
    case .keyStage4: "Results at the end of key stage 4"
    case .keyStage5: "Results at the end of 16 to 18 study"
    case .census: "Pupils on roll, January census"
    case .absence: "Absence"
    case .behaviour: "Suspensions and exclusions"
    case .pupilPremium: "Pupil premium"
    }
  }

  /// Its heading in the report of a review.
  public var reviewHeading: String {
    switch self {
    case .keyStage2: "The school's results at the end of key stage 2"
    case .keyStage4: "The school's results at the end of key stage 4"
    case .keyStage5: "The school's results at the end of 16 to 18 study"
    case .census: "The school's pupils, January census"
    case .absence: "The school's absence"
    case .behaviour: "The school's suspensions and exclusions"
    case .pupilPremium: "The school's pupil premium"
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
    case .keyStage5:
      [
        "alevAps", "alevVa", "alevBest3", "alevAab", "alevRetained", "academicAps", "appliedAps", "techAps",
      ]
    case .census: ["roll", "fsm6", "fsm", "senSupport", "ehcp", "eal"]
    case .absence: ["absence", "absenceUnauthorised", "pa", "severe", "attendance"]
    case .behaviour: ["suspRate", "suspOnce", "permRate"]
    case .pupilPremium: ["ppRoll", "ppEligible", "ppAllocation"]
    }
  }

  /// Those of them that a review quotes.
  public var reviewMeasures: [String] {
    switch self {
    case .keyStage2: ["rwmExp", "rwmHigh", "readExp", "writExp", "matExp"]
    case .keyStage4: ["att8", "p8", "em5", "em4"]
    case .keyStage5, .census, .absence, .behaviour, .pupilPremium: measures
    }
  }

  /// The measure that is drawn, and also shown by group.
  public var headline: String? {
    switch self {
    case .keyStage2: "rwmExp"
    case .keyStage4: "att8"
    case .keyStage5, .census, .absence, .behaviour, .pupilPremium: nil
    }
  }

  /// Whether schools are set beside those of England that are of their kind, rather than beside all: primary and
  /// secondary schools differ too much in these.
  public var isByKind: Bool { self == .census || self == .absence || self == .behaviour }

  /// The stage that shows a measure.
  public static func of(_ measure: String) -> ResultStage {
    allCases.first { $0.measures.contains(measure) } ?? .keyStage2
  }

  /// Whether schools of a phase have such results, whether or not they were imported.
  public func isExpected(in phase: Phase?) -> Bool {
    headline != nil && phase?.headlines.first == headline
  }
}
