import FieldbookModel
import PlainText
import TextUI

/// A form in front of the screen it was opened from.
public struct FormScreen: Screen {
  /// `form`.
  public let name = ScreenName.form
  /// What it is for.
  let purpose: FormPurpose
  var form: Form
  private let title: String
  private let note: String
  /// The notes that were marked when it was opened.
  private let evidence: [String]
  /// What is said above the fields, such as what an earlier action was.
  private let preface: [Line]
  private let help: String
  /// What was asked before many records are changed.
  private var asked: String?
  /// What is looked for in its texts.
  var search = TextSearch()
  /// What was thrown away when the form was begun anew, to be brought back if that was a slip.
  private var setAside: [String: String]?

  /// A form with what is known filled in, or with the draft that was left of it.
  public init(_ purpose: FormPurpose, _ context: ScreenContext, evidence: [String] = []) {
    self.purpose = purpose
    self.evidence = evidence
    let content = FormContent.of(purpose, context, evidence: evidence)
    title = content.title
    preface = content.preface
    form = Form(title: "", fields: content.fields, values: content.values)
    let review = purpose.review.flatMap { context.snapshot.review($0) }
    note = review.map { FormScreen.note($0, purpose, context) } ?? context.todayText
    let draft = context.snapshot.drafts.first { $0.context == purpose.context }
    if let draft { form.restore(texts: draft.texts) }
    help =
      draft == nil
      ? "" : "Your unfinished text is back · \(context.key("form.discard", on: .form)) starts afresh"
    echo(context)
  }

  /// What was cut, in this form or wherever it was handed in from.
  var clippings: Clippings {
    get { form.clippings }
    set { form.clippings = newValue }
  }

  /// The same form without what was typed into it; done again at once, with it.
  mutating func beginAnew(_ context: ScreenContext) -> [Effect] {
    if let setAside, !form.isChanged {
      form.restore(texts: setAside)
      self.setAside = nil
      echo(context)
      return [.say("Your text is back", .good)]
    }
    var context = context
    context.snapshot.drafts.removeAll { $0.context == draftContext }
    var anew = FormScreen(purpose, context, evidence: evidence)
    anew.setAside = form.texts
    anew.clippings = clippings
    self = anew
    let again = context.key("form.discard", on: .form)
    return [.discardDraft(draftContext), .say("Begun anew · \(again) again brings the text back", .plain)]
  }

  /// An action lives on whatever became of its review, so the state of that review says nothing of it.
  private static func note(_ review: Review, _ purpose: FormPurpose, _ context: ScreenContext) -> String {
    let school = context.snapshot.schoolName(review.school)
    if case .action = purpose { return school }
    return "\(school) · \(review.state.title)"
  }

  /// What tells this form's draft from others.
  var draftContext: [String: String] { purpose.context }

  /// What was typed, once anything was.
  public var draft: TypedDraft? {
    guard purpose.keepsDraft else { return nil }
    return form.isChanged || !help.isEmpty ? TypedDraft(context: draftContext, texts: form.texts) : nil
  }

  /// The text of the field that has the keys.
  public var focusedText: String {
    guard case .text(let text) = form.values[form.focus] else { return "" }
    return text
  }

  /// Takes a text that was written in another editor.
  public mutating func setFocusedText(_ text: String) {
    form.values[form.focus] = .text(text)
  }

  /// Puts a value into a field, as line mode does.
  mutating func fill(_ field: String, with value: FormValue, _ context: ScreenContext) {
    form.moveFocus(to: field)
    form.values[field] = value
    form.problems = form.problems.filter { $0.key != field }
    echo(context)
  }

  // MARK: Keys

  mutating func handle(_ key: Key, size: TerminalSize, _ context: ScreenContext) -> [Effect] {
    let outcome = form.handle(key, width: size.columns, height: size.rows)
    if outcome == .ignored, case .alt(let letter) = key {
      // Esc and a letter typed at once arrive as one key.
      return leave(context) + [.press(.character(letter))]
    }
    switch outcome {
    case .accept: return accept(context)
    case .leave: return leave(context)
    case .external: return [.editExternally(focusedText)]
    case .edited:
      echo(context)
      return []
    case .moved: return []
    case .ignored:
      let help = context.key("help.show", on: .form)
      return [.say("\(key.name) does nothing in this field: \(help) shows the keys", .caution)]
    }
  }

  /// What the footer calls an action here: a form that keeps no draft must not promise one.
  func title(of action: Action) -> String? {
    action.id == "form.leave" && !purpose.keepsDraft ? "leave" : nil
  }

  private func leave(_ context: ScreenContext) -> [Effect] {
    guard purpose.keepsDraft else { return [.back] }
    guard form.isChanged || !help.isEmpty else { return [.back, .discardDraft(draftContext)] }
    let resume = context.key("draft.resume", on: .review)
    return [.back, .say("Kept as a draft: open the form again, or \(resume), to go on with it", .plain)]
  }

  private mutating func accept(_ context: ScreenContext) -> [Effect] {
    let entry = FormEntry(form)
    switch FormContent.accept(purpose, entry, context) {
    case .problems(let problems):
      form.problems = problems
      return [
        .say(
          problems.count == 1 ? "One field needs mending" : "\(problems.count) fields need mending", .caution)
      ]
    case .edit(let edit, let after):
      if edit.changes.allSatisfy(\.values.isEmpty) {
        return [.back, .discardDraft(draftContext), .say("Nothing changed", .plain)]
      }
      let closing = NoteClosing.after([edit], context)
      return [.save(edit, then: [.back, .discardDraft(draftContext)] + after + closing)]
    case .phrases(let change):
      return [.savePhrases(change, then: [.back, .discardDraft(draftContext)])]
    case .confirm(let words, let edits, let said):
      guard asked == words else {
        asked = words
        let (again, leave) = (context.key("form.accept", on: .form), context.key("form.leave", on: .form))
        return [.say("\(words). \(again) again does it, \(leave) leaves", .caution)]
      }
      let after = NoteClosing.after(edits, context)
      return [.saveAll(edits, said: said, then: [.back, .discardDraft(draftContext)] + after)]
    case .framework(let edit, let after):
      guard edit.framework != edit.base else {
        return [.back, .discardDraft(draftContext), .say("Nothing changed", .plain)]
      }
      return [.saveFramework(edit, then: [.back, .discardDraft(draftContext)] + after)]
    case .collection(let change, let after):
      return [.saveCollection(change, then: [.back, .discardDraft(draftContext)] + after)]
    case .calendar(let changes, let after):
      let done = [.back, .discardDraft(draftContext)] + after
      return changes.reversed().reduce(done) { [.saveCalendar($1, then: $0)] }
    case .sign(let review, let by):
      return [.sign(review: review, by: by, then: [.back, .discardDraft(draftContext)])]
    case .arrival(let step): return [.back, .arrive(step)]
    case .reports(let subjects, let format, let folder):
      let after: [Effect] = [.back, .discardDraft(draftContext)]
      return [.writeReports(subjects, format, folder: folder, then: after)]
    }
  }

  /// Says under a date field how what was typed is understood.
  private mutating func echo(_ context: ScreenContext) {
    let school = purpose.school(context)
    for field in form.fields where field.id == "due" || field.id == "date" {
      guard case .text(let typed) = form.values[field.id], typed.contains(where: { !$0.isWhitespace }) else {
        form.notes[field.id] = nil
        continue
      }
      let date = context.day(typed, at: school)
      form.notes[field.id] =
        date.map { day in
          let isSchoolDay = context.snapshot.calendar.isSchoolDay(day, at: school)
          return Line(FormScreen.words(for: day, at: school, context), isSchoolDay ? .good : .caution)
        } ?? Line("not a date yet", .caution)
    }
  }

  private static func words(for date: CalendarDate, at school: URN?, _ context: ScreenContext) -> String {
    let calendar = context.snapshot.calendar
    let halfTerm = calendar.halfTerm(of: date, at: school)
    guard let why = calendar.whyNoSchool(on: date, at: school) else {
      return "\(date.weekdayText) · \(halfTerm.part.title)"
    }
    return "\(date.weekdayText) · no school: \(why)"
  }

  // MARK: Page

  /// The fields, with what is being asked above them.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: title, titleNote: note,
      blocks: prefaceBlocks(context) + [.form(form, id: "form")], status: Line(help, .good))
  }

  /// What is asked about must be readable to its end, or nearly so in a small window.
  private func prefaceBlocks(_ context: ScreenContext) -> [Block] {
    guard !preface.isEmpty else { return [] }
    let width = max(20, context.size.columns - 4)
    let lines = preface.flatMap { line in
      TextWrap.lines(line.spans.map(\.text).joined().trimmed(), width: width).map {
        Line(" " + String($0).trimmed(), line.spans.first?.style ?? .plain)
      }
    }
    return [.lines(lines.prefix(max(3, context.size.rows / 2 - 3)) + [Line()])]
  }
}

/// What stands in a form, read by field.
struct FormEntry {
  private let values: [String: FormValue]

  init(_ form: Form) {
    values = form.values
  }

  /// The text of a field without blanks at its ends.
  func text(_ id: String) -> String {
    guard case .text(let text) = values[id] else { return "" }
    return text.trimmed()
  }

  /// A field of text as a record keeps it: nil when blank.
  func value(_ id: String) -> FieldValue? {
    let text = text(id)
    return text.isEmpty ? nil : .text(text)
  }

  /// The choice made in a field, as a record keeps it.
  func choice(_ id: String) -> FieldValue? {
    guard case .choice(let choice?) = values[id] else { return nil }
    return .text(choice)
  }

  /// The choices made in a field, as a record keeps them.
  func choices(_ id: String) -> FieldValue? {
    guard case .choices(let choices) = values[id], !choices.isEmpty else { return nil }
    return .texts(choices)
  }
}

extension String {
  /// The text without blanks at either end.
  func trimmed() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else {
      return ""
    }
    return String(self[first...last])
  }
}
