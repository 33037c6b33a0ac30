import FieldbookModel
import TextUI

/// The sections of the program.
enum Section {
  /// The line of sections with the one that is shown.
  static func tabs(current: String) -> [Tab] {
    [("1", "Schools"), ("2", "Visits"), ("3", "Actions")].map {
      Tab(key: $0.0, title: $0.1, isCurrent: $0.0 == current)
    }
  }
}

/// Unfinished text, quoted.
enum DraftText {
  /// `Unfinished since 14:02: finding “Low-level disruption at…” (412 characters). d goes on with it`
  static func notice(_ draft: TypedDraft, _ context: ScreenContext) -> Line {
    let since = draft.startedAt.map { $0.date == context.today ? $0.timeText : $0.date.shortText } ?? ""
    let review = draft.context["review"].flatMap { context.snapshot.review($0) }
    let school = review.map { context.snapshot.schoolName($0.school) } ?? ""
    let about = school.isEmpty ? "" : ", \(school)"
    let text = draft.mainText.split(whereSeparator: \.isNewline).joined(separator: " ")
    let quote = text.count <= 30 ? text : text.prefix(29) + "…"
    let words =
      " Unfinished (\(since)\(about)): \(kind(draft)) “\(quote)”, \(draft.mainText.count) characters."
    let more = context.snapshot.drafts.count - 1
    return Line(words, .caution) + Line(" d ", .key)
      + Line(more > 0 ? "resumes (\(more) more)" : "resumes", .caution)
  }

  private static func kind(_ draft: TypedDraft) -> String {
    switch draft.context["form"]?.split(separator: ".").first {
    case "evidence": "note"
    case "finding": "finding"
    case "judgement": "judgement"
    case "action": "action"
    case "answer": "answer"
    case "review": "review"
    default: "text"
    }
  }
}
