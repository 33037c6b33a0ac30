/// What the keys of a terminal send.
enum Key {
  static let up = "\u{1B}OA"
  static let down = "\u{1B}OB"
  static let left = "\u{1B}OD"
  static let right = "\u{1B}OC"
  static let pageUp = "\u{1B}[5~"
  static let pageDown = "\u{1B}[6~"
  static let enter = "\r"
  static let escape = "\u{1B}"
  static let accept = "\u{13}"
  static let textStart = "\u{1B}<"
  static func paste(_ text: String) -> String { "\u{1B}[200~\(text)\u{1B}[201~" }
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

  /// How long from a key to its frame in a note of 100,000 characters, at its end and at its beginning.
  func longText() -> [Row] {
    var (ours, theirs, pages) = (Figures(), Figures(), Figures())
    measureList(&theirs, pages: &pages, presses: 400)
    if let run = place.open("twelve") {
      defer { run.leave() }
      // Twenty characters and four words, 5,000 times.
      let text = String(repeating: "Work is calm today. ", count: 5000)
      if run.firstFrame(showing: "12 schools") != nil, beginReview(run), run.press("E") != nil,
        run.press(Key.paste(text), until: "20,000 words") != nil
      {
        for press in 0..<200 { ours.add(run.press(press % 8 == 7 ? "\u{7F}" : "a")) }
        _ = run.press(Key.textStart)
        for press in 0..<200 { ours.add(run.press(press % 8 == 7 ? "\u{7F}" : "a")) }
      }
    }
    return [
      Row(
        what: "a key in a note of 100,000 characters, p50", ours: ours.median, theirs: theirs.median,
        comparator: "the C program", limit: 3)
    ]
  }

  private func beginReview(_ run: TerminalRun) -> Bool {
    run.press("r") != nil && run.press(Key.accept, until: "Saved") != nil
  }

  func measureList(_ keys: inout Figures, pages: inout Figures, presses: Int) {
    guard let list = place.list, let run = place.terminal([list]) else { return }
    defer { run.leave() }
    guard run.firstFrame(showing: " of 25000") != nil else { return }
    for press in 0..<presses { keys.add(run.press(walk(press))) }
    for press in 0..<40 { pages.add(run.press(press % 20 < 10 ? Key.pageDown : Key.pageUp)) }
  }

  /// A part of the presses on each of: the table of England twice, a review's page, a school's page, a form's text.
  private func measure(_ keys: inout Figures, pages: inout Figures, presses: Int, part: Int) {
    guard let run = place.open("england") else { return }
    defer { run.leave() }
    run.type("a")
    guard run.firstFrame(showing: "24,000 schools") != nil else { return }
    if part == 0 {
      for press in 0..<200 { pages.add(run.press(press % 20 < 10 ? Key.pageDown : Key.pageUp)) }
    }
    switch part {
    case 2:
      guard beginReview(run) else { return }
      for number in 0..<10 {
        _ = run.press("e")
        for letter in "Calm corridors, \(number) of 10" { _ = run.press(String(letter)) }
        _ = run.press(Key.enter, until: "Saved")
      }
      for press in 0..<presses { keys.add(run.press(press % 8 < 4 ? Key.down : Key.up)) }
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
