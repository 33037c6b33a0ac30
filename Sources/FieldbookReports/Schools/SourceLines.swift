import FieldbookModel

extension ReportPage {
  /// Where the numbers of a report come from, with the acknowledgement that their licence asks for.
  mutating func sources(_ sources: [FactsFile.Source]) {
    heading("Sources")
    guard !sources.isEmpty else {
      paragraph("No imported file is used in this report.")
      return
    }
    for source in sources.sorted(by: { ($0.file, $0.sha256) < ($1.file, $1.sha256) }) {
      let asAt = source.asAt.map { "as at \($0.longText)" } ?? "as-at date not known"
      let status = source.status.isEmpty ? "" : ", \(source.status)"
      paragraph("\(source.file), \(asAt)\(status), imported \(source.importedAt.date.longText)", mark: "· ")
    }
    // Broken by hand, so that the licence's name stays on one line.
    paragraph("Contains public sector information licensed\nunder the Open Government Licence v3.0.")
  }

  /// What the codes in tables mean, and whether small groups are hidden.
  mutating func legend(_ lines: [String], rule: SmallGroups, isFull: Bool) {
    blank()
    for line in lines { paragraph(line) }
    paragraph(disclosureLine(rule: rule, isFull: isFull))
  }

  private func disclosureLine(rule: SmallGroups, isFull: Bool) -> String {
    if isFull { return "Full: small groups are shown, not hidden. Do not pass this report on." }
    return "Groups of 1 to \(rule.minimum - 1) pupils are hidden (\(MissingReason.hidden.code)), and others "
      + "where they could be worked out."
  }
}
