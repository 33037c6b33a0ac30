import PlainText
import TextUI

/// Pages as the program has them, with everything that a page can show.
enum SamplePages {
  static let tabs = ["Schools", "Visits", "Actions", "Data", "Improve", "Trust", "Workload"].enumerated().map
  {
    Tab(key: "\($0.offset + 1)", title: $0.element, isCurrent: $0.offset == 0)
  }

  static let hints = [
    Hint(key: "Enter", title: "open"), Hint(key: "/", title: "find"), Hint(key: "f", title: "filter"),
    Hint(key: "s", title: "sort"), Hint(key: "c", title: "columns"), Hint(key: "v", title: "visit"),
    Hint(key: ":", title: "do"), Hint(key: "x", title: "a thing with a rather long name"),
    Hint(key: "?", title: "keys"),
  ]

  static let columns = [
    TableColumn("School", minWidth: 16, idealWidth: 30, priority: 9, grows: true),
    TableColumn("Now", minWidth: 4, alignment: .right, priority: 8, sortMark: "▼"),
    TableColumn("n/roll", minWidth: 6, alignment: .right, priority: 7),
    TableColumn("v last yr", minWidth: 9, priority: 5),
    TableColumn("Abs", minWidth: 5, alignment: .right, priority: 6),
    TableColumn("Next review", minWidth: 11, priority: 1),
  ]

  static func table(rows: Int, cursor: Int?, hasFocus: Bool = true) -> TableBlock {
    TableBlock(
      columns: columns, rowCount: rows, cursor: cursor, hasFocus: hasFocus, emptyText: ["No schools yet."]
    ) { row in
      let name = row == 2 ? "Ysgol y Dŵr 日本語 and a name that goes on and on" : "School \(row)"
      return TableRow(
        [Line(name), "42%", "31/34", Line("▼6", .bad) + Line(" (2 ch)"), "7.1", "2 Dec"], isMarked: row == 1,
        isQuiet: row == 3)
    }
  }

  static func schools(rows: Int = 24_000, cursor: Int? = 0, hasFocus: Bool = true) -> Page {
    Page(
      title: "Schools · Meadowbank · 7 primary", titleNote: "Today 23 Nov · Autumn 2", tabs: tabs,
      blocks: [
        .lines(["Year 6 RWM expected, teacher assessed, Autumn 1"]),
        .table(table(rows: rows, cursor: cursor, hasFocus: hasFocus), id: "schools"),
      ],
      status: "z no such year   w awaited   p not collected, by plan", hints: hints)
  }

  static let scale = [
    Choice(id: "5", title: "Exceptional", detail: "Far above what is expected."),
    Choice(id: "4", title: "Strong standard"), Choice(id: "3", title: "Expected standard"),
    Choice(id: "2", title: "Needs attention"), Choice(id: "1", title: "Urgent improvement"),
  ]

  static func form() -> Form {
    Form(
      title: "Finding",
      fields: [
        FormField(
          id: "statement", label: "Statement", help: "One sentence: what, where, how often.",
          kind: .text(minimumLines: 3), isRequired: true),
        FormField(id: "date", label: "Date", kind: .line),
        FormField(id: "grade", label: "Judgement", help: "Beside the school's own.", kind: .choice(scale)),
        FormField(id: "areas", label: "Areas", kind: .choices(scale)),
        FormField(id: "who", label: "Written by", kind: .line),
      ],
      values: ["date": .text("2 December 2026"), "grade": .choice("3"), "areas": .choices(["5", "1"])])
  }

  static func finding(_ form: Form = form()) -> Page {
    Page(
      title: "Finding · Ashgrove Primary", titleNote: "fieldwork", blocks: [.form(form, id: "form")],
      status: "Draft kept", hints: [Hint(key: "^S", title: "save"), Hint(key: "?", title: "keys")])
  }

  static func review() -> Page {
    let areas = ListBlock(["Inclusion", "Attendance", "Achievement"], cursor: 1)
    let notes = ListBlock(rowCount: 40, cursor: nil, hasFocus: false) { "note \($0)" }
    var editor = LineEditor()
    _ = editor.handle(.paste("KS2 maths, 3 classes: place value precise #book + @curriculum"))
    return Page(
      title: "Formal review · Ashgrove Primary · Ofsted 2025 areas", titleNote: "fieldwork · 2 Dec",
      tabs: tabs,
      blocks: [
        .rule("Areas"), .list(areas, id: "areas", height: .atMost(5)), .rule("Attendance and behaviour"),
        .beside([.list(notes, id: "notes")], [.lines(["Since last time 3 of 5 answered"])], leftWidth: 40),
      ],
      status: "Ready to sign: 6 things left", hints: [Hint(key: "Enter", title: "save")],
      prompt: Prompt(label: "e›", editor: editor, preview: "book look · strength · Curriculum · 10:44"))
  }

  static var all: [Page] { [schools(), schools(rows: 0, cursor: nil), finding(), review()] }
}
