import FieldbookModel
import PlainText

/// What the files of `Mappings/` say: the formats that are known by their headers, and how to read those that can be
/// read.
struct Mapping: Sendable {
  /// Headers that must be there: all of `all`, and at least one of `any` unless that is empty; and none of `none`.
  struct Signature: Sendable {
    let all: Set<String>
    let any: Set<String>
    let none: Set<String>

    func fits(_ headers: Set<String>) -> Bool {
      all.isSubset(of: headers) && (any.isEmpty || !any.isDisjoint(with: headers))
        && none.isDisjoint(with: headers)
    }
  }

  /// What can be read of a format.
  enum Content: Sendable {
    /// Known, but of no use or not to be read; with what to do instead, and whether the user may say what its columns are.
    case unreadable(mend: String, mayBeMapped: Bool)
    /// A register: the header of each field.
    case register([Register.Field: String])
    /// Results, by header: a row for each school.
    case results(ColumnMap)
    /// Results in many rows for each school.
    case long(LongMap)
    /// A list of texts about schools: the headers that each kept column may have.
    case texts([String: [String]])
    /// A school's own return of a half-term: a line for each count.
    case returns(ReturnLayout)
    /// A table of the trust's own, whose columns the user has said.
    case mapped(TableMapping)
    /// Figures of authorities and of England, quoted from publications.
    case benchmarks(BenchmarkLayout)
    /// A list of single pupils, which is counted and not kept.
    case pupils(PupilLayout)
  }

  struct Format: Sendable {
    /// `gias`, `ks2`, `ks2-long`; empty for what cannot be read.
    let id: String
    /// What the summary of an import calls it: `KS2 results`.
    let name: String
    /// `ks2-final-1`.
    let mapping: String
    /// With its article, to follow “this is”.
    let title: String
    let signatures: [Signature]
    let content: Content
    /// How rows of results say whom they are about.
    let rows: RowRules
    /// Whether figures stand for the school year of the day they were drawn up.
    let isAsAt: Bool
    /// What a register's codes and stand-ins for a blank mean, by field.
    let registerWords: [String: [String: String]]
  }

  /// In the order in which they are tried.
  let formats: [Format]
  /// Headers, letters only, that no file may have which is not about single pupils.
  let pupilHeaders: Set<String>
  /// How statistics name groups of pupils.
  let groupWords: GroupWords

  /// Every header by which some format is known, folded.
  var signatureHeaders: Set<String> {
    Set(formats.flatMap(\.signatures).flatMap { $0.all.union($0.any) })
  }

  /// What the summary of an import calls a format.
  func name(_ id: String) -> String {
    if id == OwnFigures.id { return "Figures of a year" }
    return format(id)?.name ?? ReturnLayout.all.first { $0.id == id }?.name ?? id
  }

  /// The format with that id.
  func format(_ id: String) -> Format? { formats.first { $0.id == id } }

  /// The mappings that are built in, the more telling headers first.
  static let builtIn: Mapping = {
    let formats = [
      PackageResources.not_data_json, PackageResources.links_json, PackageResources.groups_json,
      PackageResources.statistics_json, PackageResources.gias_json, PackageResources.ks4_json,
      PackageResources.ks5_json, PackageResources.census_json, PackageResources.absence_json,
      PackageResources.ks2_json, PackageResources.pupil_premium_json, PackageResources.ofsted_json,
      PackageResources.cut_down_json, PackageResources.school_list_json, PackageResources.benchmark_json,
    ]
    return Mapping(formats.map(document), words: document(PackageResources.words_json))
  }()

  private static func document(_ bytes: [UInt8]) -> JSONValue { (try? JSONValue.parse(bytes)) ?? .null }

  init(_ documents: [JSONValue], words: JSONValue) {
    formats = documents.flatMap { $0["formats"]?.array ?? [] }.map(Mapping.format)
    pupilHeaders = Set(Mapping.texts(words["pupilHeaders"]))
    groupWords = GroupWords(words["groups"])
  }

  /// Headers as they are compared: without blanks around them and without regard to case.
  static func folded(_ header: String) -> String { header.trimmingBlanks().uppercased() }

  private static func format(_ value: JSONValue) -> Format {
    Format(
      id: value["id"]?.string ?? "", name: value["name"]?.string ?? "",
      mapping: value["mapping"]?.string ?? "",
      title: value["title"]?.string ?? "",
      signatures: (value["signatures"]?.array ?? []).map { signature in
        func headers(_ name: String) -> Set<String> { Set(texts(signature[name]).map(folded)) }
        return Signature(all: headers("all"), any: headers("any"), none: headers("none"))
      },
      content: content(value), rows: RowRules(value["rows"]),
      isAsAt: value["period"]?.string == "asAt",
      registerWords: (value["registerWords"]?.object ?? [:]).mapValues { words in
        (words.object ?? [:]).compactMapValues(\.string)
      })
  }

  private static func content(_ value: JSONValue) -> Content {
    if let fields = value["fields"]?.object {
      let headers = fields.compactMap { name, header in
        Register.Field(rawValue: name).flatMap { field in header.string.map { (field, $0) } }
      }
      return .register(Dictionary(headers, uniquingKeysWith: { first, _ in first }))
    }
    if let columns = value["texts"]?.object {
      return .texts(Dictionary(columns.map { ($0, texts($1)) }, uniquingKeysWith: { first, _ in first }))
    }
    if let layout = value["benchmark"] { return .benchmarks(BenchmarkLayout(layout)) }
    if value["long"] != nil { return .long(LongMap(value)) }
    if value["columns"] != nil || value["stems"] != nil { return .results(ColumnMap(value)) }
    return .unreadable(mend: value["mend"]?.string ?? "", mayBeMapped: value["mayBeMapped"]?.bool ?? false)
  }

  static func texts(_ value: JSONValue?) -> [String] { (value?.array ?? []).compactMap(\.string) }
}
