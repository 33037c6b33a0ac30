/// Where a review is in its life.
public enum ReviewState: String, CaseIterable, Sendable {
  case planned
  case preparing
  case fieldwork
  case drafting
  case moderation
  case factualCheck
  case final
  case followUp
  case closed
  case open
  case shared
  case held
  case cancelled

  /// The state as the screen says it.
  public var title: String {
    switch self {
    case .factualCheck: "factual check"
    case .followUp: "follow-up"
    default: rawValue
    }
  }

  /// Whether records in it may still be edited: before it is final, and not when cancelled or closed.
  public var isEditable: Bool {
    switch self {
    case .planned, .preparing, .fieldwork, .drafting, .moderation, .factualCheck, .open: true
    case .final, .followUp, .closed, .shared, .held, .cancelled: false
    }
  }

  /// Whether it is that of a note of visit or a meeting which the school has, and which may still be closed.
  public var waitsToClose: Bool { self == .shared || self == .held }

  /// Whether it has been signed.
  public var isSigned: Bool { self == .final || self == .followUp || self == .closed }
}

/// The activity a note came from.
public enum EvidenceType: String, CaseIterable, Sendable {
  case note
  case lessonVisit
  case learningWalk
  case bookLook
  case pupilVoice
  case staffVoice
  case parentVoice
  case leaderInterview
  case governorInterview
  case data
  case document
  case safeguardingRecords
  case environment
  case behaviour
  case curriculumReview
  case meeting
  case caseSampling

  /// The activity in words.
  public var title: String {
    switch self {
    case .note: "note"
    case .lessonVisit: "lesson visit"
    case .learningWalk: "learning walk"
    case .bookLook: "book look"
    case .pupilVoice: "pupil voice"
    case .staffVoice: "staff voice"
    case .parentVoice: "parent voice"
    case .leaderInterview: "leader interview"
    case .governorInterview: "governor interview"
    case .data: "data"
    case .document: "document"
    case .safeguardingRecords: "safeguarding records"
    case .environment: "environment"
    case .behaviour: "behaviour at social times"
    case .curriculumReview: "curriculum review"
    case .meeting: "meeting observed"
    case .caseSampling: "case sampling"
    }
  }

  /// The word typed after `#`.
  public var mark: String {
    switch self {
    case .note: "note"
    case .lessonVisit: "lesson"
    case .learningWalk: "walk"
    case .bookLook: "book"
    case .pupilVoice: "pupils"
    case .staffVoice: "staff"
    case .parentVoice: "parents"
    case .leaderInterview: "leader"
    case .governorInterview: "governor"
    case .data: "data"
    case .document: "document"
    case .safeguardingRecords: "scr"
    case .environment: "site"
    case .behaviour: "behaviour"
    case .curriculumReview: "curriculum"
    case .meeting: "meeting"
    case .caseSampling: "case"
    }
  }
}

/// What a note or a finding shows.
public enum EvidenceStrength: String, CaseIterable, Sendable {
  case strength
  case improve
  case concern

  /// In words.
  public var title: String {
    switch self {
    case .strength: "strength"
    case .improve: "to improve"
    case .concern: "concern"
    }
  }

  /// The sign typed at the end of a note and shown before it.
  public var sign: String {
    switch self {
    case .strength: "+"
    case .improve: "-"
    case .concern: "!"
    }
  }
}

/// How widespread what a finding says is.
public enum FindingScale: String, CaseIterable, Sendable {
  case isolated
  case some
  case widespread
}

/// How pressing an action is.
public enum ActionPriority: String, CaseIterable, Sendable {
  case high
  case medium
  case low
}

/// Where an action stands. "Completed" is the school's word, "verified" a reviewer's.
public enum ActionStatus: String, CaseIterable, Sendable {
  case notStarted
  case inProgress
  case completed
  case verified
  case stalled
  case superseded
  case notAccepted

  /// In words.
  public var title: String {
    switch self {
    case .notStarted: "not started"
    case .inProgress: "in progress"
    case .notAccepted: "not accepted"
    default: rawValue
    }
  }

  /// Whether it still waits to be done.
  public var isOpen: Bool {
    self == .notStarted || self == .inProgress || self == .completed || self == .stalled
  }
}

/// What a review finds of an action agreed earlier.
public enum AnswerOutcome: String, CaseIterable, Sendable {
  case verified
  case inProgress
  case notStarted
  case stalled
  case superseded
  case notLookedAt

  /// In words.
  public var title: String {
    switch self {
    case .verified: "done, and seen to be"
    case .inProgress: "in progress"
    case .notStarted: "not started"
    case .stalled: "stalled"
    case .superseded: "no longer needed"
    case .notLookedAt: "not looked at, because…"
    }
  }

  /// The status it gives the action; none when it was not looked at.
  public var status: ActionStatus? {
    self == .notLookedAt ? nil : ActionStatus(rawValue: rawValue)
  }
}
