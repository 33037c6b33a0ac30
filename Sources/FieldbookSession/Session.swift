import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// The running program without its terminal: keys and events in, frames out.
///
/// It belongs to one thread. Whatever touches the disk for long runs as a job of the queue, in order; while a save is
/// under way, keys wait, so that what follows it sees its outcome.
public final class Session {
  private let workspace: Workspace
  private let environment: SessionEnvironment
  private var snapshot: Snapshot
  private var navigation = Navigation()
  private var size: TerminalSize
  private let orders = RowOrders()
  private var drafts: DraftKeeper
  private var history = EditHistory()
  private var pendingKeys: [Key] = []
  private var jobsUnderWay = 0
  private var wantsToLeave = false
  /// The name that records carry.
  private let me: String

  /// What the holder of the terminal is asked to do; it empties this.
  public private(set) var requests: [TerminalRequest] = []

  /// Opens a session on a workspace.
  /// - Throws: what stands in the way of reading it.
  public init(
    workspace: Workspace, environment: SessionEnvironment, size: TerminalSize
  ) throws(StorageProblem) {
    let contents = try workspace.contents()
    self.workspace = workspace
    self.environment = environment
    self.size = size
    me = contents.identity.name
    snapshot = Snapshot(contents: contents, workspace: workspace)
    drafts = DraftKeeper(workspace: workspace, drafts: contents.drafts)
    snapshot.drafts = drafts.all
  }

  /// Whether the program is done: the user left, and everything is saved.
  public var isFinished: Bool { wantsToLeave && jobsUnderWay == 0 }

  /// Whether a save is under way.
  public var isSaving: Bool { jobsUnderWay > 0 }

  /// Whether typed text has not been flushed to the disk: then `flush` should be called within a second.
  public var needsFlush: Bool { drafts.needsFlush }

  /// What is on the screen, as text for tests.
  public var screenName: ScreenName { navigation.front.name }

  /// The workspace as the screens see it.
  public var picture: Snapshot { snapshot }

  // MARK: In

  /// Answers a key, or keeps it until the save under way has ended.
  public func press(_ key: Key) {
    if jobsUnderWay > 0 {
      pendingKeys.append(key)
    } else {
      answer(key)
    }
  }

  /// Runs an action by its id, as the palette does.
  public func perform(id: String) {
    carryOut(navigation.perform(id: id, context))
    keepDraft()
  }

  /// Takes in what jobs have posted.
  public func takeEvents() {
    for event in environment.queue.takeEvents() {
      jobsUnderWay -= 1
      answer(event)
    }
    while jobsUnderWay == 0, !pendingKeys.isEmpty { answer(pendingKeys.removeFirst()) }
  }

  /// Takes a new size of the screen.
  public func resize(to size: TerminalSize) {
    self.size = size
  }

  /// Makes typed text durable; called within a second of typing, and before the program ends or sleeps.
  public func flush() {
    if let problem = drafts.flush() { say(problem.message, .bad) }
  }

  /// Takes back the text that was open in the user's editor; nil when the editor failed, with the reason.
  public func finishEditing(_ text: String?, problem: String = "") {
    if let text, var form = navigation.front as? FormScreen {
      form.setFocusedText(text)
      navigation.front = form
      keepDraft()
      say("Taken from your editor: ^S saves", .good)
    } else {
      say(problem, .caution)
    }
  }

  /// What the holder of the terminal is asked to do, once.
  public func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests
  }

  // MARK: Out

  /// What the screen shows.
  public func frame() -> Canvas {
    var frame = navigation
    if jobsUnderWay > 0, frame.message == nil {
      frame.say("Saving…", .quiet)
    }
    let canvas = frame.frame(context)
    navigation.takeMemory(from: frame)
    return canvas
  }

  private var context: ScreenContext {
    ScreenContext(
      snapshot: snapshot, now: environment.now(), me: me, size: size,
      newID: { [workspace] in workspace.newID() },
      orders: orders)
  }

  private func say(_ text: String, _ role: Role) {
    navigation.say(text, role)
  }

  // MARK: Answering

  private func answer(_ key: Key) {
    carryOut(navigation.handle(key, context))
    keepDraft()
  }

  /// Whatever is being typed is in its journal before the next frame.
  private func keepDraft() {
    if let problem = drafts.keep(navigation.draft, now: environment.now()) {
      say("This text could not be kept as a draft: \(problem.message)", .bad)
    }
    if snapshot.drafts != drafts.all { changeSnapshot { $0.drafts = drafts.all } }
  }

  private func changeSnapshot(_ change: (inout Snapshot) -> Void) {
    change(&snapshot)
    snapshot.revision += 1
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let screen): navigation.open(screen)
    case .replace(let screen): navigation.replace(screen)
    case .section(let screen): navigation.section(screen)
    case .back: navigation.close()
    case .say(let text, let role): say(text, role)
    case .prompt(let kind, let text): navigation.open(kind, text: text, context)
    case .closePrompt: navigation.closePrompt()
    case .discardDraft(let owner): discardDraft(owner)
    case .save(let edit, let then): save(edit, then: then)
    case .sign(let review, let by, let then): sign(review, by: by, then: then)
    case .preview(let subject): preview(subject)
    case .undo: takeBack(.undo)
    case .redo: takeBack(.redo)
    case .press(let key): press(key)
    case .editExternally(let text): requests.append(.edit(text))
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: wantsToLeave = true
    }
  }

  private func discardDraft(_ owner: [String: String]) {
    if let problem = drafts.discard(owner) {
      say("The draft could not be removed: \(problem.message)", .caution)
    }
    changeSnapshot { $0.drafts = drafts.all }
  }

  // MARK: Jobs

  private func add(_ job: @escaping @Sendable () -> SessionEvent) {
    jobsUnderWay += 1
    environment.queue.add(job)
  }

  private func save(_ edit: RecordEdit, then: [Effect]) {
    let work = Work(kind: .edit, title: edit.title, canBeUndone: edit.canBeUndone, then: then)
    add { [workspace] in
      .saved(Result { () throws(StorageProblem) in try workspace.apply(edit) }, of: work)
    }
  }

  private func sign(_ id: String, by: String, then: [Effect]) {
    guard let review = snapshot.review(id) else { return }
    let at = environment.now()
    let work = Work(kind: .signing, title: "Signed by \(by)", canBeUndone: false, then: then)
    add { [workspace, snapshot] in
      let report = ReportText.signed(review, by: by, at: at, snapshot: snapshot)
      return .saved(
        Result { () throws(StorageProblem) in
          try workspace.sign(review: id, by: by, at: at, report: report)
        }, of: work)
    }
  }

  private func preview(_ subject: PreviewSubject) {
    let now = environment.now()
    let command = environment.command
    add { [snapshot] in ReportText.preview(subject, snapshot: snapshot, now: now, command: command) }
  }

  private func takeBack(_ kind: Work.Kind) {
    guard let entry = kind == .undo ? history.lastDone : history.lastUndone else {
      return say(kind == .undo ? "Nothing to undo in this session" : "Nothing to do again", .caution)
    }
    let work = Work(kind: kind, title: entry.title, canBeUndone: true, then: [])
    add { [workspace] in
      .saved(Result { () throws(StorageProblem) in try workspace.revert(entry.applied) }, of: work)
    }
  }

  // MARK: Outcomes

  private func answer(_ event: SessionEvent) {
    switch event {
    case .report(let title, let text, let command):
      navigation.open(PreviewScreen(title: title, text: text, command: command))
    case .saved(.success(let applied), let work):
      take(applied)
      history.record(applied, work)
      say(words(for: work), .good)
      carryOut(work.then)
    case .saved(.failure(let problem), let work):
      if work.kind == .undo || work.kind == .redo { history.drop(work.kind) }
      let kept = work.kind == .edit ? " Your text is still here and kept as a draft." : ""
      say("NOT SAVED. \(problem.message)\(kept)", .bad)
    }
  }

  private func words(for work: Work) -> String {
    switch work.kind {
    case .edit: "Saved: \(work.title.prefix(1).lowercased() + work.title.dropFirst())"
    case .undo: "Undone and saved: \(work.title.lowercased()) · ^R does it again"
    case .redo: "Done again and saved: \(work.title.lowercased())"
    case .signing: "Saved and signed: nothing in this review changes any more"
    }
  }

  /// Puts what is now on the disk in the place of what was shown before.
  private func take(_ applied: AppliedEdit) {
    changeSnapshot { snapshot in
      var reviews = snapshot.reviews
      var actions = snapshot.actions
      switch applied.document {
      case .review(let review):
        reviews.removeAll { $0.id == review.id }
        reviews.append(review)
      case .action(let action):
        actions.removeAll { $0.id == action.id }
        actions.append(action)
      }
      snapshot.setRecords(reviews: reviews, actions: actions)
    }
  }
}
