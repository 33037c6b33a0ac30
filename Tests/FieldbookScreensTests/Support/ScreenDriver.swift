import FieldbookModel
import FieldbookScreens
import Synchronization
import Testing
import TextUI

/// The screens without a session: presses keys, carries out what can be carried out without a disk, and keeps the rest.
struct ScreenDriver {
  static let narrow = TerminalSize(columns: 80, rows: 24)
  static let wide = TerminalSize(columns: 160, rows: 50)
  static let sizes = [narrow, wide]

  var navigation = Navigation()
  var snapshot: Snapshot
  var size: TerminalSize
  var now = Invented.now
  /// Which key does what.
  var keys = KeyBindings.standard
  /// What the latest key asked of the session.
  private(set) var effects: [Effect] = []
  /// The titles of all edits, oldest first.
  private(set) var saved: [String] = []
  /// What is on the screen.
  private(set) var canvas = Canvas(TerminalSize(columns: 0, rows: 0))
  private let orders = RowOrders()
  private let made = Made()

  private final class Made: Sendable {
    private let count = Mutex(0)
    func next() -> String {
      count.withLock {
        $0 += 1
        return "new-\($0)"
      }
    }
  }

  init(_ snapshot: Snapshot = Invented.full, size: TerminalSize = ScreenDriver.narrow) {
    self.snapshot = snapshot
    self.size = size
    draw()
  }

  var context: ScreenContext {
    var context = ScreenContext(
      snapshot: navigation.visit.map { snapshot.only($0.school) } ?? snapshot, now: now, me: "R. Reviewer",
      size: size, newID: { [made] in made.next() },
      orders: navigation.visit == nil ? orders : RowOrders(), keys: keys)
    context.isVisit = navigation.visit != nil
    return context
  }

  /// All that is on the screen as running text, for sentences that may be broken anywhere.
  var prose: String {
    rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  var screen: ScreenName { navigation.front.name }

  /// What was last said.
  var message: String { navigation.message?.text ?? "" }

  // MARK: Keys

  /// Presses keys by their names.
  mutating func press(_ names: String...) {
    for name in names {
      guard let key = Key(name: name) else {
        Issue.record("There is no key called \(name)")
        continue
      }
      press(key)
    }
  }

  /// Types a text, a key a character.
  mutating func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  mutating func press(_ key: Key) {
    effects = []
    carryOut(navigation.handle(key, context))
    keepDraft()
    draw()
  }

  /// Runs an action by its id, as the palette does.
  mutating func run(_ id: String) {
    effects = []
    navigation.message = nil
    carryOut(navigation.perform(id: id, context))
    keepDraft()
    draw()
  }

  // MARK: Effects

  private mutating func carryOut(_ all: [Effect]) {
    for effect in all {
      effects.append(effect)
      carryOut(effect)
    }
  }

  private mutating func carryOut(_ effect: Effect) {
    switch effect {
    case .open(let screen): navigation.open(screen, context)
    case .replace(let screen): navigation.replace(screen)
    case .section(let screen): navigation.section(screen)
    case .back: navigation.close()
    case .say(let text, let role): navigation.say(text, role)
    case .prompt(let kind, let text): navigation.open(kind, text: text, context)
    case .closePrompt: navigation.closePrompt()
    case .discardDraft(let owner):
      snapshot.drafts.removeAll { $0.context == owner }
      snapshot.revision += 1
    case .save(let edit, let then):
      snapshot.apply(edit)
      saved.append(edit.title)
      navigation.say("Saved: \(edit.title.lowercased())", .good)
      carryOut(then)
    case .saveAll(let edits, let said, let then):
      for edit in edits {
        snapshot.apply(edit)
        saved.append(edit.title)
      }
      navigation.say(said, .good)
      carryOut(then)
    case .savePhrases(let change, let then):
      snapshot.apply(change)
      saved.append(change.title)
      navigation.say("Saved: \(change.title.lowercased())", .good)
      carryOut(then)
    case .table(let id, let state):
      if navigation.visit == nil { snapshot.tables[id] = state } else { snapshot.tablesOfVisit[id] = state }
      snapshot.revision += 1
    case .views(let views):
      snapshot.views = views
      snapshot.revision += 1
    case .saveFramework(let edit, let then):
      let others = snapshot.ownFrameworks.filter { $0.id != edit.framework.id }
      snapshot.setOwnFrameworks(others + [OwnFramework(id: edit.framework.id, framework: edit.framework)])
      snapshot.revision += 1
      saved.append(edit.title)
      navigation.say("Saved: \(edit.title.lowercased())", .good)
      carryOut(then)
    case .useFramework(let id): snapshot.chosenFramework = id
    case .saveCollection(let change, let then):
      snapshot.collections.apply(change)
      snapshot.revision += 1
      saved.append(change.title)
      navigation.say("Saved: \(change.title)", .good)
      carryOut(then)
    case .saveCalendar(let change, let then):
      snapshot.calendar.apply(change)
      snapshot.revision += 1
      saved.append(change.title)
      navigation.say("Saved: \(change.title)", .good)
      carryOut(then)
    case .press(let key): carryOut(navigation.handle(key, context))
    case .sign, .preview, .writeReports, .arrive, .undo, .redo, .editExternally, .redraw, .suspend, .blank,
      .quit,
      .stopWriting:
      break
    }
  }

  /// What is being typed stays among the drafts, as the session's journal keeps it.
  private mutating func keepDraft() {
    guard let draft = navigation.draft else { return }
    if let index = snapshot.drafts.firstIndex(where: { $0.context == draft.context }) {
      guard snapshot.drafts[index].texts != draft.texts else { return }
      snapshot.drafts[index].texts = draft.texts
    } else {
      snapshot.drafts.insert(
        TypedDraft(id: made.next(), context: draft.context, texts: draft.texts, startedAt: now), at: 0)
    }
    snapshot.revision += 1
  }

  // MARK: Frames

  /// Draws, and sees to it that the cursor is on the screen.
  private mutating func draw() {
    canvas = navigation.frame(context)
    guard size.rows > 0, size.columns > 0 else { return }
    guard let cursor = canvas.cursor else {
      Issue.record("No cursor on \(screen)")
      return
    }
    if !(0..<size.rows).contains(cursor.row) || !(0..<size.columns).contains(cursor.column) {
      Issue.record("The cursor is outside \(screen) at \(cursor)")
    }
  }

  /// Draws again, for another size or workspace.
  mutating func resize(_ size: TerminalSize) {
    self.size = size
    draw()
  }

  /// The rows of the screen, without blanks at their ends.
  var rows: [String] {
    (0..<canvas.size.rows).map { row in
      var text = canvas.row(row).map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  /// The whole screen as text.
  var frame: String { rows.joined(separator: "\n") }

  /// The row the cursor is on.
  var cursorRow: String { canvas.cursor.map { rows[$0.row] } ?? "" }

  /// The footer.
  var footer: String { rows.last ?? "" }

  /// The line of status.
  var status: String { rows.count > 1 ? rows[rows.count - 2] : "" }

  func shows(_ text: String) -> Bool { frame.contains(text) }

  /// The first row that holds a text.
  func row(_ text: String) -> String { rows.first { $0.contains(text) } ?? "" }
}

extension ScreenDriver {
  /// On the workspace of the review that is in fieldwork.
  static func inReview(
    _ snapshot: Snapshot = Invented.full, _ id: String = "r-now", size: TerminalSize = narrow
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.navigation.open(ReviewScreen(id: id))
    driver.resize(size)
    return driver
  }

  static func atSchool(
    _ urn: URN, _ snapshot: Snapshot = Invented.full, size: TerminalSize = narrow
  ) -> ScreenDriver {
    var driver = ScreenDriver(snapshot, size: size)
    driver.navigation.open(SchoolScreen(urn: urn))
    driver.resize(size)
    return driver
  }
}
