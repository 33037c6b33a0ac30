import FieldbookModel
import PlainText

/// The layouts in which schools return a half-term's figures: which column is what, and the words people write in them.
/// All of it is data, `returns.json`.
struct ReturnLayout: Sendable {
  /// What a column is.
  enum Role: String, CaseIterable, Sendable {
    case urn
    case school
    case period
    case yearGroup
    case subject
    case group
    case scale
    case level
    case measure
    case count
    case outOf
    case roll
    // Only in tables of the trust's own.
    case laestab
    case year
    case value
    case expected
    case higher
    case average
    case assessed
  }

  /// `returns`, `returns-conduct`: how facts name it.
  let id: String
  /// What the summary of an import calls it.
  let name: String
  /// `half-term-1`.
  let mapping: String
  /// With its article, to follow “this is”.
  let title: String
  /// The columns without which a file is not this.
  let needs: [Role]
  /// What each column may be called, the usual name first.
  let columns: [Role: [String]]

  /// The layouts there are.
  static let all: [ReturnLayout] = (document["layouts"]?.array ?? []).map(ReturnLayout.init)

  private init(_ tree: JSONValue) {
    id = tree["id"]?.string ?? ""
    name = tree["name"]?.string ?? ""
    mapping = tree["mapping"]?.string ?? ""
    title = tree["title"]?.string ?? ""
    needs = Mapping.texts(tree["needs"]).compactMap(Role.init(rawValue:))
    let names = (tree["columns"]?.object ?? [:]).compactMap { name, names in
      Role(rawValue: name).map { ($0, Mapping.texts(names)) }
    }
    columns = Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  /// The layout that a file's columns are; nil when it is none.
  static func recognised(_ headers: [String]) -> ReturnLayout? {
    let names = Set(headers.map(Mapping.folded))
    return all.first { layout in
      layout.needs.allSatisfy { role in
        (layout.columns[role] ?? []).contains { names.contains(Mapping.folded($0)) }
      }
    }
  }

  /// The layout as a format among the others.
  var format: Mapping.Format {
    Mapping.Format(
      id: id, name: name, mapping: mapping, title: title, signatures: [],
      content: .returns(self), rows: RowRules(nil), isAsAt: false, registerWords: [:])
  }

  /// Where each column stands.
  func places(_ header: HeaderRow) -> [Role: Int] {
    let found = columns.compactMap { role, names in
      names.lazy.compactMap { header.place(of: $0) }.first.map { (role, $0) }
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  static let document: JSONValue = (try? JSONValue.parse(PackageResources.returns_json)) ?? .null
}

/// The words people write in the cells of a return.
enum ReturnWords {
  /// The group a cell names: one, or several joined by `+`, `&` or a comma that pupils are in at once.
  static func group(_ text: String) -> PupilGroup? {
    if let group = PupilGroup(rawValue: text.trimmingBlanks()) ?? groups[folded(text)] { return group }
    let parts = text.split(whereSeparator: { "+&,/".contains($0) }).map { String($0) }
    guard parts.count > 1 else { return nil }
    return parts.reduce(PupilGroup.all as PupilGroup?) { crossed, part in
      guard let crossed, let group = groups[folded(part)], group != .all,
        crossed.crossed(with: group) != crossed
      else { return nil }
      return crossed.crossed(with: group)
    }
  }

  /// What a cell of the column `Measure` names.
  static func conduct(_ text: String) -> ReturnKind.Conduct? { conducts[folded(text)] }

  /// Whether a level says that there is none: absent, not assessed.
  static func isNotAssessed(_ text: String) -> Bool { notAssessed.contains(folded(text)) }

  /// The word by which a text speaks of what pupils should reach rather than of what they have; nil when it does not.
  static func aim(in text: String) -> String? {
    let words = text.lowercased().split(whereSeparator: { !$0.isLetter }).joined(separator: " ")
    return Mapping.texts(ReturnLayout.document["aims"]).first { aim in
      " \(words) ".contains(" \(aim) ")
    }
  }

  private static let groups: [String: PupilGroup] = {
    var known: [String: PupilGroup] = [:]
    for group in PupilGroup.allCases {
      known[folded(group.rawValue)] = group
      known[folded(group.title)] = group
    }
    for (name, words) in ReturnLayout.document["groups"]?.object ?? [:] {
      guard let group = PupilGroup(rawValue: name) else { continue }
      for word in Mapping.texts(words) { known[folded(word)] = group }
    }
    return known
  }()

  private static let conducts: [String: ReturnKind.Conduct] = {
    var known: [String: ReturnKind.Conduct] = [:]
    for conduct in ReturnKind.Conduct.allCases { known[folded(conduct.rawValue)] = conduct }
    for (name, words) in ReturnLayout.document["measures"]?.object ?? [:] {
      guard let conduct = ReturnKind.Conduct(rawValue: name) else { continue }
      for word in Mapping.texts(words) { known[folded(word)] = conduct }
    }
    return known
  }()

  private static let notAssessed = Set(Mapping.texts(ReturnLayout.document["notAssessed"]).map(folded))

  /// Words as they are compared: letters and digits alone.
  private static func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
