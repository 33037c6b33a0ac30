import FieldbookModel
import PlainText
import TextUI

/// A part of a school's results over the years, with change, authority and England beside them.
struct SchoolResults {
  let stage: ResultStage
  let urn: URN
  let years: [AcademicYear]
  let chosenYear: AcademicYear?
  let context: ScreenContext

  private static let groups: [PupilGroup] = [
    .boys, .girls, .disadvantaged, .notDisadvantaged, .eal, .priorLow, .priorMiddle, .priorHigh,
  ]

  var facts: Facts { context.snapshot.facts }
  private var labelWidth: Int { min(32, max(20, context.size.columns - 54)) }

  func lines() -> [SchoolLine] {
    let all = stage.measures.filter { has($0, .all) || $0 == stage.headline }
    var lines = [SchoolLine(header(stage.title))]
    lines += all.map { row($0, .all, label: facts.catalogue[$0]?.shortTitle ?? $0) }
    if let headline = stage.headline {
      let groups = SchoolResults.groups.filter { has(headline, $0) }
      if !groups.isEmpty {
        lines.append(SchoolLine(heading("\(facts.catalogue[headline]?.shortTitle ?? ""), by group")))
        lines += groups.map { row(headline, $0, label: $0.title) }
      }
    }
    return lines + legend() + [SchoolLine(Line())]
  }

  /// What stands in place of results where there are none.
  static func none(of urn: URN, _ context: ScreenContext) -> [SchoolLine] {
    let words =
      switch context.snapshot.facts.school(urn)?.phase.headlines {
      case []: "No key stage 2 or 4 here: no pupil of this school sits their tests."
      case let headlines? where headlines[0] == "att8":
        "None imported yet: fieldbook import 2023-2024_england_ks4final.csv"
      default: "None imported yet: fieldbook import 2023-2024_england_ks2final.csv"
      }
    return [SchoolLine(Line("Results", .heading)), SchoolLine(Line(words, .quiet)), SchoolLine(Line())]
  }

  /// Whether any year has a row that says something of this.
  private func has(_ measure: String, _ group: PupilGroup) -> Bool {
    years.contains { facts.observation(of: .school(urn), measure, group, in: $0) != nil }
  }

  // MARK: Rows

  private func heading(_ text: String) -> Line { Line(text, .heading) }

  private func header(_ title: String) -> Line {
    if context.isSpoken {
      return heading("\(title), with change, LA and England of \(chosenYear?.text ?? "")")
    }
    var line = heading(title).padded(to: labelWidth)
    for year in years {
      let style: Style = year == chosenYear ? Style.heading.underlined : .heading
      line += Line("").padded(to: 11 - 7) + Line(year.text, style)
    }
    return line + cells([("change", 12), ("LA", 8), ("England", 9)], .heading)
  }

  private func cells(_ cells: [(String, Int)], _ style: Style) -> Line {
    cells.reduce(Line()) { $0 + Line($1.0, style).padded(to: $1.1, alignment: .right) }
  }

  private func row(_ measure: String, _ group: PupilGroup, label: String) -> SchoolLine {
    if context.isSpoken { return SchoolLine(spoken(measure, group, label), row: .result(measure, group)) }
    let unit = facts.catalogue[measure]?.unit
    let name = label.count > labelWidth - 2 ? group.shortTitle ?? label : label
    var line = Line("  " + name).padded(to: labelWidth).clipped(to: labelWidth)
    for year in years {
      let observation = facts.observation(of: .school(urn), measure, group, in: year)
      line += cell(observation, figure(observation, measure, year), isChosen: year == chosenYear)
    }
    line += change(measure, group, unit).padded(to: 12, alignment: .right)
    let la = facts.school(urn)?.laCode ?? ""
    line += comparator(.la(la), measure, group).padded(to: 8, alignment: .right)
    line += comparator(england, measure, group).padded(to: 9, alignment: .right)
    return SchoolLine(line, row: .result(measure, group))
  }

  /// A value with the pupils it rests on: ` 38%  47`.
  private func cell(_ observation: Observation?, _ figure: Line, isChosen: Bool) -> Line {
    var value = figure
    if isChosen { value = value.styled { $0.underlined } }
    let hasCount = observation?.reading.value != nil || observation?.n != nil
    let count = hasCount ? FigureText.count(observation, rule: context.snapshot.smallGroups) : Line()
    return value.padded(to: 7, alignment: .right) + count.padded(to: 4, alignment: .right)
  }

  /// From the year before the chosen one, in points and, for percentages, in children.
  func change(_ measure: String, _ group: PupilGroup, _ unit: Measure.Unit?) -> Line {
    guard let year = chosenYear,
      let now = facts.observation(of: .school(urn), measure, group, in: year),
      let then = facts.observation(of: .school(urn), measure, group, in: year.previous),
      let value = now.reading.value, let before = then.reading.value, now.status == then.status
    else { return Line("–", .quiet) }
    let better = facts.catalogue[measure]?.better ?? .up
    let change = value - before
    let isWorse = better == .up ? change < 0 : better == .down && change > 0
    let line = Line(FigureText.change(change), isWorse ? .caution : .plain)
    let isOfPupils = facts.catalogue[measure]?.isShareOfPupils == true
    guard isOfPupils, stage != .census, let n = now.n else { return line }
    return line + Line(" (\(FigureText.children(change, of: n)))", .quiet)
  }

  /// England's state-funded schools; of the census and of absence, those of the school's kind.
  var england: ObservationSubject { facts.england(beside: facts.school(urn), in: stage) }

  func comparator(
    _ subject: ObservationSubject, _ measure: String, _ group: PupilGroup
  ) -> Line {
    guard let year = chosenYear else { return Line("–", .quiet) }
    return figure(facts.observation(of: subject, measure, group, in: year), measure, year)
  }

  /// A value, or the reason why there is none; where no file says anything, whether the measure was produced at all.
  func figure(_ observation: Observation?, _ measure: String, _ year: AcademicYear) -> Line {
    guard observation == nil, !facts.catalogue.isProduced(measure, in: year) else {
      return FigureText.cell(observation, facts.catalogue[measure]?.unit)
    }
    return Line(MissingReason.notProduced.code, .quiet)
  }

  // MARK: Legend

  /// What the codes in sight mean; the small figures are pupils.
  private func legend() -> [SchoolLine] {
    let year = chosenYear?.text ?? ""
    let codes = codesInSight().map { "\($0.0): \($0.1)" }.joined(separator: " · ")
    let texts = [
      "change, LA and England (\(compared)): \(year) · arrows choose the year",
      "beside a value: pupils; * fewer than \(context.snapshot.smallGroups.minimum) · ch: children", codes,
      editions, quoted,
    ]
    let width = max(20, context.size.columns - 6)
    return texts.filter { !$0.isEmpty }.flatMap { TextWrap.lines($0, width: width) }
      .map { SchoolLine(Line("  " + String($0), .quiet)) }
  }

  /// Which of England's schools stand beside this one.
  private var compared: String {
    guard case .englandKind(let kind) = england else { return "state-funded" }
    return "state-funded \(kind.rawValue)"
  }

  /// Which edition of each year is shown: `2016/17 final · 2017/18 provisional`.
  private var editions: String {
    let shown = facts.editions(of: .school(urn), format: stage.format).filter { years.contains($0.year) }
    return shown.isEmpty ? "" : "edition: " + shown.map(\.text).joined(separator: " · ")
  }

  /// Out of which publications figures of the authority or of England are quoted.
  private var quoted: String {
    chosenYear.map { CitationWords.line(beside: facts.school(urn), in: stage, $0, facts) } ?? ""
  }

  private func codesInSight() -> [(String, String)] {
    var codes: [(String, String)] = []
    let rows =
      stage.measures.map { ($0, PupilGroup.all) }
      + SchoolResults.groups.flatMap { group in stage.headline.map { [($0, group)] } ?? [] }
    for (measure, group) in rows {
      for year in years {
        let found = facts.observation(of: .school(urn), measure, group, in: year)
        let none = MissingReason.notProduced
        if found == nil, !facts.catalogue.isProduced(measure, in: year),
          !codes.contains(where: { $0.0 == none.code })
        {
          codes.append((none.code, none.words))
        }
        guard let observation = found, let code = observation.absenceCode,
          !codes.contains(where: { $0.0 == code })
        else { continue }
        let words = code == "short" ? "row cut short in the file" : observation.reading.reason?.words ?? ""
        codes.append((code, words))
      }
    }
    return codes
  }
}

extension PupilGroup {
  /// A name for a narrow column, for the groups whose own is long.
  fileprivate var shortTitle: String? { self == .eal ? "EAL" : nil }
}
