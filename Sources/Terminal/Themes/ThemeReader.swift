import PlainText
import TextUI

/// Reads a theme out of its file, and says of each value that is not understood what is wrong with it.
struct ThemeReader {
  private var reader: SettingsReader

  private init(_ document: JSONDocument) {
    reader = SettingsReader(document)
  }

  /// The theme, as far as it can be understood, and what cannot.
  static func read(_ bytes: [UInt8], name: String) -> (theme: Theme?, problems: [SettingProblem]) {
    do throws(JSONProblem) {
      var reader = ThemeReader(try JSONDocument.parse(bytes))
      let theme = reader.theme(named: name)
      return (theme, reader.reader.problems)
    } catch {
      return (nil, [SettingProblem(error)])
    }
  }

  private mutating func theme(named name: String) -> Theme? {
    let members = reader.members(
      of: reader.document.root, at: "", expecting: "an object with the member “roles”")
    guard reader.document.root.object != nil else { return nil }
    var theme = Theme(name: name, title: name, looks: [:])
    for member in members {
      switch member.name {
      case "title":
        if let title = reader.text(member.value, at: member.pointer, expecting: "a title in quotes") {
          theme.title = title
        }
      case "roles": theme.looks = looks(member.value, member.pointer)
      case "dark": theme.looksByBackground[.dark] = looks(member.value, member.pointer)
      case "light": theme.looksByBackground[.light] = looks(member.value, member.pointer)
      default:
        reader.note(
          name: member.pointer, "a theme has no member “\(member.name)”",
          mend: "It may have title, roles, dark and light.")
      }
    }
    return theme
  }

  private mutating func looks(_ value: JSONValue, _ pointer: String) -> [Role: Theme.Look] {
    var looks: [Role: Theme.Look] = [:]
    for member in reader.members(of: value, at: pointer, expecting: "an object with a member for each role") {
      guard let role = Role(rawValue: member.name) else {
        reader.note(
          name: member.pointer, "there is no role “\(member.name)”",
          mend: "The roles are \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        continue
      }
      looks[role] = look(member.value, member.pointer)
    }
    return looks
  }

  private mutating func look(_ value: JSONValue, _ pointer: String) -> Theme.Look {
    var look = Theme.Look()
    for member in reader.members(
      of: value, at: pointer, expecting: "an object such as {\"256\": \"#0087af\"}")
    {
      switch member.name {
      case "bold": look.bold = reader.flag(member.value, at: member.pointer) ?? false
      case "underline": look.underline = reader.flag(member.value, at: member.pointer) ?? false
      case "reverse": look.reverse = reader.flag(member.value, at: member.pointer) ?? false
      default:
        guard let depth = Int(member.name).flatMap(ColourDepth.init(rawValue:)) else {
          reader.note(
            name: member.pointer, "a role has no member “\(member.name)”",
            mend:
              "It may have 8, 16, 88, 256 (colours, by how many the terminal has), bold, underline, reverse.")
          continue
        }
        look.colours[depth] = colour(member.value, member.pointer, depth)
      }
    }
    return Self.completed(look, with: value["256"]?.string)
  }

  /// What is not said follows from what is: the sixteen from the eight, the 88 from the 256.
  private static func completed(_ look: Theme.Look, with full: String?) -> Theme.Look {
    var look = look
    if look.colours[.sixteen] == nil { look.colours[.sixteen] = look.colours[.eight] }
    if look.colours[.eightyEight] == nil, let number = look.colours[.full] {
      let components =
        full.flatMap(ColourNumber.components)
        ?? (number < 16 ? nil : ColourNumber.components(of: number, depth: .full))
      look.colours[.eightyEight] =
        components.flatMap { ColourNumber.nearest(to: $0, depth: .eightyEight) } ?? number
    }
    return look
  }

  private mutating func colour(_ value: JSONValue, _ pointer: String, _ depth: ColourDepth) -> Int? {
    let last = depth.rawValue - 1
    let number = value.int ?? value.string.flatMap(ColourNumber.named)
    if let number, (0...last).contains(number) { return number }
    if value.string == "default" { return nil }
    if let components = value.string.flatMap(ColourNumber.components) {
      if let nearest = ColourNumber.nearest(to: components, depth: depth) { return nearest }
      reader.note(
        "a terminal of \(depth.rawValue) colours does not know \(value.string ?? "")", at: pointer,
        mend: "Name one of its colours: \(ColourNumber.names.joined(separator: ", ")).")
      return nil
    }
    let found = value.string.map { "“\($0)”" } ?? value.int.map { "\($0)" } ?? value.kind
    let sample = depth.rawValue > 16 ? ", or its red, green and blue as “#d75f00”" : ""
    reader.note(
      "\(found) is no colour of a terminal of \(depth.rawValue) colours", at: pointer,
      mend: "Write a number from 0 to \(last), a name such as “cyan”, “default”\(sample).")
    return nil
  }
}

extension Theme {
  /// Reads a theme out of its file; what cannot be understood is left as the terminal has it, and said.
  ///
  /// - Returns: no theme where the file is no JSON object.
  public static func read(_ bytes: [UInt8], name: String) -> (theme: Theme?, problems: [SettingProblem]) {
    ThemeReader.read(bytes, name: name)
  }
}
