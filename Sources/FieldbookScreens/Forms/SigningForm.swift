import FieldbookModel
import TextUI

/// The signature of a review; of a note of visit, that it is shared; of a meeting, that it was held.
enum SigningForm {
  static func content(_ id: String, _ context: ScreenContext) -> FormContent {
    let review = context.snapshot.review(id)
    let kind = review?.kind ?? .formal
    let warnings = ReadyScreen(review: id).points(context).filter { !$0.blocks }
    var preface = [
      Line(" \(review.map { context.snapshot.schoolName($0.school) } ?? "")", .heading),
      Line(consequence(kind)),
    ]
    if kind != .formal { preface.append(Line(" What comes later is an addendum.")) }
    preface += warnings.prefix(6).map {
      kind == .formal ? Line(" warns  \($0.words)", .caution) : Line(" perhaps  \($0.words)", .quiet)
    }
    return FormContent(
      title: title(kind), preface: preface,
      fields: [
        FormField(
          id: "signedBy", label: "\(kind.issued.prefix(1).uppercased() + kind.issued.dropFirst()) by",
          help:
            "Your name, as the report will carry it. \(context.key("form.accept", on: .form)) \(kind == .meeting ? "marks it as held" : kind.issues).",
          kind: .line,
          isRequired: true)
      ], values: ["signedBy": .text(context.meAndRole)])
  }

  static func accept(_ id: String, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    let by = entry.text("signedBy")
    let kind = context.snapshot.review(id)?.kind ?? .formal
    guard !by.isEmpty else {
      return .problems(["signedBy": whoIsMissing(kind)])
    }
    // The form may have been reached by its draft, past *Ready to sign?*.
    let blocking = ReadyScreen(review: id).points(context).filter(\.blocks).count
    guard blocking == 0 else {
      return .problems([
        "signedBy": "Not ready: \(SchoolRecords.count(blocking, "thing")) to mend first; "
          + "\(context.key("review.ready", on: screen(kind))) shows them"
      ])
    }
    return .sign(review: id, by: by)
  }

  private static func title(_ kind: ReviewKind) -> String {
    switch kind {
    case .formal: "Sign the review"
    case .noteOfVisit: "Share the note of visit"
    case .meeting: "Mark the meeting as held"
    }
  }

  private static func consequence(_ kind: ReviewKind) -> String {
    switch kind {
    case .formal: " Signing freezes the review and its report as they are. It cannot be undone."
    case .noteOfVisit: " Sharing keeps the note and its report as they are, and cannot be undone."
    case .meeting: " The meeting, its numbers and its report then stay as they are. It cannot be undone."
    }
  }

  private static func whoIsMissing(_ kind: ReviewKind) -> String {
    switch kind {
    case .formal: "A signature needs a name"
    case .noteOfVisit: "Say who shares it"
    case .meeting: "Say who held it"
    }
  }

  private static func screen(_ kind: ReviewKind) -> ScreenName {
    switch kind {
    case .formal: .review
    case .noteOfVisit: .noteOfVisit
    case .meeting: .meeting
    }
  }
}
