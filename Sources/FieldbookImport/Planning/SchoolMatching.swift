import FieldbookModel

/// Whose rows a file holds.
struct SchoolMatching: Sendable {
  let register: [URN: School]
  let ours: [URN: String]

  func counts(of file: FactsFile) -> ImportReport.SchoolCounts {
    var counts = ImportReport.SchoolCounts()
    for case .school(let urn, let later) in file.subjects {
      counts.kept += 1
      let owner = owner(urn, later: later)
      if ours[owner] == nil {
        counts.comparators += 1
      } else if owner == urn {
        counts.matched += 1
      } else {
        counts.viaPreviousUrn += 1
      }
    }
    return counts
  }

  /// The school a row belongs to: its own URN's if the register has that, else its later URN's if that is known.
  /// The same rule as `Facts` keeps.
  private func owner(_ urn: URN, later: URN?) -> URN {
    guard register[urn]?.isInRegister != true, let later else { return urn }
    return register[later] != nil || ours[later] != nil ? later : urn
  }
}
