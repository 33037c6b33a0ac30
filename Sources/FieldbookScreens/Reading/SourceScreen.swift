import FieldbookModel
import PlainText
import TextUI

/// Where a number comes from: file, line, column, as written, and what it means.
public struct SourceScreen: ReadingScreen {
  /// `source`.
  public let name = ScreenName.source
  private let observation: Observation
  var position = ReadingPosition()

  /// The source of an observation.
  public init(_ observation: Observation) {
    self.observation = observation
  }

  /// What is known of it.
  public func page(_ context: ScreenContext) -> Page {
    Page(
      title: "Source of a number · \(subjectTitle(context))", titleNote: observation.period.text,
      blocks: [reading(lines(context))],
      status: JumpFind.status(find, in: lines(context), on: name, context)
        ?? Line("Esc goes back", .quiet))
  }

  private func subjectTitle(_ context: ScreenContext) -> String { named(observation.subject, context) }

  private func named(_ subject: ObservationSubject, _ context: ScreenContext) -> String {
    switch subject {
    case .school(let urn): context.snapshot.schoolName(urn)
    case .la(let code): "local authority \(code)"
    case .england: "England, all schools"
    case .englandState: "England, state-funded schools"
    case .englandKind(let kind): "England, state-funded \(kind.rawValue) schools"
    }
  }

  func lines(_ context: ScreenContext) -> [Line] {
    let measure = context.snapshot.facts.catalogue[observation.measure]
    let source = observation.place.source
    let width = max(20, context.size.columns - 22)
    var rows: [(String, String)] = [
      ("Measure", measure?.title ?? observation.measure), ("Group", observation.group.title),
      ("When", observation.when.text), ("Value", valueText(measure?.unit)), ("Pupils (n)", countText),
    ]
    if let lower = observation.lower, let upper = observation.upper {
      rows.append(("95% interval", "\(FigureText.signed(lower)) to \(FigureText.signed(upper))"))
    }
    rows += [
      ("", ""), ("File", source.file), ("Line", String(observation.place.line)),
      ("Column", observation.place.column), ("As written", rawText),
      ("As at", source.asAt?.longText ?? "not said by the file"), ("Status", observation.status),
      ("Imported", "\(source.importedAt.date.longText) \(source.importedAt.timeText)"),
      ("Read by", source.mapping),
      ("Encoding", source.encoding), ("SHA-256", source.sha256),
    ]
    rows += SourceScreen.quoted(source)
    if let because = source.because { rows.append(("Read because", because)) }
    if let previous = observation.previousURN {
      rows.append(("Row’s own URN", "\(previous.text): it names this school as its later one"))
    }
    if let definition = measure?.definition { rows += [("", ""), ("Definition", definition)] }
    for beside in context.snapshot.facts.comparators(of: observation) {
      rows += [("", "")] + SourceScreen.beside(beside, measure?.unit, named: named(beside.subject, context))
    }
    return rows.flatMap { label, text in SourceScreen.wrapped(label, text, width: width) }
  }

  /// The publication that a figure is quoted from, where the file is not itself what was published.
  private static func quoted(_ source: FactsFile.Source) -> [(String, String)] {
    guard let citation = source.citation else { return [] }
    return [
      ("Quoted from", citation.title), ("Published by", citation.publisher),
      ("Published", citation.published.longText), ("Address", citation.address),
    ]
  }

  /// What stands beside the number: an authority's or England's, and where that comes from.
  private static func beside(
    _ observation: Observation, _ unit: Measure.Unit?, named name: String
  ) -> [(String, String)] {
    let source = observation.place.source
    let value =
      observation.reading.value.map { FigureText.value($0, unit) } ?? "none: \(observation.absence ?? "")"
    let pupils = observation.n.map { ", \(NumberText.grouped($0)) pupils" } ?? ""
    let place = "\(source.file), line \(observation.place.line), column \(observation.place.column)"
    return [
      ("Beside it", "\(name): \(value)\(pupils)"), ("File", place),
      ("As written", observation.raw ?? "nothing: the row stops before this column"),
      ("As at", source.asAt?.longText ?? "not said by the file"), ("Status", observation.status),
    ] + quoted(source)
  }

  private static func wrapped(_ label: String, _ text: String, width: Int) -> [Line] {
    let lines = TextWrap.lines(text, width: width).map { String($0) }
    return lines.enumerated().map { index, line in
      Line(" " + (index == 0 ? label : ""), .quiet).padded(to: 18) + Line(line)
    }
  }

  private func valueText(_ unit: Measure.Unit?) -> String {
    observation.reading.value.map { FigureText.value($0, unit) } ?? "none: \(observation.absence ?? "")"
  }

  private var countText: String {
    guard let count = observation.count else { return "the file has no column for it" }
    return count.value.map { NumberText.plain($0) } ?? "not known: \(count.reason?.words ?? "")"
  }

  private var rawText: String {
    guard let raw = observation.raw else { return "nothing: the row stops before this column" }
    return raw.isEmpty ? "a blank" : raw
  }
}
