import FieldbookModel

/// The report of a signed review, a shared note of visit or a meeting that was held, in another shape than it was issued in: made from the words
/// of the signed copy, never from the records as they are now.
public struct IssuedReport: Sendable {
  /// The report as it was issued.
  public let text: String
  /// The signed copy's id.
  public let copy: String
  /// The signed copy's checksum.
  public let sha256: String
  /// Who signed.
  public let signedBy: String
  /// When.
  public let signedAt: Instant
  /// How many changes came into the review after it was signed.
  public let arrivals: Int
  /// What was added to it since, and stands after it.
  public let addenda: [Addendum]
  /// What it is of: a note of visit is shared and a meeting held, not signed.
  public let kind: ReviewKind
  /// When this is made.
  public let now: Instant

  /// A report as issued; see the properties.
  public init(
    text: String, copy: String, sha256: String, signedBy: String, signedAt: Instant, arrivals: Int,
    addenda: [Addendum] = [], kind: ReviewKind = .formal, now: Instant
  ) {
    self.text = text
    self.copy = copy
    self.sha256 = sha256
    self.signedBy = signedBy
    self.signedAt = signedAt
    self.arrivals = arrivals
    self.addenda = addenda
    self.kind = kind
    self.now = now
  }

  /// What the report said, and nothing else, unless it is asked how much came in later.
  public func asIssued(withArrivals: Bool = false) -> ReportDocument {
    var document =
      IssuedText(text).document()
      ?? ReportDocument(
        title: kind == .formal ? "Signed report" : kind.title, subject: "As it was issued",
        blocks: [.verbatim(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))])
    guard withArrivals else { return document }
    document.blocks += AddendaText.part(addenda)
    if arrivals > 0 {
      document.blocks.append(.callout(ReportCallout(.warning, "\n\(arrivedAfter): \(arrivalsWords).")))
    }
    return document
  }

  /// What the report said, with a sentence on where this copy of it comes from.
  public func document() -> ReportDocument {
    var document = asIssued()
    document.blocks.insert(contentsOf: provenance, at: 0)
    document.blocks += AddendaText.part(addenda)
    document.addCharts()
    return document
  }

  /// What follows the report as issued, in text: addenda, and how much else came in later; empty when nothing did.
  public var laterText: String {
    TextReport.text(of: AddendaText.part(addenda))
      + (arrivals == 0 ? "" : "\n\(arrivedAfter): \(arrivalsWords).\n")
  }

  private var arrivedAfter: String { "ARRIVED AFTER \(kind.issuing.uppercased())" }

  private var arrivalsWords: String {
    "\(counted(arrivals, "change", "changes")), not part of the report above"
  }

  private var provenance: [ReportBlock] {
    let signer = signedBy.isEmpty ? "a name that was not recorded" : signedBy
    let signed =
      "\(sentence(kind.issued)) by \(signer), \(signedAt.date.weekdayText) at \(signedAt.timeText)."
    let made =
      "These are its words as they \(kind == .meeting ? "stood then" : "were \(kind.issued)"), set out again on \(now.date.weekdayText) at \(now.timeText)."
    let words = "\(signed) \(made)\n\(kind == .formal ? "Signed copy" : "Copy") \(copy)\nSHA-256 \(sha256)"
    let later =
      "\(counted(arrivals, "change", "changes")) arrived after \(kind.issuing), and "
      + "\(arrivals == 1 ? "is" : "are") not part of this report."
    return [.callout(ReportCallout(.provenance, words))]
      + (arrivals == 0 ? [] : [.callout(ReportCallout(.warning, later))])
  }
}
