import FieldbookModel

extension DemoReview {
  /// A secondary school visited a month ago; the head has the notes.
  static let eastfield = DemoReview(
    key: "eastfield", school: 900_005, isFormal: false, visit: .monitoring, daysAgo: 34, state: .shared,
    focus: "Sixth form study, and how Year 11 mock results are used.",
    notes: [
      Note(
        "e1", "09:15",
        "Economics: eight students argue from data, teacher adds little and well #lesson + @sixthForm",
        year: "Year 12", subject: "Economics"),
      Note(
        "e2", "10:00",
        "Study room: half work, half wait for lessons; no list of what to do #walk - @sixthForm"),
      Note(
        "e3", "10:40", "Two leavers followed up and placed within a month #document + @sixthForm",
        who: "Head of sixth form"),
      Note(
        "e4", "11:15",
        "Mock papers read question by question; reteaching plan for the three weakest topics #leader + @curriculum",
        who: "Head of maths"),
      Note(
        "e5", "11:50", "English: mock grades entered, nothing changed in teaching yet #leader - @curriculum",
        who: "Head of English"),
      Note(
        "e6", "12:20", "Year 11 know their topics to redo in maths, not in English #pupils - @achievement",
        year: "Year 11", who: "Ten pupils"),
      Note("e7", "13:30", "Canteen queue long, calm; prefects keep order kindly #behaviour + @attendance"),
      Note("e8", "14:00", "Careers: every Year 11 has had an interview, 12 had two #document + @development"),
    ],
    findings: [
      Finding("ef1", "curriculum", .strength, "Maths turns mock results into lessons.", "e4", "e6"),
      Finding(
        "ef4", "sixthForm", .strength, "Students argue from evidence, and those who leave are not forgotten.",
        "e1", "e3"),
      Finding(
        "ef2", "curriculum", .question,
        "English has the same results as maths: what would it take to teach from them before the next mock?",
        "e5", "e6"),
      Finding(
        "ef3", "sixthForm", .question, "What should a student be doing in a study hour, and who asks?", "e2"),
    ],
    actions: [
      Action(
        "ea1", "Read mock papers in English as maths does, and reteach three topics before the next.",
        owner: "Head of English", dueIn: 17, success: "Plan shown; Year 11 can name their topics.",
        area: "curriculum", finding: "ef2", status: .inProgress),
      Action(
        "ea2", "Give every Year 12 student a weekly plan for study time, looked at by the tutor.",
        owner: "Head of sixth form", dueIn: 45, success: "Ten students asked show this week’s.",
        area: "sixthForm", finding: "ef3"),
    ])

  /// The school that joined: its first review is planned.
  static let orchardVale = DemoReview(
    key: "orchard-vale", school: 900_013, daysAgo: -20, state: .planned,
    reviewers: ["Robin Alder", "Sam Tarn"],
    focus: "First full review since joining: a baseline in every area, with the head’s own view of each.")

  /// Visits of the last school year.
  static let earlierVisits: [DemoReview] = [
    DemoReview(
      key: "coldharbour", school: 900_003, isFormal: false, daysAgo: 168, state: .closed,
      focus: "Early language.",
      notes: [
        Note(
          "c1", "09:30",
          "Story time: every child retells a part to a partner, adults listen for words #lesson + @earlyYears"
        ),
        Note(
          "c2", "10:30", "Screening on entry leads to a group within two weeks #case + @inclusion",
          who: "SENCo"),
        Note(
          "c3", "11:30",
          "Handover to the junior school: one meeting in July, no books go across #leader - @leadership",
          who: "Head"),
      ],
      findings: [
        Finding(
          "cs1", "earlyYears", .strength, "Every adult listens for words, and children use them.", "c1"),
        Finding(
          "cq1", "leadership", .question, "What should a Year 3 teacher know of each child on the first day?",
          "c3"),
      ],
      actions: [
        Action(
          "ca1", "Take two books of each child to Dunmore Junior in June, and talk them through.",
          owner: "Year 2 lead", dueIn: 58,
          success: "Year 3 teachers can say what three children could do in June.", area: "leadership")
      ]),
    DemoReview(
      key: "northgate", school: 900_012, isFormal: false, daysAgo: 152, state: .closed,
      focus: "Communication, and readiness for what comes after school.",
      notes: [
        Note(
          "n1", "09:40",
          "Symbols used by every adult in the room, also at snack and on the bus #lesson + @curriculum"),
        Note(
          "n2", "10:50",
          "Work at the garden centre: two pupils serve, one counts change with a card #site + @development",
          year: "Key stage 4"),
        Note(
          "n3", "11:40",
          "Progress is written in long texts; hard to see who has stood still #document - @achievement",
          who: "Assistant head"),
        Note(
          "n4", "13:20", "Parents: reviews “feel like ours”; transport late twice a week #parents @inclusion",
          who: "Four parents"),
      ],
      findings: [
        Finding(
          "ns1", "development", .strength, "Work outside school is real, and pupils are trusted with it.",
          "n2"),
        Finding(
          "nq1", "achievement", .question, "How would you see, in a minute, who has stood still?", "n3"),
      ],
      actions: [
        Action(
          "na1", "One page for each pupil: what was new this term, in three lines.", owner: "Assistant head",
          dueIn: 12, success: "Ten pages read; a stranger could say what each pupil learnt.",
          area: "achievement", status: .inProgress)
      ]),
    DemoReview(
      key: "dunmore", school: 900_004, isFormal: false, daysAgo: 146, state: .closed,
      focus: "Maths after the visits to Ashgrove.",
      notes: [
        Note(
          "d1", "09:10",
          "Facts for ten minutes, whole class, lively; three pupils hide behind others #lesson @curriculum",
          year: "Year 4", subject: "Maths"),
        Note(
          "d2", "10:15", "Books since Easter: fewer blank answers, corrections begun #book + @achievement",
          year: "Year 6", subject: "Maths"),
        Note(
          "d3", "11:20", "Lead has visited twice and changed the plan #leader + @leadership",
          who: "Maths lead"),
      ],
      findings: [
        Finding(
          "ds1", "leadership", .strength, "The maths lead went to see, and changed the plan.", "d2", "d3"),
        Finding(
          "dq1", "curriculum", .question, "Who never speaks in a facts session, and how do you know?", "d1"),
      ],
      actions: [
        Action(
          "da1", "Call on every pupil by name at least once in each facts session.", owner: "Maths lead",
          dueIn: -40, success: "Three sessions watched: all called on.", area: "curriculum",
          status: .completed)
      ]),
  ]

  /// Visits of this school year.
  static let laterVisits: [DemoReview] = [
    DemoReview(
      key: "millbrook", school: 900_011, isFormal: false, daysAgo: 70, state: .closed,
      focus: "From Year 6 to Year 7 in one school.",
      notes: [
        Note(
          "m1", "09:00", "Year 7 maths repeats Year 6 for half a term; pupils say so #lesson - @curriculum",
          year: "Year 7", subject: "Maths"),
        Note(
          "m2", "10:10",
          "Year 6 and 7 teachers share a workroom and plan together since May #staff + @leadership"),
        Note(
          "m3", "11:00",
          "Tutor groups mix primary and new pupils well; none alone at break #behaviour + @development",
          year: "Year 7"),
        Note(
          "m4", "13:00", "Attendance of new pupils 1.5 points below the others’ #data - @attendance",
          who: "Data manager"),
      ],
      findings: [
        Finding("ms1", "leadership", .strength, "Years 6 and 7 are planned in one room.", "m2", "m3"),
        Finding(
          "mq1", "curriculum", .question,
          "Which weeks of Year 7 maths are new to those who were here in Year 6?", "m1"),
      ],
      actions: [
        Action(
          "ma1", "Begin Year 7 maths where Year 6 ends, agreed page by page.", owner: "Head of maths",
          dueIn: 73, success: "Plan agreed; no unit taught twice.", area: "curriculum", priority: .high)
      ]),
    DemoReview(
      key: "fernhill", school: 900_006, isFormal: false, daysAgo: 62, state: .closed,
      focus: "Mixed-age teaching with falling numbers.",
      notes: [
        Note(
          "f1", "09:20",
          "Two-year cycle is clear; older pupils get the harder question on the same page #lesson + @curriculum",
          year: "Key stage 2"),
        Note(
          "f2", "10:40",
          "With so few pupils a percentage says little: we read every book instead #book @achievement",
          year: "Key stage 2"),
        Note(
          "f3", "11:30", "Numbers: 64 now, 58 likely; head teaches three days #leader ! @leadership",
          who: "Head"),
      ],
      findings: [
        Finding(
          "fs1", "curriculum", .strength,
          "The two-year cycle is clear, and older pupils get the harder question.", "f1"),
        Finding(
          "fq1", "leadership", .question, "With 58 pupils, what can the head stop teaching, and who would?",
          "f3"),
      ]),
    DemoReview(
      key: "pinewood", school: 900_014, isFormal: false, daysAgo: 55, state: .closed,
      focus: "Pupils new to English.",
      notes: [
        Note(
          "p1", "09:30",
          "Twelve languages on the wall, three heard in the lesson, all understood the task #lesson + @inclusion",
          year: "Year 2"),
        Note(
          "p2", "10:45",
          "Assessment of new arrivals within ten days, told to all teachers #document + @inclusion",
          who: "EAL lead"),
        Note(
          "p3", "11:40", "Read well aloud, unsure of meaning: four of six #pupils - @achievement",
          year: "Year 4"),
      ],
      findings: [
        Finding(
          "ps1", "inclusion", .strength,
          "New arrivals are assessed within ten days, and every teacher is told.", "p1", "p2"),
        Finding(
          "pq1", "achievement", .question, "How do you find out what a fluent reader has understood?", "p3"),
      ]),
    DemoReview(
      key: "beckside", school: 900_002, isFormal: false, daysAgo: 41, state: .closed,
      focus: "What others could learn from reading at Beckside.",
      notes: [
        Note(
          "b1", "09:15",
          "Ten minutes of reading aloud by the teacher, every class, every day #walk + @curriculum"),
        Note(
          "b2", "10:20", "Pupils name authors, compare two endings, recommend #pupils + @achievement",
          year: "Years 5 and 6"),
        Note(
          "b3", "11:10", "Reading lead could give a day a week elsewhere until Easter #leader + @leadership",
          who: "Reading lead"),
      ],
      findings: [
        Finding("bs1", "achievement", .strength, "Pupils talk about books as readers do.", "b1", "b2"),
        Finding(
          "bq1", "leadership", .question,
          "Which school would gain most from a day a week of your reading lead?", "b3"),
      ]),
  ]
}
