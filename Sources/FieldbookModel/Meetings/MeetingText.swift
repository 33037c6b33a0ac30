/// What a progress meeting asks, and what the school’s leaders say to it, in the order in which a meeting goes.
public enum MeetingText: String, CaseIterable, Sendable {
  case changed
  case behind
  case explanation
  case different

  /// The question, as screen and report ask it.
  public var question: String {
    switch self {
    case .changed: "What has moved since the same point last year, and for how many pupils?"
    case .behind: "Which pupils are not getting on as they should, and what tells us so?"
    case .explanation: "How do the school’s leaders explain it?"
    case .different: "What will be different for these pupils by the next half-term, and who will see it?"
    }
  }

  /// A word or two for a form, a list and a sentence.
  public var title: String {
    switch self {
    case .changed: "What has moved"
    case .behind: "Which pupils"
    case .explanation: "Leaders’ explanation"
    case .different: "What will be different"
    }
  }
}

/// What a progress meeting came to.
public enum MeetingDecision: String, CaseIterable, Sendable {
  case action
  case noAction

  /// In words.
  public var title: String {
    switch self {
    case .action: "action, as agreed below"
    case .noAction: "no action"
    }
  }

  /// In a word or two, for a table.
  public var shortTitle: String {
    switch self {
    case .action: "action"
    case .noAction: "no action"
    }
  }
}
