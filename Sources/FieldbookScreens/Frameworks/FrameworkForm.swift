import FieldbookModel
import TextUI

/// The forms in which frameworks are made and changed.
enum FrameworkForm {
  private typealias Limit = Framework.Limit

  static func content(_ part: FrameworkPart, _ context: ScreenContext) -> FormContent {
    if case .new(let copy) = part { return new(copyOf: copy, context) }
    guard let framework = framework(of: part, context) else {
      return FormContent(title: "This framework is no longer here", fields: [], values: [:])
    }
    switch part {
    case .title:
      return FormContent(
        title: "Name of the framework", preface: keeps,
        fields: [title("Name", "What it is called where reviews are started, and in reports.")],
        values: ["title": .text(framework.title)])
    case .area(_, let id): return area(framework.area(id ?? ""), in: framework)
    case .scale:
      return FormContent(
        title: "New scale · \(framework.title)", preface: keeps,
        fields: [
          title("Name", "A word to know the scale by: standard."),
          FormField(
            id: "levels", label: "Levels", help: "One a line, the best first.", kind: .text(minimumLines: 4),
            isRequired: true),
        ], values: [:])
    case .level(_, let scale, let id):
      let level = framework.scales.first { $0.id == scale }?.levels.first { $0.id == id }
      return FormContent(
        title: "\(level == nil ? "New level" : "Level") · \(scale)", preface: keeps,
        fields: [title("Name", "What the grade is called: Expected standard."), shortTitle],
        values: ["title": .text(level?.title ?? ""), "shortTitle": .text(level?.shortTitle ?? "")])
    case .new: return FormContent(title: "", fields: [], values: [:])
    }
  }

  static func accept(
    _ part: FrameworkPart, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    if case .new(let copy) = part { return acceptNew(copyOf: copy, entry, context) }
    guard let base = framework(of: part, context) else {
      return .problems(["": "This framework is no longer here"])
    }
    var framework = base
    var problems = lineProblems(entry, ["title": Limit.title, "shortTitle": Limit.shortTitle])
    let name = entry.text("title")
    if name.isEmpty { problems["title"] = "Give it a name" }
    let words: String
    switch part {
    case .title:
      framework.title = name
      words = "Framework renamed"
    case .area(_, let id): words = take(entry, area: id, &framework, &problems)
    case .scale: words = addScale(name, entry, &framework, &problems)
    case .level(_, let scale, let id):
      words = take(entry, level: id, of: scale, &framework, &problems)
    case .new: return .problems([:])
    }
    guard problems.isEmpty else { return .problems(problems) }
    return .framework(FrameworkEdit(words, base: base, framework: framework), then: [])
  }

  // MARK: New

  private static func new(copyOf copy: String, _ context: ScreenContext) -> FormContent {
    let known = context.snapshot.frameworks.map {
      Choice(id: $0.id, title: $0.title, detail: FrameworkWords.grades($0))
    }
    let title = context.snapshot.frameworks.first { $0.id == copy }?.title
    return FormContent(
      title: "New framework",
      fields: [
        self.title("Name", "What it is called where reviews are started, and in reports."),
        FormField(
          id: "copyOf", label: "Copy of", help: "Begins with its areas and scales. Backspace begins empty.",
          kind: .choice(known)),
      ],
      values: [
        "title": .text(title.map { "\($0), ours" } ?? ""), "copyOf": .choice(title == nil ? nil : copy),
      ])
  }

  private static func acceptNew(
    copyOf: String, _ entry: FormEntry, _ context: ScreenContext
  ) -> FormContent.Accepted {
    let name = entry.text("title")
    var problems = lineProblems(entry, ["title": Limit.title])
    if name.isEmpty { problems["title"] = "Give it a name" }
    guard problems.isEmpty else { return .problems(problems) }
    let snapshot = context.snapshot
    let taken = snapshot.frameworks.map(\.id) + snapshot.ownFrameworks.map(\.id)
    let id = Framework.id(for: name, unlike: taken)
    var original: Framework?
    if case .text(let copy)? = entry.choice("copyOf") {
      original = snapshot.frameworks.first { $0.id == copy }
    }
    let framework = Framework(
      id: id, title: name,
      areas: original?.areas ?? [
        Framework.Area(
          id: "first", title: "First area", shortTitle: "First area", scale: "", isOptional: false,
          prompts: [])
      ], scales: original?.scales ?? [])
    let edit = FrameworkEdit("Framework made", base: nil, framework: framework)
    return .framework(edit, then: [.open(FrameworkScreen(id: id))])
  }

  // MARK: Areas

  private static func area(_ area: Framework.Area?, in framework: Framework) -> FormContent {
    let scales = framework.scales.map { scale in
      Choice(id: scale.id, title: scale.id, detail: scale.levels.map(\.title).joined(separator: " · "))
    }
    let applies = [Choice(id: "all", title: "every school"), Choice(id: "some", title: "only some schools")]
    return FormContent(
      title: area == nil ? "New area · \(framework.title)" : "Area · \(area?.title ?? "")", preface: keeps,
      fields: [
        title("Name", "What the area is called."), shortTitle,
        FormField(
          id: "scale", label: "Graded on",
          help: "The scale it is graded on. Backspace: no grade, only findings.",
          kind: .choice(scales)),
        FormField(
          id: "applies", label: "Applies to", help: "Early years and sixth form apply only to some schools.",
          kind: .choice(applies)),
        FormField(
          id: "prompts", label: "Questions", help: "What to look at there, one question a line.",
          kind: .text(minimumLines: 4)),
      ],
      values: [
        "title": .text(area?.title ?? ""), "shortTitle": .text(area?.shortTitle ?? ""),
        "scale": .choice(
          area == nil ? framework.scales.first?.id : area.flatMap { $0.scale.isEmpty ? nil : $0.scale }),
        "applies": .choice(area?.isOptional == true ? "some" : "all"),
        "prompts": .text((area?.prompts ?? []).joined(separator: "\n")),
      ])
  }

  private static func take(
    _ entry: FormEntry, area id: String?, _ framework: inout Framework, _ problems: inout [String: String]
  ) -> String {
    let prompts = lines(entry.text("prompts"))
    if prompts.count > Limit.prompts { problems["prompts"] = "At most \(Limit.prompts) questions" }
    if let long = prompts.first(where: { $0.count > Limit.prompt }) {
      problems["prompts"] = "At most \(Limit.prompt) characters a question: “\(long.prefix(30))…” is longer"
    }
    if id == nil, framework.areas.count >= Limit.areas { problems["title"] = "At most \(Limit.areas) areas" }
    let before = id.flatMap { framework.area($0) }
    var scale = ""
    if case .text(let chosen)? = entry.choice("scale") { scale = chosen }
    let area = Framework.Area(
      id: before?.id ?? Framework.id(for: entry.text("title"), unlike: framework.areas.map(\.id)),
      title: entry.text("title"), shortTitle: shortTitle(entry), scale: scale,
      isOptional: entry.choice("applies") == .text("some"), prompts: prompts,
      isRetired: before?.isRetired ?? false)
    if let place = framework.areas.firstIndex(where: { $0.id == id }) {
      framework.areas[place] = area
      return "Area changed"
    }
    framework.areas.append(area)
    return "Area added"
  }

  // MARK: Scales

  private static func addScale(
    _ name: String, _ entry: FormEntry, _ framework: inout Framework, _ problems: inout [String: String]
  ) -> String {
    var levels: [Framework.Level] = []
    let titles = lines(entry.text("levels"))
    for title in titles {
      let id = Framework.id(for: title, unlike: levels.map(\.id))
      levels.append(.init(id: id, title: title, shortTitle: Framework.shortTitle(for: title)))
    }
    if !(2...Limit.levels).contains(levels.count) {
      problems["levels"] = "Between 2 and \(Limit.levels) levels, one a line"
    } else if Set(titles.map { $0.lowercased() }).count < titles.count {
      problems["levels"] = "Two levels have the same name"
    } else if titles.contains(where: { $0.count > Limit.title }) {
      problems["levels"] = "At most \(Limit.title) characters a level"
    }
    if framework.scales.count >= Limit.scales { problems["title"] = "At most \(Limit.scales) scales" }
    let id = Framework.id(for: name, unlike: framework.scales.map(\.id))
    framework.scales.append(.init(id: id, levels: levels))
    return "Scale added"
  }

  private static func take(
    _ entry: FormEntry, level id: String?, of scale: String, _ framework: inout Framework,
    _ problems: inout [String: String]
  ) -> String {
    guard let place = framework.scales.firstIndex(where: { $0.id == scale }) else {
      problems["title"] = "The scale is no longer here"
      return ""
    }
    let levels = framework.scales[place].levels
    let name = entry.text("title")
    if levels.contains(where: { $0.id != id && $0.title.lowercased() == name.lowercased() }) {
      problems["title"] = "Another level has that name"
    }
    if let index = levels.firstIndex(where: { $0.id == id }) {
      framework.scales[place].levels[index].title = name
      framework.scales[place].levels[index].shortTitle = shortTitle(entry)
      return "Level changed"
    }
    if levels.count >= Limit.levels { problems["title"] = "At most \(Limit.levels) levels" }
    let new = Framework.id(for: name, unlike: levels.map(\.id))
    framework.scales[place].levels.append(.init(id: new, title: name, shortTitle: shortTitle(entry)))
    return "Level added"
  }

  // MARK: Pieces

  private static let keeps = [Line(" \(FrameworkWords.keeps)", .quiet)]

  private static func title(_ label: String, _ help: String) -> FormField {
    FormField(id: "title", label: label, help: help, kind: .line, isRequired: true)
  }

  private static let shortTitle = FormField(
    id: "shortTitle", label: "Short name", help: "For narrow columns; made from the name where left empty.",
    kind: .line)

  private static func shortTitle(_ entry: FormEntry) -> String {
    let short = entry.text("shortTitle")
    return short.isEmpty ? Framework.shortTitle(for: entry.text("title")) : short
  }

  private static func lineProblems(_ entry: FormEntry, _ most: [String: Int]) -> [String: String] {
    most.compactMapValues { $0 }.reduce(into: [:]) { problems, field in
      let count = entry.text(field.key).count
      if count > field.value { problems[field.key] = "At most \(field.value) characters: these are \(count)" }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed() }.filter { !$0.isEmpty }
  }

  private static func framework(of part: FrameworkPart, _ context: ScreenContext) -> Framework? {
    let id: String
    switch part {
    case .new: return nil
    case .title(let framework), .area(let framework, _), .scale(let framework), .level(let framework, _, _):
      id = framework
    }
    guard context.snapshot.ownFrameworks.contains(where: { $0.id == id }) else { return nil }
    return context.snapshot.frameworks.first { $0.id == id }
  }
}
