import Synchronization

/// All schools in the order of their names, worked out when somebody first asks.
final class SchoolsByName: Sendable {
  private let all: [URN: School]
  private let tables: [RegisterTable]
  private let known = Mutex<[School]?>(nil)

  init(_ schools: [URN: School], tables: [RegisterTable]) {
    all = schools
    self.tables = tables
  }

  var schools: [School] {
    known.withLock { known in
      let schools = known ?? inOrder()
      known = schools
      return schools
    }
  }

  func readySearch(of schools: [School]) -> (texts: PackedTexts, places: [Int])? {
    guard tables.count == 1, let table = tables.first, let texts = table.file.readySearch?.texts(),
      texts.count == table.file.rows.count
    else { return nil }
    var places: [Int] = []
    for school in schools {
      guard let row = school.row(of: table) else { return nil }
      places.append(row)
    }
    return (texts, places)
  }

  /// Each register keeps its own order ready; only where there is more than one list are names compared.
  private func inOrder() -> [School] {
    let lists = tables.map(listed) + [all.values.filter { !$0.isToldByRegister }]
    let filled = lists.filter { !$0.isEmpty }
    if filled.count == 1, let only = filled.first, only.first?.isToldByRegister == true { return only }
    let schools = filled.flatMap { $0 }
    let keys = schools.map { SchoolNameKey(name: $0.name, urn: $0.urn) }
    return keys.indices.sorted { keys[$0] < keys[$1] }.map { schools[$0] }
  }

  private func listed(_ table: RegisterTable) -> [School] {
    let subjects = table.file.subjects
    return table.nameOrder.compactMap { row in
      guard case .school(let urn, _) = subjects[row], let school = all[urn],
        school.isTold(by: table, row: row)
      else { return nil }
      return school
    }
  }
}
