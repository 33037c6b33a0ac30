import Synchronization

/// A trust, federation or other group that a school belongs to, as a register's list of groups has it.
public struct GroupMembership: Hashable, Sendable {
  /// The group's unique identifier.
  public let uid: String
  /// Its name as the list writes it.
  public let name: String
  /// What it is: `Multi-academy trust`, `School sponsor`, `Federation`…
  public let kind: String
  /// The number under which the register of companies has it; empty where it has none.
  public let companyNumber: String
  /// The day on which the school joined; nil where the list does not know.
  public let joined: CalendarDate?

  /// Whether it is a trust that runs academies, rather than a sponsor, a federation or a foundation.
  public var isTrust: Bool { kind.hasSuffix("-academy trust") }
}

/// Which groups there are and which schools belong to them, from a register's list of groups.
///
/// Worked out when it is first asked for.
public final class SchoolGroups: Sendable {
  /// The format of files of groups.
  public static let format = "groups"

  /// The columns that are kept of each membership.
  public enum Field: String, CaseIterable, Sendable {
    case uid
    case name
    case kind
    case status
    case companyNumber
    case joined
    /// The school's own name.
    case school

    /// The measure's id in a file of groups.
    public var measure: String { "group." + rawValue }
  }

  private struct Known {
    var bySchool: [URN: [GroupMembership]] = [:]
    /// The schools of each group by its folded name, with the names that the list gives them.
    var byName: [String: [(membership: GroupMembership, urn: URN, school: String)]] = [:]
  }

  private let files: [(file: FactsFile, authorities: Set<String>)]
  private let known = Mutex<Known?>(nil)

  init(files: [FactsFile], ruling: Ruling) {
    self.files = files.enumerated().compactMap { index, file in
      guard file.format == SchoolGroups.format, !ruling.isSuperseded(file: index) else { return nil }
      return (file, file.rows.authorityCodes.filter { ruling.rules(file: index, authority: $0) })
    }
  }

  /// Whether any list of groups was imported.
  public var isEmpty: Bool { files.isEmpty }

  /// The groups a school belongs to, trusts first, then by name.
  public func memberships(of urn: URN) -> [GroupMembership] { withKnown { $0.bySchool[urn] ?? [] } }

  /// The schools of the groups of a name, whatever its letters' case and spacing, with the names the list gives them:
  /// those of trusts if any trust has that name, else of every kind that `wanted` allows.
  public func members(
    ofGroup name: String, where wanted: (GroupMembership) -> Bool = { _ in true }
  ) -> [URN: String] {
    withKnown { known in
      let all = (known.byName[SchoolGroups.folded(name)] ?? []).filter { wanted($0.membership) }
      let trusts = all.filter(\.membership.isTrust)
      return Dictionary(
        (trusts.isEmpty ? all : trusts).map { ($0.urn, $0.school) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// How many schools a trust or other group of a name has; nil where the list does not name it.
  public func size(of name: String) -> Int? {
    let count = members(ofGroup: name).count
    return count == 0 ? nil : count
  }

  /// The names of all groups of a kind, as the list writes them.
  public func names(where wanted: (GroupMembership) -> Bool) -> [String] {
    withKnown { known in
      known.byName.values.compactMap { members in members.first { wanted($0.membership) }?.membership.name }
    }.sorted()
  }

  /// A name without regard to case and to how its words are spaced.
  public static func folded(_ name: String) -> String {
    name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  private func withKnown<Answer: Sendable>(_ body: (Known) -> Answer) -> Answer {
    known.withLock { known in
      let read = known ?? self.read()
      known = read
      return body(read)
    }
  }

  private func read() -> Known {
    var known = Known()
    for (file, authorities) in files { add(file, authorities, to: &known) }
    for urn in known.bySchool.keys {
      known.bySchool[urn]?.sort {
        ($0.isTrust ? 0 : 1, $0.name, $0.uid) < ($1.isTrust ? 0 : 1, $1.name, $1.uid)
      }
    }
    return known
  }

  private func add(_ file: FactsFile, _ authorities: Set<String>, to known: inout Known) {
    var places: [Field: Int] = [:]
    for field in Field.allCases {
      places[field] = file.columns.firstIndex { $0.measure == field.measure }
    }
    let rows = file.rows.all
    // A list repeats the name of a group for each of its schools.
    var foldedNames: [String: String] = [:]
    for (row, subject) in rows.subjects.enumerated() where authorities.contains(rows.authorities[row]) {
      func text(_ field: Field) -> String {
        places[field].flatMap { file.raw(column: $0, row: row) }?.trimmed() ?? ""
      }
      guard case .school(let urn, _) = subject, text(.status).lowercased() != "closed" else { continue }
      let membership = GroupMembership(
        uid: text(.uid), name: text(.name), kind: text(.kind),
        companyNumber: SchoolGroups.companyNumber(text(.companyNumber)), joined: Register.date(text(.joined)))
      known.bySchool[urn, default: []].append(membership)
      let folded = foldedNames[membership.name] ?? SchoolGroups.folded(membership.name)
      foldedNames[membership.name] = folded
      known.byName[folded, default: []].append((membership, urn, text(.school)))
    }
  }

  /// Company numbers have eight characters; programs that take them for numbers leave `7551959.0`.
  private static func companyNumber(_ text: String) -> String {
    let number = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    guard !number.isEmpty, number.utf8.allSatisfy({ (48...57).contains($0) }) else { return number }
    return String(repeating: "0", count: max(0, 8 - number.utf8.count)) + number
  }
}
