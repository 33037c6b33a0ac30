import FieldbookModel
import TextUI

/// What is said of things that arrive.
enum ArrivalWords {
  /// `Attainment`, `KS2 results`: short enough for a narrow column.
  static func shortTitle(of arrival: Arrival) -> String {
    switch arrival {
    case .collection(_, let asks): return asks == .attainment ? "Attainment" : "Attendance"
    case .published(_, "census"): return "Census"
    case .published(_, let family):
      return ResultStage.allCases.first { $0.format == family }?.title
        ?? (family == "ofsted" ? "Inspections" : family)
    }
  }

  /// The same in full: `Attendance and behaviour`.
  static func title(of arrival: Arrival) -> String {
    if case .collection(_, let asks) = arrival { return asks.title.capitalisedFirst }
    return shortTitle(of: arrival)
  }

  /// `Autumn 1 2026/27`, `2025/26`.
  static func when(_ arrival: Arrival) -> String {
    arrival.when.halfTerm?.title ?? arrival.when.text
  }

  /// Who owes something, the latest first: `late since 20 Nov: Ashgrove, Beckside · due 4 Dec: Elm Row`.
  static func owing(_ standing: CollectionStanding) -> Line {
    if standing.asked.isEmpty { return Line("p: nobody was asked", .quiet) }
    var groups: [(head: String, style: Style, names: [String])] = []
    for entry in standing.owing {
      let (head, style) = head(entry)
      if groups.last?.head == head {
        groups[groups.count - 1].names.append(entry.school.name)
      } else {
        groups.append((head, style, [entry.school.name]))
      }
    }
    guard !groups.isEmpty else { return Line("all here", .good) }
    return groups.enumerated().reduce(Line()) { line, group in
      let (index, group) = group
      let isEverybody = group.names.count > 3 && group.names.count == standing.asked.count
      let names = isEverybody ? "nobody has yet" : group.names.joined(separator: ", ")
      return line + Line(index == 0 ? "" : " · ", .quiet) + Line("\(group.head): \(names)", group.style)
    }
  }

  private static func head(_ entry: CollectionStanding.Entry) -> (String, Style) {
    let part = entry.returns.isEmpty ? "" : "part "
    switch entry.state {
    case .awaited(let day, true): return ("\(part)late, due \(day.shortText)", .caution)
    case .awaited(let day, false): return ("\(part)due \(day.shortText)", .plain)
    case .nothingPlanned: return ("not here", .plain)
    case .returned, .notAsked: return ("", .plain)
    }
  }

  /// How one school stands: `w late, due 20 Nov`, `p not asked`, `here`.
  static func state(_ entry: CollectionStanding.Entry) -> Line {
    switch entry.state {
    case .returned: return Line("here", .good)
    case .notAsked: return Line("p not asked", .quiet)
    case .nothingPlanned: return Line("not here", .caution)
    case .awaited(_, let isLate):
      let (head, style) = head(entry)
      return Line(isLate ? "w \(head)" : head, style)
    }
  }

  /// Which year groups a school returned something of: `Y2 Y4 Y6`, `whole school`.
  static func here(_ entry: CollectionStanding.Entry) -> String {
    let groups = Set(entry.returns.map(\.measure.yearGroup))
    let years = groups.compactMap(\.self).sorted().map(\.shortTitle)
    let parts = (groups.contains(nil) ? ["whole school"] : []) + years
    return parts.joined(separator: " ")
  }

  /// `96% of 431`; for what is no assessment, that it is not applicable.
  static func coverage(_ coverage: Facts.Coverage?, _ asks: CollectionPlan.Asks) -> Line {
    guard let coverage else { return Line(asks == .conduct ? MissingReason.notApplicable.code : "–", .quiet) }
    // Rounded down: 100% is said only where nobody was left out.
    guard let percent = coverage.percent?.rounded(.down) else { return Line(coverage.text) }
    return Line("\(FigureText.value(percent, .percent)) of \(coverage.roll)")
  }

  /// What a school still owes, what to look at, and where least were assessed.
  static func details(_ entry: CollectionStanding.Entry) -> [(String, Style)] {
    var lines: [(String, Style)] = []
    if entry.isOwing, !entry.owed.isEmpty {
      let words = entry.owed.map { owed in
        owed.yearGroup == nil && owed.subject == nil ? "everything asked for" : owed.who
      }
      lines.append(("Owes \(words.joined(separator: ", "))", .caution))
    }
    if let lowest = entry.lowest {
      let rest = lowest.coverage.roll - lowest.coverage.assessed
      let percent =
        lowest.coverage.percent.map { " (\(FigureText.value($0.rounded(.down), .percent)))" } ?? ""
      lines.append(
        rest == 0
          ? ("Everybody on roll was assessed in every year group and subject", .quiet)
          : (
            "Least covered: \(lowest.measure.who), \(lowest.coverage.assessed) of \(lowest.coverage.roll)"
              + "\(percent), \(rest) not assessed", .quiet
          ))
    }
    return lines + entry.problems.map { ("! \($0.words)", .caution) }
  }

  /// The files something came in, with the day they stand for.
  ///
  /// The name of a file may be that of another school: during a visit it is not said.
  static func sources(of arrival: Arrival, _ context: ScreenContext) -> String {
    let sources = context.snapshot.facts.sources(of: arrival)
    guard let first = sources.first else { return "Nothing has arrived." }
    let asAt = first.asAt.map { ", as at \($0.longText)" } ?? ""
    let more = sources.count > 1 ? ", and \(SchoolRecords.count(sources.count - 1, "more file"))" : ""
    let file = context.isVisit ? "a file" : first.file
    return "From \(file), \(first.status)\(asAt), imported \(first.importedAt.date.longText)\(more)."
  }
}
