import Testing
import TextUI

@testable import Terminal

@Suite("The table of key sequences")
struct KeySequencesTests {
  @Test("No sequence stands for two keys, and none hides a longer one")
  func unambiguous() {
    let sequences = KeySequences.all.map(\.sequence)
    #expect(Set(sequences).count == sequences.count)
    for short in sequences {
      for long in sequences where long != short {
        #expect(!long.hasPrefix(short), "\(short) hides \(long)")
      }
    }
  }

  @Test("Every sequence stands for a key that fieldbook knows")
  func known() {
    for (sequence, code) in KeySequences.all {
      #expect(RawInput(keyCode: code) != .unknownKey, "\(sequence)")
    }
  }

  @Test("The common keys of xterm, rxvt, PuTTY and the Linux console are there")
  func common() {
    let table = Dictionary(
      uniqueKeysWithValues: KeySequences.all.map { ($0.sequence, RawInput(keyCode: $0.code)) })
    #expect(table["[1;5C"] == .key(.wordRight))
    #expect(table["[1;3D"] == .key(.wordLeft))
    #expect(table["Od"] == .key(.wordLeft))
    #expect(table["[7~"] == .key(.home))
    #expect(table["[Z"] == .key(.backTab))
    #expect(table["[1;2A"] == .key(.up))
    #expect(table["[[E"] == .key(.function(5)))
    #expect(table["[24~"] == .key(.function(12)))
    #expect(table["[200~"] == .pasteBegin)
    #expect(table["[201~"] == .pasteEnd)
  }
}
