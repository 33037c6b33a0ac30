/// A register's file, asked field by field: a school is read out of its row only as far as somebody looks.
public final class RegisterTable: Sendable {
  /// The file.
  public let file: FactsFile
  private let places: [Register.Field: Int]

  /// A table over a register's file.
  public init(_ file: FactsFile) {
    self.file = file
    var places: [Register.Field: Int] = [:]
    for (place, column) in file.columns.enumerated() {
      guard let field = Register.Field(measure: column.measure), places[field] == nil else { continue }
      places[field] = place
    }
    self.places = places
  }

  /// What a field of a row says, without spaces around it; empty where the register has no such column.
  func text(_ field: Register.Field, row: Int) -> String {
    guard let column = places[field] else { return "" }
    return (file.raw(column: column, row: row) ?? "").trimmed()
  }

  /// The rows in the order of their names, from storage if it has it.
  var nameOrder: [Int] {
    if let stored = file.readySearch?.nameOrder(), stored.count == file.rows.count {
      var isListed = Array(repeating: false, count: stored.count)
      for row in stored where row < stored.count { isListed[Int(row)] = true }
      if isListed.allSatisfy({ $0 }) { return stored.map { Int($0) } }
    }
    return sortedByName()
  }

  /// The rows in the order of their names as it is made from the rows.
  public func sortedByName() -> [Int] {
    let subjects = file.subjects
    let keys = subjects.indices.map { row in
      let urn = if case .school(let urn, _) = subjects[row] { urn } else { URN("") }
      return SchoolNameKey(name: text(.name, row: row), urn: urn)
    }
    return keys.indices.sorted { keys[$0] < keys[$1] }
  }

  /// What the schools are found by: name, number, place and authority, the name first.
  public func searchTexts() -> [String] {
    file.subjects.enumerated().map { row, subject in
      guard case .school(let urn, _) = subject else { return "" }
      let place = School.place(town: text(.town, row: row), postcode: text(.postcode, row: row))
      return [text(.name, row: row), urn.text, place, text(.laName, row: row)].joined(separator: " ")
    }
  }
}

/// The place of a school among others by name, whatever the case of its letters.
struct SchoolNameKey: Comparable {
  private let folded: String
  private let name: String
  private let urn: URN

  init(name: String, urn: URN) {
    folded = name.lowercased()
    self.name = name
    self.urn = urn
  }

  static func < (a: SchoolNameKey, b: SchoolNameKey) -> Bool {
    (a.folded, a.name, a.urn) < (b.folded, b.name, b.urn)
  }
}

extension Register.Field {
  private static let byMeasure = Dictionary(
    uniqueKeysWithValues: Register.Field.allCases.map { ($0.measure, $0) })

  /// The field that a column of a register holds.
  init?(measure: String) {
    guard let field = Register.Field.byMeasure[measure] else { return nil }
    self = field
  }
}

extension String {
  /// Without spaces around it; most cells have none, and are given back as they are.
  func trimmed() -> String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if (0x21..<0x80).contains(first), (0x21..<0x80).contains(last) { return self }
    return trimmingSpaces()
  }
}
