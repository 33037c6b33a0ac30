import FieldbookModel
import PlainText

/// What `mappings.json` says: the formats that are known by their headers, and how to read those that can be read.
struct Mapping: Sendable {
  /// Headers that must be there: all of `all`, and at least one of `any` unless that is empty.
  struct Signature: Sendable {
    let all: Set<String>
    let any: Set<String>

    func fits(_ headers: Set<String>) -> Bool {
      all.isSubset(of: headers) && (any.isEmpty || !any.isDisjoint(with: headers))
    }
  }

  /// What can be read of a format.
  enum Content: Sendable {
    /// Known, but not to be read yet; with what to do instead.
    case notYet(mend: String)
    /// A register: the header of each field.
    case register([Register.Field: String])
    /// Results, by header.
    case results(ColumnMap)
  }

  struct Format: Sendable {
    /// `gias`, `ks2`, `ks4`, `census`; empty for what cannot be read.
    let id: String
    /// What the summary of an import calls it: `KS2 results`.
    let name: String
    /// `ks2-final-1`.
    let mapping: String
    /// With its article, to follow “this is”.
    let title: String
    let years: String
    let signatures: [Signature]
    let content: Content
    /// How rows of results say whom they are about.
    let rows: RowRules
  }

  /// In the order in which they are tried.
  let formats: [Format]
  /// Headers, letters only, that no file may have which is not about single pupils.
  let pupilHeaders: Set<String>

  /// Every header by which some format is known, folded.
  var signatureHeaders: Set<String> {
    Set(formats.flatMap(\.signatures).flatMap { $0.all.union($0.any) })
  }

  /// The format with that id.
  func format(_ id: String) -> Format? { formats.first { $0.id == id } }

  /// The mappings that are built in.
  static let builtIn: Mapping = {
    let document = try? JSONValue.parse(PackageResources.mappings_json)
    return Mapping(document ?? .null)
  }()

  init(_ document: JSONValue) {
    formats = (document["formats"]?.array ?? []).map(Mapping.format)
    pupilHeaders = Set(Mapping.texts(document["pupilHeaders"]))
  }

  /// Headers as they are compared: without blanks around them and without regard to case.
  static func folded(_ header: String) -> String { header.trimmingBlanks().uppercased() }

  private static func format(_ value: JSONValue) -> Format {
    Format(
      id: value["id"]?.string ?? "", name: value["name"]?.string ?? "",
      mapping: value["mapping"]?.string ?? "",
      title: value["title"]?.string ?? "",
      years: value["years"]?.string ?? "",
      signatures: (value["signatures"]?.array ?? []).map {
        Signature(all: Set(texts($0["all"]).map(folded)), any: Set(texts($0["any"]).map(folded)))
      },
      content: content(value), rows: RowRules(value["rows"]))
  }

  private static func content(_ value: JSONValue) -> Content {
    if let fields = value["fields"]?.object {
      let headers = fields.compactMap { name, header in
        Register.Field(rawValue: name).flatMap { field in header.string.map { (field, $0) } }
      }
      return .register(Dictionary(headers, uniquingKeysWith: { first, _ in first }))
    }
    if value["counts"] != nil { return .results(ColumnMap(value)) }
    return .notYet(mend: value["mend"]?.string ?? "")
  }

  static func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
}
