import FieldbookModel
import PlainText
import TextUI

/// One framework: its areas in their order, its scales with their levels.
public struct FrameworkScreen: JumpingScreen {
  /// A row that can be chosen.
  enum Row: Hashable, Sendable {
    case title
    case area(String)
    case scale(String)
    case level(scale: String, String)
  }

  /// `framework`.
  public let name = ScreenName.framework
  /// What is looked for.
  public var find: String? = ""
  /// Its id.
  let id: String
  private var choice = RowChoice<Row>()

  /// A framework.
  public init(id: String) {
    self.id = id
  }

  func framework(_ context: ScreenContext) -> Framework? {
    context.snapshot.frameworks.first { $0.id == id }
  }

  /// Why it cannot be changed; nil when it can.
  static let editable: @Sendable (FrameworkScreen, ScreenContext) -> String? = { screen, context in
    if let reason = context.snapshot.readOnlyReason { return reason }
    guard screen.framework(context) != nil else { return "This framework is no longer here" }
    let isOwn = context.snapshot.ownFrameworks.contains { $0.id == screen.id }
    let copy = context.key("framework.copy", on: .framework)
    return isOwn ? nil : "It is built in: \(copy) makes a copy that is yours to change"
  }

  private func rows(_ context: ScreenContext) -> [Row] {
    lines(context).compactMap(\.row)
  }

  func chosen(_ context: ScreenContext) -> Row? {
    let rows = rows(context)
    return choice.index(in: rows).map { rows[$0] }
  }

  /// The scale that a new level goes to.
  func chosenScale(_ context: ScreenContext) -> String? {
    switch chosen(context) {
    case .scale(let id)?, .level(let id, _)?: id
    default: framework(context)?.scales.first?.id
    }
  }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: rows(context), height: height("framework"))
  }

  // MARK: Page

  /// Areas, then scales.
  public func page(_ context: ScreenContext) -> Page {
    guard let framework = framework(context) else {
      return Page(title: "Framework", blocks: [.lines(["This framework is no longer here. Esc goes back."])])
    }
    let lines = lines(context)
    let chosen = chosen(context)
    let list = ListBlock(
      rowCount: lines.count, cursor: chosen.flatMap { row in lines.firstIndex { $0.row == row } },
      isFocusable: { lines[$0].row != nil }
    ) { lines[$0].line }
    let isOwn = FrameworkScreen.editable(self, context) == nil
    return Page(
      title: "Framework · \(framework.title)", titleNote: isOwn ? "yours" : "built in",
      blocks: [FrameworkWords.keeps(context), .list(list, id: "framework")],
      status: Line(isOwn ? "" : FrameworkScreen.editable(self, context) ?? "", .quiet))
  }

  private func lines(_ context: ScreenContext) -> [(line: Line, row: Row?)] {
    guard let framework = framework(context) else { return [] }
    var lines: [(Line, Row?)] = [(Line("\(framework.title)", .heading), .title), (Line(), nil)]
    lines.append((Line("Areas, in the order of a review", .quiet), nil))
    for area in framework.areas { lines.append((line(area, framework, context), .area(area.id))) }
    lines += [(Line(), nil), (Line("Scales, the best level first", .quiet), nil)]
    if framework.scales.isEmpty {
      let add = context.key("framework.scale", on: name)
      lines.append((Line("  None: nothing is graded. \(add) adds one.", .quiet), nil))
    }
    for scale in framework.scales {
      let users = framework.areas.filter { $0.scale == scale.id }.count
      let use = users == 0 ? "used by no area" : users == 1 ? "used by 1 area" : "used by \(users) areas"
      lines.append((Line("  \(scale.id)") + Line("  \(use)", .quiet), .scale(scale.id)))
      for level in scale.levels {
        let asks = level.id == Framework.notMet ? "  asks who was told" : ""
        let short = level.shortTitle == level.title ? "" : "  (\(level.shortTitle))"
        lines.append(
          (Line("    \(level.title)") + Line(short + asks, .quiet), .level(scale: scale.id, level.id)))
      }
    }
    return lines
  }

  private func line(_ area: Framework.Area, _ framework: Framework, _ context: ScreenContext) -> Line {
    let style: Style = area.isRetired ? .quiet : .plain
    let parts = [
      area.isRetired ? "retired" : "", area.scale.isEmpty ? "no grade" : "graded on \(area.scale)",
      area.isOptional ? "only some schools" : "",
      area.prompts.count == 1 ? "1 question" : "\(area.prompts.count) questions",
    ]
    let width = min(44, max(20, context.size.columns / 2 - 6))
    return Line("  \(area.title)", style).padded(to: width)
      + Line("  " + parts.filter { !$0.isEmpty }.joined(separator: " · "), .quiet)
  }

  // MARK: Changes

  /// The form for what is under the cursor.
  func edit(_ context: ScreenContext) -> [Effect] {
    let part: FrameworkPart
    switch chosen(context) {
    case .title?: part = .title(id)
    case .area(let area)?: part = .area(id, area: area)
    case .scale(let scale)?: part = .level(id, scale: scale, level: nil)
    case .level(let scale, let level)?: part = .level(id, scale: scale, level: level)
    case nil: return []
    }
    return [.open(FormScreen(.framework(part), context))]
  }

  /// Moves what is under the cursor one place up or down.
  func shift(by step: Int, _ context: ScreenContext) -> [Effect] {
    guard let base = framework(context) else { return [] }
    var framework = base
    let title: String
    switch chosen(context) {
    case .area(let id)?:
      framework.areas.shift(by: step) { $0.id == id }
      title = "Area moved"
    case .scale(let id)?:
      framework.scales.shift(by: step) { $0.id == id }
      title = "Scale moved"
    case .level(let scale, let id)?:
      guard let place = framework.scales.firstIndex(where: { $0.id == scale }) else { return [] }
      framework.scales[place].levels.shift(by: step) { $0.id == id }
      title = "Level moved"
    default: return [.say("Move to an area, a scale or a level first", .caution)]
    }
    guard framework != base else {
      return [.say(step < 0 ? "It is the first already" : "It is the last already", .plain)]
    }
    return [.saveFramework(FrameworkEdit(title, base: base, framework: framework), then: [])]
  }

  /// Retires an area or brings it back; takes a level or an unused scale out.
  func takeOut(_ context: ScreenContext) -> [Effect] {
    guard let base = framework(context) else { return [] }
    var framework = base
    let title: String
    switch chosen(context) {
    case .area(let id)?:
      guard let place = framework.areas.firstIndex(where: { $0.id == id }) else { return [] }
      framework.areas[place].isRetired.toggle()
      guard !framework.inUse.areas.isEmpty else {
        return [.say("A framework needs at least one area that is not retired", .caution)]
      }
      title = framework.areas[place].isRetired ? "Area retired" : "Area brought back"
    case .level(let scale, let id)?:
      guard let place = framework.scales.firstIndex(where: { $0.id == scale }) else { return [] }
      framework.scales[place].levels.removeAll { $0.id == id }
      guard framework.scales[place].levels.count >= 2 else {
        return [.say("A scale needs at least two levels", .caution)]
      }
      title = "Level taken out"
    case .scale(let id)?:
      guard !framework.areas.contains(where: { $0.scale == id }) else {
        return [.say("Areas are graded on it: give them another scale first", .caution)]
      }
      framework.scales.removeAll { $0.id == id }
      title = "Scale taken out"
    default: return [.say("Move to an area, a scale or a level first", .caution)]
    }
    return [.saveFramework(FrameworkEdit(title, base: base, framework: framework), then: [])]
  }
}

extension Array {
  /// Moves the first element that fits one place on; at the end it stays.
  fileprivate mutating func shift(by step: Int, where fits: (Element) -> Bool) {
    guard let place = firstIndex(where: fits), indices.contains(place + step) else { return }
    swapAt(place, place + step)
  }
}
