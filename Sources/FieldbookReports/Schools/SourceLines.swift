import FieldbookModel

/// Where the numbers of a report come from, and what the codes in it mean.
enum SourceLines {
  /// The sources, with the acknowledgement that their licence asks for.
  static func part(_ sources: [FactsFile.Source]) -> [ReportBlock] {
    guard !sources.isEmpty else {
      return [.heading("Sources"), .paragraph("No imported file is used in this report.")]
    }
    let items = sources.sorted { ($0.file, $0.sha256) < ($1.file, $1.sha256) }.map { source in
      let asAt = source.asAt.map { "as at \($0.longText)" } ?? "as-at date not known"
      let status = source.status.isEmpty ? "" : ", \(source.status)"
      let imported = "imported \(source.importedAt.date.longText)"
      let quoted = source.citation.map { ", quoting \($0.text), \($0.address)" } ?? ""
      return ReportItem(.bullet, "\(source.file), \(asAt)\(status), \(imported)\(quoted)")
    }
    return [
      .heading("Sources"), .items(items),
      .licence(["Contains public sector information licensed", "under the Open Government Licence v3.0."]),
    ]
  }

  /// What the codes in tables mean, and whether small groups are hidden.
  static func legend(_ codes: [ReportTerm], rule: SmallGroups, isFull: Bool) -> ReportBlock {
    .legend(codes, note: isFull ? "Full: \(fullWords)" : hiddenWords(rule))
  }

  private static let fullWords = "small groups are shown, not hidden. Do not pass this report on."

  private static func hiddenWords(_ rule: SmallGroups) -> String {
    "Groups of 1 to \(rule.minimum - 1) pupils are hidden (\(MissingReason.hidden.code)), and others "
      + "where they could be worked out."
  }
}

extension ReportCallout {
  /// That small groups are shown.
  public static let full = ReportCallout(
    .full, "Small groups are shown, not hidden. Do not pass this report on.")
}
