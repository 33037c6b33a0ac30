/// What a note of visit is of.
public enum VisitKind: String, CaseIterable, Sendable {
  case support
  case monitoring
  case subject
  case learningWalk
  case meeting
  case other

  /// In words.
  public var title: String {
    switch self {
    case .support: "support visit"
    case .monitoring: "monitoring visit"
    case .subject: "subject visit"
    case .learningWalk: "learning walk"
    case .meeting: "meeting with leaders"
    case .other: "other visit"
    }
  }
}
