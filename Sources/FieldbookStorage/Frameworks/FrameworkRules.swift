import FieldbookModel
import PlainText

/// What a framework's file must hold.
struct FrameworkRules {
  private typealias Limit = Framework.Limit

  private var problems: [DocumentProblem] = []

  /// What is wrong with a framework that is to be kept under an id.
  static func problems(in tree: JSONValue, id: String) -> [DocumentProblem] {
    var rules = FrameworkRules()
    rules.check(tree, id: id)
    return rules.problems
  }

  private mutating func check(_ tree: JSONValue, id: String) {
    if tree["id"]?.string != id {
      report("/id", "id", "its id is not the one in its name", "Write \"id\": \"\(id)\".")
    } else if Frameworks.framework(id) != nil {
      report(
        "/id", "id", "“\(id)” is the id of a framework that is built in", "Give it and its file another id.")
    }
    checkTitle(tree, at: "", most: Limit.title)
    let scales = checkScales(tree["scales"])
    let areas = list(tree["areas"], at: "/areas", named: "areas", 1...Limit.areas)
    checkIDs(areas, at: "/areas", of: "area")
    for (index, area) in areas.enumerated() {
      check(area, at: JSONPointer.element(index, of: "/areas"), scales)
    }
    if !areas.isEmpty, areas.allSatisfy({ $0["retired"]?.bool == true }) {
      report("/areas", "size", "every area is retired", "Take “retired” out of one of them.")
    }
  }

  // MARK: Areas

  private mutating func check(_ area: JSONValue, at pointer: String, _ scales: Set<String>) {
    checkTitle(area, at: pointer, most: Limit.title)
    checkShortTitle(area, at: pointer)
    if let scale = area["scale"], !scale.isNull, !(scale.string.map(scales.contains) ?? false) {
      let known = scales.sorted().map { "“\($0)”" }.joined(separator: ", ")
      report(
        JSONPointer.member("scale", of: pointer), "scale",
        "there is no scale \(scale.string.map { "“\($0)”" } ?? scale.kind)",
        known.isEmpty
          ? "Add it under “scales”, or take the line out for an area without grades."
          : "Write one of \(known).")
    }
    for flag in ["optional", "retired"] {
      guard let value = area[flag], value.bool == nil else { continue }
      report(
        JSONPointer.member(flag, of: pointer), "type", "“\(flag)” is \(value.kind)", "Write true or false.")
    }
    guard let prompts = area["prompts"] else { return }
    let place = JSONPointer.member("prompts", of: pointer)
    for (index, prompt) in list(prompts, at: place, named: "prompts", 0...Limit.prompts).enumerated() {
      checkText(prompt, at: JSONPointer.element(index, of: place), named: "the question", most: Limit.prompt)
    }
  }

  // MARK: Scales

  private mutating func checkScales(_ tree: JSONValue?) -> Set<String> {
    guard let tree else { return [] }
    let scales = list(tree, at: "/scales", named: "scales", 0...Limit.scales)
    checkIDs(scales, at: "/scales", of: "scale")
    for (index, scale) in scales.enumerated() {
      let place = JSONPointer.member("levels", of: JSONPointer.element(index, of: "/scales"))
      let levels = list(scale["levels"], at: place, named: "levels", 2...Limit.levels)
      checkIDs(levels, at: place, of: "level")
      for (index, level) in levels.enumerated() {
        checkTitle(level, at: JSONPointer.element(index, of: place), most: Limit.title)
        checkShortTitle(level, at: JSONPointer.element(index, of: place))
      }
      checkTitlesDiffer(levels, at: place)
      checkBestFirst(levels, at: place)
    }
    return Set(scales.compactMap { $0["id"]?.string })
  }

  private mutating func checkTitlesDiffer(_ levels: [JSONValue], at pointer: String) {
    var seen: Set<String> = []
    for (index, level) in levels.enumerated() {
      guard let title = level["title"]?.string, !seen.insert(title.lowercased()).inserted else { continue }
      report(
        JSONPointer.member("title", of: JSONPointer.element(index, of: pointer)), "title",
        "two levels are called “\(title)”", "Give each level a name of its own.")
    }
  }

  /// Levels that a built-in scale knows must stand in its order.
  private mutating func checkBestFirst(_ levels: [JSONValue], at pointer: String) {
    let titles = levels.map { $0["title"]?.string?.lowercased() ?? "" }
    for scale in Frameworks.builtIn.flatMap(\.scales) {
      let ranks = titles.map { title in
        scale.levels.firstIndex { [$0.title, $0.shortTitle].map { $0.lowercased() }.contains(title) }
      }
      let known = ranks.enumerated().compactMap { place, rank in rank.map { (place, $0) } }
      for (above, below) in zip(known, known.dropFirst()) where above.1 > below.1 {
        report(
          JSONPointer.element(below.0, of: pointer), "order",
          "“\(titles[below.0])” stands below “\(titles[above.0])”",
          "Put the best level first, the worst last.")
        return
      }
    }
  }

  // MARK: Pieces

  private mutating func list(
    _ tree: JSONValue?, at pointer: String, named name: String, _ sizes: ClosedRange<Int>
  ) -> [JSONValue] {
    guard let list = tree?.array else {
      let found = tree.map { "“\(name)” is \($0.kind)" } ?? "there is no “\(name)”"
      // A member that is missing has no place; that of its object is the next best.
      let place =
        tree == nil ? String(pointer[..<(pointer.lastIndex(of: "/") ?? pointer.startIndex)]) : pointer
      report(place, "type", found, "Write \"\(name)\": a list in square brackets.")
      return []
    }
    if !sizes.contains(list.count) {
      report(
        pointer, "size", "there are \(list.count) \(name)",
        "Write at least \(sizes.lowerBound) and at most \(sizes.upperBound).")
    }
    return list
  }

  private mutating func checkIDs(_ elements: [JSONValue], at pointer: String, of kind: String) {
    var seen: Set<String> = []
    for (index, element) in elements.enumerated() {
      let place = JSONPointer.element(index, of: pointer)
      guard element.object != nil else {
        report(place, "type", "this \(kind) is \(element.kind)", "Make it an object with “id” and “title”.")
        continue
      }
      guard let id = element["id"]?.string, Framework.isID(id) else {
        report(
          element["id"] == nil ? place : JSONPointer.member("id", of: place), "id",
          "the \(kind) has no usable id", "Write \"id\": up to \(Limit.id) letters, digits and hyphens.")
        continue
      }
      if !seen.insert(id.lowercased()).inserted {
        report(
          JSONPointer.member("id", of: place), "id", "there are two \(kind)s “\(id)”",
          "Give one of them another id.")
      }
    }
  }

  private mutating func checkTitle(_ tree: JSONValue, at pointer: String, most: Int) {
    guard tree.object != nil else { return }
    guard let title = tree["title"] else {
      return report(pointer, "title", "it has no “title”", "Write \"title\": its name in quotation marks.")
    }
    checkText(title, at: JSONPointer.member("title", of: pointer), named: "the title", most: most)
  }

  private mutating func checkShortTitle(_ tree: JSONValue, at pointer: String) {
    guard let short = tree["shortTitle"] else { return }
    checkText(
      short, at: JSONPointer.member("shortTitle", of: pointer), named: "the short title",
      most: Limit.shortTitle)
  }

  /// One line that a person can read.
  private mutating func checkText(_ tree: JSONValue, at pointer: String, named name: String, most: Int) {
    guard let text = tree.string else {
      return report(pointer, "type", "\(name) is \(tree.kind)", "Write a text in quotation marks.")
    }
    if !text.contains(where: { !$0.isWhitespace }) {
      report(pointer, "title", "\(name) is blank", "Write a name.")
    } else if text.count > most {
      report(pointer, "size", "\(name) has \(text.count) characters", "Write at most \(most).")
    } else if text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) {
      report(pointer, "title", "\(name) holds a character that cannot be shown", "Write it on one line.")
    }
  }

  private mutating func report(_ pointer: String, _ code: String, _ what: String, _ mend: String) {
    problems.append(DocumentProblem(pointer: pointer, code: code, what: what, mend: mend))
  }
}
