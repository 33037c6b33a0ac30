import FieldbookScreens
import TextUI

/// Which page was read last, and how far.
struct PageReading {
  /// Rows said at once; what is left follows at Enter.
  static let chunk = 20
  /// Lines of a report said at once.
  static let textChunk = 60
  /// Lines looked through for what has changed on a page.
  static let lookedThrough = 400

  var screen: ScreenName?
  var depth = 0
  var title = ""
  var status = ""
  var lines: [String] = []
  var next = 0
  var chosen: SpokenPage.Place?
}

extension LineDialogue {
  /// Reads the page if it is another than before, else what has changed on it.
  func settlePage() {
    let (page, spoken) = session.spokenPage()
    let isAnother =
      reading.screen != session.screenName || reading.depth != session.navigation.depth
      || reading.title != spoken.title
    let lines = spoken.entries(from: 0, count: PageReading.lookedThrough).map(\.text)
    guard !isAnother else { return read(page, spoken, lines) }
    sayChanges(page, spoken, lines)
  }

  /// Reads the page from its beginning.
  func readAgain() {
    let (page, spoken) = session.spokenPage()
    read(page, spoken, spoken.entries(from: 0, count: PageReading.lookedThrough).map(\.text))
  }

  private func read(_ page: Page, _ spoken: SpokenPage, _ lines: [String]) {
    reading = PageReading(
      screen: session.screenName, depth: session.navigation.depth, title: spoken.title, status: spoken.status,
      lines: lines, next: 0, chosen: spoken.chosen)
    sayVerbatim("")
    say(spoken.title)
    if !spoken.status.isEmpty { say(spoken.status) }
    let isLeft = readOn(spoken)
    if !isLeft { sayWhatCanBeTyped(page, spoken) }
  }

  /// Goes on with the page; true while there is more.
  @discardableResult
  func readOn(_ spoken: SpokenPage, count: Int? = nil) -> Bool {
    let chunk = count ?? (spoken.choices == 0 ? PageReading.textChunk : PageReading.chunk)
    let entries = spoken.entries(from: reading.next, count: chunk)
    for entry in entries {
      if spoken.choices == 0 { sayVerbatim(entry.text) } else { say(entry.line) }
    }
    reading.next += entries.count
    let left = spoken.count - reading.next
    if left > 0 { say("\(left) more: Enter reads on, all reads them all.") }
    return left > 0
  }

  private func sayWhatCanBeTyped(_ page: Page, _ spoken: SpokenPage) {
    let ofTheScreen = ["Enter", "Esc", "Tab", "Up", "Down", "PgUp", "PgDn"]
    let hints = page.hints.filter { !ofTheScreen.contains($0.key) }.map { "\($0.key) \($0.title)" }
    let number = spoken.choices > 0 ? ["a number opens that row"] : []
    let back = session.navigation.depth > 1 ? ["back"] : []
    let sections = page.tabs.filter { !$0.isCurrent }.map { $0.title.lowercased() }
    say("Type: " + (number + hints + back + sections).joined(separator: "; ") + ".")
  }

  /// A page that is known is not read again: only what is new on it.
  private func sayChanges(_ page: Page, _ spoken: SpokenPage, _ lines: [String]) {
    let old = reading
    reading.lines = lines
    reading.chosen = spoken.chosen
    reading.status = spoken.status
    var left = old.lines.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let fresh = lines.indices.filter { index in
      left[lines[index], default: 0] -= 1
      return left[lines[index], default: 0] < 0
    }
    guard fresh.count <= 6, !fresh.isEmpty || lines.count == old.lines.count else {
      return read(page, spoken, lines)
    }
    if fresh.isEmpty, lines != old.lines { return read(page, spoken, lines) }
    for index in fresh {
      for entry in spoken.entries(from: index, count: 1) { say(entry.line) }
    }
    if spoken.chosen != old.chosen, fresh.isEmpty { sayWhere(spoken) }
    if spoken.status != old.status, !spoken.status.isEmpty { say(spoken.status) }
  }

  /// The row that actions act on.
  func sayWhere(_ spoken: SpokenPage) {
    guard let chosen = spoken.chosen else { return }
    for entry in spoken.entries(from: 0, count: spoken.count) where entry.place == chosen {
      return say("At \(entry.line)")
    }
  }
}
