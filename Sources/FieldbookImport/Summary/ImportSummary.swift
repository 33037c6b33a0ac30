import FieldbookModel
import PlainText

/// Says what an import found, in words or for scripts.
public enum ImportSummary {
  /// How many problems of a file are shown.
  private static let mostProblems = 20
  /// How many unused columns of a file are named.
  private static let mostColumns = 8

  /// The plan in plain English, wrapped.
  /// - Parameters:
  ///   - dryRun: whether the user asked only what would happen.
  ///   - width: how wide a line may be.
  ///   - toMark: how schools are marked as ours, to follow “To mark your trust's, ”.
  public static func lines(
    _ plan: ImportPlan, dryRun: Bool, width: Int = 80, toMark: String = "import again with --trust NAME"
  ) -> [String] {
    var lines: [String] = []
    for report in plan.reports { lines += self.lines(report, width) }
    for refusal in plan.leftOut { lines += wrapped("Left out: \(refusal.message)", width) }
    lines += wrapped(trust(plan, toMark), width)
    if dryRun { lines.append("This was a trial: nothing has been written.") }
    return lines
  }

  private static func lines(_ report: ImportReport, _ width: Int) -> [String] {
    let name = report.pupilsCounted == nil ? Mapping.builtIn.name(report.format) : PupilLayout.name
    let own = report.ownMapping.map { ", read as “\($0)”," } ?? ""
    let kind = ([name + own] + years(report)).joined(separator: " ")
    let read =
      report.pupilsCounted.map { "\(NumberText.grouped($0)) read, 0 kept" }
      ?? "\(counted(report.rows, "row")) read"
    var lines = wrapped("\(report.path): \(kind), \(read).", width)
    lines += wrapped(schools(report), width, indent: 2)
    if report.observations > 0 { lines += wrapped(values(report), width, indent: 2) }
    if !report.columnsUnused.isEmpty { lines += wrapped(columns(report), width, indent: 2) }
    return lines + problems(report, width)
  }

  /// `2017/18`, or the first and the last of several.
  private static func years(_ report: ImportReport) -> [String] {
    guard let first = report.periods.first, let last = report.periods.last else { return [] }
    return [first == last ? first.text : "\(first.text) to \(last.text)"]
  }

  private static func schools(_ report: ImportReport) -> String {
    let schools = report.schools
    var parts = ["\(NumberText.grouped(schools.matched)) ours"]
    if schools.viaPreviousUrn > 0 {
      parts.append("\(NumberText.grouped(schools.viaPreviousUrn)) ours under an earlier URN")
    }
    parts.append("\(NumberText.grouped(schools.comparators)) other\(schools.comparators == 1 ? "" : "s")")
    return "\(counted(schools.kept, "school")) kept: " + parts.joined(separator: ", ") + "."
  }

  private static func values(_ report: ImportReport) -> String {
    let parts = report.values.map { value in
      let words = MissingReason(rawValue: value.name)?.words ?? "with a number"
      return "\(NumberText.grouped(value.count)) \(words)"
    }
    return "\(counted(report.observations, "observation")): " + parts.joined(separator: "; ") + "."
  }

  private static func columns(_ report: ImportReport) -> String {
    let named = report.columnsUnused.prefix(mostColumns).joined(separator: ", ")
    let more = report.columnsUnused.count - mostColumns
    return "\(counted(report.columnsUnused.count, "column")) not used: \(named)"
      + (more > 0 ? " and \(NumberText.grouped(more)) more." : ".")
  }

  private static func problems(_ report: ImportReport, _ width: Int) -> [String] {
    guard !report.problems.isEmpty else { return [] }
    var lines = wrapped("\(counted(report.problems.count, "problem")):", width, indent: 2)
    for problem in report.problems.prefix(mostProblems) { lines += wrapped(words(problem), width, indent: 4) }
    let more = report.problems.count - mostProblems
    if more > 0 { lines += wrapped("and \(NumberText.grouped(more)) more.", width, indent: 4) }
    return lines
  }

  private static func words(_ problem: ImportReport.Problem) -> String {
    let column = problem.column.map { ", \($0)" } ?? ""
    let found = problem.found.map { " “\(SafeText.visible($0).clipped(to: 30))”:" } ?? ""
    return "line \(problem.line)\(column):\(found) \(problem.what)."
  }

  private static func trust(_ plan: ImportPlan, _ toMark: String) -> String {
    if let trust = plan.trust {
      let schools = counted(plan.ours.count, "school")
      guard let listed = plan.listed, listed > plan.ours.count else { return "Ours: \(trust), \(schools)." }
      return "Ours: \(trust), \(schools): the files cover \(NumberText.grouped(plan.ours.count)) of the "
        + "\(NumberText.grouped(listed)) that the list of groups has."
    }
    if !plan.ours.isEmpty {
      return "Ours: \(counted(plan.ours.count, "school")), of no trust that was named."
    }
    return "No school is marked as ours yet. To mark your trust's, \(toMark)."
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(NumberText.grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  private static func wrapped(_ text: String, _ width: Int, indent: Int = 0) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    let lines = TextWrap.lines(SafeText.visible(text), width: width - indent - 2)
    return lines.enumerated().map { $0.offset == 0 ? blanks + $0.element : blanks + "  " + $0.element }
  }
}
