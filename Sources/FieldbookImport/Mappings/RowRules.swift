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

    init?(name: String) {
      switch name {
      case "school": self = .school
      case "la": self = .la
      case "england": self = .england
      case "englandState": self = .englandState
      default:
        guard let kind = SchoolKind(level: name) else { return nil }
        self = .englandKind(kind)
      }
    }
  }

  /// The header of the column with the local authority's code.
  let authority: String
  /// The header of the column with the URN that a school has now.
  let laterURN: String
  /// The header of the column that tells the kinds of rows apart.
  let type: String
  /// What is written there for each kind.
  let types: [String: Kind]
  /// What rows about all of England have for a URN, where the others are all about schools and their type means
  /// something else; empty where the type of every row counts.
  let nationalURN: String

  /// Reads a format's `rows`.
  init(_ value: JSONValue?) {
    authority = value?["authority"]?.string ?? "LEA"
    laterURN = value?["laterUrn"]?.string ?? "URN_AC"
    type = value?["type"]?.string ?? "RECTYPE"
    nationalURN = value?["nationalUrn"]?.string ?? ""
    types = (value?["types"]?.object ?? [:]).compactMapValues { $0.string.flatMap(Kind.init(name:)) }
  }

  /// The types that are known, for a message: `1, 2, 3, 4 or 5`.
  var knownTypes: String {
    let sorted = types.keys.sorted()
    guard let last = sorted.last, sorted.count > 1 else { return sorted.first ?? "" }
    return sorted.dropLast().joined(separator: ", ") + " or " + last
  }
}
