/// One number that stands on a page: whose, of what, of which pupils, of when.
public struct PrintedCell: Hashable, Sendable, Comparable {
  /// The school or local authority.
  public let subject: ObservationSubject
  /// What its file is about: `ks2`, `census`.
  public let format: String
  /// The measure's id.
  public let measure: String
  /// The pupils.
  public let group: PupilGroup
  /// When.
  public let period: Period

  /// The cell of an observation; nil where it gives no number, or speaks of all England.
  init?(_ observation: Observation) {
    guard observation.reading.value != nil else { return nil }
    switch observation.subject {
    case .school, .la: break
    case .england, .englandState, .englandKind: return nil
    }
    subject = observation.subject
    format = observation.format
    measure = observation.measure
    group = observation.group
    period = observation.when
  }

  /// As documents hold it: `900001|ks2|2016/17|rwmExp|girls`, of a local authority `la:936|…`; nil where it is none.
  public init?(text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, !parts[1].isEmpty, let period = Period(text: parts[2]), !parts[3].isEmpty,
      let group = PupilGroup(rawValue: parts[4])
    else { return nil }
    if parts[0].hasPrefix("la:") {
      subject = .la(String(parts[0].dropFirst(3)))
    } else {
      guard URN(parts[0]).isValid else { return nil }
      subject = .school(URN(parts[0]))
    }
    (format, measure, self.group, self.period) = (parts[1], parts[3], group, period)
  }

  /// As documents hold it.
  public var text: String {
    let whose = if case .la(let code) = subject { "la:\(code)" } else { school?.text ?? "" }
    return "\(whose)|\(format)|\(period.text)|\(measure)|\(group.rawValue)"
  }

  /// The school; nil of a local authority.
  public var school: URN? { if case .school(let urn) = subject { urn } else { nil } }

  /// By their texts.
  public static func < (one: PrintedCell, other: PrintedCell) -> Bool { one.text < other.text }
}
