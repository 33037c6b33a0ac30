/// Why there is no number.
public enum MissingReason: String, CaseIterable, Sendable {
  case suppressed
  case notApplicable
  case notProduced
  case notPublished
  case noEntries
  case lowCoverage
  case noPupils
  case missing
  case awaited
  case notCollected
  case unrecognised
  case hidden
  case newSchool
  case smallPercentage
  case redacted
  case notSupplied
  case notAvailable
  case roundsToZero
  case lowReliability

  /// The reason a code in somebody's file gives, or nil when it is no code that is known.
  ///
  /// Codes of the performance tables (`SUPP`, `NE`, `NP`, `NA`, `LOWCOV`, `NEW`, `SP`, `RE`, `DNS`, `LOW`) and of
  /// Explore Education Statistics (`c`, `z`, `x`, `low`, `k`, `u`, and the obsolete `:` and `~`), as the Department
  /// for Education's users' guides list them. In columns of grades Ofsted writes `NULL` for a blank, `9` or `0` where
  /// a school has no such provision, and `Not judged` where the grade was no longer given. A blank is no code.
  public init?(code: String) {
    switch code.trimmingSpaces().uppercased() {
    case "SUPP", "C", "S": self = .suppressed
    case "NA", "Z", "N/A": self = .notApplicable
    case "NE": self = .noEntries
    case "NP": self = .notPublished
    case "LOWCOV": self = .lowCoverage
    case "NEW": self = .newSchool
    case "SP": self = .smallPercentage
    case "RE": self = .redacted
    case "DNS": self = .notSupplied
    case "X", ":": self = .notAvailable
    case "LOW", "K", "~": self = .roundsToZero
    case "U": self = .lowReliability
    case "9", "0", "NOT APPLICABLE": self = .notApplicable
    case "NOT JUDGED": self = .notProduced
    case "NULL": self = .missing
    default: return nil
    }
  }

  /// The code shown in a narrow cell: short, and different for every reason.
  public var code: String {
    switch self {
    case .suppressed: "SUPP"
    case .notApplicable: "NA"
    case .notProduced: "z"
    case .notPublished: "NP"
    case .noEntries: "NE"
    case .lowCoverage: "LOWCOV"
    case .noPupils: "none"
    case .missing: "blank"
    case .awaited: "w"
    case .notCollected: "p"
    case .unrecognised: "?"
    case .hidden: "c"
    case .newSchool: "NEW"
    case .smallPercentage: "SP"
    case .redacted: "RE"
    case .notSupplied: "DNS"
    case .notAvailable: "x"
    case .roundsToZero: "low"
    case .lowReliability: "u"
    }
  }

  /// What the code means, in a few words.
  public var words: String {
    switch self {
    case .suppressed: "suppressed by the publisher: few pupils"
    case .notApplicable: "not applicable"
    case .notProduced: "not produced that year"
    case .notPublished: "not published"
    case .noEntries: "no entries"
    case .lowCoverage: "too few pupils covered"
    case .noPupils: "no pupils in this group"
    case .missing: "blank in the file"
    case .awaited: "awaited"
    case .notCollected: "not collected, by plan"
    case .unrecognised: "not understood: see the source"
    case .hidden: "hidden here: few pupils"
    case .newSchool: "new school"
    case .smallPercentage: "small percentage"
    case .redacted: "redacted"
    case .notSupplied: "not supplied by the school"
    case .notAvailable: "not available"
    case .roundsToZero: "above zero, rounds to 0"
    case .lowReliability: "unreliable: few responses"
    }
  }
}

/// A value, or the reason why there is none.
public enum Reading: Hashable, Sendable {
  case value(Double)
  case missing(MissingReason)

  /// The value, if there is one.
  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  /// The reason, if there is no value.
  public var reason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }
}
