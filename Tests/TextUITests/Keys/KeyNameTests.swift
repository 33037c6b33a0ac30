import Testing
import TextUI

@Suite struct KeyNameTests {
  @Test(arguments: [
    (Key.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"), (.control("s"), "^S"),
    (.character(" "), "Space"), (.pageDown, "PgDn"), (.function(1), "F1"), (.function(12), "F12"),
    (.alt("x"), "Alt-x"), (.character("j"), "j"), (.character("G"), "G"), (.character("F"), "F"),
    (.character("^"), "^"), (.control("^"), "^^"), (.control(" "), "^Space"), (.control("_"), "^_"),
    (.alt(" "), "Alt-Space"), (.wordLeft, "Ctrl-Left"), (.character("\""), "\""),
    (.paste("two\nlines"), "\"two\nlines\""),
    (.paste("\u{301}"), "\"\u{301}\""), (.paste(""), "\"\""), (.character("é"), "é"),
    (.backspace, "Backspace"), (.delete, "Del"),
    (.insert, "Ins"),
    (.up, "Up"), (.down, "Down"), (.left, "Left"), (.right, "Right"), (.home, "Home"), (.end, "End"),
    (.pageUp, "PgUp"), (.wordRight, "Ctrl-Right"), (.backspace, "Backspace"),
  ])
  func `a key is read by the name that it is written by`(key: Key, name: String) {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test(arguments: ["", "Return", "F0", "F01", "Alt-", "Alt-xy", "^", "enter", "Shift-F1"])
  func `what is no name of a key is refused, or is the character itself`(name: String) {
    #expect(Key(name: name) == (name.count == 1 ? .character(Character(name)) : nil))
  }
}
