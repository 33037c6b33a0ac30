import FieldbookModel
import PlainText
import Synchronization

/// The calendar and the plan of collections are taken back place by place, and refused where one has moved on.
extension Workspace {
  /// Changes the calendar or the plan of collections, and remembers it under a title.
  func changePlan(
    _ title: String, _ work: (inout MainDocument, RecordID) -> Void
  ) throws(StorageProblem) {
    try writing { (state) throws(StorageProblem) in
      var main = try folder.main()
      try refuseNewer(main.newerVersion, WorkspaceFolder.main)
      let before = main.tree
      let write = folder.identities.write(by: state.identity.writer)
      work(&main, write)
      let step = PastEdit.PlanStep(from: before, to: main.tree)
      guard !step.places.isEmpty else { return }
      main.adoptHandEdits(write)
      try keep(
        main.tree, at: WorkspaceFolder.main,
        as: .edit(past(step, title, at: folder.environment.now(), write)), &state)
    }
  }

  func takeBack(
    _ step: PastEdit.PlanStep, of past: PastEdit, _ event: (PastEdit) -> HistoryEvent,
    _ state: inout WorkspaceState
  ) throws(StorageProblem) -> AppliedEdit {
    var main = try folder.main()
    try refuseNewer(main.newerVersion, WorkspaceFolder.main)
    guard step.stands(in: main.tree) else { throw movedOn(past, WorkspaceFolder.main) }
    let write = folder.identities.write(by: state.identity.writer)
    for member in Set(step.places.compactMap(\.path.first)).sorted() {
      main.set(member, step.before(member, of: main.tree[member]), write)
    }
    main.adoptHandEdits(write)
    if let problem = CalendarRules.problems(in: main.tree["calendar"]).first {
      throw StorageProblem(
        .refused, file: WorkspaceFolder.main,
        what: "“\(past.title)” cannot be undone: \(problem.what)", mend: "Change it by hand.")
    }
    let edit = self.past(step.reversed, past.title, at: past.at, write)
    try keep(main.tree, at: WorkspaceFolder.main, as: event(edit), &state)
    return AppliedEdit(edit: edit, document: .plans(main.calendar, main.collections))
  }

  private func past(
    _ step: PastEdit.PlanStep, _ title: String, at: Instant, _ write: RecordID
  ) -> PastEdit {
    PastEdit(
      id: write.text, title: title, at: at, canBeUndone: true, members: [], created: [], plan: step)
  }
}
