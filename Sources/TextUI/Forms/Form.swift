/// Fields being filled in. A value: it holds what was typed, and knows nothing of what it is for.
public struct Form: Sendable {
  /// What is being filled in, drawn above the fields.
  public var title: String
  /// The fields, from the top.
  public let fields: [FormField]
  /// What was understood of a field, shown under it, by field id: for example how a date was read.
  public var notes: [String: Line] = [:]
  /// The id of the field that keys go to; empty when there are no fields.
  public internal(set) var focus: String
  var states: [String: FieldState] = [:]
  var shownProblems: [String: String] = [:]
  /// The letters typed in a row to find a choice.
  var typedAhead = ""
  /// What was cut out of any of its fields, or wherever it was handed in from.
  public var clippings = Clippings()
  private let first: [String: FormValue]

  /// Makes a form with the focus on its first field; a field without a value is empty.
  public init(title: String, fields: [FormField], values: [String: FormValue] = [:]) {
    self.title = title
    self.fields = fields
    focus = fields.first?.id ?? ""
    for field in fields { states[field.id] = FieldState(field, value: values[field.id]) }
    first = Self.values(fields, states)
  }

  /// What every field holds, by field id. Setting it leaves fields alone that it does not name.
  public var values: [String: FormValue] {
    get { Self.values(fields, states) }
    set {
      for field in fields {
        guard let value = newValue[field.id], value != states[field.id]?.value(field) else { continue }
        states[field.id] = states[field.id]?.taking(value) ?? FieldState(field, value: value)
      }
    }
  }

  /// What is wrong, by field id, shown under the field until it is edited. Setting it moves the focus to the first.
  public var problems: [String: String] {
    get { shownProblems }
    set {
      shownProblems = newValue
      if let field = fields.first(where: { newValue[$0.id] != nil }) { moveFocus(to: field.id) }
    }
  }

  /// Every field as text, by field id, to keep as a draft; ids of choices are joined by commas.
  public var texts: [String: String] { values.mapValues(\.draft) }

  /// Takes back what `texts` gave; fields and choices that are no longer there are passed over.
  public mutating func restore(texts: [String: String]) {
    for field in fields {
      guard let text = texts[field.id] else { continue }
      states[field.id] = FieldState(field, value: FormValue(draft: text, for: field.kind))
    }
  }

  /// Whether any field differs from what the form began with.
  public var isChanged: Bool { values != first }

  /// The field that keys go to.
  public var focusedField: FormField? { fields.first { $0.id == focus } }

  /// Sends the keys to another field; an unknown id changes nothing.
  public mutating func moveFocus(to id: String) {
    guard fields.contains(where: { $0.id == id }) else { return }
    if id != focus { typedAhead = "" }
    focus = id
  }

  private static func values(_ fields: [FormField], _ states: [String: FieldState]) -> [String: FormValue] {
    var values: [String: FormValue] = [:]
    for field in fields { values[field.id] = states[field.id]?.value(field) }
    return values
  }
}
