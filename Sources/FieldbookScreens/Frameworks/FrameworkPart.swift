/// What a form about a framework is for.
public enum FrameworkPart: Hashable, Sendable {
  /// A new framework, a copy of that one if it is named.
  case new(copyOf: String)
  /// The name of a framework.
  case title(String)
  /// An area of a framework: a new one, or one to change.
  case area(String, area: String?)
  /// A new scale of a framework.
  case scale(String)
  /// A level of a scale: a new one, or one to change.
  case level(String, scale: String, level: String?)

  /// What tells its draft from others.
  var context: [String: String] {
    switch self {
    case .new(let copy): ["form": "framework.new", "framework": copy]
    case .title(let id): ["form": "framework.title", "framework": id]
    case .area(let id, let area): FrameworkPart.context("framework.area", id, ["area": area])
    case .scale(let id): ["form": "framework.scale", "framework": id]
    case .level(let id, let scale, let level):
      FrameworkPart.context("framework.level", id, ["scale": scale, "level": level])
    }
  }

  private static func context(
    _ form: String, _ id: String, _ rest: [String: String?]
  ) -> [String: String] {
    ["form": form, "framework": id].merging(rest.compactMapValues { $0 }) { first, _ in first }
  }

  /// The part a draft was typed for; nil when it is of no framework.
  init?(context: [String: String]) {
    let id = context["framework"] ?? ""
    switch context["form"] {
    case "framework.new": self = .new(copyOf: id)
    case "framework.title": self = .title(id)
    case "framework.area": self = .area(id, area: context["area"])
    case "framework.scale": self = .scale(id)
    case "framework.level": self = .level(id, scale: context["scale"] ?? "", level: context["level"])
    default: return nil
    }
  }
}
