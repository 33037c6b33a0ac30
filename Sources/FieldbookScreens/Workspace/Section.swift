import FieldbookModel
import TextUI

/// The sections of the program.
enum Section {
  /// The line of sections with the one that is shown.
  static func tabs(
    current: ScreenName, on screen: ScreenName, _ context: ScreenContext
  ) -> [Tab] {
    [ScreenName.schools, .visits, .actions, .data].map { section in
      let key = context.keys.firstKey(of: "section.\(section.rawValue)", on: screen)
      return Tab(key: key ?? "", title: section.title, isCurrent: section == current)
    }
  }
}

/// Unfinished text, quoted.
enum DraftText {
  /// What is unfinished, since when and how to go on with it; and how the text begins.
  static func notice(_ draft: TypedDraft, _ context: ScreenContext) -> [Line] {
    let since = draft.startedAt.map { $0.date == context.today ? $0.timeText : $0.date.shortText } ?? ""
    let review = draft.context["review"].flatMap { context.snapshot.review($0) }
    let school = review.map { context.snapshot.schoolName($0.school) } ?? ""
    let about = [since, school].filter { !$0.isEmpty }.joined(separator: ", ")
    let more = context.snapshot.drafts.count - 1
    let head =
      Line(" Unfinished \(kind(draft)), \(draft.mainText.count) characters (", .caution)
      + Line("\(context.key("draft.resume", on: .schools)) ", .key)
      + Line(more > 0 ? "resumes, \(more) more" : "resumes", .caution)
      + Line("): \(about)", .caution)
    // No screen is wider than that.
    let text = draft.mainText.prefix(500).split(whereSeparator: \.isNewline).joined(separator: " ")
    return [head, Line("   “\(text)”", .quiet)]
  }

  private static func kind(_ draft: TypedDraft) -> String {
    switch draft.context["form"]?.split(separator: ".").first {
    case "evidence": "note"
    case "finding": "finding"
    case "judgement": "judgement"
    case "action": "action"
    case "answer": "answer"
    case "review": "review"
    case "visit": "note of visit"
    case "strength": "strength"
    case "question": "question"
    case "addendum": "addendum"
    case "meeting": "meeting"
    default: "text"
    }
  }
}
