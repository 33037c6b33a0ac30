import FieldbookModel
import TextUI

/// What there is to say of an area that is not graded, in a few sentences.
enum NarrativeForm {
  static func content(_ review: Review, area: String) -> FormContent {
    let record = PartEdit.present("judgements", area, in: review)
    return FormContent(
      title: "In short · \(review.framework.area(area)?.title ?? area)",
      fields: [
        FormField(
          id: "rationale", label: "In short",
          help: "What is strong here, and what would make it better. The report says it above the findings.",
          kind: .text(minimumLines: 3), isRequired: true)
      ],
      values: ["rationale": FieldMaker.text(record, "rationale")])
  }

  static func accept(
    _ review: Review, area: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard let text = entry.value("rationale") else {
      return .problems([
        "rationale": "Say in a sentence what you found here; \(context.key("form.leave", on: .form)) leaves"
      ])
    }
    let values: [String: FieldValue?] = ["rationale": text, "notReviewed": nil, "withdrawn": nil]
    return PartEdit.accept(values, of: "judgements", id: area, in: review, named: "Summary", context)
  }
}
