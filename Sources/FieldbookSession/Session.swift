import FieldbookModel
import FieldbookReports
import FieldbookScreens
import FieldbookStorage
import TextUI

/// The running program without its terminal: keys and events in, frames out.
///
/// It belongs to one thread. Whatever touches the disk for long runs as a job of the queue, in order; while a save is
/// under way, keys wait, so that what follows it sees its outcome.
public final class Session {
  let workspace: Workspace
  let environment: SessionEnvironment
  private var snapshot: Snapshot
  var navigation = Navigation()
  private(set) var size: TerminalSize
  private let orders = RowOrders()
  private let visitPicture = VisitPicture()
  /// Whether pages are read out instead of drawn.
  var isSpoken = false
  /// Whether nothing is shown. Keys that were pressed before are answered all the same.
  public private(set) var isBlank = false
  var drafts: DraftKeeper
  private var pendingKeys: [Key] = []
  var jobsUnderWay = 0
  /// What the job under way does, in words.
  private var busyWords = ""
  /// The identity of the next new record. It stays the same until a save has worked, so that trying again after a
  /// failure that reached the disk all the same does not make a second record.
  private var nextID: String
  private var wantsToLeave = false
  /// Many reports that are being written.
  var writing: ReportWriting?
  /// Files that are being looked at.
  var importing = Importing()
  /// What is still to be written of how tables stand.
  var tables = TablesKeeper()
  /// Whether the queue is bringing typed text to the disk.
  public internal(set) var isFlushing = false
  /// Whether a power cut would take something of what can be undone.
  var hasUnflushedHistory = false
  /// Whether it is still to be remembered that the first keys were shown.
  var owesFirstKeysNote = false
  /// Whether the user was told that leaving loses text.
  private var hasWarnedOfLoss = false
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
    nextID = workspace.newID()
    // What another fieldbook's user is typing just now is no draft of ours.
    drafts = DraftKeeper(workspace: workspace, drafts: workspace.holder == nil ? contents.drafts : [])
    snapshot.drafts = drafts.all
    rememberEdits()
    teachIfNew()
    readPhrases()
    takeRememberedTables()
    if !environment.notice.isEmpty { navigation.say(environment.notice, .caution) }
  }

  /// Whether the program is done: the user left, and everything is saved.
  public var isFinished: Bool { wantsToLeave && !isOnItsWay && writing == nil }

  /// Whether keys wait for something under way.
  public var isBusy: Bool { jobsUnderWay > 0 }

  /// Whether a save is under way, or reports that were stopped are being cleared away. Line mode waits for reports too,
  /// for it has no key that stops them.
  public var isSaving: Bool {
    isOnItsWay || isSpoken && (importing.isReading || importing.looks > 0)
      || writing.map { isSpoken || $0.isStopped || $0.isPlacing } ?? false
  }

  /// Whether anything that was typed or chosen is on its way to the disk.
  private var isOnItsWay: Bool { jobsUnderWay > 0 || !tables.isKept || isFlushing }

  /// What is on the screen, as text for tests.
  public var screenName: ScreenName { navigation.front.name }

  /// The school that alone is shown, in visit mode.
  public var visited: URN? { navigation.visit?.school }

  /// The workspace with all that it holds, whatever visit mode shows of it.
  public var picture: Snapshot { snapshot }

  // MARK: In

  /// Answers a key, or keeps it until the save under way has ended.
  public func press(_ key: Key) {
    if isBlank {
      isBlank = !BlankScreen.bringsBack(key)
      return
    }
    isBlank = BlankScreen.blanks(key, in: navigation, environment.keys)
    if isBlank { return }
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
      switch event {
      case .tablesRemembered(let problem): tablesRemembered(problem)
      case .flushed(let draft, let history): flushed(draft: draft, history: history)
      case .prepared: break
      case .writing(let step): take(step)
      case .arrived(let outcome): take(outcome)
      default:
        jobsUnderWay -= 1
        answer(event)
      }
    }
    let failure = navigation.message.flatMap { $0.role == .bad ? $0 : nil }
    while jobsUnderWay == 0, !pendingKeys.isEmpty { answer(pendingKeys.removeFirst()) }
    // Keys that were typed ahead do not wipe away that a save failed.
    if let failure, jobsUnderWay == 0 { navigation.message = failure }
  }

  /// Takes a new size of the screen.
  public func resize(to size: TerminalSize) {
    self.size = size
  }

  /// Takes back the text that was open in the user's editor; nil when the editor failed, with the reason.
  public func finishEditing(_ text: String?, problem: String = "") {
    if let text, var form = navigation.front as? FormScreen {
      guard text != form.focusedText else { return say("Nothing was changed in your editor", .plain) }
      form.setFocusedText(text)
      navigation.front = form
      keepDraft()
      say("Taken from your editor: \(environment.keys.name(of: "form.accept", on: .form)) saves", .good)
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
    if isBlank { return BlankScreen.canvas(size) }
    var frame = navigation
    if jobsUnderWay > 0, frame.message == nil {
      frame.say(busyWords, .quiet)
    }
    let canvas = frame.frame(context)
    navigation.takeMemory(from: frame)
    return canvas
  }

  var context: ScreenContext {
    var whole = ScreenContext(
      snapshot: snapshot, now: environment.now(), me: me, size: size, newID: { [nextID] in nextID },
      orders: orders, keys: environment.keys)
    whole.isSpoken = isSpoken
    whole.role = environment.role
    return navigation.visit.map { visitPicture.context(of: $0.school, in: whole) } ?? whole
  }

  func say(_ text: String, _ role: Role) {
    navigation.say(text, role)
  }

  /// The key of an action of the screen in front, for a sentence that mentions it.
  func key(_ id: String, on screen: ScreenName? = nil) -> String {
    environment.keys.name(of: id, on: screen ?? navigation.screenName)
  }

  // MARK: Answering

  private func answer(_ key: Key) {
    carryOut(navigation.handle(key, context))
    keepDraft()
    // What is begun next is another record.
    if !navigation.isTyping, jobsUnderWay == 0 { nextID = workspace.newID() }
  }

  /// Whatever is being typed is in its journal before the next frame.
  func keepDraft() {
    if let problem = drafts.keep(navigation.draft, now: environment.now()) {
      say(ProblemWords.draft(problem, size), .bad)
    }
    if !drafts.hasUnkept { hasWarnedOfLoss = false }
    if snapshot.drafts != drafts.all { changeSnapshot { $0.drafts = drafts.all } }
  }

  func changeSnapshot(_ change: (inout Snapshot) -> Void) {
    change(&snapshot)
    snapshot.revision += 1
  }

  func carryOut(_ effects: [Effect]) {
    for effect in effects { carryOut(effect) }
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let screen): navigation.open(screen, context)
    case .replace(let screen): navigation.replace(screen)
    case .section(let screen): navigation.section(screen)
    case .back: navigation.close()
    case .say(let text, let role): say(text, role)
    case .prompt(let kind, let text):
      navigation.open(kind, text: text, context)
      prepareFind()
    case .closePrompt: navigation.closePrompt()
    case .discardDraft(let owner): discardDraft(owner)
    case .save(let edit, let then): save(edit, then: then)
    case .saveAll(let edits, let said, let then): saveAll(edits, said: said, then: then)
    case .savePhrases(let change, let then): save(change, then: then)
    case .sign(let review, let by, let then): sign(review, by: by, then: then)
    case .table(let id, let state): take(state, of: id)
    case .views(let views): take(views)
    case .preview(let subject): preview(subject)
    case .writeReports(let subjects, let format, let folder, let then):
      writeReports(subjects, format, into: folder, then: then)
    case .stopWriting: importing.isReading ? stopReading() : stopWriting()
    case .arrive(let step): take(step)
    case .undo(let id): takeBack(.undo, id)
    case .redo(let id): takeBack(.redo, id)
    case .saveFramework(let edit, let then): save(edit, then: then)
    case .useFramework(let id): useFramework(id)
    case .saveCalendar(let change, let then): save(change, then: then)
    case .saveCollection(let change, let then): save(change, then: then)
    case .press(let key): press(key)
    case .editExternally(let text): requests.append(.edit(text))
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .blank: isBlank = true
    case .quit: leave()
    }
  }

  private func discardDraft(_ owner: [String: String]) {
    if let problem = drafts.discard(owner) {
      let before = navigation.message.map { $0.text + " · " } ?? ""
      say("\(before)The draft stays, and will be offered again: \(ProblemWords.reason(problem))", .caution)
    }
    changeSnapshot { $0.drafts = drafts.all }
  }

  /// Leaves; where text would be lost, only when asked again.
  private func leave() {
    flush()
    if isStoppedByLeaving() { return }
    guard drafts.hasUnkept, !hasWarnedOfLoss else {
      wantsToLeave = true
      return
    }
    hasWarnedOfLoss = true
    let (quit, resume) = (key("quit"), key("draft.resume"))
    say(
      "Unsaved text cannot be kept on this disk: \(quit) again leaves and loses it, \(resume) shows it", .bad)
  }

  // MARK: Jobs

  func add(_ words: String, _ job: @escaping @Sendable () -> SessionEvent) {
    jobsUnderWay += 1
    busyWords = words
    environment.queue.add(job)
  }

  private func save(_ edit: RecordEdit, then: [Effect]) {
    let work = Work(kind: .edit, title: edit.title, then: then)
    add("Saving…") { [workspace] in
      .saved(Result { () throws(StorageProblem) in try workspace.apply(edit) }, of: work)
    }
  }

  private func sign(_ id: String, by: String, then: [Effect]) {
    guard let review = snapshot.review(id) else { return }
    let at = environment.now()
    let work = Work(
      kind: .issuing(review.kind),
      title: "\(review.kind.issued.prefix(1).uppercased() + review.kind.issued.dropFirst()) by \(by)",
      then: then)
    add("Saving and \(review.kind.issuing)…") { [workspace, snapshot] in
      let report = ReportSource(workspace: workspace, snapshot: snapshot, now: at).signed(review, by: by)
      do throws(StorageProblem) {
        let page = report.page(at: at)
        let signed = try workspace.sign(
          review: id, by: by, at: at, report: TextReport.text(report), page: page)
        return .saved(.success(signed), of: work)
      } catch {
        if error.kind == .refused, let signed = workspace.signed(id, by: by) {
          return .signedBefore(signed, of: work)
        }
        return .saved(.failure(error), of: work)
      }
    }
  }

  private func preview(_ subject: PreviewSubject) {
    let source = ReportSource(workspace: workspace, snapshot: snapshot, now: environment.now())
    let command = environment.command
    add("Writing the report…") { source.preview(subject, command: command) }
  }

  private func writeReports(
    _ subjects: [PreviewSubject], _ format: ReportFormat, into folder: String, then: [Effect]
  ) {
    let source = ReportSource(workspace: workspace, snapshot: snapshot, now: environment.now())
    guard let subject = subjects.first, subjects.count == 1 else {
      return beginWriting(subjects, format, into: folder, from: source, then: then)
    }
    add("Writing the report…") { source.write(subject, format, into: folder, then: then) }
  }

  // MARK: Outcomes

  private func answer(_ event: SessionEvent) {
    switch event {
    case .report(let preview): navigation.open(preview)
    case .noReport(let problem): say("NO REPORT: \(problem.message)", .bad)
    case .wroteReport(let file, let then):
      say(ReportWords.written([file], size), .good)
      carryOut(then)
    case .wroteNot(let problem): say(ReportWords.notWritten(problem), .bad)
    case .imported(let kept): take(kept)
    case .tablesRemembered, .flushed, .prepared, .writing, .arrived: break
    case .savedAll(let outcome): take(outcome)
    case .phrases(let outcome): take(outcome)
    case .frameworks(let change): take(change)
    case .plan(let outcome): take(outcome)
    case .saved(.success(let applied), let work):
      take(applied.document)
      finish(work)
    case .signedBefore(let review, let work):
      take(.review(review))
      finish(work)
    case .saved(.failure(let problem), let work):
      takeHistory()
      say(ProblemWords.save(problem, of: work.kind, size), .bad)
    }
  }

  /// What is made next is another record.
  func beginNewRecord() {
    nextID = workspace.newID()
  }

  /// Takes in what can now be undone; it is flushed soon.
  func rememberEdit() {
    hasUnflushedHistory = true
    takeHistory()
  }

  /// Says that an edit is durable, and does what follows.
  private func finish(_ work: Work) {
    nextID = workspace.newID()
    rememberEdit()
    say(words(for: work), .good)
    carryOut(work.then)
    navigation.endVisitIfOver(context)
  }

  private func words(for work: Work) -> String {
    switch work.kind {
    case .edit: "Saved: \(work.title.prefix(1).lowercased() + work.title.dropFirst())"
    case .undo: "Undone and saved: \(work.title) · \(key("redo")) does it again"
    case .redo: "Done again and saved: \(work.title)"
    case .issuing(.formal): "Saved and signed: nothing in this review changes any more"
    case .issuing(let kind):
      "Saved and \(kind.issued): it stays as it is · \(key("addendum.add", on: .noteOfVisit)) adds to it, "
        + "\(key("note.close", on: .noteOfVisit)) closes it"
    }
  }

  /// Puts what is now on the disk in the place of what was shown before.
  func take(_ document: AppliedEdit.Document) {
    changeSnapshot { snapshot in
      var reviews = snapshot.reviews
      var actions = snapshot.actions
      switch document {
      case .review(let review):
        reviews.removeAll { $0.id == review.id }
        reviews.append(review)
      case .action(let action):
        actions.removeAll { $0.id == action.id }
        actions.append(action)
      case .phrases(let book): snapshot.phrases = book
      case .frameworks(let own): snapshot.setOwnFrameworks(own)
      case .usualFramework(let id): snapshot.chosenFramework = id
      case .plans(let calendar, let plan): (snapshot.calendar, snapshot.collections) = (calendar, plan)
      }
      snapshot.setRecords(reviews: reviews, actions: actions)
    }
  }
}
