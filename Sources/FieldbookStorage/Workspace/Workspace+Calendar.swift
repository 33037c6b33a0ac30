import FieldbookModel
import PlainText

extension Workspace {
  /// Changes dates of the calendar and gives back what it is now.
  ///
  /// Only the year, or the days, of the change are written; what somebody else changed meanwhile stays. Throws `refused`
  /// for a year whose half-terms are not in order.
  public func change(_ change: CalendarChange) throws(StorageProblem) -> SchoolCalendar {
    if case .spans(let year, let spans?) = change.what {
      guard spans.count == HalfTerm.Part.allCases.count else {
        throw refused("\(year.text) needs its six half-terms")
      }
      if let problem = CalendarProblem.all(in: spans, of: year).first(where: \.isWrong) {
        throw refused(problem.words)
      }
    }
    try changePlan(change.title) { main, write in
      main.set("calendar", CalendarCodec.apply(change, to: main.tree["calendar"] ?? .object([:])), write)
    }
    return try folder.main().calendar
  }

  private func refused(_ what: String) -> StorageProblem {
    StorageProblem(.refused, file: WorkspaceFolder.main, what: what, mend: "Correct the dates.")
  }
}
