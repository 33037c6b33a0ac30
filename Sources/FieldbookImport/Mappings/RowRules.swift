import FieldbookModel
import PlainText

/// How the rows of a table of results say whom they are about.
struct RowRules: Sendable {
  /// What a row can be about.
  enum Kind: Hashable, Sendable {
    case school
    case la
    case england
    case englandState
    case englandKind(SchoolKind)
    /// Something that no figures are kept of, such as a region.
    case other

    init?(name: String) {
      switch name {
      case "school": self = .school
      case "la": self = .la
      case "england": self = .england
      case "englandState": self = .englandState
      case "other": self = .other
      default:
        guard let kind = SchoolKind(level: name) else { return nil }
        self = .englandKind(kind)
      }
    }
  }

  /// A cell by which rows about all of England are told from the others, which are then all about schools.
  struct Mark: Sendable {
    let headers: [String]
    let text: String
  }

  /// The headers that the column with a school's URN may have.
  let urn: [String]
  /// Those of the column with the local authority's code; none where the table does not tell it, and its rows then
  /// stand for the whole of England.
  let authority: [String]
  /// Those of the column with the URN that a school has now.
  let laterURN: [String]
  /// Those of the columns whose texts together tell the kinds of rows apart.
  let type: [[String]]
  /// What is written there for each kind, joined by `|`; a last `*` stands for whatever else follows.
  let types: [String: Kind]
  /// Whether only schools are wanted: whatever has no URN is left out.
  let isSchoolsOnly: Bool
  /// How rows about all of England are told, where the type of the others means something else.
  let national: Mark?

  /// Reads a format's `rows`.
  init(_ value: JSONValue?) {
    urn = RowRules.headers(value?["urn"]) ?? ["URN"]
    authority = RowRules.headers(value?["authority"]) ?? ["LEA"]
    laterURN = RowRules.headers(value?["laterUrn"]) ?? []
    type = (value?["type"]?.array ?? []).compactMap(RowRules.headers)
    types = Dictionary(
      (value?["types"]?.object ?? [:]).compactMap { text, kind in
        kind.string.flatMap(Kind.init(name:)).map { (Mapping.folded(text), $0) }
      }, uniquingKeysWith: { first, _ in first })
    isSchoolsOnly = value?["schoolsHaveUrn"]?.bool ?? false
    national = value?["national"].flatMap { mark in
      RowRules.headers(mark["header"]).flatMap { headers in
        mark["text"]?.string.map { Mark(headers: headers, text: $0) }
      }
    }
  }

  /// What a row with those texts is about; nil when it is nothing that is known. Without types all are schools.
  func kind(_ texts: [String]) -> Kind? {
    guard !types.isEmpty else { return .school }
    let folded = texts.map(Mapping.folded)
    if let kind = types[folded.joined(separator: "|")] { return kind }
    for count in stride(from: folded.count - 1, to: 0, by: -1) {
      if let kind = types[(folded.prefix(count) + ["*"]).joined(separator: "|")] { return kind }
    }
    return nil
  }

  /// The types that are known, for a message: `1, 2, 3, 4 or 5`.
  var knownTypes: String {
    let sorted = types.keys.sorted()
    guard let last = sorted.last, sorted.count > 1 else { return sorted.first ?? "" }
    return sorted.dropLast().joined(separator: ", ") + " or " + last
  }

  /// One header or several that mean the same, in any case of letters.
  private static func headers(_ value: JSONValue?) -> [String]? {
    if let only = value?.string { return [only] }
    return value?.array?.compactMap(\.string)
  }
}
