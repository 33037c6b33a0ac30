import FieldbookModel
import TextUI

/// What a form shows and what it makes of what was typed.
struct FormContent {
  let title: String
  var preface: [Line] = []
  let fields: [FormField]
  let values: [String: FormValue]

  /// What accepting a form leads to.
  enum Accepted {
    case problems([String: String])
    case edit(RecordEdit, then: [Effect])
    case framework(FrameworkEdit, then: [Effect])
    /// Changes of the calendar, one after the other.
    case calendar([CalendarChange], then: [Effect])
    case collection(CollectionChange, then: [Effect])
    case sign(review: String, by: String)
    case phrases(PhraseChange)
    case reports([PreviewSubject], ReportFormat, folder: String)
    /// What is said of files that arrive.
    case arrival(ArrivalStep)
    /// Many edits, made only when accepted a second time with the same words; and what is said once all are saved.
    case confirm(String, edits: [RecordEdit], said: String)
  }

  static func of(_ purpose: FormPurpose, _ context: ScreenContext, evidence: [String]) -> FormContent {
    switch purpose {
    case .startReview(let urn): return ReviewStart.content(urn, context)
    case .startVisit(let urn): return VisitForm.start(urn, context)
    case .signOff(let id): return SigningForm.content(id, context)
    case .writeReports(let subjects): return ReportForm.content(subjects, context)
    case .withdraw(let address): return ReasonForm.withdraw(address, context)
    case .cancel(let id): return ReasonForm.cancel(id, context)
    case .phrase(let id, let text, let area):
      return PhraseForm.content(id, text: text, area: area, context)
    case .changeActions(let ids): return ManyActionsForm.content(ids, context)
    case .startMany(let kind, let urns): return ManySchoolsForm.content(starting: kind, at: urns, context)
    case .addActions(let urns): return ManySchoolsForm.content(addingActionsTo: urns, context)
    case .framework(let part): return FrameworkForm.content(part, context)
    case .calendar(let part): return CalendarForm.content(part, context)
    case .meeting(let part): return MeetingForm.content(part, context)
    case .collection(let id): return CollectionForm.content(id, context)
    case .importChoices: return ImportChoicesForm.content(context)
    case .column(let header): return ColumnForm.content(header, context)
    case .table: return TableForm.content(context)
    default:
      guard let review = purpose.review.flatMap({ context.snapshot.review($0) }) else {
        return actionAlone(purpose, context)
          ?? FormContent(title: "This review is no longer here", fields: [], values: [:])
      }
      return of(purpose, in: review, context, evidence: evidence)
    }
  }

  private static func of(
    _ purpose: FormPurpose, in review: Review, _ context: ScreenContext, evidence: [String]
  ) -> FormContent {
    switch purpose {
    case .note(_, let id, let area): return NoteForm.content(review, id: id, area: area)
    case .changeVisit: return review.isFormal ? ReviewStart.change(review) : VisitForm.change(review)
    case .point(_, let kind): return PointForm.new(review, kind, evidence: evidence)
    case .addendum: return AddendumForm.content(review)
    case .finding(_, let id?, _) where review.isNote: return PointForm.edit(review, id: id)
    case .finding(_, let id, let area):
      return FindingForm.content(review, id: id, area: area, evidence: evidence)
    case .judgement(_, let area): return JudgementForm.content(review, area: area)
    case .notReviewed(_, let area): return ReasonForm.notReviewed(review, area: area)
    case .newAction(_, let finding, let area):
      return ActionForm.content(review, nil, finding: finding, area: area, context)
    case .action(_, let id):
      return ActionForm.content(review, context.snapshot.action(id), finding: "", area: "", context)
    case .answer(_, let action): return AnswerForm.content(review, action: action, context)
    case .startReview, .startVisit, .withdraw, .cancel, .signOff, .changeActions, .phrase, .framework,
      .writeReports, .calendar, .collection, .meeting, .startMany, .addActions, .importChoices, .column,
      .table:
      return FormContent(title: "", fields: [], values: [:])
    }
  }

  /// An action whose review is not here is still an action.
  private static func actionAlone(_ purpose: FormPurpose, _ context: ScreenContext) -> FormContent? {
    guard case .action(_, let id) = purpose, let action = context.snapshot.action(id) else { return nil }
    return ActionForm.content(nil, action, finding: "", area: "", context)
  }

  static func accept(_ purpose: FormPurpose, _ entry: FormEntry, _ context: ScreenContext) -> Accepted {
    switch purpose {
    case .startReview(let urn): return ReviewStart.accept(urn, entry, context)
    case .startVisit(let urn): return VisitForm.acceptStart(urn, entry, context)
    case .signOff(let id): return SigningForm.accept(id, entry, context)
    case .writeReports(let subjects): return ReportForm.accept(subjects, entry)
    case .withdraw(let address): return ReasonForm.acceptWithdrawal(address, entry, context)
    case .cancel(let id): return ReasonForm.acceptCancelling(id, entry, context)
    case .phrase(let id, _, _): return PhraseForm.accept(id, entry, context)
    case .framework(let part): return FrameworkForm.accept(part, entry, context)
    case .calendar(let part): return CalendarForm.accept(part, entry, context)
    case .meeting(let part): return MeetingForm.accept(part, entry, context)
    case .collection(let id): return CollectionForm.accept(id, entry, context)
    case .importChoices: return ImportChoicesForm.accept(entry, context)
    case .column(let header): return ColumnForm.accept(header, entry)
    case .table: return TableForm.accept(entry)
    case .action(_, let id): return ActionForm.accept(context.snapshot.action(id), in: nil, entry, context)
    case .changeActions(let ids): return ManyActionsForm.accept(ids, entry, context)
    case .startMany(let kind, let urns):
      return ManySchoolsForm.accept(starting: kind, at: urns, entry, context)
    case .addActions(let urns): return ManySchoolsForm.accept(addingActionsTo: urns, entry, context)
    default: break
    }
    guard let review = purpose.review.flatMap({ context.snapshot.review($0) }) else {
      return .problems(["": "This review is no longer here"])
    }
    switch purpose {
    case .note(_, let id, _): return NoteForm.accept(review, id: id, entry, context)
    case .changeVisit:
      return review.isFormal
        ? ReviewStart.acceptChange(review, entry, context) : VisitForm.acceptChange(review, entry, context)
    case .point(_, let kind): return PointForm.accept(review, kind, id: nil, entry, context)
    case .addendum: return AddendumForm.accept(review, entry, context)
    case .finding(_, let id?, _) where review.isNote:
      return PointForm.accept(review, .question, id: id, entry, context)
    case .finding(_, let id, _): return FindingForm.accept(review, id: id, entry, context)
    case .judgement(_, let area): return JudgementForm.accept(review, area: area, entry, context)
    case .notReviewed(_, let area): return ReasonForm.acceptNotReviewed(review, area: area, entry, context)
    case .newAction: return ActionForm.accept(nil, in: review, entry, context)
    case .answer(_, let action): return AnswerForm.accept(review, action: action, entry, context)
    case .startReview, .startVisit, .signOff, .withdraw, .cancel, .action, .changeActions, .phrase,
      .framework, .writeReports, .calendar, .collection, .meeting, .startMany, .addActions, .importChoices,
      .column, .table:
      return .problems([:])
    }
  }
}

/// Makes form fields from declared record fields, so that labels and help are said once.
enum FieldMaker {
  /// A field of a kind, as a form asks for it.
  static func field(
    _ kind: RecordKind, _ name: String, _ shape: FormField.Kind? = nil, isRequired: Bool? = nil
  ) -> FormField {
    guard let declared = kind.field(name) else { return FormField(id: name, label: name, kind: .line) }
    return FormField(
      id: name, label: declared.title, help: declared.help, kind: shape ?? FieldMaker.shape(declared.type),
      isRequired: isRequired ?? declared.isRequired)
  }

  private static func shape(_ type: RecordField.FieldType) -> FormField.Kind {
    switch type {
    case .paragraph: .text(minimumLines: 3)
    default: .line
    }
  }

  static func areas(_ framework: Framework) -> [Choice] {
    framework.areas.map { Choice(id: $0.id, title: $0.title) }
  }

  /// What a finding of a formal review may show.
  static let findingKinds: [Choice] = FindingKind.ofReviews.map { Choice(id: $0.rawValue, title: $0.title) }

  static let strengths: [Choice] = EvidenceStrength.allCases.map { Choice(id: $0.rawValue, title: $0.title) }

  /// The values of a record, as a form holds them.
  static func text(_ record: Record?, _ name: String) -> FormValue { .text(record?.text(name) ?? "") }
  static func choice(_ record: Record?, _ name: String) -> FormValue {
    let text = record?.text(name) ?? ""
    return .choice(text.isEmpty ? nil : text)
  }
}
