/// The publication out of which somebody quoted a figure.
public struct Citation: Hashable, Sendable {
  /// What it is called: `Key stage 2 attainment`.
  public let title: String
  /// Who published it.
  public let publisher: String
  /// The day on which it was published.
  public let published: CalendarDate
  /// Where it can be read.
  public let address: String

  /// A publication; see the properties.
  public init(title: String, publisher: String, published: CalendarDate, address: String) {
    self.title = title
    self.publisher = publisher
    self.published = published
    self.address = address
  }

  /// `Department for Education, Key stage 2 attainment, 11 Dec 2025`.
  public var text: String { "\(publisher), \(title), \(published.longText)" }
}
