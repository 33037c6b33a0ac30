import FieldbookModel
import PlainText
import TextUI

/// What was published of a school over the years as lines, with its authority and England beside the latest year.
struct YearLines {
  let school: School
  let context: ScreenContext

  init(school: School, _ context: ScreenContext) {
    (self.school, self.context) = (school, context)
  }

  private var facts: Facts { context.snapshot.facts }
  private static let yearWidth = 9
  private static let labelWidth = 18
  /// Change, authority, England, and the bars.
  private static let restWidth = 13 + 7 + 8

  private var subject: ObservationSubject { .school(school.urn) }

  var lines: [SchoolDataLine] {
    let found = ResultStage.allCases.filter { $0 != .census && $0 != .pupilPremium }.flatMap(lines)
    if !found.isEmpty { return found }
    return SchoolResults.none(of: school.urn, context).map { SchoolDataLine($0.line) }
  }

  private func lines(_ stage: ResultStage) -> [SchoolDataLine] {
    // A column and a bar for each year.
    let free = context.size.columns - 4 - YearLines.labelWidth - YearLines.restWidth
    let room = free / (YearLines.yearWidth + 1)
    let known = facts.years(of: subject, format: stage.format)
    guard let latest = known.last, let first = known.first else { return [] }
    // A year in which nothing was published is a gap, not left out.
    let years = (first.start...latest.start).suffix(max(1, room)).map { AcademicYear(start: $0) }
    let shown = stage.measures.filter { measure in
      years.contains { facts.observation(of: subject, measure, in: $0) != nil }
    }
    guard !shown.isEmpty else { return [] }
    let groups = [PupilGroup.disadvantaged, .notDisadvantaged].flatMap { group in
      stage.headline.map { [($0, group)] } ?? []
    }.filter { measure, group in
      years.contains { facts.observation(of: subject, measure, group, in: $0) != nil }
    }
    return [SchoolDataLine(head(stage, years))]
      + (shown.map { ($0, PupilGroup.all) } + groups).compactMap { line(stage, $0, $1, years) }
      + legend(stage, latest) + [SchoolDataLine(Line())]
  }

  private func head(_ stage: ResultStage, _ years: [AcademicYear]) -> Line {
    if context.isSpoken { return Line("\(stage.title), with change, LA and England", .heading) }
    let title = Line(stage.title, .heading).padded(to: YearLines.labelWidth).clipped(to: YearLines.labelWidth)
    return years.reduce(title) { line, year in
      line + Line(year.text, .heading).padded(to: YearLines.yearWidth, alignment: .right)
    } + cells([("change", 13), ("LA", 7), ("England", 8)]) + Line(" trend", .heading)
  }

  private func cells(_ cells: [(String, Int)]) -> Line {
    cells.reduce(Line()) { $0 + Line($1.0, .heading).padded(to: $1.1, alignment: .right) }
  }

  private func line(
    _ stage: ResultStage, _ id: String, _ group: PupilGroup, _ years: [AcademicYear]
  ) -> SchoolDataLine? {
    guard let latest = years.last,
      let figure = facts.figure(
        id, group, of: school, at: Period(year: latest), plan: context.snapshot.collections,
        today: context.today)
    else { return nil }
    let label = group == .all ? figure.measure.shortTitle : "  " + group.title
    let row = SchoolDataScreen.Row(measure: id, group: group, period: Period(year: latest))
    let observations = years.map { facts.observation(of: subject, id, group, in: $0) }
    let la = comparator(.la(school.laCode), figure.measure, group, latest)
    let england = comparator(facts.england(beside: school, in: stage), figure.measure, group, latest)
    if context.isSpoken {
      let said = zip(years, observations).map { year, observation in
        "\(year.text) \(observation.map { DataText.words($0, figure.measure) } ?? missing(figure.measure, year))"
      }
      let beside = [("change", DataText.change(figure).text), ("LA", la), ("England", england)]
        .filter { $0.1 != "–" }.map { "\($0.0) \($0.1)" }
      return SchoolDataLine(Line("\(label.trimmed()): " + (said + beside).joined(separator: "; ")), row: row)
    }
    var line = Line("  " + label).padded(to: YearLines.labelWidth).clipped(to: YearLines.labelWidth)
    for (year, observation) in zip(years, observations) {
      line += cell(observation, figure.measure, year).padded(to: YearLines.yearWidth, alignment: .right)
    }
    line += DataText.change(figure).padded(to: 13, alignment: .right)
    line += Line(la, .quiet).padded(to: 7, alignment: .right)
    line += Line(england, .quiet).padded(to: 8, alignment: .right) + Line(" ")
    line += Trend.bars(observations.map { $0?.reading.value }, least: Trend.least(figure.measure))
    return SchoolDataLine(line, row: row)
  }

  /// ` 47%  31`: a value with its pupils, or why there is none.
  private func cell(_ observation: Observation?, _ measure: Measure, _ year: AcademicYear) -> Line {
    guard let observation else { return Line(missing(measure, year), .quiet) }
    guard let value = observation.reading.value else { return Line(observation.absenceCode ?? "", .quiet) }
    guard observation.n != nil else { return Line(DataText.value(value, measure)) }
    return Line(DataText.value(value, measure)) + Line(" ")
      + FigureText.count(observation, rule: context.snapshot.smallGroups).padded(to: 3, alignment: .right)
  }

  private func missing(_ measure: Measure, _ year: AcademicYear) -> String {
    measure.isProduced(in: year) ? "–" : MissingReason.notProduced.code
  }

  private func comparator(
    _ subject: ObservationSubject, _ measure: Measure, _ group: PupilGroup, _ year: AcademicYear
  ) -> String {
    guard let found = facts.observation(of: subject, measure.id, group, in: year) else {
      return missing(measure, year)
    }
    return found.reading.value.map { DataText.value($0, measure) } ?? found.absenceCode ?? "–"
  }

  private func legend(_ stage: ResultStage, _ latest: AcademicYear) -> [SchoolDataLine] {
    let editions = facts.editions(of: subject, format: stage.format).filter { $0.year == latest }
    let words =
      ["change, LA and England: \(latest.text)"] + editions.map { "edition \($0.text)" }
      + ["– no row in the files"]
      + [CitationWords.line(beside: school, in: stage, latest, facts)].filter { !$0.isEmpty }
    return TextWrap.lines(words.joined(separator: " · "), width: max(20, context.size.columns - 6)).map {
      SchoolDataLine(Line("  " + String($0), .quiet))
    }
  }
}
