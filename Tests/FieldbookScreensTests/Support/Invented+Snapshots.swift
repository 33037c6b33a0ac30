import FieldbookModel
import FieldbookScreens

extension Invented {
  static func snapshot(
    facts: Facts = facts, reviews: [Review] = reviews, actions: [AgreedAction] = actions,
    drafts: [TypedDraft] = [], readOnly: String? = nil, problems: [String] = []
  ) -> Snapshot {
    var snapshot = Snapshot(
      revision: 1, name: "Meadowbank Trust", trust: "Meadowbank Trust", facts: facts, reviews: reviews,
      actions: actions,
      frameworks: [framework], calendar: SchoolCalendar(), smallGroups: SmallGroups(), drafts: drafts,
      readOnlyReason: readOnly, problems: problems)
    guard !reviews.isEmpty else { return snapshot }
    let note = RecordAddress.inReview("r-now", "evidence", "n1")
    snapshot.setOwnFrameworks([
      OwnFramework(
        id: "own",
        framework: Framework(
          id: "own", title: "Our own areas", areas: framework.areas, scales: framework.scales)),
      OwnFramework(
        id: "torn", framework: nil,
        problems: ["frameworks/torn.json:7:12: there is no scale “five”. Write one of “four”."]),
    ])
    snapshot.editsToUndo = [
      RememberedEdit(id: "w2", title: "Note changed", at: now, address: note),
      RememberedEdit(
        id: "w1", title: "Action agreed", at: Instant(milliseconds: now.milliseconds - 86_400_000),
        address: .action("a-new")),
    ]
    snapshot.editsToRedo = [
      RememberedEdit(id: "w3", title: "Finding added", at: now, address: .review("r-now"))
    ]
    return snapshot
  }

  /// Nothing imported, nothing written.
  static let empty = snapshot(facts: .none, reviews: [], actions: [])

  /// Schools and results, and not a word written yet.
  static let unwritten = snapshot(reviews: [], actions: [])

  static let full = snapshot()

  /// Somebody else writes.
  static let readOnly = snapshot(readOnly: "another fieldbook has this workspace open (process 4711)")
}
