/// The shapes a report can be written in.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// One file for a browser, a telephone or paper.
  case html
  /// Text with marks that many programs set as headings and tables.
  case markdown
  /// Plain text of 80 columns.
  case text

  /// In words.
  public var title: String {
    switch self {
    case .html: "HTML, for reading and printing"
    case .markdown: "Markdown"
    case .text: "plain text"
    }
  }

  /// What the names of its files end in.
  public var fileExtension: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .text: "txt"
    }
  }
}
