/// Whom an observation speaks of.
public enum ObservationSubject: Hashable, Sendable {
  case school(URN)
  case la(String)
  case england
  case englandState
  case englandKind(SchoolKind)

  /// `school`, `la`, `england`, `englandState`, or one of a kind of England's schools (`englandPrimary`), as lists
  /// name it.
  public var level: String {
    switch self {
    case .school: "school"
    case .la: "la"
    case .england: "england"
    case .englandState: "englandState"
    case .englandKind(let kind): kind.level
    }
  }
}

/// The kinds of state-funded schools for which the census has figures of all England.
public enum SchoolKind: String, CaseIterable, Sendable {
  case primary
  case secondary
  case special

  /// How lists and documents name all of England's schools of that kind: `englandPrimary`.
  public var level: String {
    switch self {
    case .primary: "englandPrimary"
    case .secondary: "englandSecondary"
    case .special: "englandSpecial"
    }
  }

  /// The kind of that name, if it is one.
  public init?(level: String) {
    guard let kind = SchoolKind.allCases.first(where: { $0.level == level }) else { return nil }
    self = kind
  }
}

/// The atom of all facts: subject × measure × group × period gives a value or the reason why there is none, with the
/// number of pupils it rests on and where it stands.
public struct Observation: Hashable, Sendable {
  /// Whom it speaks of.
  public var subject: ObservationSubject
  /// The measure's id.
  public var measure: String
  /// The group.
  public var group: PupilGroup
  /// The academic year.
  public var period: AcademicYear
  /// The half-term of that year, where it was taken in one.
  public var halfTerm: HalfTerm.Part?
  /// The value or the reason.
  public var reading: Reading
  /// How many pupils it rests on, or why that is not known; nil when the file has no such column.
  public var count: Reading?
  /// How many were on roll, assessed or not, where the file says.
  public var roll: Int?
  /// The lower end of the 95 % confidence interval.
  public var lower: Double?
  /// The upper end.
  public var upper: Double?
  /// The cell as written; nil where the row stopped short.
  public var raw: String?
  /// `provisional`, `revised` or `final`.
  public var status: String
  /// The URN in the row, where the school was found only through its later one.
  public var previousURN: URN?
  /// Where it stands.
  public var place: FactPlace
  /// What its file is about, whatever the layout: `ks2`, `ks4`, `census`.
  public var format: String
  /// The code of the local authority its row belongs to; empty for England's rows.
  public var authority: String

  /// The number of pupils, if it is known.
  public var n: Int? { count?.value.map { Int($0) } }

  /// When it was taken.
  public var when: Period { Period(year: period, part: halfTerm) }

  /// An observation; see the properties.
  public init(
    subject: ObservationSubject, measure: String, group: PupilGroup, period: AcademicYear,
    halfTerm: HalfTerm.Part? = nil, reading: Reading, count: Reading?, roll: Int? = nil, lower: Double?,
    upper: Double?, raw: String?, status: String, previousURN: URN?,
    place: FactPlace, format: String, authority: String
  ) {
    self.subject = subject
    self.measure = measure
    self.group = group
    self.period = period
    self.halfTerm = halfTerm
    self.reading = reading
    self.count = count
    self.roll = roll
    self.lower = lower
    self.upper = upper
    self.raw = raw
    self.status = status
    self.previousURN = previousURN
    self.place = place
    self.format = format
    self.authority = authority
  }

  /// Why there is no number, in words that tell a row that stopped short from a blank and from a code.
  public var absence: String? {
    guard let reason = reading.reason else { return nil }
    if reason == .missing, raw == nil { return "the file's row stops before this column" }
    if reason == .unrecognised { return "the file says “\(raw ?? "")”, which is no code that is known" }
    return reason.words
  }

  /// A short code for a narrow cell when there is no number: like the reason's own, but `–` for a row cut short.
  public var absenceCode: String? {
    guard let reason = reading.reason else { return nil }
    return reason == .missing && raw == nil ? "short" : reason.code
  }
}
