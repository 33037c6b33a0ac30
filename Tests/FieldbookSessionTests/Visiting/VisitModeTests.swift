import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import SeededRandom
import Testing
import TextUI

/// Visit mode: nothing of any other school is ever on the screen.
struct VisitModeTests {
  /// Words that belong to other schools than the first one.
  private static let canaries = [
    "Beckside", "Coldharbour", "Dunmore", "Eastfield", "Fernhill", "Greenway", "Highmoor", "canary",
  ]

  /// A review in fieldwork of the first school, and a review, an action and unfinished text of the second.
  private static func desk(size: TerminalSize = Desk.small) throws -> Desk {
    let desk = try Desk(TrustFolder(), size: size)
    desk.go("j", "r")
    desk.fill("The canary of the focus")
    desk.note("A canary in the corridor @inclusion +")
    desk.agree("Let the canary out")
    desk.go("E")
    desk.type("An unfinished canary")
    for _ in 0..<4 { desk.go("Esc") }
    desk.go("1")
    try desk.fullReview()
    return desk
  }

  private static func expectNoCanary(_ desk: Desk, _ after: String) {
    let frame = desk.frame()
    for canary in canaries {
      #expect(!frame.contains(canary), "“\(canary)” shows after \(after):\n\(frame)")
    }
  }

  @Test func `A review in fieldwork opens in visit mode, and says so`() throws {
    let desk = try VisitModeTests.desk()
    #expect(desk.session.visited == URN("900001"))
    #expect(desk.frame().contains(" Visit · Formal review · fieldwork · Ashgrove Primary School"))
    desk.go("j")
    #expect(desk.frame().split(separator: "\n").suffix(2).first?.hasPrefix(" Visit · ") == true)
  }

  @Test(arguments: [Desk.small, Desk.large])
  func `Sections and every screen of a visit show one school`(size: TerminalSize) throws {
    let desk = try VisitModeTests.desk(size: size)
    let ways = [
      ["1"], ["2"], ["3"], ["1", "p"], ["1", "="], ["1", "Enter"], ["2", "Enter"], ["2", "o"], ["2", "/"],
      ["3", "a"], ["3", "o"], ["3", "Enter"], ["2", "Enter", "R"], ["2", "Enter", "p"], ["2", "Enter", "E"],
      ["2", "Enter", "F"], ["2", "Enter", "J"], ["2", "Enter", "A"], ["1", "r"], ["1", "d"], [":"], ["?"],
      ["u"],
      ["1", "a"], ["1", "s"], ["1", "f"], ["1", "*"], ["U"], ["1", ":"],
    ]
    for way in ways {
      for key in way {
        desk.go(key)
        VisitModeTests.expectNoCanary(desk, way.joined(separator: " "))
      }
      #expect(desk.session.visited == URN("900001"), "\(way)")
      // Out of a form, a line, a report; the review itself is not left.
      while !["visits", "actions", "school", "review"].contains(desk.session.screenName.rawValue)
        || desk.frame().contains("Esc leaves")
      { desk.go("Esc") }
      if desk.session.screenName == .review { desk.go("1") }
    }
  }

  /// Begins the visit anew, from wherever random keys have led.
  private static func visitFirst(_ desk: Desk) {
    if desk.session.isBlank { desk.go("Enter") }
    for _ in 0..<4 { desk.go("Esc") }
    if desk.session.visited != nil { desk.go("V") }
    desk.go("1", "Esc", "/")
    desk.type("900001")
    desk.go("Enter", "V")
  }

  @Test(arguments: 1...4) func `Random keys show no other school while it is on`(seed: UInt64) throws {
    let desk = try VisitModeTests.desk()
    var random = SplitMix64(seed: seed)
    let keys =
      ["Enter", "Esc", "Tab", "Down", "Up", "Left", "Right", "Space", "^S", "V", "End"]
      + "erEFJXAWRSpudGgn/:=?123oasfcv*V".map(String.init)
    var looked = 0
    for turn in 1...1500 {
      guard let key = keys.randomElement(using: &random) else { continue }
      desk.go(key)
      if desk.session.visited != URN("900001"), turn % 40 == 0 { VisitModeTests.visitFirst(desk) }
      _ = desk.session.takeRequests()
      guard desk.session.visited == URN("900001") else { continue }
      looked += 1
      VisitModeTests.expectNoCanary(desk, "\(key) at turn \(turn)")
    }
    #expect(looked > 100)
  }

  @Test func `V on a list shows the chosen school, and V returns to the same row`() throws {
    let desk = try VisitModeTests.desk()
    for _ in 0..<3 { desk.go("Esc") }
    desk.go("1", "g", "j", "j")
    let before = desk.frame()
    desk.go("V")
    desk.shows("Visit · School · Coldharbour Infant School")
    desk.hides("Ashgrove")
    desk.go("3", "2", "V", "h")
    #expect(desk.frame() == before)
    desk.go("V", "3", "Esc", "Esc", "h")
    #expect(desk.frame() == before)
    #expect(desk.session.visited == nil)
  }

  @Test func `V in a review keeps its place, and the marks made there`() throws {
    let desk = try VisitModeTests.desk()
    desk.area(0)
    desk.go("Enter", "Down", "Down", "Space")
    desk.shows("1 marked")
    desk.go("3", "2", "V", "Down")
    desk.isOn(.review)
    desk.shows("1 marked")
    desk.hides("Visit ·")
    #expect(desk.session.visited == nil)
  }

  @Test func `Esc out of a review that was opened from a list ends the visit`() throws {
    let desk = try VisitModeTests.desk()
    desk.go("Esc", "Esc")
    desk.isOn(.schools)
    desk.shows("Beckside")
    #expect(desk.session.visited == nil)
  }

  @Test func `A visit that began by itself ends with the signature`() throws {
    let desk = try Desk(TrustFolder())
    try desk.signedReview()
    #expect(desk.session.visited == nil)
    desk.go("3")
    desk.shows("Actions")
    desk.hides("Visit ·")
  }

  @Test func `A signed review opens without visit mode, and the program on Schools`() throws {
    let desk = try Desk(TrustFolder())
    try desk.signedReview()
    desk.go("2", "Enter")
    desk.isOn(.review)
    #expect(desk.session.visited == nil)
    try VisitModeTests.desk().isOn(.review)
    let reopened = try Desk(desk.folder, access: .read)
    reopened.isOn(.schools)
    #expect(reopened.session.visited == nil)
  }
}
