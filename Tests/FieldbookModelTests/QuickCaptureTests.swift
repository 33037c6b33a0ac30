import FieldbookModel
import SeededRandom
import Testing

@Suite struct QuickCaptureTests {
  private func read(_ line: String) -> QuickCapture { QuickCapture(line, framework: .invented) }

  @Test func marksLeaveTheTextAndTheRestStays() {
    let note = read("KS2 maths, 3 classes: place value precise #book + @curriculum")
    #expect(note.text == "KS2 maths, 3 classes: place value precise")
    #expect(note.type == .bookLook)
    #expect(note.areas == ["curriculum"])
    #expect(note.strength == .strength)
    #expect(note.notices == [])
  }

  @Test(arguments: [
    ("calm start +", EvidenceStrength.strength), ("tidy up -", .improve), ("shouting !", .concern),
    ("shouting ! @attendance", .concern), ("shouting @attendance !  ", .concern),
    ("#lesson calm + ", .strength),
  ])
  func aLoneSignAtTheEndSaysWhatItShows(line: String, strength: EvidenceStrength) {
    let note = read(line)
    #expect(note.strength == strength)
    #expect(!note.text.contains { "+!".contains($0) })
  }

  @Test(arguments: [
    "10+", "groups of 10+", "5-a-side", "stop!", "+ and - are taught", "- first, then more", "a - b", "+5",
    "! loud",
    "age 7 -8",
  ])
  func signsThatAreNotALoneLastWordAreText(line: String) {
    let note = read(line)
    #expect(note.text == line)
    #expect(note.strength == nil)
  }

  @Test func escapedMarksAreText() {
    let note = read("uses \\#hashtags and \\@home well \\+")
    #expect(note.text == "uses #hashtags and @home well +")
    #expect(note.type == nil)
    #expect(note.areas == [])
    #expect(note.strength == nil)
    #expect(note.notices == [])
    #expect(read("\\\\ and \\n").text == "\\ and \\n")
  }

  @Test func whatIsUnknownStaysWithANotice() {
    let note = read("see #wibble and @nowhere now")
    #expect(note.text == "see #wibble and @nowhere now")
    #expect(note.notices.count == 2)
    #expect(note.notices.first?.contains("#wibble") == true)
    #expect(note.notices.last?.contains("@nowhere") == true)
  }

  @Test func aSecondKindStaysWithANotice() {
    let note = read("looked #book #lesson")
    #expect(note.type == .bookLook)
    #expect(note.text == "looked #lesson")
    #expect(note.notices.count == 1)
  }

  @Test func areasMayBeSeveralAndShortenedUntilTheyAreAmbiguous() {
    #expect(read("x @att @curr @attendance").areas == ["attendance", "curriculum"])
    #expect(read("x @behaviour").areas == ["attendance"])
    #expect(read("x @at").areas == [])
    #expect(read("x @ACH").areas == ["achievement"])
    #expect(read("x #PUPILS").type == .pupilVoice)
  }

  @Test func signsAloneAndMarksAloneAreNeverLost() {
    #expect(read("#").text == "#")
    #expect(read("@").text == "@")
    #expect(read("#book @curriculum").text == "#book @curriculum")
    #expect(read("#book @curriculum").type == .bookLook)
    #expect(read("+").text == "+")
    #expect(read("").text == "")
  }

  @Test func everyKindIsNamedByItsMark() {
    for type in EvidenceType.allCases { #expect(read("seen #\(type.mark)").type == type) }
  }

  @Test func wordsThatAreNoMarksAlwaysSurvive() {
    var random = SplitMix64(seed: 3)
    let words = [
      "calm", "10+", "5-a-side", "#book", "@curriculum", "#zzz", "@zzz", "+", "-", "!", "\\+", "é", "3", "\\",
    ]
    for _ in 0..<3000 {
      let line = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        words[Int.random(in: 0..<words.count, using: &random)]
      }
      let note = read(line.joined(separator: " "))
      for word in ["calm", "10+", "5-a-side", "#zzz", "@zzz", "é", "3"] {
        let before = line.count { $0 == word }
        #expect(note.text.split(separator: " ").count { $0 == word } == before, "\(line)")
      }
    }
  }
}
