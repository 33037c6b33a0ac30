import FieldbookModel

/// What a form is for, and of what.
public enum FormPurpose: Hashable, Sendable {
  /// Starts a formal review of a school.
  case startReview(URN)
  /// Starts a note of visit of a school.
  case startVisit(URN)
  /// Changes what a review or a note of visit says of itself: purpose, day, people, hours.
  case changeVisit(review: String)
  /// A new strength or question of a note of visit.
  case point(review: String, kind: FindingKind)
  /// What is added to what the school has.
  case addendum(review: String)
  /// A note: a new one, or one to edit.
  case note(review: String, id: String?, area: String)
  /// A finding: a new one, or one to edit.
  case finding(review: String, id: String?, area: String)
  /// The judgement of an area.
  case judgement(review: String, area: String)
  /// Why an area is not reviewed.
  case notReviewed(review: String, area: String)
  /// A new action.
  case newAction(review: String, finding: String, area: String)
  /// An action to edit.
  case action(review: String, id: String)
  /// The answer to an action agreed earlier.
  case answer(review: String, action: String)
  /// Why a record no longer counts.
  case withdraw(RecordAddress)
  /// Why a review is cancelled.
  case cancel(review: String)
  /// A phrase: a new one that begins with a text, or one to change.
  case phrase(id: String?, text: String, area: String)
  /// The signature of a review.
  case signOff(review: String)
  /// In which shape reports are written, and where.
  case writeReports([PreviewSubject])
  /// Many actions to change at once.
  case changeActions([String])
  /// Starts something at many schools at once.
  case startMany(StartedKind, [URN])
  /// Adds one action to each of many schools.
  case addActions([URN])
  /// Something of a framework of one's own.
  case framework(FrameworkPart)

  /// Something of a progress meeting.
  case meeting(MeetingPart)
  /// Something of the calendar.
  case calendar(CalendarPart)
  /// What is said beside the files of an import. It is not kept as a draft.
  case importChoices
  /// What a column of a table is, by its header. It is not kept as a draft.
  case column(String)
  /// What a table is called, and what holds of all its rows. It is not kept as a draft.
  case table
  /// A collection from schools: a new one, or one to change.
  case collection(id: String?)

  /// The review it belongs to.
  var review: String? {
    switch self {
    case .startReview, .startVisit, .changeActions, .phrase, .framework, .writeReports, .calendar,
      .collection, .startMany,
      .addActions, .importChoices, .column, .table:
      nil
    case .note(let review, _, _), .finding(let review, _, _), .judgement(let review, _),
      .notReviewed(let review, _),
      .newAction(let review, _, _), .action(let review, _), .answer(let review, _), .cancel(let review),
      .signOff(let review), .changeVisit(let review), .point(let review, _), .addendum(let review):
      review
    case .withdraw(let address): address.folder == "reviews" ? address.document : nil
    case .meeting(let part): part.review
    }
  }

  /// What tells its draft from others. The area and the finding that a new record was begun with are choices in the
  /// form; they are kept so that the draft reopens as it was, but two new findings of one review share one draft.
  var context: [String: String] {
    switch self {
    case .startReview(let urn): ["form": "review.start", "school": urn.text]
    case .startVisit(let urn): ["form": "visit.start", "school": urn.text]
    case .changeVisit(let review): ["form": "visit.change", "review": review]
    case .point(let review, let kind): ["form": "\(kind.rawValue).add", "review": review]
    case .addendum(let review): ["form": "addendum.add", "review": review]
    case .note(let review, let id, _): FormPurpose.context("evidence", review, id)
    case .finding(let review, let id, _): FormPurpose.context("finding", review, id)
    case .judgement(let review, let area): ["form": "judgement.set", "review": review, "area": area]
    case .notReviewed(let review, let area): ["form": "area.not-reviewed", "review": review, "area": area]
    case .newAction(let review, _, _): FormPurpose.context("action", review, nil)
    case .action(let review, let id): FormPurpose.context("action", review, id)
    case .answer(let review, let action): ["form": "answer.set", "review": review, "record": action]
    case .withdraw(let address): FormPurpose.context(address)
    case .cancel(let review): ["form": "review.cancel", "review": review]
    case .phrase(let id, _, _):
      id.map { ["form": "phrase.edit", "record": $0] } ?? ["form": "phrase.add"]
    case .signOff(let review): ["form": "review.sign-off", "review": review]
    case .writeReports(let subjects):
      ["form": "report.write", "subjects": subjects.map(\.line).joined(separator: ",")]
    case .changeActions(let ids): ["form": "actions.change", "records": ids.joined(separator: " ")]
    case .startMany(let kind, let urns): ["form": kind.form, "schools": FormPurpose.text(urns)]
    case .addActions(let urns): ["form": "actions.add", "schools": FormPurpose.text(urns)]
    case .framework(let part): part.context
    case .calendar(let part): part.context
    case .meeting(let part): part.context
    case .importChoices: ["form": "import.options"]
    case .column(let header): ["form": "import.column", "record": header]
    case .table: ["form": "import.table"]
    case .collection(let id):
      id.map { ["form": "collection.edit", "record": $0] } ?? ["form": "collection.add"]
    }
  }

  private static func text(_ urns: [URN]) -> String { urns.map(\.text).joined(separator: " ") }

  private static func context(_ form: String, _ review: String, _ id: String?) -> [String: String] {
    guard let id else { return ["form": form + ".add", "review": review] }
    return ["form": form + ".edit", "review": review, "record": id]
  }

  private static func context(_ address: RecordAddress) -> [String: String] {
    var context = ["form": "record.withdraw", "folder": address.folder, "record": address.document]
    if address.folder == "reviews" { context["review"] = address.document }
    if let part = address.part { (context["plural"], context["part"]) = (part.plural, part.id) }
    return context
  }

  /// Whether what is typed is kept as a draft until it is accepted.
  var keepsDraft: Bool {
    switch self {
    case .importChoices, .column, .table: false
    default: true
    }
  }

  /// The purpose a draft was typed for; nil when this version knows no such form.
  init?(context: [String: String]) {
    let review = context["review"] ?? ""
    let record = context["record"]
    let area = context["area"] ?? ""
    let schools = (context["schools"] ?? "").split(separator: " ").map { URN(String($0)) }
    switch context["form"] {
    case "review.start": self = .startReview(URN(context["school"] ?? ""))
    case "visit.start": self = .startVisit(URN(context["school"] ?? ""))
    case "visit.change": self = .changeVisit(review: review)
    case "strength.add": self = .point(review: review, kind: .strength)
    case "question.add": self = .point(review: review, kind: .question)
    case "addendum.add": self = .addendum(review: review)
    case "evidence.add", "evidence.edit": self = .note(review: review, id: record, area: area)
    case "finding.add", "finding.edit": self = .finding(review: review, id: record, area: area)
    case "judgement.set": self = .judgement(review: review, area: area)
    case "area.not-reviewed": self = .notReviewed(review: review, area: area)
    case "action.add": self = .newAction(review: review, finding: "", area: area)
    case "action.edit": self = .action(review: review, id: record ?? "")
    case "answer.set": self = .answer(review: review, action: record ?? "")
    case "review.cancel": self = .cancel(review: review)
    case "phrase.add", "phrase.edit": self = .phrase(id: record, text: "", area: area)
    case "review.sign-off": self = .signOff(review: review)
    case "collection.add", "collection.edit": self = .collection(id: record)
    case "report.write":
      self = .writeReports(
        (context["subjects"] ?? "").split(separator: ",").compactMap(PreviewSubject.init(line:)))
    case "actions.change":
      self = .changeActions((context["records"] ?? "").split(separator: " ").map(String.init))
    case "actions.add": self = .addActions(schools)
    case let form? where StartedKind(form: form) != nil:
      self = .startMany(StartedKind(form: form) ?? .review, schools)
    case "record.withdraw":
      let part = context["plural"].flatMap { plural in
        context["part"].map { RecordAddress.Part(plural, $0) }
      }
      self = .withdraw(RecordAddress(folder: context["folder"] ?? "", document: record ?? "", part: part))
    default:
      if let part = FrameworkPart(context: context) {
        self = .framework(part)
      } else if let part = CalendarPart(context: context) {
        self = .calendar(part)
      } else if let part = MeetingPart(context: context) {
        self = .meeting(part)
      } else {
        return nil
      }
    }
  }
}
