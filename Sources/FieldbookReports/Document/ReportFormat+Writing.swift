import FieldbookModel

extension ReportFormat {
  /// A report in this shape.
  public func text(of document: ReportDocument) -> String {
    switch self {
    case .text: TextReport.text(document)
    case .markdown: MarkdownReport.text(document)
    case .html: HTMLReport.text(document)
    }
  }

  /// The report of a signed review in this shape: as text the very words that were signed, else those words set out
  /// again.
  public func text(of report: IssuedReport) -> String {
    self == .text ? report.text + report.laterText : text(of: report.document())
  }
}

/// A name for the file of a report, the same for the same report: `ashgrove-primary-formal-review-2026-12-02`.
public enum ReportFileName {
  /// The name of a review's file, without its ending.
  public static func of(_ review: Review, school: String) -> String {
    joined([school, review.kindTitle, review.date?.text ?? ""], orElse: "urn-\(review.school.text)-review")
  }

  /// The name of a school's file, without its ending.
  public static func of(_ school: School, on day: CalendarDate) -> String {
    joined([school.name, "report", day.text], orElse: "urn-\(school.urn.text)-report")
  }

  /// The name of the file of a school on a page, without its ending.
  public static func ofSheet(_ school: School, on day: CalendarDate) -> String {
    joined([school.name, "on-a-page", day.text], orElse: "urn-\(school.urn.text)-on-a-page")
  }

  /// The name of the file of a group on a page, without its ending.
  public static func ofSheet(_ group: String, on day: CalendarDate) -> String {
    joined([group, "on-a-page", day.text], orElse: "trust-on-a-page")
  }

  /// Letters without accents, digits and single dashes; other characters part words.
  private static func joined(_ parts: [String], orElse plain: String) -> String {
    guard let first = parts.first, !words(first).isEmpty else { return plain }
    return String(parts.flatMap(words).joined(separator: "-").prefix(100))
  }

  private static func words(_ text: String) -> [String] {
    let apostrophes: Set<Character> = ["'", "’"]
    return text.lowercased().filter { !apostrophes.contains($0) }
      .split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map(String.init)
  }
}
