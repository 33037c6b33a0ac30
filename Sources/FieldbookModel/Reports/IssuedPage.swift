/// A page that left the program: what was written where, and every number of a school or an authority that stands on it.
public struct IssuedPage: Hashable, Sendable {
  /// Its id; empty until it is kept.
  public var id: String
  /// When it was written.
  public var at: Instant
  /// What it is, `School report`.
  public var title: String
  /// Whose it is, `Ashgrove Primary · URN 900001`.
  public var subject: String
  /// Where it was written: a file, or the signed copy of a review.
  public var file: String
  /// The numbers that stand on it.
  public var cells: [PrintedCell]

  /// A page; see the properties.
  public init(
    id: String = "", at: Instant, title: String, subject: String, file: String = "", cells: [PrintedCell]
  ) {
    self.id = id
    self.at = at
    self.title = title
    self.subject = subject
    self.file = file
    self.cells = cells
  }

  /// The numbers on it that may not be shown as the facts are now: a later edition, or another setting, hides them.
  public func exposed(by disclosure: Disclosure) -> [PrintedCell] { cells.filter(disclosure.isHidden) }

  /// What it gives away, in words: `School report of Ashgrove Primary, written 2 Dec 2026: 2 numbers …`; nil where it
  /// gives nothing away.
  public func notice(_ disclosure: Disclosure) -> String? {
    let exposed = exposed(by: disclosure)
    guard !exposed.isEmpty else { return nil }
    let words = exposed.prefix(3).map { cell in
      let measure = disclosure.facts.catalogue[cell.measure]?.title ?? cell.measure
      let whose = if case .la(let code) = cell.subject { "local authority \(code), " } else { "" }
      return "\(whose)\(measure), \(cell.group.title), \(cell.period.text)"
    }
    let more = exposed.count > 3 ? " and \(exposed.count - 3) more" : ""
    let numbers = exposed.count == 1 ? "a number that is" : "\(exposed.count) numbers that are"
    return "\(title) of \(subject), issued \(at.date.longText), shows \(numbers) hidden now: "
      + words.joined(separator: "; ") + more
  }
}
