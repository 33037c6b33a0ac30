import FieldbookModel

/// What a form of a progress meeting is for.
public enum MeetingPart: Hashable, Sendable {
  /// Begins a meeting at a school.
  case start(URN)
  /// Half-term, day and people of one.
  case about(review: String)
  /// What was said to a question.
  case text(review: String, MeetingText)
  /// What was decided.
  case decide(review: String)

  /// The meeting it belongs to; nil before there is one.
  var review: String? {
    switch self {
    case .start: nil
    case .about(let review), .text(let review, _), .decide(let review): review
    }
  }

  /// What tells its draft from others.
  var context: [String: String] {
    switch self {
    case .start(let urn): ["form": "meeting.start", "school": urn.text]
    case .about(let review): ["form": "meeting.about", "review": review]
    case .text(let review, let text): ["form": "meeting.text", "review": review, "text": text.rawValue]
    case .decide(let review): ["form": "meeting.decide", "review": review]
    }
  }

  /// What a draft was typed for; nil when it was for nothing of a meeting.
  init?(context: [String: String]) {
    let review = context["review"] ?? ""
    switch context["form"] {
    case "meeting.start": self = .start(URN(context["school"] ?? ""))
    case "meeting.about": self = .about(review: review)
    case "meeting.text":
      guard let text = context["text"].flatMap(MeetingText.init(rawValue:)) else { return nil }
      self = .text(review: review, text)
    case "meeting.decide": self = .decide(review: review)
    default: return nil
    }
  }
}
