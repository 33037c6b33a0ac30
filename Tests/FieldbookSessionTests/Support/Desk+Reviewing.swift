import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// What reviewers do again and again.
extension Desk {
  /// How many areas the framework has: each of them is a row of a review.
  static let areas = 9

  /// Says of the area in a row that it was not reviewed.
  func leaveOut(_ row: Int) {
    area(row)
    go("X")
    fill("Outside the focus agreed")
  }

  /// Adds a finding of the area in a row, resting on its first two notes.
  func finding(_ row: Int, _ statement: String) {
    area(row)
    go("F")
    type(statement)
    press("Tab", "Space", "Down", "Space")
    go("^S")
  }

  /// Grades the area in a row.
  func judge(_ row: Int, _ grade: String, because: String = "The findings weigh so") {
    area(row)
    go("J")
    fill(because, grade)
  }

  /// Agrees an action.
  func agree(_ text: String, owner: String = "Maths leader") {
    go("A")
    fill(text, owner, "spring 2", nil, "Two book looks show it")
  }

  /// Goes into the notes, findings and actions of the area in a row.
  func enter(_ row: Int) {
    area(row)
    go("Enter")
  }

  /// Signs the review in front.
  func sign() { go("S", "^S") }

  /// A review with two actions, signed.
  @discardableResult
  func signedReview() throws -> String {
    let id = try startReview()
    agree("Share the sequence with Year 3")
    agree("Walk the corridors at change of lesson")
    for row in 0..<Desk.areas { leaveOut(row) }
    sign()
    return id
  }

  /// A review with one of everything in its first area.
  @discardableResult
  func fullReview() throws -> String {
    let id = try startReview()
    note("Routines are calm #lesson +")
    note("Pupils explain their maths #pupils +")
    finding(0, "Routines are calm in every class")
    judge(0, "Exp")
    agree("Keep the routines through the move")
    return id
  }
}
