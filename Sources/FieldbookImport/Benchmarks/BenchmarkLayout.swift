import FieldbookModel
import PlainText

/// The layout of a file of benchmarks: which column is what, and the words that stand in them. All of it is data.
struct BenchmarkLayout: Sendable {
  /// What a column is.
  enum Role: String, CaseIterable, Sendable {
    case measure
    case group
    case period
    case level
    case authority
    case value
    case unit
    case pupils
    case status
    case title
    case publisher
    case published
    case address
    case asAt
  }

  /// What each column may be called, the usual name first.
  let columns: [Role: [String]]
  /// Those without which nothing can be read.
  let needs: [Role]
  private let levels: [String: String]
  private let units: [String: Measure.Unit]
  private let usualLevels: [String: String]
  private let usualUnits: [Measure.Unit: String]

  /// Reads a format's `benchmark`.
  init(_ tree: JSONValue) {
    columns = Dictionary(
      (tree["columns"]?.object ?? [:]).compactMap { name, headers in
        Role(rawValue: name).map { ($0, Mapping.texts(headers)) }
      }, uniquingKeysWith: { first, _ in first })
    needs = Mapping.texts(tree["needs"]).compactMap(Role.init(rawValue:))
    let levels = (tree["levels"]?.object ?? [:]).map { ($0, Mapping.texts($1)) }
    let units = (tree["units"]?.object ?? [:]).compactMap { name, words in
      Measure.Unit(rawValue: name).map { ($0, Mapping.texts(words)) }
    }
    self.levels = BenchmarkLayout.byWord(levels + levels.map { ($0.0, [$0.0]) })
    self.units = BenchmarkLayout.byWord(units)
    usualLevels = Dictionary(levels.map { ($0, $1.first ?? $0) }, uniquingKeysWith: { first, _ in first })
    usualUnits = Dictionary(
      units.map { ($0, $1.first ?? $0.rawValue) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whom a row is about; nil where that is no level that is known.
  /// - Parameter authority: the code of the local authority, for a row of one.
  func subject(_ level: String, authority: String) -> FactsFile.Subject? {
    switch levels[Mapping.folded(level)] {
    case "la": .la(authority)
    case "england": .england
    case "englandState": .englandState
    case let name?: SchoolKind(level: name).map { .englandKind($0) }
    case nil: nil
    }
  }

  /// The unit that a word names.
  func unit(_ word: String) -> Measure.Unit? { units[Mapping.folded(word)] }

  /// How a level is usually written: `England primary`.
  func word(for subject: FactsFile.Subject) -> String {
    switch subject {
    case .la: usualLevels["la"] ?? ""
    case .england: usualLevels["england"] ?? ""
    case .englandKind(let kind): usualLevels[kind.level] ?? ""
    default: usualLevels["englandState"] ?? ""
    }
  }

  /// How a unit is usually written.
  func word(for unit: Measure.Unit) -> String { usualUnits[unit] ?? unit.rawValue }

  /// The usual name of a column.
  func header(_ role: Role) -> String { columns[role]?.first ?? role.rawValue }

  private static func byWord<Meaning>(_ words: [(Meaning, [String])]) -> [String: Meaning] {
    Dictionary(
      words.flatMap { meaning, words in words.map { (Mapping.folded($0), meaning) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension Measure.Unit {
  /// The numbers that something counted so can be; nil where nothing can be said of it.
  var possible: ClosedRange<Double>? {
    switch self {
    case .percent: 0...100
    case .points: -100...100
    case .scaledScore: 80...120
    case .progress: -100...100
    case .band: 1...5
    case .average: 0...1_000
    case .rate: 0...10_000
    case .pupils, .pounds, .times: 0...1e12
    case .grade: nil
    }
  }
}
