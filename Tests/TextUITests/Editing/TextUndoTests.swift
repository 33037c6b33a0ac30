import Testing
import TextUI

@Suite struct TextUndoTests {
  @Test func `typing is taken back a word at a time`() {
    var editor = TextEditor()
    MarkedText.type(&editor, "Routines are calm")
    MarkedText.press(&editor, "^T")
    #expect(MarkedText.marked(editor) == "Routines are |")
    MarkedText.press(&editor, "^T")
    #expect(editor.text == "Routines ")
    MarkedText.press(&editor, "^R ^R")
    #expect(MarkedText.marked(editor) == "Routines are calm|")
    MarkedText.press(&editor, "^T ^T ^T")
    #expect(editor.isEmpty)
    #expect(!editor.canUndo)
    MarkedText.press(&editor, "^T")
    #expect(editor.isEmpty)
  }

  @Test func `moving ends a run, so that what was typed elsewhere is taken back alone`() {
    var editor = TextEditor("calm")
    MarkedText.press(&editor, "Home a b Right c")
    #expect(editor.text == "abccalm")
    MarkedText.press(&editor, "^T")
    #expect(MarkedText.marked(editor) == "abc|alm")
    MarkedText.press(&editor, "^_")
    #expect(MarkedText.marked(editor) == "|calm")
  }

  @Test(arguments: [
    ("one two|", "Backspace Backspace Backspace"), ("|one two", "Del Del ^D"), ("one\ntw|o", "^X"),
    ("One. T|wo.", "F6"), ("one|", "Enter"), ("- one|", "Enter"), ("- one\n- |", "Enter"),
    ("one t|wo", "^U"), ("ca|fe", "\u{301}"), ("|", "one\ntwo\nthree"),
  ])
  func `every change is taken back in one step and done again`(before: String, keys: String) {
    var editor = MarkedText.editor(before)
    MarkedText.press(&editor, keys, width: 40)
    let after = MarkedText.marked(editor)
    #expect(after != before)
    MarkedText.press(&editor, "^T")
    #expect(MarkedText.marked(editor) == before)
    MarkedText.press(&editor, "^R")
    #expect(MarkedText.marked(editor) == after)
  }

  @Test func `a new change ends what could be done again`() {
    var editor = TextEditor()
    MarkedText.type(&editor, "one two")
    MarkedText.press(&editor, "^T x ^R")
    #expect(editor.text == "one x")
  }

  @Test func `a field keeps its own history while others are filled in`() {
    var form = SamplePages.form()
    let press = { (form: inout Form, keys: String) in
      for name in keys.split(separator: " ").map(String.init) {
        _ = form.handle(Key(name: name) ?? .paste(name), width: 80, height: 20)
      }
    }
    press(&form, "a b Space c Tab ^U x Shift-Tab ^T")
    #expect(form.values["statement"] == .text("ab "))
    #expect(form.values["date"] == .text("x"))
    press(&form, "Tab ^T ^T")
    #expect(form.values["date"] == .text("2 December 2026"))
    #expect(form.values["statement"] == .text("ab "))
    form.moveFocus(to: "statement")
    form.values["statement"] = .text("from another editor")
    press(&form, "^T")
    #expect(form.values["statement"] == .text("ab "))
  }
}
