/// A measure of a school's own half-termly return. There is one for each year group, subject and kind, so it is told by
/// its id instead of standing in the catalogue: `ht.y4.maths.expected`, `ht.all.absence`.
public struct ReturnMeasure: Hashable, Sendable {
  /// The year group; nil where it speaks of the whole school.
  public let yearGroup: YearGroup?
  /// The subject as it stands in ids, `reading-writing-maths`; nil where there is none.
  public let subject: String?
  /// What is said.
  public let kind: ReturnKind

  /// A measure; see the properties.
  public init(yearGroup: YearGroup?, subject: String? = nil, _ kind: ReturnKind) {
    self.yearGroup = yearGroup
    self.subject = subject
    self.kind = kind
  }

  /// A measure by the part of its id that year group and subject share, and its kind.
  init?(stem: String, _ kind: ReturnKind) {
    self.init(id: "\(ReturnMeasure.prefix)\(stem).\(kind.id)")
  }

  /// The measure of that id; nil when it is none of a return's.
  public init?(id: String) {
    guard id.hasPrefix(ReturnMeasure.prefix) else { return nil }
    let parts = id.dropFirst(ReturnMeasure.prefix.count).split(
      separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return nil }
    if parts[0] == "all" {
      yearGroup = nil
    } else {
      guard let found = YearGroup(text: String(parts[0])), found.id == parts[0] else { return nil }
      yearGroup = found
    }
    if let kind = ReturnKind(id: parts.dropFirst().joined(separator: ".")) {
      (subject, self.kind) = (nil, kind)
    } else if let kind = ReturnKind(id: parts.dropFirst(2).joined(separator: ".")), !parts[1].isEmpty {
      (subject, self.kind) = (String(parts[1]), kind)
    } else {
      return nil
    }
  }

  /// How the ids of all such measures begin, in documents and lists.
  public static let prefix = "ht."

  /// Its id.
  public var id: String { "\(ReturnMeasure.prefix)\(stem).\(kind.id)" }

  /// What the measures of one return share: `y4.maths`, `y4`, `all`.
  public var stem: String {
    (yearGroup?.id ?? "all") + (subject.map { ".\($0)" } ?? "")
  }

  /// The same year group and subject, said otherwise.
  public func saying(_ kind: ReturnKind) -> ReturnMeasure {
    ReturnMeasure(yearGroup: yearGroup, subject: subject, kind)
  }

  /// As the catalogue describes measures.
  public var measure: Measure {
    Measure(
      id: id, title: "\(who): \(words.title)", shortTitle: shortTitle, definition: words.definition,
      unit: words.unit, better: words.better, stage: "Half-term", yearGroup: yearGroup)
  }

  /// `Year 4 maths`, `Year 4`, `Whole school`.
  public var who: String {
    let year = yearGroup?.title ?? "Whole school"
    return subject.map { "\(year) \(ReturnMeasure.subjectTitle($0))" } ?? year
  }

  private var shortTitle: String {
    let year = yearGroup.map { $0.shortTitle + " " } ?? ""
    guard let subject else { return year + words.short }
    let name =
      subject == "reading-writing-maths" ? "RWM" : String(ReturnMeasure.subjectTitle(subject).prefix(8))
    return "\(year)\(name) \(words.short)"
  }

  /// A subject as it stands in ids: small letters, digits and hyphens; nil where nothing is left.
  public static func subjectID(_ text: String) -> String? {
    let words = text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
    let joined = words.filter { $0 != "and" || words.count == 1 }.joined(separator: "-")
    let known = [
      "rwm": "reading-writing-maths", "mathematics": "maths", "combined": "reading-writing-maths",
      "reading-writing-mathematics": "reading-writing-maths", "gps": "grammar", "spag": "grammar",
    ]
    let id = known[joined] ?? joined
    // A subject with the name of a kind could not be told from it.
    guard !id.isEmpty, id.count <= 60 else { return nil }
    return ReturnKind(id: id) == nil ? id : id + "-subject"
  }

  /// A subject in words, to stand inside a sentence: `maths`, `reading, writing and maths`.
  public static func subjectTitle(_ id: String) -> String {
    if id == "reading-writing-maths" { return "reading, writing and maths" }
    return id.split(separator: "-").joined(separator: " ")
  }
}

extension ReturnMeasure {
  private struct Words {
    let title: String
    let short: String
    let definition: String
    let unit: Measure.Unit
    var better = Measure.Direction.neither
  }

  private var words: Words { ReturnMeasure.words(kind) }

  private static func words(_ kind: ReturnKind) -> Words {
    switch kind {
    case .aim(let kind):
      let inner = ReturnMeasure.words(kind)
      return Words(
        title: "\(inner.title) (target or prediction)", short: "\(inner.short) TGT",
        definition:
          "What pupils should reach or are thought to reach, not what they have reached: no measure of a school. "
          + inner.definition, unit: inner.unit)
    case .expected:
      return Words(
        title: "at expected or above", short: "exp",
        definition:
          "Per cent of the pupils assessed who are at the level that their scale calls expected, or above. "
          + "As the school returned it.", unit: .percent, better: .up)
    case .higher:
      return Words(
        title: "at higher", short: "high",
        definition:
          "Per cent of the pupils assessed who are at the level that their scale calls higher, or above. "
          + "As the school returned it.", unit: .percent, better: .up)
    case .average:
      return Words(
        title: "average", short: "avg",
        definition: "Mean of the pupils assessed, on the scale of the return.", unit: .average, better: .up)
    case .assessed:
      return Words(
        title: "pupils assessed", short: "assessed", definition: "Pupils with a level in the return.",
        unit: .pupils)
    case .roll:
      return Words(
        title: "on roll", short: "roll", definition: "Pupils on roll, as the return says.", unit: .pupils)
    case .level(let level):
      return Words(
        title: "pupils at \(ReturnMeasure.levelTitle(level))", short: ReturnMeasure.levelTitle(level),
        definition: "Pupils at that level of the scale of the return, and no other.", unit: .pupils)
    case .conduct(let conduct): return ReturnMeasure.words(conduct)
    case .count(let conduct):
      return Words(
        title: "\(ReturnMeasure.words(conduct).title), counted",
        short: "\(ReturnMeasure.words(conduct).short) n",
        definition: "The count behind it, as the school returned it.",
        unit: conduct.counts == .pupils ? .pupils : .times)
    case .outOf(let conduct):
      return Words(
        title: "\(ReturnMeasure.words(conduct).title), out of",
        short: "\(ReturnMeasure.words(conduct).short) of",
        definition: "The sessions that could have been attended, as the school returned them.", unit: .times)
    }
  }

  /// A level's id in words: `greaterDepth` is “greater depth”.
  static func levelTitle(_ id: String) -> String {
    id.reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty {
        words += " " + letter.lowercased()
      } else {
        words.append(letter == "-" ? " " : letter)
      }
    }
  }

  private static func words(_ conduct: ReturnKind.Conduct) -> Words {
    let (title, short, definition): (String, String, String) =
      switch conduct {
      case .absence: ("absence", "absence", "Per cent of possible sessions that were missed.")
      case .unauthorised:
        ("unauthorised absence", "unauth", "Per cent of possible sessions that were missed without leave.")
      case .persistent:
        ("persistently absent", "persist", "Per cent of pupils who missed 10 % or more of their sessions.")
      case .severe:
        ("severely absent", "severe", "Per cent of pupils who missed 50 % or more of their sessions.")
      case .suspensions: ("suspensions", "susp", "Suspensions for every 100 pupils on roll.")
      case .suspended:
        ("pupils suspended", "suspended", "Per cent of pupils who were suspended once or more.")
      case .exclusions:
        ("permanent exclusions", "perm excl", "Permanent exclusions for every 100 pupils on roll.")
      case .removals: ("removals from class", "removals", "Removals from class for every 100 pupils on roll.")
      case .removed:
        (
          "pupils removed from class", "removed",
          "Per cent of pupils who were removed from class once or more."
        )
      case .partTime:
        ("part-time timetables", "part-time", "Per cent of pupils who are on a part-time timetable.")
      case .offRoll: ("moves off roll", "off roll", "Per cent of pupils who moved off the roll.")
      }
    return Words(
      title: title, short: short, definition: "\(definition) In the half-term, as the school returned it.",
      unit: conduct.counts == .events ? .rate : .percent, better: .down)
  }
}
