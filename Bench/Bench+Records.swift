extension Bench {
  /// Workspaces that differ only in how many records they hold.
  func prepareRecords() -> Bool {
    let few = Generated.reviews(3, notes: 40)
    return prepare("few", reviews: few) && prepare("many", reviews: Generated.reviews(200, notes: 40))
      && prepare("actions", reviews: few, actions: Generated.actions(2000, of: few.map(\.id)))
  }

  /// How much longer the first frame takes with years of reviews and actions than with the first three.
  func records() -> [Row] {
    var (few, many, actions) = (Figures(), Figures(), Figures())
    // Documents that have only just been written are not cached at the first opening.
    for name in ["few", "many", "actions", "many", "actions"] { _ = opening(name, showing: "12 schools") }
    for _ in 0..<(2 * Bench.openings) {
      few.add(opening("few", showing: "12 schools"))
      many.add(opening("many", showing: "12 schools"))
      actions.add(opening("actions", showing: "12 schools"))
    }
    return [
      Row(
        what: "first frame with 200 reviews on disk", ours: many.median, theirs: few.median,
        comparator: "with 3",
        limit: 1.3),
      Row(
        what: "first frame with 2,000 actions on disk", ours: actions.median, theirs: few.median,
        comparator: "with none", limit: 1.3),
    ]
  }

  private func prepare(
    _ name: String, reviews: [(id: String, document: String)], actions: [(id: String, document: String)] = []
  ) -> Bool {
    guard place.makeWorkspace(name, importing: [place.folder + "/twelve.csv"]) else { return false }
    for (folder, records) in [("reviews", reviews), ("actions", actions)] {
      for record in records {
        Files.write(record.document, to: "\(place.workspace(name))/records/\(folder)/\(record.id).json")
      }
    }
    // Whoever writes the workspace mends what others could read; then nothing may be found wrong.
    _ = opening(name, showing: "12 schools")
    return place.run(["-w", place.workspace(name), "check"])
  }
}
