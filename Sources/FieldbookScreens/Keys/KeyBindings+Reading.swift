import PlainText
import TextUI

extension KeyBindings {
  /// Reads the user's keys: `{"evidence.add": ["e", "F2"], "school.open": {"visits": ["o"]}}`. What is not understood,
  /// reserved or given twice is left out and said.
  public static func read(
    _ value: JSONValue, at pointer: String, with reader: inout SettingsReader
  ) -> KeyBindings {
    var reading = KeyBindingsReading(reader: reader)
    reading.read(value, pointer)
    let bindings = KeyBindings(chosen: reading.chosen)
    reading.noteLosses(bindings)
    reader = reading.reader
    return bindings
  }
}

private struct KeyBindingsReading {
  var reader: SettingsReader
  private(set) var chosen: [KeyBindings.Spot: [Key]] = [:]
  /// Who has a key already, and where that was written.
  private var taken: [ScreenName: [Key: (id: String, pointer: String)]] = [:]

  init(reader: SettingsReader) {
    self.reader = reader
  }

  mutating func read(_ value: JSONValue, _ pointer: String) {
    let expected = "an object such as {\"evidence.add\": [\"e\", \"F2\"]}"
    for member in reader.members(of: value, at: pointer, expecting: expected) {
      let actions = ActionTable.actions(id: member.name)
      guard !actions.isEmpty else {
        reader.note(
          name: member.pointer, "there is no action “\(member.name)”",
          mend: "fieldbook keys lists their names.")
        continue
      }
      if member.value.object != nil {
        readByScreen(member.value, member.pointer, actions)
      } else {
        let screens = ScreenName.allCases.filter { name in actions.contains { $0.screens.contains(name) } }
        take(member.value, member.pointer, actions, on: screens)
      }
    }
  }

  private mutating func readByScreen(_ value: JSONValue, _ pointer: String, _ actions: [Action]) {
    for member in reader.members(of: value, at: pointer, expecting: "an object of screens") {
      let screen = ScreenName(rawValue: member.name)
      if let screen, actions.contains(where: { $0.screens.contains(screen) }) {
        take(member.value, member.pointer, actions, on: [screen])
        continue
      }
      let places = ScreenName.allCases.filter { name in actions.contains { $0.screens.contains(name) } }
      let what =
        screen == nil ? "there is no screen “\(member.name)”" : "the action does not work on \(member.name)"
      reader.note(
        name: member.pointer, what, mend: "It works on \(places.map(\.rawValue).joined(separator: ", ")).")
    }
  }

  private mutating func take(
    _ value: JSONValue, _ pointer: String, _ actions: [Action], on screens: [ScreenName]
  ) {
    let keys = self.keys(value, pointer)
    for screen in screens {
      guard let action = actions.first(where: { $0.screens.contains(screen) }) else { continue }
      let spot = KeyBindings.Spot(screen: screen, id: action.id)
      var kept: [Key] = []
      for (key, place) in keys where isFree(key, place, for: action, on: screen) {
        taken[screen, default: [:]][key] = (action.id, place)
        if !kept.contains(key) { kept.append(key) }
      }
      if !kept.isEmpty {
        chosen[spot] = kept
      } else if value.array?.isEmpty == true {
        takeKeys(from: action, on: screen, pointer)
      }
    }
  }

  /// A list of which nothing is left says nothing; an empty one says that the action shall have no key. In a form
  /// there is no `:` by which it could still be found.
  private mutating func takeKeys(from action: Action, on screen: ScreenName, _ pointer: String) {
    guard action.id != "form.accept" else {
      return note(
        "\(action.id) needs a key: no form could be saved", at: pointer, mend: "Give it one, such as F9.")
    }
    chosen[KeyBindings.Spot(screen: screen, id: action.id)] = []
  }

  private mutating func keys(_ value: JSONValue, _ pointer: String) -> [(key: Key, pointer: String)] {
    let expected = "a list of keys such as [\"e\", \"F2\"]"
    let names =
      value.array?.enumerated().map { ($0.element, JSONPointer.element($0.offset, of: pointer)) }
      ?? (value.string == nil ? nil : [(value, pointer)])
    guard let names else {
      reader.note("\(value.kind) stands here", at: pointer, mend: "Write \(expected).")
      return []
    }
    return names.compactMap { name, place in
      guard let text = reader.text(name, at: place, expecting: "the name of a key") else { return nil }
      if let key = Key(name: text) { return (key, place) }
      reader.note(
        "there is no key “\(text)”", at: place,
        mend: "Keys are written as fieldbook keys does: e, E, ^E, F2, Alt-x, Space, Enter, PgUp.")
      return nil
    }
  }

  private mutating func isFree(
    _ key: Key, _ pointer: String, for action: Action, on screen: ScreenName
  ) -> Bool {
    if let reason = ReservedKeys.reason(against: key, for: action, on: screen) {
      note("\(key.name) cannot be given to an action: \(reason)", at: pointer, mend: "Choose another key.")
      return false
    }
    guard let other = taken[screen]?[key], other.id != action.id else { return true }
    note(
      "\(key.name) is already given to \(other.id)", at: pointer,
      mend: "Give each key to one action of a screen.")
    return false
  }

  /// An action of many screens would say the same for each of them.
  private mutating func note(_ what: String, at pointer: String, mend: String) {
    let place = reader.document.place(of: pointer)
    if reader.problems.contains(where: { $0.place == place && $0.what == what }) { return }
    reader.note(what, at: pointer, mend: mend)
  }

  /// Says which actions have lost their only key to another.
  mutating func noteLosses(_ bindings: KeyBindings) {
    for action in ActionTable.all where !action.keys.isEmpty {
      for screen in ScreenName.allCases where action.screens.contains(screen) {
        guard chosen[KeyBindings.Spot(screen: screen, id: action.id)] == nil,
          bindings.keys(of: action, on: screen).isEmpty,
          let taker = taker(of: action, on: screen)
        else { continue }
        note(
          "this was the only key of \(action.id)", at: taker.pointer,
          mend: "Give \(action.id) a key too; until then it has none, and : finds it.")
      }
    }
  }

  /// Where the key that an action had was given to another.
  private func taker(of action: Action, on screen: ScreenName) -> (id: String, pointer: String)? {
    action.keys.lazy.compactMap { taken[screen]?[$0] }.first
  }
}
