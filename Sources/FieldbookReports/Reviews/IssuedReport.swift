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
    document.addChart()
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

extension ReportDocument {
  /// A picture of the first row of the first table of years, from the numbers that stand in it.
  fileprivate mutating func addChart() {
    for (place, block) in blocks.enumerated() {
      guard case .table(let table) = block, let chart = ReportChart(firstRowOf: table) else { continue }
      blocks.insert(.chart(chart), at: place)
      return
    }
  }
}

extension ReportChart {
  /// The first row of a table of years, with the local authority and England beside the latest; nil when it has no
  /// percentages to draw.
  init?(firstRowOf table: ReportTable) {
    let years = table.columns.enumerated().filter { $0.element.title.contains("/") }
    guard let row = table.rows.first, row.count == table.columns.count, let title = row.first,
      years.count >= 2
    else { return nil }
    let beside: [Series] = ["LA", "England"].compactMap { name in
      guard let place = table.columns.firstIndex(where: { $0.title == name }) else { return nil }
      let before = years.count - 1
      return Series(
        name: name, values: Array(repeating: nil, count: before) + [ReportChart.percent(row[place])],
        cells: Array(repeating: "–", count: before) + [row[place]])
    }
    let own = Series(
      name: "School", values: years.map { ReportChart.percent(row[$0.offset]) },
      cells: years.map { row[$0.offset] })
    self.init(
      title: title, years: years.map(\.element.title), series: [own] + beside, bounds: 0...100, suffix: "%")
    if own.values.allSatisfy({ $0 == nil }) { return nil }
  }

  /// The number before a per cent sign, `63% of 57`.
  private static func percent(_ cell: String) -> Double? {
    guard let sign = cell.firstIndex(of: "%") else { return nil }
    return Double(cell[..<sign])
  }
}
