import FieldbookModel
import FieldbookScreens
import FieldbookSession
import FieldbookStorage
import Testing
import TextUI

/// Somebody who types lines and hears lines.
final class LineDesk {
  let folder: TrustFolder
  let workspace: Workspace
  let session: Session
  let dialogue: LineDialogue
  private let queue = SteppedQueue()
  /// Everything that was said, with the lines that were typed.
  private(set) var transcript = ""

  init(_ folder: TrustFolder, access: Access = .write, width: Int = 80) throws {
    self.folder = folder
    workspace = try folder.open(access)
    var environment = SessionEnvironment(
      now: { folder.now }, queue: queue, command: "fieldbook -w \(folder.path)")
    environment.arrivals = TrustFolder.fixtures
    session = try Session(workspace: workspace, environment: environment, size: Desk.small)
    dialogue = LineDialogue(session, width: width)
    settle()
  }

  /// Types lines and gives back what was said to them.
  @discardableResult
  func type(_ lines: String...) -> String {
    let before = transcript.endIndex
    for line in lines {
      transcript += dialogue.prompt + line + "\n"
      dialogue.take(line)
      settle()
    }
    return String(transcript[before...])
  }

  func settle() {
    repeat { session.takeEvents() } while queue.step()
    session.takeEvents()
    dialogue.settle()
    for line in dialogue.takeOutput() { transcript += line + "\n" }
  }

  /// The input ends.
  @discardableResult
  func end() -> String {
    dialogue.end()
    let said = dialogue.takeOutput().joined(separator: "\n")
    transcript += said
    return said
  }

  func kept() throws -> WorkspaceContents { try workspace.contents() }

  func review() throws -> Review { try #require(try kept().reviews.max { $0.id < $1.id }, "\(transcript)") }

  /// The review of `Desk.fullReview`, signed: by lines.
  func signedReview() throws {
    type("r 1", "", "", "", "", "", "")
    type("e Routines are calm #lesson +", "e Pupils explain their maths #pupils +")
    type("F", "Routines are calm in every class", ".", "1 2", ".save")
    type("J", "The findings weigh so", ".", "Expe", ".save")
    type("A", "Keep the routines through the move", ".", "Maths leader", "spring 2", "")
    type("Two book looks show it", ".", ".save")
    for row in 2...9 { type("X \(row)", "Outside the focus agreed", ".", ".save") }
    type("S", ".save")
  }
}
