/// What the keys of a terminal send.
enum Key {
  static let up = "\u{1B}OA"
  static let down = "\u{1B}OB"
  static let pageUp = "\u{1B}[5~"
  static let pageDown = "\u{1B}[6~"
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let accept = "\u{13}"
}

extension Bench {
  /// How long from a key to its frame, on several screens with England loaded.
  func keys() -> [Row] {
    var (ours, letters, theirs, ourPages, theirPages) = (
      Figures(), Figures(), Figures(), Figures(), Figures()
    )
    // In turn, so that what else the machine does falls on both.
    let parts = 5
    for part in 0..<parts {
      measureList(&theirs, pages: &theirPages, presses: Bench.presses / parts)
      measure(&ours, pages: &ourPages, presses: Bench.presses / parts, part: part)
      measureLetters(&letters)
    }
    let comparator = "the C program"
    func limit(_ figures: Figures, _ hundredths: Int) -> Double? { figures.percentile(hundredths) }
    return [
      Row(
        what: "key to frame, p50", ours: ours.percentile(50), theirs: theirs.percentile(50),
        comparator: comparator, limit: 3),
      Row(
        what: "key to frame, p99", ours: ours.percentile(99), theirs: theirs.percentile(99),
        comparator: comparator, limit: 3),
      Row(
        what: "whole page, p50", ours: ourPages.percentile(50), theirs: theirPages.percentile(50),
        comparator: comparator, limit: 3),
      Row(
        what: "a letter of / over 24,000 schools, p50", ours: letters.percentile(50),
        theirs: theirs.percentile(50), comparator: comparator, limit: 3, allowance: 5),
      Row(
        what: "a letter of / over 24,000 schools, the slowest", ours: letters.most,
        theirs: theirs.percentile(99), comparator: comparator, limit: 3, allowance: 5),
    ]
  }

  private func measureList(_ keys: inout Figures, pages: inout Figures, presses: Int) {
    guard let list = place.list, let run = place.terminal([list]) else { return }
    defer { run.leave() }
    guard run.firstFrame(showing: " of 25000") != nil else { return }
    for press in 0..<presses { keys.add(run.press(walk(press))) }
    for press in 0..<40 { pages.add(run.press(press % 20 < 10 ? Key.pageDown : Key.pageUp)) }
  }

  /// A part of the presses on each of: the table of England, a school's page, the actions, the visits, a form's text.
  private func measure(_ keys: inout Figures, pages: inout Figures, presses: Int, part: Int) {
    guard let run = place.open("england") else { return }
    defer { run.leave() }
    run.type("a")
    guard run.firstFrame(showing: "24,000 schools") != nil else { return }
    if part == 0 {
      for press in 0..<200 { pages.add(run.press(press % 20 < 10 ? Key.pageDown : Key.pageUp)) }
    }
    switch part {
    case 3:
      _ = run.press(Key.enter)
      for press in 0..<presses { keys.add(run.press(walk(press))) }
      _ = run.press(Key.escape)
    case 4:
      // Typing into a form, which keeps a journal of every key.
      _ = run.press("r")
      for press in 0..<presses { keys.add(run.press(press % 8 == 7 ? "\u{7F}" : "a")) }
      _ = run.press(Key.escape)
    default:
      for press in 0..<presses { keys.add(run.press(walk(press))) }
    }
  }

  private func measureLetters(_ letters: inout Figures) {
    guard let run = place.open("england") else { return }
    defer { run.leave() }
    run.type("a")
    guard run.firstFrame(showing: "24,000 schools") != nil else { return }
    for text in ["ashbridge", "primary school", "w12 4ab", "100500"] {
      _ = run.press("/")
      for letter in text { letters.add(run.press(String(letter))) }
      _ = run.press(Key.enter)
      _ = run.press(Key.escape)
    }
  }

  /// Ten down, ten up: every press shows something.
  private func walk(_ press: Int) -> String { press % 20 < 10 ? Key.down : Key.up }
}
