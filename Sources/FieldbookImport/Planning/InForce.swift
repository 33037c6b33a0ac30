import FieldbookModel

/// The registers, groups and links that count once the new files are in.
struct InForce: Sendable {
  /// The registers' schools, by URN.
  let schools: [URN: School]
  /// The groups they belong to.
  let groups: SchoolGroups
  /// Which of them carries on which.
  let succession: Succession?

  init(existing: [FactsFile], new: [FactsFile]) {
    let kept = existing.filter { old in !new.contains { InForce.isSame($0, old) } }
    let lists = (kept + new).filter { file in !file.columns.contains { $0.part == .value } }
    let facts = Facts(files: lists, catalogue: Catalogue(measures: []), ours: [:])
    (schools, groups, succession) = (facts.schools, facts.groups, facts.succession)
  }

  /// Whether two facts files come from the same bytes, read in the same way.
  static func isSame(_ a: FactsFile, _ b: FactsFile) -> Bool {
    a.source.sha256 == b.source.sha256 && a.source.mapping == b.source.mapping && a.format == b.format
      && a.when == b.when
  }
}

// MARK: - Whose schools they are

extension InForce {
  /// What schools can be chosen by.
  enum Owner {
    case trust
    case federation
    case authority

    /// What it is called, with its article.
    var title: String {
      switch self {
      case .trust: "a trust"
      case .federation: "a federation"
      case .authority: "a local authority"
      }
    }
  }

  typealias Found = (name: String?, members: [School])

  /// The schools of a trust: those that the register gives to it, else those that the list of groups does.
  func trust(_ name: String) -> Found? {
    owned(name, by: \.trust) ?? listed(name) { !InForce.isFederation($0) }
  }

  /// The schools of a federation.
  func federation(_ name: String) -> Found? {
    owned(name, by: \.federation) ?? listed(name, where: InForce.isFederation)
  }

  /// The schools of a local authority that have not closed, by its name or its code.
  func authority(_ name: String) -> Found? {
    guard let found = owned(name, by: \.laName) ?? owned(name, by: \.laCode) else { return nil }
    let open = found.members.filter { !$0.isClosed }
    guard let first = open.first else { return nil }
    return (first.laName.isEmpty ? first.laCode : first.laName, open)
  }

  private static func isFederation(_ membership: GroupMembership) -> Bool {
    membership.kind.lowercased() == "federation"
  }

  private func owned(_ name: String, by field: KeyPath<School, String>) -> Found? {
    let wanted = SchoolGroups.folded(name)
    guard !wanted.isEmpty else { return nil }
    let members = schools.values.filter {
      $0.isInRegister && SchoolGroups.folded($0[keyPath: field]) == wanted
    }.sorted { $0.urn < $1.urn }
    return members.first.map { (name: $0[keyPath: field], members: members) }
  }

  private func listed(_ name: String, where wanted: (GroupMembership) -> Bool) -> Found? {
    guard !SchoolGroups.folded(name).isEmpty else { return nil }
    let members = groups.members(ofGroup: name, where: wanted).keys.compactMap { schools[$0] }
      .filter(\.isInRegister).sorted { $0.urn < $1.urn }
    guard let first = members.first else { return nil }
    let spelt = groups.memberships(of: first.urn).first {
      SchoolGroups.folded($0.name) == SchoolGroups.folded(name)
    }
    return (spelt?.name ?? name, members)
  }

  /// The names there are to choose from, for whoever mistypes one.
  func names(of owner: Owner) -> OwnerNames {
    let listed = schools.values.filter(\.isInRegister)
    let names: [String] =
      switch owner {
      case .trust: listed.map(\.trust) + groups.names { !InForce.isFederation($0) }
      case .federation: listed.map(\.federation) + groups.names(where: InForce.isFederation)
      case .authority: listed.map(\.laName)
      }
    return OwnerNames(names, owner: owner)
  }
}
