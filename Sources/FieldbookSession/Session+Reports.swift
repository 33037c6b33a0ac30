import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookStorage

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
  static func written(_ files: [String]) -> String {
    guard let last = files.last, files.count != 1 else { return "Written: \(files.first ?? "nothing")" }
    let folder = last.split(separator: "/").dropLast().joined(separator: "/")
    return "Written: \(files.count) reports into /\(folder)"
  }

  static func notWritten(_ problem: StorageProblem, written: Int) -> String {
    let before = written == 0 ? "" : " \(written) written before it."
    return "NOT WRITTEN: \(problem.what) (\(problem.file)).\(before) \(problem.mend)"
  }
}
