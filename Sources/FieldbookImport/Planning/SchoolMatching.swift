import FieldbookModel

/// Whose rows a file holds.
struct SchoolMatching: Sendable {
  let register: [URN: School]
  let succession: Succession?
  let ours: [URN: String]

  /// Counts each school once, in however many rows and years of the file it stands.
  func counts(of files: [FactsFile]) -> ImportReport.SchoolCounts {
    var counts = ImportReport.SchoolCounts()
    for case .school(let urn, let later) in subjects(files) {
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

  private func subjects(_ files: [FactsFile]) -> [FactsFile.Subject] {
    Array(Set(files.flatMap(\.subjects)))
  }

  /// The school a row belongs to: its own URN's if the register has that, else its later URN's if that is known.
  /// The same rule as `Facts` keeps.
  private func owner(_ urn: URN, later: URN?) -> URN {
    if register[urn]?.isInRegister != true, let later, ours[later] != nil { return later }
    return Ownership.owner(of: urn, later: later, schools: register, succession: succession)
  }
}
