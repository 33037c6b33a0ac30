/// What a finding is. A formal review says what its findings show; a note of visit has strengths and questions.
public enum FindingKind: String, CaseIterable, Sendable {
  case strength
  case improve
  case concern
  /// Something left with the school to think about. The next visit begins with it.
  case question

  /// What a formal review chooses from.
  public static let ofReviews: [FindingKind] = [.strength, .improve, .concern]
  /// What a note of visit chooses from.
  public static let ofNotes: [FindingKind] = [.strength, .question]

  /// What notes that agree lead to.
  public init(_ strength: EvidenceStrength) {
    self =
      switch strength {
      case .strength: .strength
      case .improve: .improve
      case .concern: .concern
      }
  }

  /// In words.
  public var title: String {
    switch self {
    case .strength: "strength"
    case .improve: "to improve"
    case .concern: "concern"
    case .question: "question"
    }
  }

  /// The sign that stands before it.
  public var sign: String {
    switch self {
    case .strength: "+"
    case .improve: "-"
    case .concern: "!"
    case .question: "?"
    }
  }
}
