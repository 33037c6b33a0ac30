import FieldbookModel
import TextUI

/// The order of the fields in each form, read from the forms themselves.
enum FormFieldsDocument {
  static var lines: [String] {
    var lines = ["## Fields of the forms, in order", ""]
    for (title, purpose) in purposes {
      let fields = FormContent.of(purpose, context, evidence: []).fields
      lines.append(
        "- **\(title)**: " + fields.map { "\($0.label) (\(shape($0.kind)))" }.joined(separator: ", "))
    }
    return lines + [""]
  }

  private static func shape(_ kind: FormField.Kind) -> String {
    switch kind {
    case .text: "text"
    case .line: "line"
    case .choice: "choice"
    case .choices: "list, Space chooses"
    }
  }

  private static let purposes: [(String, FormPurpose)] = [
    ("Start a review", .startReview(URN("100000"))),
    ("Start a note of visit (v)", .startVisit(URN("100000"))),
    ("Begin a progress meeting (H)", .meeting(.start(URN("100000")))),
    ("What was said in a meeting (Enter)", .meeting(.text(review: "r", .changed))),
    ("Decision of a meeting (D)", .meeting(.decide(review: "r"))),
    ("Strength (+)", .point(review: "v", kind: .strength)),
    ("Question (Q)", .point(review: "v", kind: .question)), ("Addendum (a)", .addendum(review: "v")),
    ("Note (E)", .note(review: "r", id: nil, area: "a")),
    ("Finding (F)", .finding(review: "r", id: nil, area: "a")),
    ("Judgement (J)", .judgement(review: "r", area: "a")),
    ("Not reviewed (X)", .notReviewed(review: "r", area: "a")),
    ("Action (A)", .newAction(review: "r", finding: "", area: "a")),
    ("Answer to an earlier action", .answer(review: "r", action: "x")),
    ("Withdraw (W)", .withdraw(.review("r"))), ("Cancel a review", .cancel(review: "r")),
    ("Sign (S)", .signOff(review: "r")), ("Change marked actions", .changeActions([])),
    ("Phrase", .phrase(id: nil, text: "", area: "")),
    ("Write a report to a file (w)", .writeReports([.review("r")])),
  ]

  /// A review with one area and one finding, so that every field shows.
  private static let context: ScreenContext = {
    let scale = Framework.Scale(
      id: "s", levels: [.init(id: Framework.notMet, title: "Not met", shortTitle: "Not met")])
    let area = Framework.Area(
      id: "a", title: "Area", shortTitle: "Area", scale: "s", isOptional: false, prompts: [])
    let framework = Framework(id: "f", title: "Framework", areas: [area], scales: [scale])
    let finding = Record(id: "g", values: ["statement": .text("Finding"), "area": .text("a")])
    let review = Review(record: Record(id: "r", parts: ["findings": ["g": finding]]), framework: framework)
    let note = Review(
      record: Record(id: "v", values: ["kind": .text("noteOfVisit")]), framework: framework)
    let snapshot = Snapshot(
      revision: 0, name: "", trust: "", facts: .none, reviews: [review, note], actions: [],
      frameworks: [framework],
      calendar: SchoolCalendar(), smallGroups: SmallGroups(), drafts: [], readOnlyReason: nil, problems: [])
    return ScreenContext(
      snapshot: snapshot, now: Instant(milliseconds: 0), me: "", size: TerminalSize(columns: 80, rows: 24),
      newID: { "" }, orders: RowOrders())
  }()
}
