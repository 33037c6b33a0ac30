import Testing

@testable import Terminal

@Suite("What is said when there is no usable terminal")
struct TerminalFailureTests {
  @Test("Each message says what to do instead")
  func advice() {
    #expect(TerminalFailure(reason: .notATerminal).message.contains("fieldbook --help"))
    for reason in [TerminalFailure.Reason.unknownType(""), .unknownType("bogus")] {
      #expect(TerminalFailure(reason: reason).message.contains("Try TERM=xterm-256color"))
    }
    #expect(TerminalFailure(reason: .cannotMoveCursor("dumb")).message.contains("fieldbook --help"))
  }

  @Test("A type from outside is named, and cannot act on the terminal")
  func hostileType() {
    let message = TerminalFailure(reason: .unknownType("bo\u{1B}[31mgus")).message
    #expect(!message.contains("\u{1B}"))
    #expect(message.contains("gus"))
  }
}
