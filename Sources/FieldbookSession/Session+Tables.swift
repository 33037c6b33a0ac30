import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// What is still to be written of how tables stand. It never keeps a key waiting.
struct TablesKeeper {
  /// What is on the disk, or on its way there.
  private(set) var written = RememberedTables()
  private var isUnderWay = false
  private var isDue = false

  /// Whether all of it is written.
  var isKept: Bool { !isUnderWay && !isDue }

  mutating func begin(with tables: RememberedTables) { written = tables }

  /// Whether a state is to be written now; while one is on its way, the next waits.
  mutating func mayWrite(_ tables: RememberedTables) -> Bool {
    guard !isUnderWay else {
      isDue = tables != written
      return false
    }
    isDue = false
    guard tables != written else { return false }
    (written, isUnderWay) = (tables, true)
    return true
  }

  mutating func end() { isUnderWay = false }
}

/// How tables stand: filter, order, columns, marks, and the views saved by name.
extension Session {
  /// Shows tables as they were left. What cannot be read is said, and the rest shown as it first was.
  func takeRememberedTables() {
    let (remembered, problem) = workspace.rememberedTables()
    tables.begin(with: remembered)
    changeSnapshot { snapshot in
      snapshot.tables = remembered.last.mapValues { TableState(choices: $0) }
      for (table, marks) in remembered.marks { snapshot.tables[table, default: TableState()].marks = marks }
      snapshot.views = remembered.views
      if let problem { snapshot.problems.append(problem) }
    }
  }

  /// Takes a table's new state.
  func take(_ state: TableState, of table: String) {
    guard navigation.visit == nil else { return changeSnapshot { $0.tablesOfVisit[table] = state } }
    changeSnapshot { $0.tables[table] = state }
    keepTables()
  }

  /// Takes the views saved by name.
  func take(_ views: [SavedView]) {
    changeSnapshot { $0.views = views }
    keepTables()
  }

  /// Has the queue get ready what is looked through, while the user thinks of the first letter.
  func prepareFind() {
    guard let prepare = navigation.preparation(context) else { return }
    environment.queue.add {
      prepare()
      return .prepared
    }
  }

  func tablesRemembered(_ problem: StorageProblem?) {
    tables.end()
    if let problem, navigation.message?.role != .bad {
      say("The table’s state will not outlast leaving: \(ProblemWords.reason(problem))", .caution)
    }
    keepTables()
  }

  /// Remembers how tables stand; whoever only reads remembers nothing.
  private func keepTables() {
    guard workspace.canWrite else { return }
    let last = picture.tables.mapValues(\.choices).filter { $0.value != TableChoices() }
    let marks = picture.tables.mapValues(\.marks).filter { !$0.value.isEmpty }
    let now = RememberedTables(last: last, marks: marks, views: picture.views)
    guard tables.mayWrite(now) else { return }
    environment.queue.add { [workspace] in
      do throws(StorageProblem) {
        try workspace.remember(now)
        return .tablesRemembered(nil)
      } catch {
        return .tablesRemembered(error)
      }
    }
  }
}
