import FieldbookModel
import TextUI

/// Asks in which shape reports are written, and where.
enum ReportForm {
  static func content(_ subjects: [PreviewSubject], _ context: ScreenContext) -> FormContent {
    let formats = ReportFormat.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    return FormContent(
      title: subjects.count == 1 ? "Write the report to a file" : "Write \(subjects.count) reports to files",
      preface: [Line(subjects.prefix(3).map { words($0, context) }.joined(separator: ", ") + more(subjects))],
      fields: [
        FormField(
          id: "format", label: "Shape", help: "How the report is written.", kind: .choice(formats),
          isRequired: true),
        FormField(
          id: "folder", label: "Folder",
          help:
            "Made if need be, in the workspace unless it begins with / or ~/. A name that is taken gets a number.",
          kind: .line,
          isRequired: true),
      ],
      values: [
        "format": .choice(ReportFormat.html.rawValue), "folder": .text(context.snapshot.reportFolder),
      ])
  }

  static func accept(_ subjects: [PreviewSubject], _ entry: FormEntry) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    let folder = entry.text("folder")
    if folder.isEmpty { problems["folder"] = "Say in which folder" }
    if folder.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      problems["folder"] = "A folder’s name holds no control characters: type it again"
    }
    guard case .text(let name)? = entry.choice("format"), let format = ReportFormat(rawValue: name) else {
      problems["format"] = "Choose one"
      return .problems(problems)
    }
    return problems.isEmpty ? .reports(subjects, format, folder: folder) : .problems(problems)
  }

  private static func words(_ subject: PreviewSubject, _ context: ScreenContext) -> String {
    switch subject {
    case .school(let urn): context.snapshot.schoolName(urn)
    case .sheet(let urn): "\(context.snapshot.schoolName(urn)) on a page"
    case .trust: "\(context.snapshot.groupName) on a page"
    case .review(let id):
      context.snapshot.review(id).map { "\($0.kindTitle), \(context.snapshot.schoolName($0.school))" }
        ?? "a review that is no longer here"
    }
  }

  private static func more(_ subjects: [PreviewSubject]) -> String {
    subjects.count > 3 ? " and \(subjects.count - 3) more" : ""
  }
}

extension PreviewSubject {
  /// Whether it is one page and no more.
  var isSheet: Bool {
    switch self {
    case .sheet, .trust: true
    case .review, .school: false
    }
  }

  /// The subject in a line, as drafts keep it: `school 100001`.
  var line: String {
    switch self {
    case .school(let urn): "school \(urn.text)"
    case .review(let id): "review \(id)"
    case .sheet(let urn): "sheet \(urn.text)"
    case .trust: "trust all"
    }
  }

  /// Reads what `line` writes.
  init?(line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "school": self = .school(URN(String(parts[1])))
    case "review": self = .review(String(parts[1]))
    case "sheet": self = .sheet(URN(String(parts[1])))
    case "trust": self = .trust
    default: return nil
    }
  }
}
