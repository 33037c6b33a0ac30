import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookStorage
import PlainText
import TextUI

extension ReportSource {
  /// A report to look at, with the command that prints it.
  func preview(_ subject: PreviewSubject, command: String) -> SessionEvent {
    do throws(StorageProblem) {
      let content = try content(subject)
      // A signed report is looked at as it was signed, without the sentences that its copies in other shapes begin with.
      let flow =
        switch content {
        case .made(let document): TextReport.flow(document)
        case .issued(let report): TextReport.flow(report.asIssued(withArrivals: true))
        }
      return .report(
        PreviewScreen(
          subject: subject, title: title(subject), text: flow,
          command: "\(command) report \(argument(subject))"))
    } catch {
      return .noReport(error)
    }
  }

  /// The beginning of an id tells a review from all others made in another millisecond, and fits on the line.
  private func argument(_ subject: PreviewSubject) -> String {
    switch subject {
    case .review(let id): "review \(id.prefix(13))"
    case .school(let urn): "school \(urn.text)"
    case .sheet(let urn): "sheet \(urn.text)"
    case .trust: "trust"
    }
  }

  /// Writes one report into a folder.
  func write(
    _ subject: PreviewSubject, _ format: ReportFormat, into folder: String, then: [Effect]
  ) -> SessionEvent {
    do throws(StorageProblem) {
      var batch = try workspace.beginReports(into: folder)
      do throws(StorageProblem) {
        try stage(subject, format, in: &batch)
        let files = try workspace.place(batch)
        return .wroteReport(files.first ?? folder, then: then)
      } catch {
        workspace.discard(batch)
        throw error
      }
    } catch {
      return .wroteNot(error)
    }
  }

  /// Makes a report and lays it beside its place.
  func stage(
    _ subject: PreviewSubject, _ format: ReportFormat, in batch: inout ReportBatch
  ) throws(StorageProblem) {
    let content = try content(subject)
    // The words of a signed copy were noted when it was signed.
    let page: IssuedPage? = if case .made(let document) = content { document.page(at: now) } else { nil }
    try workspace.stage(
      Array(content.text(format).utf8), named: fileName(subject), ending: format.fileExtension, page: page,
      in: &batch)
  }
}

/// What is said of reports that were written, or were not.
enum ReportWords {
  /// The whole path; where the screen has no room for it its end, which tells it from others.
  static func written(_ files: [String], _ size: TerminalSize) -> String {
    guard let last = files.last, files.count != 1 else {
      return fitting("Written: ", files.first ?? "nothing", size)
    }
    let folder = last.split(separator: "/").dropLast().joined(separator: "/")
    return fitting("Written: \(files.count) reports into ", "/\(folder)", size)
  }

  private static func fitting(_ words: String, _ path: String, _ size: TerminalSize) -> String {
    // The place in the text stands at the right of the same row.
    let room = size.columns - 18 - DisplayWidth.of(words)
    guard DisplayWidth.of(path) > room else { return words + path }
    var end = Substring(path)
    while DisplayWidth.of(end) > max(1, room - 1), !end.isEmpty { end = end.dropFirst() }
    return words + "…" + end
  }

  static func notWritten(_ problem: StorageProblem) -> String {
    "NOT WRITTEN: \(problem.what) (\(problem.file)). \(problem.mend)"
  }
}
