/// What describes the pupils that a school is given, before anything it does with them.
///
/// The list follows what the Department for Education uses to find similar schools (2026) as far as published files of
/// one school hold it. Outcomes are never among them: a school would otherwise be compared with those that do as
/// well as it does.
public enum IntakeFeature: String, CaseIterable, Sendable {
  case roll
  case fsm6
  case senSupport
  case ehcp
  case eal
  case stability
  case priorAttainment

  /// In words.
  public var title: String {
    switch self {
    case .roll: "Pupils on roll"
    case .fsm6: "Free school meals in the last six years"
    case .senSupport: "SEN support"
    case .ehcp: "Education, health and care plans"
    case .eal: "English as an additional language"
    case .stability: "In the school for two years or more"
    case .priorAttainment: "Prior attainment"
    }
  }

  /// In words, as they stand within a sentence.
  public var words: String {
    switch self {
    case .roll: "pupils on roll"
    case .fsm6: "free school meals in the last six years"
    case .senSupport: "SEN support"
    case .ehcp: "education, health and care plans"
    case .eal: "English as an additional language"
    case .stability: "in the school for two years or more"
    case .priorAttainment: "prior attainment"
    }
  }

  /// A word or two for the head of a column.
  public var shortTitle: String {
    switch self {
    case .roll: "Roll"
    case .fsm6: "FSM6"
    case .senSupport: "SEN"
    case .ehcp: "EHCP"
    case .eal: "EAL"
    case .stability: "Stable"
    case .priorAttainment: "Prior"
    }
  }

  /// The columns that hold it, the first that the files have counts: a measure and the group it is of.
  ///
  /// Stability is the share of the cohort that is not mobile. Prior attainment is key stage 1 points for those who
  /// sat key stage 2, key stage 2 points for those who sat key stage 4.
  func columns(in phase: Phase) -> [(measure: String, group: PupilGroup)] {
    let isSecondary = phase.headlines.first == "att8"
    switch self {
    case .roll, .fsm6, .senSupport, .ehcp, .eal: return [(rawValue, .all)]
    case .stability: return [(isSecondary ? "ks4Share" : "share", .nonMobile)]
    case .priorAttainment: return [(isSecondary ? "ks2Average" : "ks1Average", .all)]
    }
  }
}
