import FieldbookModel
import PlainText

/// A document in which a workspace adds to what comes with the program, or refines it: `measures.json`, `scales.json`.
///
/// An entry whose id is built in takes the place of the members it has; another id is an addition. An entry that cannot be
/// used is named with its place and harms nothing: what is built in, and every other entry, is used all the same.
struct OwnCatalogue {
  private(set) var catalogue = Catalogue.builtIn
  private(set) var scales = AssessmentScale.builtIn
  private(set) var problems: [CheckResult.Problem] = []
  /// How many documents there are.
  private(set) var documents = 0

  static let measuresPath = "measures.json"
  static let scalesPath = "scales.json"

  /// What a workspace goes by.
  init(_ folder: WorkspaceFolder) throws(StorageProblem) {
    var measures = BuiltInLists.measures
    var scales = BuiltInLists.scales
    let rules = CatalogueRules()
    try read(OwnCatalogue.measuresPath, .measures, "measures", into: &measures, folder) {
      rules.problems(ofMeasure: $0)
    }
    try read(OwnCatalogue.scalesPath, .scales, "scales", into: &scales, folder) {
      rules.problems(ofScale: $0)
    }
    catalogue = Catalogue(measures: measures.compactMap(CatalogueReader.measure))
    self.scales = scales.compactMap(ScaleCodec.scale)
  }

  private mutating func read(
    _ path: String, _ format: DocumentFormat, _ member: String, into list: inout [JSONValue],
    _ folder: WorkspaceFolder, _ rules: (JSONValue) -> [(String, String)]
  ) throws(StorageProblem) {
    guard let bytes = try folder.read(path) else { return }
    documents += 1
    let tree: JSONValue
    do throws(StorageProblem) {
      tree = try folder.admit(bytes, path, format).tree
    } catch {
      guard error.kind == .broken || error.kind == .newerVersion else { throw error }
      problems.append(CheckResult.Problem(error, code: error.kind == .broken ? "broken" : "newer"))
      return
    }
    let locator = Locator(bytes)
    func note(_ pointer: String, _ what: String, _ mend: String) {
      let problem = DocumentProblem(pointer: pointer, code: member, what: what, mend: mend)
      problems.append(locator.problem(problem, in: path))
    }
    guard let entries = tree[member]?.array else {
      note("/\(member)", "“\(member)” is not a list", "Write a list of entries, each with an id.")
      return
    }
    var seen: Set<String> = []
    for (index, entry) in entries.enumerated() {
      let pointer = "/\(member)/\(index)"
      guard let id = entry["id"]?.string, CatalogueRules.isID(id) else {
        note(pointer, "an entry has no id", "Give it one: letters, digits, hyphens and dots.")
        continue
      }
      guard seen.insert(id).inserted else {
        note(pointer, "“\(id)” stands twice", "Take one away; the first is used.")
        continue
      }
      let place = list.firstIndex { $0["id"]?.string == id }
      let whole = place.map { OwnCatalogue.refined(list[$0], with: entry) } ?? entry
      let wrong = rules(whole)
      for (name, what) in wrong {
        note(
          entry[name] == nil ? pointer : "\(pointer)/\(name)", "“\(id)”: \(what)",
          "The entry is not used until it is mended.")
      }
      guard wrong.isEmpty else { continue }
      if let place { list[place] = whole } else { list.append(whole) }
    }
  }

  /// Every member of the refinement in the place of the one that is built in.
  private static func refined(_ base: JSONValue, with entry: JSONValue) -> JSONValue {
    .object((base.object ?? [:]).merging(entry.object ?? [:]) { _, new in new })
  }
}

/// What comes with the program, as trees.
enum BuiltInLists {
  static let measures = list(PackageResources.measures_json, "measures")
  static let scales = list(PackageResources.scales_json, "scales")

  private static func list(_ bytes: [UInt8], _ member: String) -> [JSONValue] {
    ((try? JSONValue.parse(bytes))?[member]?.array) ?? []
  }
}

extension AssessmentScale {
  /// The scales that come with the program.
  public static let builtIn: [AssessmentScale] = BuiltInLists.scales.compactMap(ScaleCodec.scale)
}

/// Scales as JSON.
enum ScaleCodec {
  static func scale(_ tree: JSONValue) -> AssessmentScale? {
    guard let id = tree["id"]?.string, let title = tree["title"]?.string,
      let expected = tree["expected"]?.string
    else { return nil }
    let levels = (tree["levels"]?.array ?? []).compactMap(level)
    let ends = (tree["numbers"]?.array ?? []).compactMap(\.double)
    return AssessmentScale(
      id: id, title: title, levels: levels, expected: expected, higher: tree["higher"]?.string,
      numbers: ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil)
  }

  private static func level(_ tree: JSONValue) -> AssessmentScale.Level? {
    guard let id = tree["id"]?.string else { return nil }
    return AssessmentScale.Level(
      id: id, title: tree["title"]?.string ?? id, also: (tree["also"]?.array ?? []).compactMap(\.string),
      from: tree["from"]?.double)
  }
}

/// What an entry must hold to be used: what is wrong, by the member that is to blame.
struct CatalogueRules {
  /// Ids stand in measures' names, file names and command lines.
  static func isID(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count)
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-._".unicodeScalars.contains($0))
      }
  }

  func problems(ofMeasure tree: JSONValue) -> [(String, String)] {
    var problems: [(String, String)] = []
    if tree["id"]?.string?.hasPrefix(ReturnMeasure.prefix) == true {
      problems.append(("id", "ids that begin with “ht.” are those of half-termly returns"))
    }
    if (tree["title"]?.string ?? "").allSatisfy(\.isWhitespace) {
      problems.append(("title", "it has no title"))
    }
    if let short = tree["shortTitle"], short.string.map({ DisplayWidth.of($0) > 14 }) ?? true {
      problems.append(("shortTitle", "its short title is no text of at most 14 characters"))
    }
    problems += word(tree, "unit", Measure.Unit.allCases.map(\.rawValue))
    problems += word(tree, "better", Measure.Direction.allCases.map(\.rawValue))
    for name in ["validFrom", "validTo"] {
      if let year = tree[name], !year.isNull, year.string.flatMap(AcademicYear.init(text:)) == nil {
        problems.append((name, "“\(name)” is no academic year such as 2026/27"))
      }
    }
    problems += list(tree, "notProducedIn", "no list of academic years") { AcademicYear(text: $0) != nil }
    problems += list(tree, "phases", "no list of primary, secondary, special") {
      SchoolKind(rawValue: $0) != nil
    }
    if let group = tree["yearGroup"], !group.isNull, group.string.flatMap(YearGroup.init(text:)) == nil {
      problems.append(("yearGroup", "its year group is none: R, 1 to 14"))
    }
    return problems
  }

  func problems(ofScale tree: JSONValue) -> [(String, String)] {
    guard let scale = ScaleCodec.scale(tree) else {
      return [("title", "a scale needs “title” and “expected”")]
    }
    var problems: [(String, String)] = []
    let ids = scale.levels.map(\.id)
    if !(2...30).contains(ids.count) || Set(ids).count < ids.count
      || ids.count < (tree["levels"]?.array?.count ?? 0)
    {
      problems.append(("levels", "a scale has 2 to 30 levels, the lowest first, each with an id of its own"))
    }
    if ids.contains(where: { !$0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } || $0.isEmpty }) {
      problems.append(("levels", "the id of a level is letters and digits"))
    }
    if !ids.contains(scale.expected) { problems.append(("expected", "“expected” is none of its levels")) }
    if let higher = scale.higher, !ids.contains(higher) {
      problems.append(("higher", "“higher” is none of its levels"))
    }
    if tree["numbers"] != nil, scale.numbers == nil {
      problems.append(("numbers", "“numbers” is not the least and the greatest number"))
    }
    if scale.numbers != nil {
      for level in scale.levels {
        for name in [level.title] + level.also {
          guard let number = Double(name), scale.level(holding: number)?.id != level.id else { continue }
          problems.append(("levels", "“\(name)” is a number of another level"))
        }
      }
      let from = scale.levels.map(\.from)
      let starts = from.compactMap(\.self)
      if starts.count < from.count || zip(starts, starts.dropFirst()).contains(where: >=) {
        problems.append(("levels", "on a scale of numbers each level has a “from”, rising"))
      }
    }
    return problems
  }

  private func word(_ tree: JSONValue, _ name: String, _ words: [String]) -> [(String, String)] {
    guard let word = tree[name]?.string, words.contains(word) else {
      return [(name, "“\(name)” is none of \(words.joined(separator: ", "))")]
    }
    return []
  }

  private func list(
    _ tree: JSONValue, _ name: String, _ what: String, _ fits: (String) -> Bool
  ) -> [(String, String)] {
    guard let value = tree[name], !value.isNull else { return [] }
    guard let list = value.array, list.allSatisfy({ $0.string.map(fits) ?? false }) else {
      return [(name, "“\(name)” is \(what)")]
    }
    return []
  }
}

extension DocumentFormat {
  static let measures = DocumentFormat("measures")
  static let scales = DocumentFormat("scales")
}
