import ArgumentParser
import PlainText

/// The verbs and options of the program, as its own parser declares them.
struct CommandTree {
  /// An argument, an option or a flag.
  struct Parameter {
    let kind: String
    /// `-w`, `--workspace`; none for an argument that goes by its place.
    let names: [String]
    let value: String
    let help: String
    let isOptional: Bool
    let isRepeating: Bool

    /// `-w, --workspace <dir>`, or `<file> ...`.
    var words: String {
      let place = "<\(value)>\(isRepeating ? " ..." : "")"
      if kind == "positional" { return place }
      return names.joined(separator: ", ") + (kind == "flag" ? "" : " \(place)")
    }

    /// The same by its first long name alone, in brackets where it may be left out.
    var brief: String {
      let name = names.first { $0.hasPrefix("--") } ?? names.first ?? ""
      let words = kind == "positional" ? self.words : kind == "flag" ? name : "\(name) <\(value)>"
      return isOptional ? "[\(words)]" : words
    }
  }

  /// Its name with those of the commands above: `report school`.
  let name: String
  let abstract: String
  let discussion: String
  let parameters: [Parameter]
  let children: [CommandTree]

  /// The whole tree.
  static let whole: CommandTree = {
    let tree = (try? JSONValue.parse(Array(Fieldbook._dumpHelp().utf8)))?["command"] ?? .null
    return CommandTree(tree, under: nil)
  }()

  private init(_ tree: JSONValue, under parent: String?) {
    let own = tree["commandName"]?.string ?? ""
    let name = parent.map { $0.isEmpty ? own : "\($0) \(own)" } ?? ""
    self.name = name
    abstract = tree["abstract"]?.string ?? ""
    discussion = tree["discussion"]?.string ?? ""
    parameters = (tree["arguments"]?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }
      .map(Parameter.init)
    children = (tree["subcommands"]?.array ?? []).filter { $0["commandName"]?.string != "help" }
      .map { CommandTree($0, under: name) }
  }

  /// This command and all below it that do something, in their order.
  var verbs: [CommandTree] {
    let own = name.isEmpty || !children.isEmpty ? [] : [self]
    return own + children.flatMap(\.verbs)
  }

  /// What follows `fieldbook`: `report school <urn> [--output <output>]`.
  var synopsis: String {
    let shown = parameters.filter { !["help", "version"].contains($0.value) }
    return ([name] + shown.map(\.brief)).joined(separator: " ")
  }
}

extension CommandTree.Parameter {
  fileprivate init(_ tree: JSONValue) {
    kind = tree["kind"]?.string ?? ""
    names = (tree["names"]?.array ?? []).map { name in
      let text = name["name"]?.string ?? ""
      return (name["kind"]?.string == "long" ? "--" : "-") + text
    }
    value = tree["valueName"]?.string ?? ""
    let abstract = tree["abstract"]?.string ?? ""
    let standard = tree["defaultValue"]?.string.map { " (default: \($0))" } ?? ""
    help = abstract + standard
    isOptional = tree["isOptional"]?.bool ?? false
    isRepeating = tree["isRepeating"]?.bool ?? false
  }
}
