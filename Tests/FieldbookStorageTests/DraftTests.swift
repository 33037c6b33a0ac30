import DiskFaults
import FieldbookModel
import PlainText
import SeededRandom
import Testing

@testable import FieldbookStorage

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct DraftTests {
  @Test func `What is typed is offered back after the program was killed`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: ["form": "note", "review": "r"], texts: ["text": ""])
    for text in ["R", "Ro", "Rou", "Routines ☕️ cälm", "Routines cälm"] {
      try journal.replace(texts: ["text": text])
    }
    // Nothing is closed or flushed: as if the program had been killed here.
    let draft = try #require(place.open(.read).contents().drafts.first)
    #expect(draft.texts == ["text": "Routines cälm"])
    #expect(draft.context == ["form": "note", "review": "r"])
    #expect(draft == journal.draft)
  }

  @Test func `A draft is gone on with, and gone once it is discarded`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let first = try workspace.startDraft(context: [:], texts: ["text": "Half a"])
    first.close()
    let second = try workspace.continueDraft(first.draft.id)
    try second.replace(texts: ["text": "Half a note", "who": "TA"])
    try second.flush()
    #expect(try workspace.contents().drafts.map(\.texts) == [["text": "Half a note", "who": "TA"]])
    try second.discard()
    #expect(try workspace.contents().drafts == [])
    #expect(try place.names(".fieldbook/local/drafts") == [])
    #expect(throws: StorageProblem.self) { try second.replace(texts: ["text": "more"]) }
  }

  /// On a file system that writes names before bytes, a power cut leaves a journal that is empty, zeros, or half a line.
  @Test(arguments: [[], [0, 0, 0, 0], Array("4f2a91c0 {\"format\":".utf8)] as [[UInt8]])
  func `A journal of which nothing reached the disk is no problem, and is swept`(bytes: [UInt8]) throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: [:], texts: [:])
    let file = DraftJournal.path(journal.draft.id)
    journal.close()
    workspace.close()
    try place.write(bytes, to: file)
    let reader = try place.open(.read)
    #expect(try reader.contents().drafts == [])
    #expect(try reader.contents().problems == [])
    #expect(try reader.check().problems == [])
    reader.close()
    try place.open(.write).close()
    #expect(try place.names(".fieldbook/local/drafts") == [])
  }

  @Test func `A journal cut off at any byte gives what was typed up to there`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: [:], texts: ["text": "a"])
    let id = journal.draft.id
    let file = DraftJournal.path(id)
    var stages: [(end: Int, text: String)] = [(try place.bytes(file).count, "a")]
    for text in ["ab", "ab\n", "ab\nç", "xç", ""] {
      try journal.replace(texts: ["text": text])
      stages.append((try place.bytes(file).count, text))
    }
    journal.close()
    let bytes = try place.bytes(file)
    for length in 0..<bytes.count {
      let reading = DraftReading(Array(bytes.prefix(length)), id: id)
      // A line is whole once all but its newline is there.
      let expected = stages.last { $0.end - 1 <= length }?.text
      #expect(reading?.draft.texts["text"] == expected, "cut at \(length)")
      #expect(reading?.isDamaged != true)
    }
    try place.write(Array(bytes.dropLast(3)), to: file)
    let again = try workspace.continueDraft(id)
    try again.replace(texts: ["text": "after"])
    #expect(try workspace.contents().drafts.map(\.texts) == [["text": "after"]])
  }

  @Test func `A journal damaged in its middle gives what comes before, and is kept to look into`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: [:], texts: [:])
    for text in ["one", "one two", "one two three"] { try journal.replace(texts: ["text": text]) }
    journal.close()
    let file = DraftJournal.path(journal.draft.id)
    let damaged = try place.text(file).replacing("two", with: "tWo", maxReplacements: 1)
    try place.write(damaged, to: file)
    #expect(try workspace.contents().drafts.map(\.texts) == [["text": "one"]])
    let problem = try #require(workspace.check().problems.first)
    #expect((problem.file, problem.line, problem.code) == (file, 3, "draft"))
    _ = try workspace.continueDraft(journal.draft.id)
    #expect(try place.text(file + ".damaged") == damaged)
  }

  @Test(arguments: 0..<100) func `Any sequence of texts comes back as it was last`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let letters = ["a", "b", "\n", "é", "e\u{301}", "👩‍👩‍👧", "\u{0}", "漢"]
    var text = ""
    for _ in 0..<30 {
      var characters = Array(text)
      let at = Int.random(in: 0...characters.count, using: &random)
      let removed = Int.random(in: 0...min(3, characters.count - at), using: &random)
      let inserted = (0..<Int.random(in: 0..<4, using: &random)).compactMap { _ in
        letters.randomElement(using: &random)
      }
      characters.replaceSubrange(at..<(at + removed), with: inserted.joined())
      let next = String(characters)
      guard let splice = Splice(from: text, to: next) else {
        #expect(Array(text.utf8) == Array(next.utf8))
        continue
      }
      #expect(splice.inserted.utf8.count <= next.utf8.count)
      #expect(splice.applied(to: text).map { Array($0.utf8) } == Array(next.utf8))
      text = next
    }
  }

  @Test func `When the disk is full, what could not be written comes with the next change`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: [:], texts: [:])
    try journal.replace(texts: ["text": "one"])
    place.disk.fail(call: 1, code: ENOSPC)
    #expect(throws: StorageProblem.self) { try journal.replace(texts: ["text": "one two"]) }
    place.disk.heal()
    try journal.replace(texts: ["text": "one two three"])
    #expect(try workspace.contents().drafts.map(\.texts) == [["text": "one two three"]])
    #expect(try workspace.check().problems == [])
  }

  @Test func `A flush that fails is said, and the text goes on in a new file`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let journal = try workspace.startDraft(context: [:], texts: [:])
    try journal.replace(texts: ["text": "one"])
    let inode = try LocalDisk().status(of: place.whole(DraftJournal.path(journal.draft.id)))?.inode
    place.disk.fail(call: 1, code: EIO)
    #expect(throws: StorageProblem.self) { try journal.flush() }
    place.disk.heal()
    try journal.replace(texts: ["text": "one two"])
    try journal.flush()
    #expect(try LocalDisk().status(of: place.whole(DraftJournal.path(journal.draft.id)))?.inode != inode)
    #expect(try workspace.contents().drafts.map(\.texts) == [["text": "one two"]])
  }
}
