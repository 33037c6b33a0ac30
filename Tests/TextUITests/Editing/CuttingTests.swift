import Testing
import TextUI

@Suite struct CuttingTests {
  @Test(arguments: [
    // Lines.
    ("one\nt|wo\nthree", "^X", "one\n|three"), ("one\ntw|o", "^X", "one\n|"),
    ("on|e\ntwo", "^X ^Y", "one\n|two"), ("one\ntwo|\nthree", "^X Up ^Y", "two\n|one\nthree"),
    ("one|\ntwo\nthree", "^X ^X ^Y", "one\ntwo\n|three"), ("on|e\nab|", "^X Down ^Y", "one\nab|"),
    // Sentences.
    ("One here. Two| there. Three.", "F6", "One here. |Three."),
    ("One here. Two there.|", "Alt-k", "One here. |"), ("One, e.g. t|his. Two.", "F6", "|Two."),
    ("One 3.5 mi|les! “Yes.” No.", "F6", "|“Yes.” No."), ("One!\nTw|o", "F6 F6", "One!\n|"),
    ("One. Two. Thr|ee.", "F6 ^A ^Y", "Three.|One. Two. "), ("One.|\nTwo.", "F6", "|\nTwo."),
    // The rest of a line, the line up to here, words.
    ("ab|cd\nef", "^K Down ^Y", "ab\nefcd|"), ("ab|cd\nef", "^K ^K ^K ^Y", "abcd\nef|"),
    ("one two|", "^W ^Y ^Y", "one twotwo|"), ("one two three|", "^W ^W ^Y", "one two three|"),
    ("|one two three", "Alt-d Alt-d ^E ^Y", " threeone two|"), ("one two|", "^U ^Y", "one two|"),
    // The piece before the latest, and round to the first.
    ("one\ntwo|", "^W Up ^E ^W ^Y F7", "two|\n"), ("one\ntwo|", "^W Up ^E ^W ^Y F7 F7", "one|\n"),
    ("one\ntwo|", "^W Up ^E ^W F7", "one|\n"), ("|", "^Y", "|"), ("|", "F7", "|"),
  ])
  func `what is cut can be pasted, and nothing is lost by cutting again`(
    before: String, keys: String, after: String
  ) {
    var editor = MarkedText.editor(before)
    MarkedText.press(&editor, keys, width: 40)
    #expect(MarkedText.marked(editor) == after)
  }

  @Test func `a line pasted into a field of one line has no line break`() {
    var text = MarkedText.editor("one\nt|wo\nthree")
    MarkedText.press(&text, "^X")
    var line = MarkedText.editor("a|b", isSingleLine: true)
    line.clippings = text.clippings
    MarkedText.press(&line, "^Y")
    #expect(MarkedText.marked(line) == "atwo|b")
  }

  @Test func `of many pieces the latest dozen are kept`() {
    var editor = TextEditor()
    for number in 1...20 {
      MarkedText.type(&editor, "w\(number) ")
      MarkedText.press(&editor, "Left ^U ^E")
      MarkedText.press(&editor, "Backspace")
    }
    MarkedText.press(&editor, "^Y")
    #expect(editor.text == "w20")
    for _ in 0..<11 { MarkedText.press(&editor, "F7") }
    #expect(editor.text == "w9")
    MarkedText.press(&editor, "F7")
    #expect(editor.text == "w20")
  }

  @Test func `what is cut in one field of a form is pasted in another`() {
    var form = SamplePages.form()
    form.values["statement"] = .text("Low-level disruption at change of lesson")
    for key in ["^X", "Tab", "^U", "^Y"] {
      _ = form.handle(Key(name: key) ?? .escape, width: 80, height: 20)
    }
    #expect(form.values["statement"] == .text(""))
    form.moveFocus(to: "who")
    _ = form.handle(.function(7), width: 80, height: 20)
    #expect(form.clippings.isEmpty == false)
  }
}
