import DiskFaults
import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import SeededRandom
import Testing
import TextUI

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Keys of somebody who has never seen a keyboard: twenty thousand, or as many as `FIELDBOOK_ROBUST` says.
struct RandomKeysTests {
  private static let seeds = 8
  private static let keys = robust ?? 20_000

  /// How many keys a thorough run presses; nil in an ordinary one.
  static let robust = getenv("FIELDBOOK_ROBUST").flatMap { Int(String(cString: $0)) }

  @Test(arguments: 1...seeds) func `Random keys never break it, and lose nothing that was saved`(
    seed: Int
  )
    throws
  {
    let kind: Monkey.Ground = seed == 7 ? .empty : seed.isMultiple(of: 3) ? .unwritten : .reviewed
    let monkey = try Monkey(seed: UInt64(seed), on: kind)
    for turn in 1...(Self.keys / Self.seeds) { try monkey.act(turn) }
    try monkey.finish()
  }

  /// All schools of a country and 500 reviews: too slow to make for every run of the tests.
  @Test(.enabled(if: robust != nil)) func `Nor among 24,000 schools and 500 reviews`() throws {
    let monkey = try Monkey(seed: 99, on: .huge)
    for turn in 1...((Self.robust ?? 0) / 40) { try monkey.act(turn) }
    try monkey.finish()
  }
}

/// Presses random keys and remembers what the program said it had saved.
private final class Monkey {
  private let folder: TrustFolder
  private var desk: Desk?
  private var random: SplitMix64
  private var size = Desk.small
  /// Id of a note and the review it was saved in.
  private var notes: [String: String] = [:]
  /// Keys of a habit that was begun.
  private var habit: [Key] = []
  /// Whether the disk now and then refuses a call.
  private let hasFaultyDisk: Bool

  /// What the workspace holds before the first key.
  enum Ground {
    case empty
    case unwritten
    case reviewed
    case huge
  }

  private let ground: Ground
  /// What was seen to be saved, and what could be undone, when the program was last killed.
  private var before: Snapshot?

  init(seed: UInt64, on ground: Ground) throws {
    self.ground = ground
    random = SplitMix64(seed: seed)
    hasFaultyDisk = seed.isMultiple(of: 4)
    folder = try TrustFolder(seed: seed, isEmpty: ground == .empty)
    if ground == .huge { try folder.growHuge(reviews: 500) }
    let desk = try Desk(folder)
    if ground == .reviewed { try desk.fullReview() }
    self.desk = desk
  }

  private func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  func act(_ turn: Int) throws {
    let desk = try opened()
    if chance(40) { resize(desk) }
    if hasFaultyDisk, chance(30) {
      folder.disk.fail(call: Int.random(in: 1...20, using: &random), forGood: false)
    }
    desk.press(key: key())
    if !chance(4) { desk.step() }
    if chance(60) { desk.session.flush() }
    _ = desk.session.takeRequests()
    remember(desk)
    if chance(12) { look(desk, turn) }
    // Now and then it is killed, or has left and is opened again.
    if desk.session.isFinished || chance(ground == .huge ? 2000 : 600) {
      before = desk.session.isSaving ? nil : desk.session.picture
      self.desk = nil
    }
  }

  private func opened() throws -> Desk {
    if let desk { return desk }
    folder.disk.heal()
    let desk = try Desk(folder, size: size)
    self.desk = desk
    if let before, !hasFaultyDisk { isAsItWas(before, desk.session.picture) }
    before = nil
    return desk
  }

  /// What was saved, typed and could be undone when the program was killed is there again.
  private func isAsItWas(_ before: Snapshot, _ now: Snapshot) {
    #expect(Set(now.reviews) == Set(before.reviews))
    #expect(Set(now.actions) == Set(before.actions))
    #expect(now.ownFrameworks == before.ownFrameworks)
    #expect(now.editsToUndo == before.editsToUndo)
    #expect(now.editsToRedo == before.editsToRedo)
    // The text that was open is the first of the drafts; its last keys are not in the picture.
    for draft in before.drafts.dropFirst() {
      let back = now.drafts.first { $0.context == draft.context }?.texts.filter { !$0.value.isEmpty }
      #expect(back == draft.texts.filter { !$0.value.isEmpty })
    }
    if let open = before.drafts.first { #expect(now.drafts.contains { $0.context == open.context }) }
  }

  private func resize(_ desk: Desk) {
    let isTiny = chance(6)
    let columns = Int.random(in: isTiny ? 1...40 : 40...300, using: &random)
    let rows = Int.random(in: isTiny ? 1...8 : 8...90, using: &random)
    size = chance(3) ? Desk.small : TerminalSize(columns: columns, rows: rows)
    desk.session.resize(to: size)
  }

  private func look(_ desk: Desk, _ turn: Int) {
    let frame = desk.session.frame()
    #expect(frame.size == size)
    guard let cursor = frame.cursor else {
      Issue.record("no cursor at turn \(turn)\n\(desk.frame())")
      return
    }
    #expect(cursor.row >= 0 && cursor.row < size.rows && cursor.column >= 0 && cursor.column < size.columns)
  }

  private func remember(_ desk: Desk) {
    for review in desk.session.picture.reviews {
      for note in review.record.parts["evidence"]?.keys ?? [:].keys { notes[note] = review.id }
    }
  }

  private static let named: [Key] = [
    .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .down, .left,
    .right, .home, .end, .pageUp, .pageDown, .wordLeft, .wordRight, .control("s"), .control("s"),
    .control("x"),
    .control("r"), .control("o"), .control("l"), .control("z"), .control("k"), .control("u"), .control("w"),
    .alt("f"), .alt("b"), .function(1), .insert, .control(" "),
  ]
  private static let pastes = ["two\nlines\n", "\t\u{1B}[31m", "e\u{301}\u{202E}文字👩‍🏫", ""]

  /// What people do without looking.
  private static let habits: [[Key]] = [
    [.escape, .escape, .character("2"), .enter] + typed("eCalm corridors @att +") + [.enter],
    [.escape, .escape, .character("2"), .enter] + typed("ESeen\nagain") + [.control("s")],
    [.escape, .escape, .character("2"), .enter] + typed("FRoutines hold") + [.control("s")],
    [.escape, .escape, .character("2"), .enter] + typed("JIt weighs so") + [.tab] + typed("Exp") + [
      .control("s")
    ],
    [.escape, .escape, .character("2"), .enter] + typed("AWalk the corridors") + [.control("s")],
    typed("uuu") + [.control("r")], [.escape, .character("d"), .control("s")],
    [.escape, .escape] + typed("1r") + [.control("s")],
    [.escape, .escape] + typed("1  mwrite") + [.enter, .control("s"), .down],
    [.escape, .escape] + typed("1  mstart") + [.enter, .control("s"), .control("s")],
  ]

  private static func typed(_ text: String) -> [Key] { text.map { $0 == "\n" ? .enter : .character($0) } }

  private func key() -> Key {
    if habit.isEmpty, chance(40), let action = ActionTable.all.randomElement(using: &random),
      action.id != "quit"
    {
      habit = [.escape, .character(":")] + Monkey.typed(action.id) + [.enter]
    }
    if habit.isEmpty, chance(18) { habit = Monkey.habits.randomElement(using: &random) ?? [] }
    if !habit.isEmpty { return habit.removeFirst() }
    return anyKey()
  }

  private func anyKey() -> Key {
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<8: Monkey.named.randomElement(using: &random) ?? .enter
    case 8..<13: .character("erEFJXAWRSpudGg/:=?123oan+".randomElement(using: &random) ?? "e")
    case 13: .paste(Monkey.pastes.randomElement(using: &random) ?? "")
    case 14: .character("é文👩‍🏫\u{301}".randomElement(using: &random) ?? "é")
    default: .character("abcdefghijklmnoprstuvwxyz 0123456789@#!-".randomElement(using: &random) ?? "a")
    }
  }

  func finish() throws {
    let desk = try opened()
    folder.disk.heal()
    desk.idle()
    remember(desk)
    let contents = try desk.kept()
    try desk.noProblems()
    try keepsAllNotes(contents)
    // A save that failed may be on the disk, and not yet in the picture.
    guard !hasFaultyDisk else { return }
    #expect(Set(desk.session.picture.reviews) == Set(contents.reviews.filter { !$0.record.isUndone }))
    #expect(Set(desk.session.picture.actions) == Set(contents.actions.filter { !$0.record.isUndone }))
  }

  private func keepsAllNotes(_ contents: WorkspaceContents) throws {
    #expect(notes.count > 5 || ground == .empty)
    for (note, review) in notes {
      let kept = contents.reviews.first { $0.id == review }
      #expect(kept?.record.parts["evidence"]?[note] != nil, "note \(note) of review \(review) is lost")
    }
  }
}
