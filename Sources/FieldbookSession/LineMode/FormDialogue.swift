import FieldbookScreens
import TextUI

/// A form as it is filled in line by line: which field is asked for, and the lines of its text so far.
struct FormDialogue {
  /// Which field is asked for; one more than there are asks whether to save.
  var field = 0
  /// The lines of a text that is being typed.
  var lines: [String]?

  /// Whether the form was just to be accepted: what is wrong is said once.
  var isAccepting = false

  /// What stands before the line that is typed.
  var prompt: String { "\(label)> " }
  /// What is asked for.
  var label = ""
}

/// A command in a form: a line that begins with one dot.
enum FormCommand: String, CaseIterable {
  case save
  case leave
  case back
  case fields
  case clear
  case add
  case again
  case help

  /// What it does.
  var words: String {
    switch self {
    case .save: "accepts the form as it stands"
    case .leave: "leaves it; what was typed is kept as a draft"
    case .back: "goes to the field before; .3 goes to field 3"
    case .fields: "reads all fields with what stands in them"
    case .clear: "empties this field"
    case .add: "goes on after the text that stands in this field"
    case .again: "throws away what was typed and begins anew"
    case .help: "says what belongs into this field, as ? does"
    }
  }
}

extension LineDialogue {
  /// Begins with a form that has come in front, or goes on after it was not accepted.
  func settleForm() {
    guard let form = session.navigation.form else { return }
    guard filling != nil else {
      beginForm(form)
      return
    }
    guard filling?.isAccepting == true, !form.problems.isEmpty else { return }
    for field in form.fields {
      if let problem = form.problems[field.id] { say("\(field.label): \(problem)") }
    }
    ask(form.fields.firstIndex { form.problems[$0.id] != nil } ?? 0)
  }

  private func beginForm(_ form: Form) {
    let (page, spoken) = session.spokenPage()
    sayVerbatim("")
    say(spoken.title)
    for block in page.blocks {
      if case .lines(let lines) = block.content {
        for text in lines.map({ $0.text.trimmed() }) where !text.isEmpty { say(text) }
      }
    }
    if !page.status.text.isEmpty { say(page.status.text) }
    say(
      "\(form.fields.count) \(form.fields.count == 1 ? "field" : "fields"). Enter alone keeps what stands there; "
        + "? explains; .save saves, .leave leaves, .help lists the rest.")
    ask(0)
  }

  /// Asks for a field, or after the last one whether to save.
  private func ask(_ index: Int) {
    guard let form = session.navigation.form else { return }
    filling = FormDialogue(field: min(max(0, index), form.fields.count))
    filling?.label = form.fields.indices.contains(index) ? form.fields[index].label : "Save?"
    guard form.fields.indices.contains(index) else {
      return say(
        "That was the last field. Enter saves; .fields reads it all, .back goes back, .leave leaves.")
    }
    let field = SpokenField(form.fields[index], in: form)
    let needed = form.fields[index].isRequired ? ", needed" : ""
    say("\(index + 1) of \(form.fields.count)\(needed). \(field.line)")
    for line in field.offer { say(line) }
    if form.problems.isEmpty, index == 0 || !field.offer.isEmpty || field.isText { say(field.howTo) }
  }

  // MARK: Lines

  func takeFormLine(_ line: String) {
    guard var state = filling, let form = session.navigation.form else { return }
    if line.hasPrefix("."), !line.hasPrefix("..") { return takeDot(line.trimmed(), state, form) }
    let text = line.hasPrefix("..") ? String(line.dropFirst()) : line
    guard form.fields.indices.contains(state.field) else { return takeAfterLast(text) }
    let field = SpokenField(form.fields[state.field], in: form)
    if state.lines == nil {
      if text.isEmpty { return ask(state.field + 1) }
      if line.trimmed() == "?" { return explain(field) }
    }
    guard field.isText else { return answer(text, field, state, form) }
    state.lines = (state.lines ?? []) + [text]
    filling = state
    fill(state.lines?.joined(separator: "\n") ?? "", form.fields[state.field].id)
  }

  private func takeAfterLast(_ text: String) {
    guard text.trimmed().isEmpty else {
      return say("There is no further field. Enter alone saves; .back goes back.")
    }
    accept()
  }

  private func answer(_ text: String, _ field: SpokenField, _ state: FormDialogue, _ form: Form) {
    switch field.answer(text) {
    case .unclear(let why): say("\(why). ? lists what there is.")
    case .value(let value):
      let id = form.fields[state.field].id
      session.fill(id, with: value)
      if let now = session.navigation.form {
        let filled = SpokenField(now.fields[state.field], in: now)
        if !filled.understood.isEmpty || !filled.offer.isEmpty { say(filled.line) }
      }
      ask(state.field + 1)
    }
  }

  private func fill(_ text: String, _ id: String) {
    session.fill(id, with: .text(text))
  }

  private func explain(_ field: SpokenField) {
    say("\(field.label). \(field.help)")
    for line in field.offer { say(line) }
    say(field.howTo)
  }

  // MARK: Commands

  private func takeDot(_ line: String, _ state: FormDialogue, _ form: Form) {
    let word = line.dropFirst().lowercased()
    if word.isEmpty { return ask(state.field + 1) }
    if let number = Int(word) {
      guard form.fields.indices.contains(number - 1) else {
        return say("There is no field \(number): they go from 1 to \(form.fields.count).")
      }
      return ask(number - 1)
    }
    guard let command = FormCommand(rawValue: word == "s" ? "save" : word) else {
      return say("\(line) is no command: .help lists them. A text that begins with a dot begins with two.")
    }
    carryOut(command, state, form)
  }

  private func carryOut(_ command: FormCommand, _ state: FormDialogue, _ form: Form) {
    let field = form.fields.indices.contains(state.field) ? form.fields[state.field] : nil
    switch command {
    case .save: accept()
    case .leave:
      filling = nil
      session.perform(id: "form.leave")
    case .back: ask(state.field - 1)
    case .fields:
      for (index, field) in form.fields.enumerated() {
        say("\(index + 1). \(SpokenField(field, in: form).line)")
      }
    case .clear:
      guard let field else { return }
      if case .value(let nothing) = SpokenField(field, in: form).answer(field.isTyped ? "" : "none") {
        session.fill(field.id, with: nothing)
      }
      ask(state.field)
    case .add:
      guard let field, case .text(let text)? = form.values[field.id] else {
        return say("There is no text here to add to.")
      }
      filling?.lines =
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      say("Type what is to follow; a line with a single dot ends it.")
    case .again:
      filling = nil
      session.perform(id: "form.discard")
    case .help:
      if let field { explain(SpokenField(field, in: form)) }
      for command in FormCommand.allCases { say(".\(command.rawValue): \(command.words)") }
    }
  }

  private func accept() {
    filling?.lines = nil
    filling?.isAccepting = true
    session.perform(id: "form.accept")
  }
}

extension FormField {
  /// Whether it holds text rather than choices.
  fileprivate var isTyped: Bool {
    switch kind {
    case .text, .line: true
    case .choice, .choices: false
    }
  }
}
