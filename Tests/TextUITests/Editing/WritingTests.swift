import Testing
import TextUI

@Suite struct WritingTests {
  @Test(arguments: [
    ("- one|", "Enter", "- one\n- |"), ("* one| two", "Enter", "* one\n* | two"),
    ("  • a|", "Enter", "  • a\n  • |"), ("1. one|", "Enter", "1. one\n2. |"),
    ("9) one|", "Enter", "9) one\n10) |"), ("- one\n- |", "Enter", "- one\n|"),
    ("1. one\n2. |", "Enter Enter", "1. one\n\n|"), ("|- one", "Enter", "\n|- one"),
    ("-one|", "Enter", "-one\n|"), ("2017. |", "Enter", "|"), ("10 schools|", "Enter", "10 schools\n|"),
    ("12345. a|", "Enter", "12345. a\n|"),
  ])
  func `enter goes on with a list, and an empty item ends it`(before: String, keys: String, after: String) {
    var editor = MarkedText.editor(before)
    MarkedText.press(&editor, keys, width: 40)
    #expect(MarkedText.marked(editor) == after)
  }

  @Test func `further lines of an item stand under its text`() {
    let editor = TextEditor("- one two three\nfour five six seven")
    let lines = editor.visualLines(width: 11)
    #expect(lines.map(\.indent) == [0, 2, 0, 0])
    #expect(lines.map { editor.text(of: $0) } == ["- one two ", "three", "four five ", "six seven"])
    #expect(editor.place(width: 11) == CellPlace(row: 3, column: 9))
    var moved = editor
    MarkedText.press(&moved, "Up Up", width: 11)
    #expect(moved.place(width: 11) == CellPlace(row: 1, column: 7))
    MarkedText.press(&moved, "Home", width: 11)
    #expect(moved.place(width: 11) == CellPlace(row: 1, column: 2))
  }

  @Test(arguments: [
    ("One. Tw|o. Three.", "Alt-(", "One. |Two. Three."), ("One. |Two.", "Alt-(", "|One. Two."),
    ("One. Tw|o. Three.", "Alt-)", "One. Two. |Three."), ("One. Two|.", "Alt-)", "One. Two.|"),
    ("a\n\nb b|\n\nc", "Alt-{", "a\n\n|b b\n\nc"), ("a\n\n|b\n\nc", "Alt-{", "|a\n\nb\n\nc"),
    ("a\n\nb| b\n\nc", "Alt-}", "a\n\nb b\n\n|c"), ("a b|\nc", "Alt-<", "|a b\nc"),
    ("a| b\nc", "Alt->", "a b\nc|"),
  ])
  func `the cursor goes by sentences and paragraphs`(before: String, keys: String, after: String) {
    var editor = MarkedText.editor(before)
    MarkedText.press(&editor, keys, width: 40)
    #expect(MarkedText.marked(editor) == after)
  }

  @Test(arguments: [
    ("", 0), ("one", 1), ("- one, two–three\n- four", 3), (" 3 of 5 … ", 3), ("it’s Ofsted’s", 2),
    ("日本 語", 2),
  ])
  func `words are counted as people count them`(text: String, words: Int) {
    #expect(TextEditor(text).wordCount == words)
  }

  @Test func `a search takes the cursor to its matches and round`() {
    var form = Form(title: "", fields: [FormField(id: "t", label: "T", kind: .text(minimumLines: 2))])
    form.values = ["t": .text("Calm starts. The pupil’s CALM voice. A calm end.")]
    let first = form.find("calm", from: 0)
    #expect(first?.index == 0)
    #expect(first?.count == 3)
    #expect(form.cursor == 0)
    #expect(form.find("calm", from: 1)?.index == 1)
    #expect(form.cursor == 25)
    #expect(form.find("calm", from: 45)?.index == 0)
    #expect(form.find("calm", from: 25, backwards: true)?.index == 0)
    #expect(form.find("pupil's", from: 0)?.count == 1)
    #expect(form.find("none such", from: 0) == nil)
  }

  @Test func `a phrase is written at the cursor, and its gaps are filled one by one`() {
    var editor = TextEditor("Seen today:")
    editor.insert(phrase: "In ... lessons, pupils could … without help.")
    #expect(MarkedText.marked(editor) == "Seen today: In |… lessons, pupils could … without help.")
    MarkedText.type(&editor, "four")
    let goesOn = editor.goToNextGap()
    #expect(goesOn)
    MarkedText.type(&editor, "explain")
    #expect(MarkedText.marked(editor) == "Seen today: In four lessons, pupils could explain| without help.")
    let isOver = !editor.goToNextGap()
    #expect(isOver)
    MarkedText.press(&editor, "^T ^T ^T")
    #expect(MarkedText.marked(editor) == "Seen today:|")
  }

  @Test func `tab goes from gap to gap and then to the next field`() {
    var form = SamplePages.form()
    form.insert(phrase: "… of … pupils")
    #expect(form.cursor == 0)
    _ = form.handle(.character("3"), width: 80, height: 20)
    _ = form.handle(.tab, width: 80, height: 20)
    #expect(form.focus == "statement")
    #expect(form.cursor == 5)
    _ = form.handle(.tab, width: 80, height: 20)
    #expect(form.focus == "date")
  }

  @Test func `the sentence at the cursor is without its blanks and without a list’s mark`() {
    #expect(MarkedText.editor("- One he|re.  Two.").sentenceAtCursor == "One here.")
    #expect(MarkedText.editor("One.\n  Two| there").sentenceAtCursor == "Two there")
    #expect(MarkedText.editor("|").sentenceAtCursor.isEmpty)
  }

  @Test func `keys are declared once each`() {
    let keys = EditorCommand.all.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(EditorCommand.all.map(\.name).count == Set(EditorCommand.Name.allCases).count)
    #expect(EditorCommand.all.allSatisfy { !$0.keys.isEmpty })
  }
}
