/// Something in a file of settings that is not as it should be: the rest of the file counts all the same.
public struct SettingProblem: Error, Hashable, Sendable {
  /// Where it stands in the file.
  public var place: TextPlace
  /// What is wrong, in words.
  public var what: String
  /// What to do about it.
  public var mend: String

  /// A problem; see the properties.
  public init(place: TextPlace, what: String, mend: String) {
    self.place = place
    self.what = what
    self.mend = mend
  }

  /// What keeps a whole file from being read.
  public init(_ problem: JSONProblem) {
    self.init(
      place: problem.place, what: "this is not JSON: found \(problem.found), expected \(problem.expected)",
      mend: "Mend it; until then nothing in this file counts.")
  }
}

/// Reads the members of a file of settings one by one, and notes what is wrong with each.
public struct SettingsReader: Sendable {
  /// The file.
  public let document: JSONDocument
  /// What was found wrong so far, as it was found.
  public private(set) var problems: [SettingProblem] = []

  /// A reader of a file that has been found to be JSON.
  public init(_ document: JSONDocument) {
    self.document = document
  }

  /// Notes a problem of the value at a pointer.
  public mutating func note(_ what: String, at pointer: String, mend: String) {
    problems.append(SettingProblem(place: document.place(of: pointer), what: what, mend: mend))
  }

  /// Notes a problem of the name of a member.
  public mutating func note(name pointer: String, _ what: String, mend: String) {
    let place = document.namePlaces[pointer] ?? document.place(of: pointer)
    problems.append(SettingProblem(place: place, what: what, mend: mend))
  }

  /// The members of the object at a pointer as they follow each other; none, and a note, if it is no object.
  public mutating func members(
    of value: JSONValue?, at pointer: String, expecting what: String
  ) -> [(name: String, value: JSONValue, pointer: String)] {
    guard let value else { return [] }
    guard let object = value.object else {
      note("\(value.kind) stands here", at: pointer, mend: "Write \(what).")
      return []
    }
    let members = object.map {
      (name: $0.key, value: $0.value, pointer: JSONPointer.member($0.key, of: pointer))
    }
    return members.sorted { document.place(of: $0.pointer) < document.place(of: $1.pointer) }
  }

  /// A text; a note if it is something else.
  public mutating func text(_ value: JSONValue, at pointer: String, expecting what: String) -> String? {
    if let text = value.string { return text }
    note("\(value.kind) stands here", at: pointer, mend: "Write \(what).")
    return nil
  }

  /// Yes or no; a note if it is something else.
  public mutating func flag(_ value: JSONValue, at pointer: String) -> Bool? {
    if let flag = value.bool { return flag }
    note("\(value.kind) stands here", at: pointer, mend: "Write true or false, without quotes.")
    return nil
  }
}
