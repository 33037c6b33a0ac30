import FieldbookModel

/// The report of a signed review or a shared note of visit, in another shape than it was issued in: made from the words
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
  /// Whether it is of a note of visit: that is shared, not signed.
  public let isNote: Bool
  /// When this is made.
  public let now: Instant

  /// A report as issued; see the properties.
  public init(
    text: String, copy: String, sha256: String, signedBy: String, signedAt: Instant, arrivals: Int,
    addenda: [Addendum] = [], isNote: Bool = false, now: Instant
  ) {
    self.text = text
    self.copy = copy
    self.sha256 = sha256
    self.signedBy = signedBy
    self.signedAt = signedAt
    self.arrivals = arrivals
    self.addenda = addenda
    self.isNote = isNote
    self.now = now
  }

  /// What the report said, and nothing else, unless it is asked how much came in later.
  public func asIssued(withArrivals: Bool = false) -> ReportDocument {
    var document =
      IssuedText(text).document()
      ?? ReportDocument(
        title: isNote ? "Shared note of visit" : "Signed report", subject: "As it was issued",
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

  private var arrivedAfter: String { "ARRIVED AFTER \(isNote ? "SHARING" : "SIGNING")" }

  private var arrivalsWords: String {
    "\(counted(arrivals, "change", "changes")), not part of the report above"
  }

  private var provenance: [ReportBlock] {
    let signer = signedBy.isEmpty ? "a name that was not recorded" : signedBy
    let signed =
      "\(isNote ? "Shared" : "Signed") by \(signer), \(signedAt.date.weekdayText) at \(signedAt.timeText)."
    let made =
      "These are its words as they were \(isNote ? "shared" : "signed"), set out again on \(now.date.weekdayText) at \(now.timeText)."
    let words = "\(signed) \(made)\n\(isNote ? "Copy" : "Signed copy") \(copy)\nSHA-256 \(sha256)"
    let later =
      "\(counted(arrivals, "change", "changes")) arrived after \(isNote ? "sharing" : "signing"), and "
      + "\(arrivals == 1 ? "is" : "are") not part of this report."
    return [.callout(ReportCallout(.provenance, words))]
      + (arrivals == 0 ? [] : [.callout(ReportCallout(.warning, later))])
  }
}
