import FieldbookModel
import PlainText

/// The plan of collections as JSON: `collections` of `fieldbook.json`, id to collection.
enum CollectionCodec {
  /// What a document says, as far as it can be understood.
  static func plan(_ tree: JSONValue?) -> CollectionPlan {
    CollectionPlan((tree?.object ?? [:]).compactMap { collection($0, $1) })
  }

  private static func collection(_ id: String, _ tree: JSONValue) -> CollectionPlan.Collection? {
    guard let halfTerm = tree["halfTerm"]?.string.flatMap(Period.init(text:))?.halfTerm,
      let asks = tree["asks"]?.string.flatMap(CollectionPlan.Asks.init(rawValue:)),
      let due = tree["due"]?.string.flatMap(CalendarDate.init(text:))
    else { return nil }
    return CollectionPlan.Collection(
      id: id, halfTerm: halfTerm, asks: asks,
      yearGroups: texts(tree["yearGroups"]).compactMap(YearGroup.init(text:)),
      subjects: texts(tree["subjects"]),
      due: due, because: tree["because"]?.string ?? "",
      hours: tree["hours"]?.double.flatMap { HoursText.hours(NumberText.plain($0)) },
      without: texts(tree["without"]).compactMap(URN.init(cell:)))
  }

  static func tree(_ collection: CollectionPlan.Collection, over before: JSONValue?) -> JSONValue {
    var members = before?.object ?? [:]
    members["halfTerm"] = .string(Period(collection.halfTerm).text)
    members["asks"] = .string(collection.asks.rawValue)
    members["yearGroups"] = .array(collection.yearGroups.map { .string($0.shortTitle) })
    members["subjects"] = .array(collection.subjects.map { .string($0) })
    members["due"] = .string(collection.due.text)
    members["hours"] = collection.hours.map { .number(JSONNumber($0)) }
    members["without"] =
      collection.without.isEmpty ? .none : .some(.array(collection.without.map { .string($0.text) }))
    members["because"] = collection.because.isEmpty ? .none : .some(.string(collection.because))
    return .object(members)
  }

  static func problems(in tree: JSONValue?) -> [DocumentProblem] {
    guard let tree else { return [] }
    guard let collections = tree.object else {
      return [
        problem("/collections", "“collections” is not what it should be", "Write {} or collections by id.")
      ]
    }
    return collections.sorted { $0.key < $1.key }.compactMap { id, value in
      let groups = texts(value["yearGroups"])
      let isWrong =
        collection(id, value) == nil || groups.contains { YearGroup(text: $0) == nil }
        || texts(value["without"]).contains { URN(cell: $0) == nil }
      guard isWrong else { return nil }
      return problem(
        JSONPointer.member(id, of: "/collections"), "this is no collection",
        "Write “halfTerm” (“2026/27 Autumn 1”), “asks” (attainment or conduct), “due” (a day), “yearGroups”, “subjects”, “without” (URNs)."
      )
    }
  }

  private static func texts(_ tree: JSONValue?) -> [String] { (tree?.array ?? []).compactMap(\.string) }

  private static func problem(_ pointer: String, _ what: String, _ mend: String) -> DocumentProblem {
    DocumentProblem(pointer: pointer, code: "collection", what: what, mend: mend)
  }
}

extension Workspace {
  /// Changes the plan of collections and gives back what it is now. Only that collection is written.
  ///
  /// Throws `refused` for a fourth collection of attainment in a year that has no reason.
  public func change(_ change: CollectionChange) throws(StorageProblem) -> CollectionPlan {
    let plan = try folder.main().collections
    if let collection = change.collection, case .needsReason(let count) = plan.advice(on: collection),
      collection.because.allSatisfy(\.isWhitespace)
    {
      throw StorageProblem(
        .refused, file: WorkspaceFolder.main,
        what: "a collection of attainment number \(count) in a year needs a reason",
        mend: "Say why it is needed.")
    }
    try changePlan(change.title) { main, write in
      var collections = main.tree["collections"]?.object ?? [:]
      collections[change.id] = change.collection.map {
        CollectionCodec.tree($0, over: collections[change.id])
      }
      main.set("collections", .object(collections), write)
    }
    return try folder.main().collections
  }
}
