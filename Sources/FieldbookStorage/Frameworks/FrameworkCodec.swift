import FieldbookModel
import PlainText

/// Frameworks as JSON: in a file of their own, and frozen in each review as `frameworkUsed`.
enum FrameworkCodec {
  static func framework(_ tree: JSONValue) -> Framework? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string,
      let areas = all(tree["areas"], area), let scales = all(tree["scales"], scale)
    else { return nil }
    return Framework(id: id, title: title, areas: areas, scales: scales)
  }

  static func tree(_ framework: Framework) -> JSONValue {
    [
      "id": .string(framework.id), "title": .string(framework.title),
      "areas": .array(framework.areas.map(tree)), "scales": .array(framework.scales.map(tree)),
    ]
  }

  private static func area(_ tree: JSONValue) -> Framework.Area? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string else { return nil }
    return Framework.Area(
      id: id, title: title, shortTitle: tree["shortTitle"]?.string ?? Framework.shortTitle(for: title),
      scale: tree["scale"]?.string ?? "", isOptional: tree["optional"]?.bool ?? false,
      prompts: (tree["prompts"]?.array ?? []).compactMap(\.string), isRetired: tree["retired"]?.bool ?? false)
  }

  private static func scale(_ tree: JSONValue) -> Framework.Scale? {
    guard let id = tree["id"]?.string, let levels = all(tree["levels"], level) else { return nil }
    return Framework.Scale(id: id, levels: levels)
  }

  private static func level(_ tree: JSONValue) -> Framework.Level? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string else { return nil }
    return Framework.Level(
      id: id, title: title, shortTitle: tree["shortTitle"]?.string ?? Framework.shortTitle(for: title))
  }

  private static func tree(_ area: Framework.Area) -> JSONValue {
    var tree: JSONValue = [
      "id": .string(area.id), "title": .string(area.title), "shortTitle": .string(area.shortTitle),
      "prompts": .array(area.prompts.map { .string($0) }),
    ]
    if !area.scale.isEmpty { tree["scale"] = .string(area.scale) }
    if area.isOptional { tree["optional"] = true }
    if area.isRetired { tree["retired"] = true }
    return tree
  }

  private static func tree(_ scale: Framework.Scale) -> JSONValue {
    let levels = scale.levels.map { level -> JSONValue in
      ["id": .string(level.id), "title": .string(level.title), "shortTitle": .string(level.shortTitle)]
    }
    return ["id": .string(scale.id), "levels": .array(levels)]
  }

  /// Every element of a list, or nil if any of them cannot be understood.
  private static func all<Element>(_ tree: JSONValue?, _ read: (JSONValue) -> Element?) -> [Element]? {
    guard let list = tree?.array else { return nil }
    let elements = list.compactMap(read)
    return elements.count == list.count ? elements : nil
  }
}
