import DiskFaults
import FieldbookModel
import FieldbookSession
import FieldbookStorage
import Testing

/// Typed text reaches the disk within a second, and no key waits for that.
struct FlushTests {
  /// A clock that is set by hand.
  private struct Tick: InstantProtocol {
    var milliseconds = 0
    func advanced(by duration: Duration) -> Tick {
      Tick(milliseconds: milliseconds + Int(duration / .milliseconds(1)))
    }
    func duration(to other: Tick) -> Duration { .milliseconds(other.milliseconds - milliseconds) }
    static func < (one: Tick, other: Tick) -> Bool { one.milliseconds < other.milliseconds }
  }

  @Test func `The flush is due within a second of the first key, however many follow`() {
    var deadline = FlushDeadline<Tick>()
    #expect(deadline.timeLeft(needsFlush: false, now: Tick()) == nil)
    var waited: [Int] = []
    for now in stride(from: 0, through: 2000, by: 130) {
      guard let left = deadline.timeLeft(needsFlush: true, now: Tick(milliseconds: now)) else { continue }
      #expect(now + Int(left / .milliseconds(1)) < 1000 || left == .zero)
      if left == .zero { waited.append(now) }
    }
    #expect(waited.first.map { $0 < 1000 + 130 } == true)
  }

  @Test func `What is typed after a flush has a time of its own`() {
    var deadline = FlushDeadline<Tick>(limit: .milliseconds(900))
    #expect(deadline.timeLeft(needsFlush: true, now: Tick(milliseconds: 0)) == .milliseconds(900))
    #expect(deadline.timeLeft(needsFlush: true, now: Tick(milliseconds: 899)) == .milliseconds(1))
    #expect(deadline.timeLeft(needsFlush: true, now: Tick(milliseconds: 5000)) == .zero)
    #expect(deadline.timeLeft(needsFlush: false, now: Tick(milliseconds: 5001)) == nil)
    #expect(deadline.timeLeft(needsFlush: true, now: Tick(milliseconds: 6000)) == .milliseconds(900))
  }

  @Test func `A short save needs no frame of its own, and a long one gets it however many keys follow`() {
    var deadline = FrameDeadline<Tick>(patience: .milliseconds(25))
    #expect(deadline.timeLeft(now: Tick()) == nil)
    deadline.owe(isBusy: false, now: Tick())
    #expect(deadline.timeLeft(now: Tick()) == .zero)
    deadline.paid()
    #expect(deadline.timeLeft(now: Tick()) == nil)
    deadline.owe(isBusy: true, now: Tick(milliseconds: 100))
    #expect(deadline.timeLeft(now: Tick(milliseconds: 101)) == .milliseconds(24))
    deadline.owe(isBusy: true, now: Tick(milliseconds: 120))
    #expect(deadline.timeLeft(now: Tick(milliseconds: 125)) == .zero)
    deadline.paid()
    deadline.owe(isBusy: true, now: Tick(milliseconds: 130))
    #expect(deadline.timeLeft(now: Tick(milliseconds: 130)) == .zero)
    deadline.owe(isBusy: false, now: Tick(milliseconds: 140))
    deadline.owe(isBusy: true, now: Tick(milliseconds: 150))
    #expect(deadline.timeLeft(now: Tick(milliseconds: 150)) == .milliseconds(25))
  }

  @Test func `Keys go on while the text is brought to the disk`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.go("e")
    desk.type("Calm")
    countCalls(desk)
    desk.session.flushInBackground()
    #expect(desk.session.isFlushing)
    #expect(!desk.session.needsFlush)
    #expect(desk.folder.disk.calls == 0)
    desk.type("er")
    desk.shows("e› Calmer")
    #expect(desk.session.needsFlush)
    desk.session.flushInBackground()
    countCalls(desk)
    #expect(desk.step())
    // The journal and, because it is new, its folder; no second flush was begun meanwhile.
    #expect(desk.folder.disk.calls == 2)
    #expect(!desk.step())
    #expect(!desk.session.isFlushing)
    #expect(desk.session.needsFlush)
    #expect(try desk.kept().drafts.map(\.texts) == [["text": "Calmer"]])
  }

  @Test func `Leaving waits for the flush under way`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.idle()
    desk.go("e")
    desk.type("Calm")
    desk.session.flushInBackground()
    desk.press("Esc", "q")
    #expect(!desk.session.isFinished)
    desk.idle()
    #expect(desk.session.isFinished)
    #expect(try desk.kept().drafts.map(\.texts) == [["text": "Calm"]])
  }

  @Test(arguments: [false, true])
  func `A flush that fails in the background is said, and the text is written anew`(forGood: Bool) throws {
    let folder = try TrustFolder()
    var desk: Desk? = try Desk(folder)
    try desk?.startReview()
    desk?.session.flush()
    desk?.go("e")
    desk?.type("Calm")
    folder.disk.fail(call: 1, forGood: forGood, about: "drafts")
    desk?.session.flushInBackground()
    desk?.idle()
    desk?.shows("the disk is full")
    desk?.shows("e› Calm")
    folder.disk.heal()
    desk?.type("er")
    desk?.session.flushInBackground()
    desk?.idle()
    desk?.hides("the disk is full")
    desk = nil
    let again = try Desk(folder)
    again.go("d")
    again.shows("e› Calmer")
  }

  @Test func `A note saved while its draft is on the way to the disk leaves no draft`() throws {
    for failing in [1, Int.max] {
      let desk = try Desk(TrustFolder())
      try desk.startReview()
      desk.session.flush()
      desk.go("e")
      desk.type("Calm")
      desk.folder.disk.fail(call: failing, about: "drafts")
      desk.session.flushInBackground()
      desk.press("Enter")
      desk.idle()
      desk.folder.disk.heal()
      #expect(try desk.review().evidence.map(\.text) == ["Calm"])
      #expect(try desk.kept().drafts.isEmpty)
      #expect(try desk.folder.names(".fieldbook/local/drafts") == [])
    }
  }

  @Test func `A draft thrown away while it is on the way to the disk stays away`() throws {
    let desk = try Desk(TrustFolder())
    try desk.startReview()
    desk.session.flush()
    desk.go("e")
    desk.type("ab")
    desk.session.flushInBackground()
    desk.press("Backspace", "Backspace", "Esc")
    desk.idle()
    #expect(try desk.folder.names(".fieldbook/local/drafts") == [])
    desk.hides("NOT")
  }

  /// Counts calls about drafts from now on; none fails.
  private func countCalls(_ desk: Desk) {
    desk.folder.disk.fail(call: .max, about: "drafts")
  }
}
