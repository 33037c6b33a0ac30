import FieldbookModel
import PlainText

/// How the rows of a table of the trust's own are read: once for each column of figures, each time as if the row were a
/// line of a half-term's return.
extension ReturnReader.View {
  /// The views that a mapping gives of a table, those of attainment and those of attendance and behaviour apart.
  static func views(_ mapping: TableMapping, _ header: HeaderRow) -> (attainment: [Self], conduct: [Self]) {
    let figures = mapping.columns.filter { $0.role.isFigure && $0.role != .value }
    let split = Dictionary(grouping: figures, by: mapping.isConduct)
    return (
      (split[false] ?? []).compactMap { view($0, mapping, header) },
      (split[true] ?? []).compactMap { view($0, mapping, header) }
    )
  }

  private static func view(
    _ figure: TableMapping.Column, _ mapping: TableMapping, _ header: HeaderRow
  ) -> Self? {
    guard let number = header.place(of: figure.header) else { return nil }
    var view = Self(figure: ReturnLayout.Role(figure.role), places: [:])
    for column in mapping.columns where !column.role.isNumber {
      if let place = header.place(of: column.header) { view.places[ReturnLayout.Role(column.role)] = place }
    }
    for role in [TableMapping.Role.assessed, .roll, .outOf] {
      guard let place = mapping.companion(role, of: figure).flatMap({ header.place(of: $0.header) }) else {
        continue
      }
      view.places[ReturnLayout.Role(role)] = place
    }
    view.places[view.figure] = number
    for (role, text) in mapping.given.merging(figure.of, uniquingKeysWith: { $1 }) where !text.isEmpty {
      view.given[ReturnLayout.Role(role)] = text
      // What the header of a figure says comes before what its row says.
      if figure.of[role] != nil { view.places[ReturnLayout.Role(role)] = nil }
    }
    return view
  }
}

extension ReturnLayout.Role {
  init(_ role: TableMapping.Role) {
    self =
      switch role {
      case .urn: .urn
      case .laestab: .laestab
      case .schoolName: .school
      case .period: .period
      case .year: .year
      case .value: .value
      case .yearGroup: .yearGroup
      case .subject: .subject
      case .group: .group
      case .scale: .scale
      case .level: .level
      case .measure: .measure
      case .count: .count
      case .expected: .expected
      case .higher: .higher
      case .average: .average
      case .assessed: .assessed
      case .roll: .roll
      case .outOf: .outOf
      }
  }
}

extension TableMapping {
  /// How facts name it: other columns are another mapping, and the same bytes are then read anew.
  var mark: String {
    let columns = columns.map { column in
      ([column.header, column.role.rawValue] + TableMapping.texts(column.of)).joined(separator: "\u{1F}")
    }
    let digest = SHA256.hex(Array((columns + TableMapping.texts(given)).joined(separator: "\u{1E}").utf8))
    return "own-\(id)-\(digest.prefix(8))"
  }

  private static func texts(_ said: [Role: String]) -> [String] {
    said.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
  }

  /// Whether a file has every column that is read.
  func fits(_ headers: Set<String>) -> Bool {
    !columns.isEmpty && columns.allSatisfy { headers.contains(Mapping.folded($0.header)) }
  }

  /// Whether all its figures are of years, and none of half-terms.
  private var isOfYears: Bool { columns.filter(\.role.isFigure).allSatisfy { $0.role == .value } }

  /// It as a format among the others.
  var format: Mapping.Format {
    Mapping.Format(
      id: isOfYears ? OwnFigures.id : ReturnLayout.all.first?.id ?? "", name: name, mapping: mark,
      title: "the table “\(name)”",
      signatures: [], content: .mapped(self), rows: RowRules(nil), isAsAt: false, registerWords: [:])
  }
}

/// Finds schools that a table names otherwise than by their URN: ours before others, open ones before those that closed.
struct SchoolFinder: Sendable {
  private let byName: [String: [URN]]
  private let byNumber: [String: [URN]]

  init(_ facts: Facts) {
    let all = facts.schools.values.map { (school: $0, rank: ($0.isOurs ? 2 : 0) + ($0.isClosed ? 0 : 1)) }
    byName = SchoolFinder.best(all) { SchoolGroups.folded($0.name) }
    byNumber = SchoolFinder.best(all) { school in
      school.establishmentNumber.isEmpty ? "" : school.laCode + school.establishmentNumber
    }
  }

  private static func best(
    _ all: [(school: School, rank: Int)], by key: (School) -> String
  ) -> [String: [URN]] {
    Dictionary(grouping: all) { key($0.school) }.mapValues { schools in
      let most = schools.map(\.rank).max()
      return schools.filter { $0.rank == most }.map(\.school.urn)
    }
  }

  /// The one school of that name; nil where there is none, or more than one.
  func urn(named name: String) -> URN? { only(byName[SchoolGroups.folded(name)]) }

  /// The one school of that authority and number, `990/2000` or `9902000`; nil where there is none, or more than one.
  func urn(laestab: String) -> URN? {
    let digits = laestab.filter { ("0"..."9").contains($0) }
    return digits.count == 7 ? only(byNumber[digits]) : nil
  }

  private func only(_ found: [URN]?) -> URN? { found?.count == 1 ? found?[0] : nil }
}
