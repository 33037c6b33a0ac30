/// What one line of a file speaks of that is kept figure by figure: whose figure it is, of what, of which pupils. Lines that
/// speak of the same take each other's place, and no others.
public struct FigureScope: Hashable, Sendable {
  /// Whom the figure is of, as documents name it: `900001`, `la936`, `englandState`.
  public let subject: String
  /// The measure's id.
  public let measure: String
  /// The group's.
  public let group: String

  /// A scope.
  public init(_ subject: FactsFile.Subject, _ measure: String, _ group: PupilGroup) {
    switch subject {
    case .school(let urn, _): self.subject = urn.text
    case .la(let code): self.subject = "la" + code
    case .england: self.subject = "england"
    case .englandState: self.subject = "englandState"
    case .englandKind(let kind): self.subject = kind.level
    }
    self.measure = measure
    self.group = group.rawValue
  }

  /// A scope as facts files hold it, `la936/rwmExp/boys`; nil when it is the code of an authority or a return's.
  public init?(text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return nil }
    (subject, measure, group) = (parts[0], parts[1], parts[2])
  }

  /// As facts files hold it.
  public var text: String { "\(subject)/\(measure)/\(group)" }

  /// `rwmExp, all, of la936`.
  public var words: String { "\(measure), \(group), of \(subject)" }
}
