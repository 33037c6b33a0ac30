import FieldbookModel
import TextUI

/// What is started at many schools at once.
public enum StartedKind: String, CaseIterable, Hashable, Sendable {
  /// A formal review.
  case review
  /// A note of visit.
  case visit

  /// The name of its form among drafts.
  var form: String { "\(rawValue).start-many" }

  /// The kind whose form has that name.
  init?(form: String) {
    guard let kind = StartedKind.allCases.first(where: { $0.form == form }) else { return nil }
    self = kind
  }

  /// What several of it are called.
  var plural: String {
    switch self {
    case .review: "formal reviews"
    case .visit: "notes of visit"
    }
  }

  /// The form that starts it at one school.
  func content(_ urn: URN, _ context: ScreenContext) -> FormContent {
    switch self {
    case .review: ReviewStart.content(urn, context)
    case .visit: VisitForm.start(urn, context)
    }
  }

  func accept(_ urn: URN, _ entry: FormEntry, _ context: ScreenContext) -> FormContent.Accepted {
    switch self {
    case .review: ReviewStart.accept(urn, entry, context)
    case .visit: VisitForm.acceptStart(urn, entry, context)
    }
  }
}

/// One form that makes one record for each of many schools: each is an edit of its own, saved and undone by itself.
enum ManySchoolsForm {
  /// How many schools may be acted on at once: more are marked by a slip.
  static let most = 200

  /// Why so many cannot be acted on at once; nil when they can.
  static func tooMany(_ count: Int) -> String? {
    count > most
      ? "\(SchoolRecords.count(count, "school")) are marked: \(most) at most can be acted on at once" : nil
  }

  // MARK: Starting

  static func content(
    starting kind: StartedKind, at urns: [URN], _ context: ScreenContext
  ) -> FormContent {
    guard let first = urns.first else {
      return FormContent(title: "No school is marked any more", fields: [], values: [:])
    }
    let one = kind.content(first, context)
    let underWay = urns.filter { urn in context.snapshot.reviews(of: urn).contains { $0.state.isEditable } }
    var preface = [Line(names(urns, context))]
    if !underWay.isEmpty {
      preface.append(Line("A review or note is under way already at: \(names(underWay, context))", .caution))
    }
    return FormContent(
      title: "Start \(kind.plural) at \(SchoolRecords.count(urns.count, "school"))",
      preface: preface + FrameworkWords.broken(context), fields: one.fields, values: one.values)
  }

  static func accept(
    starting kind: StartedKind, at urns: [URN], _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let accepted = each(urns, context) { urn, context in kind.accept(urn, entry, context) }
    guard case .success(let edits) = accepted else { return accepted.problem }
    let count = SchoolRecords.count(edits.count, "school")
    return .confirm(
      "This starts \(kind.plural) at \(count)", edits: edits,
      said: "Saved: \(kind.plural) started at \(count) · \(undone(context))")
  }

  // MARK: Adding an action

  /// The review that an action of a school comes from: the latest that is under way.
  private static func review(of urn: URN, _ context: ScreenContext) -> Review? {
    context.snapshot.reviews(of: urn).first { $0.state.isEditable }
  }

  static func content(addingActionsTo urns: [URN], _ context: ScreenContext) -> FormContent {
    let with = urns.filter { review(of: $0, context) != nil }
    let without = urns.filter { review(of: $0, context) == nil }
    let one = ActionForm.content(nil, nil, finding: "", area: "", context)
    var preface = [Line(with.isEmpty ? "" : "For: \(names(with, context))")]
    if !without.isEmpty {
      preface.append(
        Line(
          "Left out, as no review or note is under way that the action could come from: "
            + names(without, context), .caution))
    }
    return FormContent(
      title: "Add one action to each of \(SchoolRecords.count(with.count, "school"))",
      preface: preface.filter { !$0.text.isEmpty }, fields: one.fields, values: one.values)
  }

  static func accept(
    addingActionsTo urns: [URN], _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    guard urns.contains(where: { review(of: $0, context) != nil }) else {
      return .problems(["text": "None of these schools has a review or note under way: start one first"])
    }
    let accepted = each(urns, context) { urn, context in
      review(of: urn, context).map { ActionForm.accept(nil, in: $0, entry, context) }
    }
    guard case .success(let edits) = accepted else { return accepted.problem }
    let count = SchoolRecords.count(edits.count, "school")
    return .confirm(
      "This adds the action to \(count)", edits: edits,
      said: "Saved: action added to \(count) · \(undone(context))")
  }

  // MARK: For each

  /// The edits for all schools, or what is wrong with the form.
  private enum Edits {
    case success([RecordEdit])
    case failure(FormContent.Accepted)

    var problem: FormContent.Accepted {
      if case .failure(let problem) = self { problem } else { .problems([:]) }
    }
  }

  /// The edit for each school. A record that an earlier try has saved already is not made again.
  private static func each(
    _ urns: [URN], _ context: ScreenContext,
    _ accept: (URN, ScreenContext) -> FormContent.Accepted?
  ) -> Edits {
    let first = context.newID()
    var edits: [RecordEdit] = []
    for (place, urn) in urns.enumerated() {
      let id = RecordID(text: first)?.following(by: place).text ?? "\(first)-\(place)"
      if context.snapshot.review(id) != nil || context.snapshot.action(id) != nil { continue }
      var own = context
      own.newID = { id }
      switch accept(urn, own) {
      case .edit(let edit, _)?: edits.append(edit)
      case nil: continue
      case let other?: return .failure(other)
      }
    }
    return edits.isEmpty ? .failure(.problems(["": "All of it is saved already"])) : .success(edits)
  }

  private static func undone(_ context: ScreenContext) -> String {
    "\(context.key("undo", on: .schools)) takes back one at a time"
  }

  /// The first few by name, and how many more.
  static func names(_ urns: [URN], _ context: ScreenContext) -> String {
    let shown = urns.prefix(6).map { context.snapshot.schoolName($0) }.joined(separator: ", ")
    return urns.count > 6 ? "\(shown) and \(urns.count - 6) more" : shown
  }
}
