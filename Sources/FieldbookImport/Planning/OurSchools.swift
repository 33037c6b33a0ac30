import FieldbookModel

/// Which schools are ours once the new registers are in.
struct OurSchools: Sendable {
  var trust: String?
  var names: [URN: String]
  var problems: [ImportReport.Problem] = []

  /// Applies what is asked for, else what was chosen earlier, to the registers in force.
  ///
  /// A school that left every register stays ours; one that the register gives to another trust does not.
  static func choose(
    wanted: OursChoice?, inForce: InForce, isRegisterNew: Bool, existingTrust: String?,
    existingOurs: [URN: String]
  ) throws(ImportRefusal) -> OurSchools {
    if let wanted {
      let (name, members) = try choice(wanted, in: inForce)
      var ours = chosen(
        members, trust: name, inForce: inForce, existingTrust: existingTrust, existingOurs: existingOurs)
      if case .schools(let urns, _) = wanted { ours.problems += unknown(urns, in: inForce) }
      return ours
    }
    let unchanged = OurSchools(trust: existingTrust, names: existingOurs)
    guard isRegisterNew, let existingTrust else { return unchanged }
    let found =
      inForce.trust(existingTrust) ?? inForce.federation(existingTrust) ?? inForce.authority(existingTrust)
    guard let found else { return keepingAll(unchanged, trust: existingTrust) }
    return chosen(
      found.members, trust: found.name, inForce: inForce, existingTrust: existingTrust,
      existingOurs: existingOurs)
  }

  private static func choice(
    _ wanted: OursChoice, in inForce: InForce
  ) throws(ImportRefusal) -> (name: String?, members: [School]) {
    switch wanted {
    case .trust(let name):
      guard let found = inForce.trust(name) else { throw inForce.names(of: .trust).refusal(of: name) }
      return found
    case .federation(let name):
      guard let found = inForce.federation(name) else {
        throw inForce.names(of: .federation).refusal(of: name)
      }
      return found
    case .authority(let name):
      guard let found = inForce.authority(name) else { throw inForce.names(of: .authority).refusal(of: name) }
      return found
    case .schools(let urns, let file):
      let members = urns.compactMap { inForce.schools[$0] }.filter(\.isInRegister)
      guard !members.isEmpty else {
        throw ImportRefusal(
          file: file, what: "the register lists none of the \(urns.count) schools of this file",
          mend: "Write one URN on each line, as the register has them.")
      }
      return (nil, members)
    }
  }

  private static func unknown(_ urns: [URN], in inForce: InForce) -> [ImportReport.Problem] {
    urns.filter { inForce.schools[$0]?.isInRegister != true }.map { urn in
      ImportReport.Problem(
        line: 1, column: "URN", code: "not-in-register", found: urn.text,
        what: "no register lists this school, so it is not marked as ours")
    }
  }

  private static func chosen(
    _ members: [School], trust: String?, inForce: InForce, existingTrust: String?, existingOurs: [URN: String]
  ) -> OurSchools {
    var names = Dictionary(members.map { ($0.urn, $0.name) }, uniquingKeysWith: { first, _ in first })
    // A trust that shares no school with the earlier one is another trust, not the same under a new name; schools
    // of the earlier one that have closed are then not ours.
    let isSameTrust =
      existingTrust.map(SchoolGroups.folded) == trust.map(SchoolGroups.folded)
      || names.keys.contains { existingOurs[$0] != nil }
    if isSameTrust {
      for (urn, name) in existingOurs where inForce.schools[urn]?.isInRegister != true { names[urn] = name }
    }
    return OurSchools(trust: trust, names: names, problems: left(names, inForce: inForce))
  }

  /// Our schools that no register lists: they stay, with all that was written about them.
  private static func left(_ names: [URN: String], inForce: InForce) -> [ImportReport.Problem] {
    names.filter { inForce.schools[$0.key]?.isInRegister != true }.sorted { $0.key < $1.key }.map {
      urn, name in
      ImportReport.Problem(
        line: 1, column: "URN", code: "left-register", found: urn.text,
        what: "\(name) is ours, but the register does not list it any more; what was written about it is kept"
      )
    }
  }

  /// The register no longer knows the trust: more likely it was renamed than that all its schools left at once.
  private static func keepingAll(_ unchanged: OurSchools, trust: String) -> OurSchools {
    var kept = unchanged
    kept.problems = [
      ImportReport.Problem(
        line: 1, code: "trust-not-found", found: trust,
        what: "no school of the register belongs to \(trust) any more; its schools stay as they were. "
          + "Say --trust NAME if it has a new name")
    ]
    return kept
  }
}
