import Testing
import TextUI

@Suite struct FormTests {
  private func press(
    _ form: inout Form, _ keys: String, gives expected: FormOutcome,
    at place: SourceLocation = #_sourceLocation
  ) {
    var outcome = FormOutcome.ignored
    for name in keys.split(separator: " ").map(String.init) {
      outcome = form.handle(Key(name: name) ?? .paste(name), width: 80, height: 20)
    }
    #expect(outcome == expected, sourceLocation: place)
  }

  @Test func `tab goes round the fields both ways`() {
    var form = SamplePages.form()
    var visited: [String] = []
    for _ in 0..<6 {
      visited.append(form.focus)
      press(&form, "Tab", gives: .moved)
    }
    #expect(visited == ["statement", "date", "grade", "areas", "who", "statement"])
    press(&form, "Shift-Tab Shift-Tab", gives: .moved)
    #expect(form.focus == "who")
    #expect(!form.isChanged)
  }

  @Test func `enter goes on from a line and a choice but breaks a line in a text`() {
    var form = SamplePages.form()
    press(&form, "a Enter b", gives: .edited)
    #expect(form.values["statement"] == .text("a\nb"))
    press(&form, "Tab Enter Enter Enter", gives: .moved)
    #expect(form.focus == "who")
    press(&form, "Enter", gives: .ignored)
    press(&form, "Up", gives: .moved)
    #expect(form.focus == "areas")
  }

  @Test func `a form of one line is accepted by enter`() {
    var form = Form(title: "Why?", fields: [FormField(id: "reason", label: "Reason", kind: .line)])
    press(&form, "w Enter", gives: .accept)
  }

  @Test func `accept, leave and the outside editor are said to the caller`() {
    var form = SamplePages.form()
    press(&form, "^S", gives: .accept)
    press(&form, "Esc", gives: .leave)
    press(&form, "^O", gives: .external)
    press(&form, "Tab ^O", gives: .ignored)
    press(&form, "F1", gives: .ignored)
  }

  @Test(arguments: [
    ("n", "2"), ("ex", "5"), ("exp", "3"), ("E x p", "3"), ("s", "4"), ("u", "1"), ("s u", "1"), ("im", "1"),
    ("Right", "2"), ("Left", "4"), ("Up Up Up", "1"), ("Down Down Down", "5"), ("Home", "5"), ("End", "1"),
    ("e Left e x p", "3"), ("z", "3"), ("needs Space att", "2"), ("st Tab Shift-Tab u", "1"),
  ])
  func `choices are made by arrows and by their first letters`(keys: String, id: String) {
    var form = SamplePages.form()
    form.moveFocus(to: "grade")
    for name in keys.split(separator: " ").map(String.init) {
      if let key = Key(name: name) {
        _ = form.handle(key, width: 80, height: 20)
      } else {
        for letter in name { _ = form.handle(.character(letter), width: 80, height: 20) }
      }
    }
    #expect(form.values["grade"] == .choice(id))
  }

  @Test func `backspace makes no choice, and the arrows begin at an end`() {
    var form = SamplePages.form()
    form.moveFocus(to: "grade")
    press(&form, "Backspace", gives: .edited)
    #expect(form.values["grade"] == .choice(nil))
    press(&form, "Left", gives: .edited)
    #expect(form.values["grade"] == .choice("1"))
    press(&form, "Backspace Right", gives: .edited)
    #expect(form.values["grade"] == .choice("5"))
  }

  @Test func `space makes and unmakes any of several choices`() {
    var form = SamplePages.form()
    form.moveFocus(to: "areas")
    press(&form, "Space Down Space", gives: .edited)
    #expect(form.values["areas"] == .choices(["4", "1"]))
    press(&form, "x", gives: .ignored)
    press(&form, "End Space Home Space", gives: .edited)
    #expect(form.values["areas"] == .choices(["5", "4"]))
  }

  @Test func `a problem takes the focus and goes when its field is edited`() {
    var form = SamplePages.form()
    form.moveFocus(to: "areas")
    form.problems = ["who": "Say who wrote it.", "date": "No such day: 31 June."]
    #expect(form.focus == "date")
    press(&form, "Left", gives: .moved)
    #expect(form.problems.count == 2)
    press(&form, "Backspace", gives: .edited)
    #expect(form.problems == ["who": "Say who wrote it."])
    #expect(form.focus == "date")
    form.problems = [:]
    #expect(form.focus == "date")
  }

  @Test func `a draft gives everything back`() {
    var form = SamplePages.form()
    press(&form, "Low-level Space disruption Tab Tab Right Tab Space", gives: .edited)
    let texts = form.texts
    #expect(texts["areas"] == "1")
    #expect(texts["grade"] == "2")
    var later = SamplePages.form()
    later.restore(texts: texts.merging(["gone": "x"]) { old, _ in old })
    #expect(later.values == form.values)
    #expect(later.isChanged)
    later.restore(texts: ["grade": "no such grade", "areas": "5,9"])
    #expect(later.values["grade"] == .choice(nil))
    #expect(later.values["areas"] == .choices(["5"]))
  }

  @Test func `a value set from outside is taken, and what is not named stays`() {
    var form = SamplePages.form()
    form.values["statement"] = .text("From vi")
    #expect(form.values["statement"] == .text("From vi"))
    #expect(form.values["date"] == .text("2 December 2026"))
    form.values["grade"] = .text("of another kind")
    #expect(form.values["grade"] == .choice(nil))
  }

  @Test func `a form without fields bears every key`() {
    var form = Form(title: "", fields: [])
    for key in ["Tab", "Enter", "a", "Down"] { press(&form, key, gives: .ignored) }
  }

  @Test(arguments: [Int.min, -1, 0, 1, .max]) func `any width and height are borne`(extent: Int) {
    var form = SamplePages.form()
    for key in [
      Key.paste("one two three"), .enter, .up, .pageDown, .pageUp, .home, .end, .down, .tab, .up, .left,
    ] {
      _ = form.handle(key, width: extent, height: extent)
    }
    #expect(form.values["statement"] == .text("one two three\n"))
  }
}
