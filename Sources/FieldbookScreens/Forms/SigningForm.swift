import FieldbookModel
import TextUI

/// The signature of a review; of a note of visit, that it is shared.
enum SigningForm {
  static func content(_ id: String, _ context: ScreenContext) -> FormContent {
    let review = context.snapshot.review(id)
    let isNote = review?.isNote ?? false
    let warnings = ReadyScreen(review: id).points(context).filter { !$0.blocks }
    var preface = [
      Line(" \(review.map { context.snapshot.schoolName($0.school) } ?? "")", .heading),
      Line(
        isNote
          ? " Sharing keeps the note and its report as they are, and cannot be undone."
          : " Signing freezes the review and its report as they are. It cannot be undone."),
    ]
    if isNote { preface.append(Line(" What comes later is an addendum.")) }
    preface += warnings.prefix(6).map {
      isNote ? Line(" perhaps  \($0.words)", .quiet) : Line(" warns  \($0.words)", .caution)
    }
    return FormContent(
      title: isNote ? "Share the note of visit" : "Sign the review", preface: preface,
      fields: [
        FormField(
          id: "signedBy", label: isNote ? "Shared by" : "Signed by",
          help:
            "Your name, as the report will carry it. \(context.key("form.accept", on: .form)) \(isNote ? "shares" : "signs").",
          kind: .line,
          isRequired: true)
      ], values: ["signedBy": .text(context.meAndRole)])
  }

  static func accept(_ id: String, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    let by = entry.text("signedBy")
    let isNote = context.snapshot.review(id)?.isNote ?? false
    guard !by.isEmpty else {
      return .problems(["signedBy": isNote ? "Say who shares it" : "A signature needs a name"])
    }
    // The form may have been reached by its draft, past *Ready to sign?*.
    let blocking = ReadyScreen(review: id).points(context).filter(\.blocks).count
    guard blocking == 0 else {
      return .problems([
        "signedBy": "Not ready: \(SchoolRecords.count(blocking, "thing")) to mend first; "
          + "\(context.key("review.ready", on: isNote ? .noteOfVisit : .review)) shows them"
      ])
    }
    return .sign(review: id, by: by)
  }
}
