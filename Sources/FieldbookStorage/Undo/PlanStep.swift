import PlainText

extension PastEdit {
  /// A change of the calendar or of the plan of collections: every place of `fieldbook.json` that it wrote. Two people
  /// may change other years, days and collections meanwhile; those are other places.
  struct PlanStep: Sendable, Hashable {
    /// A place, by the names of the members that lead to it, with what stood there and what stands there now; nil for
    /// nothing.
    struct Place: Sendable, Hashable {
      let path: [String]
      let before: JSONValue?
      let after: JSONValue?
    }

    /// The members of the document that hold such plans.
    static let members = ["calendar", "collections"]

    let places: [Place]

    init(_ places: [Place]) { self.places = places }

    /// What a change wrote into a document.
    init(from before: JSONValue, to after: JSONValue) {
      places = PlanStep.members.flatMap { PlanStep.places([$0], before[$0], after[$0]) }
    }

    /// The step that takes this one back.
    var reversed: PlanStep {
      PlanStep(places.map { Place(path: $0.path, before: $0.after, after: $0.before) })
    }

    /// Whether a document still is as the step left it.
    func stands(in tree: JSONValue) -> Bool {
      places.allSatisfy { PlanStep.value(at: $0.path[...], in: tree) == $0.after }
    }

    /// A member of the document, as it was before the step. What the step put into an object that is empty without it
    /// takes that away too.
    func before(_ member: String, of tree: JSONValue?) -> JSONValue {
      places.filter { $0.path.first == member }.reduce(tree ?? .object([:])) { tree, place in
        PlanStep.putting(place.before, at: place.path.dropFirst(), in: tree) ?? .object([:])
      }
    }

    private static func places(_ path: [String], _ before: JSONValue?, _ after: JSONValue?) -> [Place] {
      if before == after { return [] }
      // A collection is there or not; of days and of schools’ dates any may come and go by themselves.
      let isWhole = path.first == "collections" && path.count > 1
      let missing: JSONValue? = isWhole ? nil : .object([:])
      guard let old = (before ?? missing)?.object, let new = (after ?? missing)?.object else {
        return [Place(path: path, before: before, after: after)]
      }
      return Set(old.keys).union(new.keys).sorted().flatMap { places(path + [$0], old[$0], new[$0]) }
    }

    private static func value(at path: ArraySlice<String>, in tree: JSONValue?) -> JSONValue? {
      guard let name = path.first else { return tree }
      return value(at: path.dropFirst(), in: tree?[name])
    }

    private static func putting(
      _ value: JSONValue?, at path: ArraySlice<String>, in tree: JSONValue?
    ) -> JSONValue? {
      guard let name = path.first else { return value }
      var members = tree?.object ?? [:]
      members[name] = putting(value, at: path.dropFirst(), in: members[name])
      return members.isEmpty ? nil : .object(members)
    }
  }
}
