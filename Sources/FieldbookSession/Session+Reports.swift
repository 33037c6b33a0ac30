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
    }
  }

  /// Writes reports into a folder, one after another, until one cannot be written.
  func write(
    _ subjects: [PreviewSubject], _ format: ReportFormat, into folder: String, then: [Effect]
  ) -> SessionEvent {
    var written: [String] = []
    do throws(StorageProblem) {
      for subject in subjects {
        let bytes = Array(try content(subject).text(format).utf8)
        written.append(
          try workspace.writeReport(
            bytes, named: fileName(subject), ending: format.fileExtension, into: folder))
      }
      return .wroteReports(written, then: then)
    } catch {
      return .wroteNot(error, written: written.count)
    }
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

  static func notWritten(_ problem: StorageProblem, written: Int) -> String {
    let before = written == 0 ? "" : " \(written) written before it."
    return "NOT WRITTEN: \(problem.what) (\(problem.file)).\(before) \(problem.mend)"
  }
}
