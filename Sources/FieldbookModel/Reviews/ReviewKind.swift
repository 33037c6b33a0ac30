/// What a review document is of. The three share what a school’s leaders and whoever came to them agree: actions,
/// answers to earlier ones, a frozen copy, addenda.
public enum ReviewKind: String, CaseIterable, Sendable {
  case formal
  case noteOfVisit
  case meeting

  /// As a heading says it.
  public var title: String {
    switch self {
    case .formal: "Formal review"
    case .noteOfVisit: "Note of visit"
    case .meeting: "Progress meeting"
    }
  }

  /// As a narrow column says it.
  public var shortTitle: String { self == .meeting ? "Meeting" : title }

  /// As a sentence says it.
  public var noun: String {
    switch self {
    case .formal: "review"
    case .noteOfVisit: "note of visit"
    case .meeting: "meeting"
    }
  }

  /// What was done to it when it became what it stays: `signed`, `shared`, `held`.
  public var issued: String {
    switch self {
    case .formal: "signed"
    case .noteOfVisit: "shared"
    case .meeting: "held"
    }
  }

  /// What an action that does it does: `signs`, `shares`, `marks as held`.
  public var issues: String {
    switch self {
    case .formal: "signs"
    case .noteOfVisit: "shares"
    case .meeting: "marks as held"
    }
  }

  /// That it is being done: `signing`, `sharing`, `holding`.
  public var issuing: String {
    switch self {
    case .formal: "signing"
    case .noteOfVisit: "sharing"
    case .meeting: "holding"
    }
  }

  /// The state that it then has.
  public var issuedState: ReviewState {
    switch self {
    case .formal: .final
    case .noteOfVisit: .shared
    case .meeting: .held
    }
  }
}
