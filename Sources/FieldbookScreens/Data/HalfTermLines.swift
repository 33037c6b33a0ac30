import FieldbookModel
import PlainText
import TextUI

/// A half-term of one school as lines: what it owes, attainment by year group and subject, groups, attendance and behaviour.
struct HalfTermLines {
  let school: School
  let halfTerm: HalfTerm
  /// The year groups and subjects of which every level is listed.
  let opened: Set<String>
  let context: ScreenContext

  init(school: School, halfTerm: HalfTerm, opened: Set<String>, _ context: ScreenContext) {
    (self.school, self.halfTerm, self.opened, self.context) = (school, halfTerm, opened, context)
  }

  var facts: Facts { context.snapshot.facts }
  private var rule: SmallGroups { context.snapshot.smallGroups }
  private var labelWidth: Int { min(30, max(20, context.size.columns / 4)) }
  private static let blank = SchoolDataLine(Line())

  var lines: [SchoolDataLine] {
    let measures = facts.measures(returnedIn: halfTerm, by: [school.urn])
    let attainment = measures.filter { $0.subject != nil }
    let conduct = measures.filter { $0.subject == nil }
    return standing + (attainment.isEmpty ? [] : self.attainment(attainment)) + groups(attainment)
      + (conduct.isEmpty ? [] : self.conduct(conduct))
  }

  func figure(_ measure: ReturnMeasure, _ group: PupilGroup = .all) -> SchoolFigure? {
    facts.figure(
      measure.id, group, of: school, at: Period(halfTerm), plan: context.snapshot.collections,
      today: context.today)
  }

  func row(_ measure: ReturnMeasure, _ group: PupilGroup = .all) -> SchoolDataScreen.Row {
    SchoolDataScreen.Row(measure: measure.id, group: group, period: Period(halfTerm))
  }

  func text(_ text: String, _ style: Style = .quiet) -> [SchoolDataLine] {
    TextWrap.lines(text, width: max(20, context.size.columns - 4)).map {
      SchoolDataLine(Line("  " + String($0), style))
    }
  }

  // MARK: What is here

  /// What arrived and what is owed, in words.
  private var standing: [SchoolDataLine] {
    let heading = SchoolDataLine(Line("\(halfTerm.title), as the school returned it", .heading))
    guard !facts.returnedHalfTerms.isEmpty || !context.snapshot.collections.collections.isEmpty else {
      return [heading] + text("Nothing yet. fieldbook template half-term writes the file to ask for it with.")
        + [HalfTermLines.blank]
    }
    let ledger = ArrivalLedger.of(context)
    let told = CollectionPlan.Asks.allCases.flatMap { asks -> [SchoolDataLine] in
      guard
        let entry = ledger.standing(of: halfTerm, asks).entries.first(where: { $0.school.urn == school.urn })
      else { return [] }
      let coverage = ArrivalWords.coverage(entry.coverage, asks).text
      let assessed = entry.coverage == nil ? "" : ", assessed \(coverage) on roll"
      let head =
        Line("  \(asks.title.capitalisedFirst): ") + ArrivalWords.state(entry) + Line(assessed, .quiet)
      return [SchoolDataLine(head)] + ArrivalWords.details(entry).flatMap { text($0.0, $0.1) }
    }
    return [heading] + told + [HalfTermLines.blank]
  }

  // MARK: Attainment

  private func attainment(_ measures: [ReturnMeasure]) -> [SchoolDataLine] {
    var lines = [SchoolDataLine(head("By year, subject", "at expected+", "v last yr", "trend"))]
    var moves: Set<String> = []
    for measure in measures where measure.kind == .expected {
      guard let figure = figure(measure) else { continue }
      let levels = LevelLines(measure: measure, of: self)
      lines.append(SchoolDataLine(line(measure.shortName, figure, levels.compact), row: row(measure)))
      if opened.contains(measure.stem) {
        lines += levels.lines
        if let words = levels.comparison { moves.insert(words) }
        for kind in [ReturnKind.higher, .average] where measures.contains(measure.saying(kind)) {
          let further = measure.saying(kind)
          guard let figure = self.figure(further) else { continue }
          let title = kind == .higher ? "at higher" : "average"
          lines.append(SchoolDataLine(line("  " + title, figure, Line()), row: row(further)))
        }
      }
    }
    let enter = context.key("school-data.open", on: .schoolData)
    let signs = "beside a value: assessed/on roll · ! larger than chance · \(enter) lists the levels"
    return lines + moves.sorted().flatMap { text($0) } + text(signs)
      + [HalfTermLines.blank]
  }

  func head(_ title: String, _ value: String, _ change: String, _ trend: String) -> Line {
    if context.isSpoken { return Line(title, .heading) }
    return Line(title, .heading).padded(to: labelWidth).clipped(to: labelWidth)
      + Line(value, .heading).padded(to: 14, alignment: .right)
      + Line(change, .heading).padded(to: 15, alignment: .right) + Line("  ") + Line(trend, .heading)
  }

  /// A figure with pupils, change, and bars for the same half-term of the years so far.
  func line(_ label: String, _ figure: SchoolFigure, _ rest: Line, group: PupilGroup = .all) -> Line {
    if context.isSpoken {
      let parts = [DataText.words(figure), DataText.comparison(figure), rest.text.trimmed()]
      return Line("\(label.trimmed()): " + parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }
    let count = DataText.count(figure.now, rule: rule)
    let value = DataText.cell(figure) + (count.isEmpty ? Line() : Line(" ") + count)
    let name = Line("  " + label).padded(to: labelWidth).clipped(to: labelWidth)
    return name + value.padded(to: 14, alignment: .right)
      + DataText.change(figure).padded(to: 15, alignment: .right) + Line("  ")
      + trend(figure, group).padded(to: 6) + rest
  }

  /// The same half-term of five years at most, a year without it a gap, and so is one in which another test was taken.
  private func trend(_ figure: SchoolFigure, _ group: PupilGroup) -> Line {
    guard let measure = ReturnMeasure(id: figure.measure.id) else { return Line() }
    let scale = facts.scale(of: measure, by: school.urn, in: halfTerm)
    let values = (0..<5).reversed().map { years -> Double? in
      let point = HalfTerm(year: AcademicYear(start: halfTerm.year.start - years), part: halfTerm.part)
      guard facts.scale(of: measure, by: school.urn, in: point) == scale else { return nil }
      return facts.returned(measure, group, by: school.urn, in: point)?.reading.value
    }
    return Trend.bars(Array(values.drop { $0 == nil }), least: Trend.least(figure.measure))
  }

  // MARK: Groups

  /// Every group of every year group and subject, the gap beside the group that it is of.
  private func groups(_ measures: [ReturnMeasure]) -> [SchoolDataLine] {
    let parts = measures.filter { $0.kind == .expected }.flatMap { measure -> [SchoolDataLine] in
      let gaps = facts.gaps(measure.id, of: school.urn, at: Period(halfTerm))
      let lines = PupilGroup.allCases.filter { $0 != .all }.compactMap { group -> SchoolDataLine? in
        guard let figure = figure(measure, group), figure.now != nil else { return nil }
        let gap = gaps.first { $0.pair.group == group }.map(gapText) ?? Line()
        return SchoolDataLine(line(group.title, figure, gap, group: group), row: row(measure, group))
      }
      guard !lines.isEmpty else { return [] }
      return [
        SchoolDataLine(head(measure.shortName + ", by group", "at expected+", "v last yr", "trend gap"))
      ]
        + lines
    }
    return parts.isEmpty ? [] : parts + [HalfTermLines.blank]
  }

  private func gapText(_ gap: GroupGap) -> Line {
    guard let difference = gap.difference else { return Line("no gap: one side is missing", .quiet) }
    let points = NumberText.plain((abs(difference) * 10).rounded() / 10)
    return Line(points == "0" ? "level" : "\(points) \(gap.isBehind ? "behind" : "ahead")")
  }

  // MARK: Attendance and behaviour

  private func conduct(_ measures: [ReturnMeasure]) -> [SchoolDataLine] {
    var lines = [SchoolDataLine(head("Attendance, behaviour", "now", "v last yr", "trend before"))]
    for measure in measures {
      guard let figure = figure(measure) else { continue }
      let before = figure.before?.reading.value.map { DataText.value($0, figure.measure) } ?? "–"
      let label = figure.measure.shortTitle.capitalisedFirst
      lines.append(SchoolDataLine(line(label, figure, Line(before, .quiet)), row: row(measure)))
    }
    return lines + text("against \(halfTerm.yearBefore.title); suspensions and removals for every 100 pupils")
      + [HalfTermLines.blank]
  }
}

extension ReturnMeasure {
  /// `Y6 maths`.
  var shortName: String {
    let year = yearGroup?.shortTitle ?? "All"
    return subject.map { "\(year) \(ReturnMeasure.subjectTitle($0))" } ?? year
  }
}
