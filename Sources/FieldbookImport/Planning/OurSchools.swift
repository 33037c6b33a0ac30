import FieldbookModel

/// Which schools are ours once the new registers are in.
struct OurSchools: Sendable {
  var trust: String?
  var names: [URN: String]
  var problems: [ImportReport.Problem] = []

  /// Applies the trust that is asked for, else the one chosen earlier, to the registers in force.
  ///
  /// A school that left every register stays ours; one that the register gives to another trust does not.
  static func choose(
    wanted: String?, inForce: InForce, isRegisterNew: Bool, existingTrust: String?,
    existingOurs: [URN: String]
  ) throws(ImportRefusal) -> OurSchools {
    if let wanted {
      let members = members(of: wanted, in: inForce)
      guard !members.isEmpty else { throw TrustNames(inForce.schools).refusal(of: wanted) }
      return chosen(members, inForce: inForce, existingTrust: existingTrust, existingOurs: existingOurs)
    }
    let unchanged = OurSchools(trust: existingTrust, names: existingOurs)
    guard isRegisterNew, let existingTrust else { return unchanged }
    let members = members(of: existingTrust, in: inForce)
    guard !members.isEmpty else { return keepingAll(unchanged, trust: existingTrust) }
    return chosen(members, inForce: inForce, existingTrust: existingTrust, existingOurs: existingOurs)
  }

  private static func members(of trust: String, in inForce: InForce) -> [School] {
    let wanted = TrustNames.folded(trust)
    guard !wanted.isEmpty else { return [] }
    return inForce.schools.values.filter { $0.isInRegister && TrustNames.folded($0.trust) == wanted }
      .sorted { $0.urn < $1.urn }
  }

  private static func chosen(
    _ members: [School], inForce: InForce, existingTrust: String?, existingOurs: [URN: String]
  ) -> OurSchools {
    let trust = members.first?.trust
    var names = Dictionary(members.map { ($0.urn, $0.name) }, uniquingKeysWith: { first, _ in first })
    // A trust that shares no school with the earlier one is another trust, not the same under a new name; schools
    // of the earlier one that have closed are then not ours.
    let isSameTrust =
      existingTrust.map(TrustNames.folded) == trust.map(TrustNames.folded)
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
