import FieldbookModel
import PlainText

/// A list of single pupils that can be counted at the door: which column is what. It is read in memory, turned into
/// counts by year group, subject, group and level, and nothing of any pupil is kept, shown or said.
struct PupilLayout: Sendable {
  /// What a column says of a pupil. Columns with names, dates of birth and pupil numbers are not looked at.
  enum Role: String, CaseIterable, Sendable {
    case urn
    case period
    case yearGroup
    case sex
    case disadvantaged
    case sen
    case eal
    case fsm
    case scale
  }

  /// A column with levels.
  struct Subject: Sendable {
    let place: Int
    let id: String
    /// The header; it names a subject and no pupil.
    let header: String
  }

  private(set) var places: [Role: Int] = [:]
  private(set) var subjects: [Subject] = []

  static let mapping = text("mapping")
  static let name = text("name")
  /// The format whose facts the counts become.
  static let format = text("id")

  /// The layout of a file with such headers; nil when it is no list of pupils with their levels.
  static func recognised(_ headers: [String]) -> PupilLayout? {
    var layout = PupilLayout()
    for role in Role.allCases {
      let names = Set(words("columns", role.rawValue).map(Mapping.folded))
      layout.places[role] = headers.firstIndex { names.contains(Mapping.folded($0)) }
    }
    let known = Set(Mapping.texts(tree["subjects"]).map(Mapping.folded))
    for (place, header) in headers.enumerated() {
      let name = header.trimmingBlanks()
      let named = ["level: ", "level - ", "subject: "].lazy.filter { name.lowercased().hasPrefix($0) }.first
      guard named != nil || known.contains(Mapping.folded(name)) else { continue }
      let title = String(name.dropFirst(named?.count ?? 0))
      guard let id = ReturnMeasure.subjectID(title) else { continue }
      layout.subjects.append(Subject(place: place, id: id, header: name))
    }
    guard layout.places[.yearGroup] != nil, !layout.subjects.isEmpty, !looksLikeTotals(headers) else {
      return nil
    }
    return layout
  }

  /// A table with a level or a count in each row is about groups, not about pupils.
  private static func looksLikeTotals(_ headers: [String]) -> Bool {
    ReturnLayout.recognised(headers) != nil
  }

  /// The groups a pupil is in, as far as the columns say; nil in a list when what stands there is not understood.
  func groups(of row: CSVRow) -> (groups: [PupilGroup], unknown: [Role]) {
    var groups: [PupilGroup] = []
    var unknown: [Role] = []
    func take(_ role: Role, _ choices: [(String, PupilGroup?)]) {
      guard let place = places[role] else { return }
      let word = (row.field(place) ?? "").trimmingBlanks().lowercased()
      guard let found = choices.first(where: { Mapping.texts(PupilLayout.tree[$0.0]).contains(word) }) else {
        unknown.append(role)
        return
      }
      if let group = found.1 { groups.append(group) }
    }
    take(.sex, [("boys", .boys), ("girls", .girls)])
    take(.disadvantaged, [("no", .notDisadvantaged), ("yes", .disadvantaged)])
    take(.sen, [("noSen", .noSen), ("senSupport", .senSupport), ("ehcp", .ehcp)])
    take(.eal, [("no", .englishFirst), ("yes", .eal)])
    take(.fsm, [("no", .notFsm), ("yes", .fsm)])
    return (groups, unknown)
  }

  /// The layout as a format among the others.
  var format: Mapping.Format {
    Mapping.Format(
      id: PupilLayout.format, name: PupilLayout.name, mapping: PupilLayout.mapping,
      title: "a list of single pupils",
      signatures: [], content: .pupils(self), rows: RowRules(nil), isAsAt: false,
      registerWords: [:])
  }

  private static let tree: JSONValue = ReturnLayout.document["pupils"] ?? .null
  private static func text(_ name: String) -> String { tree[name]?.string ?? "" }
  private static func words(_ list: String, _ name: String) -> [String] { Mapping.texts(tree[list]?[name]) }
}
