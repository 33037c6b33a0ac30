/// The days between two half-terms.
public struct Holiday: Hashable, Sendable {
  /// The half-term before it, to which its days belong.
  public let after: HalfTerm
  /// Its first day, a weekend's included.
  public let first: CalendarDate
  /// Its last day, a weekend's included.
  public let last: CalendarDate

  /// `Christmas holiday`.
  public var title: String {
    switch after.part {
    case .autumn1: "October half-term holiday"
    case .autumn2: "Christmas holiday"
    case .spring1: "February half-term holiday"
    case .spring2: "Easter holiday"
    case .summer1: "May half-term holiday"
    case .summer2: "summer holiday"
    }
  }

  /// `19 Dec – 3 Jan`.
  public var words: String { "\(first.shortText) – \(last.shortText)" }
}
