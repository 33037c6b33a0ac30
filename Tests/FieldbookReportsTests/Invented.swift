import FieldbookModel

/// A school, its results and a review of it, all made up.
enum Invented {
  static let day = CalendarDate(dayNumber: 20_789)  // Wed 2 Dec 2026
  static let now = Instant(milliseconds: day.dayNumber * 86_400_000 + 15 * 3_600_000)
  static let urn = URN("100001")
  static let years = [AcademicYear(start: 2016), AcademicYear(start: 2017)]

  static let framework = Framework(
    id: "invented", title: "Invented areas",
    areas: [
      area("curriculum", "Curriculum and teaching"), area("attendance", "Attendance and behaviour"),
      area("safeguarding", "Safeguarding"),
    ],
    scales: [
      Framework.Scale(
        id: "scale",
        levels: [
          Framework.Level(id: "expected", title: "Expected standard", shortTitle: "Expected"),
          Framework.Level(id: "attention", title: "Needs attention", shortTitle: "Attention"),
        ])
    ])

  private static func area(_ id: String, _ title: String) -> Framework.Area {
    Framework.Area(id: id, title: title, shortTitle: title, scale: "scale", isOptional: false, prompts: [])
  }

  static var school: School {
    var school = School(urn: urn, name: "Marrow Lane Primary")
    school.isInRegister = true
    school.laCode = "936"
    school.laName = "Someshire"
    school.lowAge = 4
    school.highAge = 11
    school.roll = 84
    school.capacity = 90
    return school
  }

  static let catalogue = Catalogue(measures: [
    Measure(
      id: "rwmExp", title: "Reading, writing and maths, expected", shortTitle: "RWM expected", definition: "",
      unit: .percent, better: .up, stage: "KS2"),
    Measure(
      id: "readProg", title: "Reading progress", shortTitle: "Read progress", definition: "", unit: .progress,
      better: .up, stage: "KS2"),
    Measure(
      id: "pupils", title: "Pupils", shortTitle: "Pupils", definition: "", unit: .pupils, better: .neither,
      stage: "KS2"),
  ])

  /// Twelve pupils the second year, three of them girls.
  static let small: [PupilGroup: (before: (Int, String), now: (Int, String))] = [
    .all: ((30, "70"), (12, "83")), .boys: ((14, "64"), (9, "78")), .girls: ((16, "75"), (3, "SUPP")),
    .disadvantaged: ((8, "50"), (6, "67")), .notDisadvantaged: ((22, "77"), (6, "99")),
  ]

  static func facts(
    _ results: [PupilGroup: (before: (Int, String), now: (Int, String))] = small, status: String = "final"
  ) -> Facts {
    let files = years.enumerated().map { index, year in
      file(year, results.mapValues { index == 0 ? $0.before : $0.now }, status: index == 0 ? "final" : status)
    }
    return Facts(files: files, catalogue: catalogue, ours: [urn: "Marrow Lane Primary"])
  }

  /// A row of the school, one of its authority and one of England's state-funded schools.
  private static func file(
    _ year: AcademicYear, _ results: [PupilGroup: (Int, String)], status: String
  ) -> FactsFile {
    let groups = PupilGroup.allCases.filter { results[$0] != nil }
    var columns: [FactsFile.Column] = groups.map { group in
      column(
        "pupils", group, [.number(Double(results[group]?.0 ?? 0)), .number(5000), .number(300_000)],
        count: nil)
    }
    for (index, group) in groups.enumerated() {
      let value = results[group]?.1 ?? ""
      let cell = Double(value).map { FactsFile.Cell.number($0) } ?? .text(value)
      columns.append(column("rwmExp", group, [cell, .number(64), .number(61)], count: index, suffix: "%"))
    }
    columns.append(column("readProg", .all, [.number(-1.25), .number(0.1), .number(0)], count: 0))
    return FactsFile(
      format: "ks2", period: year,
      source: FactsFile.Source(
        file: "\(year.fileText)_ks2.csv", sha256: year.fileText, encoding: "UTF-8", importedAt: now,
        asAt: CalendarDate(text: "2018-12-13"), mapping: "ks2-final-1", status: status),
      subjects: [.school(urn, later: nil), .la("936"), .englandState], authorities: ["936", "936", ""],
      lines: [2, 3, 4], columns: columns)
  }

  private static func column(
    _ measure: String, _ group: PupilGroup, _ cells: [FactsFile.Cell], count: Int?, suffix: String = ""
  ) -> FactsFile.Column {
    FactsFile.Column(
      measure: measure, group: group, header: "\(measure)_\(group.rawValue)", suffix: suffix,
      countColumn: count,
      cells: cells)
  }

  static func record(_ id: String, _ texts: [String: String], minute: Int = 0) -> Record {
    var values: [String: FieldValue] = texts.mapValues { .text($0) }
    values["at"] = .instant(Instant(milliseconds: day.dayNumber * 86_400_000 + (640 + minute) * 60_000))
    return Record(id: id, values: values)
  }

  static func note(_ id: String, _ text: String, _ more: [String: String] = [:], minute: Int) -> Record {
    var note = record(
      id, ["text": text, "type": "lessonVisit", "strength": "strength"].merging(more) { $1 }, minute: minute)
    note.values["areas"] = .texts(["curriculum"])
    return note
  }

  static func review(
    _ id: String = "r1", _ more: [String: FieldValue] = [:], kind: String = "formal",
    parts: [String: [Record]] = [:]
  ) -> Review {
    let values: [String: FieldValue] = [
      "school": .text(urn.text), "kind": .text(kind), "state": .text("fieldwork"), "date": .date(day),
      "reviewers": .texts(["R. One", "S. Two"]), "focus": .text("Behaviour at change of lesson."),
    ]
    let keyed = parts.mapValues { Dictionary(uniqueKeysWithValues: $0.map { ($0.id, $0) }) }
    return Review(
      record: Record(id: id, values: values.merging(more) { $1 }, parts: keyed), framework: framework)
  }

  /// A review with something of everything in it.
  static func full(_ more: [String: FieldValue] = [:]) -> Review {
    var finding = record(
      "f1",
      [
        "statement": "Books show careful work.", "area": "curriculum", "kind": "strength",
        "scale": "widespread",
      ])
    finding.values["evidence"] = .texts(["n1", "n2"])
    var lone = record(
      "f2", ["statement": "Corridors are loud.", "area": "attendance", "kind": "concern"], minute: 1)
    lone.values["evidence"] = .texts(["n2"])
    return review(
      "r1", more,
      parts: [
        "evidence": [
          note("n1", "Place value precise.", ["type": "bookLook", "subject": "maths"], minute: 9),
          note("n2", "Routines calm.", ["yearGroup": "KS2"], minute: 2),
          note("n3", "Seen at another school.", ["withdrawn": "Wrong school"], minute: 3),
        ],
        "findings": [finding, lone],
        "judgements": [
          record(
            "curriculum", ["ours": "expected", "self": "attention", "rationale": "Books and lessons agree."]),
          record("safeguarding", ["notReviewed": "The record was away."]),
        ],
        "answers": [record("a0", ["outcome": "verified", "text": "The rota works."])],
      ])
  }

  static func action(
    _ id: String, _ more: [String: String] = [:], due: CalendarDate? = day, review: String = "r1"
  ) -> AgreedAction {
    let texts = [
      "text": "Action \(id)", "owner": "Deputy head", "success": "Seen in books", "school": urn.text,
      "review": review,
      "priority": "high",
    ]
    var record = record(id, texts.merging(more) { $1 })
    if let due { record.values["due"] = .date(due) }
    return AgreedAction(record)
  }
}
