import FieldbookModel

extension DemoReview {
  /// What was agreed at Kestrel Park before.
  static let kestrelEarlier = DemoReview(
    key: "kestrel-earlier", school: 900_009, isFormal: false, daysAgo: 284, state: .closed,
    focus: "Starts of lessons, and the first term of the new attendance team.",
    notes: [
      Note(
        "ke1", "08:55",
        "Six starts of lessons: three begin within a minute, three after five #walk - @attendance"),
      Note(
        "ke2", "10:20",
        "Attendance team phones by 09:30, home visits on day three; began in September #leader + @attendance",
        who: "Head of year"),
      Note("ke3", "11:30", "Supply teachers in 4 of 11 science lessons this week #data ! @leadership"),
      Note(
        "ke4", "13:40", "Pupils say rules depend on who teaches you #pupils - @attendance",
        year: "Years 8 and 10"),
    ],
    findings: [
      Finding(
        "kef1", "attendance", .improve, .widespread, "How lessons begin depends on the teacher.", "ke1", "ke4"
      )
    ],
    actions: [
      Action(
        "ka1", "One way to start every lesson: entry task on the board, register within three minutes.",
        owner: "Deputy head", dueIn: -96, success: "Ten lessons visited start alike.", area: "attendance",
        finding: "kef1", priority: .high, status: .inProgress),
      Action(
        "ka2", "Fill the two science posts, and write a plan for covering until then.", owner: "Head",
        dueIn: -30, success: "Both posts filled; no class with supply for more than two weeks.",
        area: "leadership", priority: .high, status: .inProgress),
      Action(
        "ka3", "Home visits on the third day of absence for every pupil under 90 per cent.",
        owner: "Head of year", dueIn: 31,
        success: "Log shows the visits; the group’s attendance rises by three points.", area: "attendance",
        status: .inProgress),
    ])

  /// The review in hand: half done, with a finding still being written.
  static let kestrel = DemoReview(
    key: "kestrel", school: 900_009, daysAgo: 1, state: .fieldwork, reviewers: ["Robin Alder", "Jo Fenwick"],
    focus:
      "Behaviour at change of lesson, science since the new appointments, and what low prior attainers are taught.",
    notes: [
      Note("k1", "08:40", "Gate: uniform put right without fuss, head by name with most #site + @attendance"),
      Note(
        "k2", "08:58",
        "Seven starts of lessons: entry task in all, register done by 09:04 in six #walk + @attendance"),
      Note(
        "k3", "09:20",
        "Cells, new teacher: clear model, questions to named pupils, all answer #lesson + @curriculum",
        year: "Year 9", subject: "Science"),
      Note(
        "k4", "09:50",
        "Supply for the third week: worksheet, no talk of last lesson, nine off task #lesson ! @curriculum",
        year: "Year 8", subject: "Science"),
      Note(
        "k5", "10:25", "Science books, ten: gaps where cover was, no lesson repeated #book ! @achievement",
        year: "Year 8", subject: "Science"),
      Note(
        "k6", "10:55",
        "Change of lesson, north stairs: pushing, no adult for four minutes #behaviour ! @attendance"),
      Note(
        "k7", "11:05", "Change of lesson, south side: two staff at the bend, calm #behaviour + @attendance"),
      Note(
        "k8", "11:20", "Equations: bottom set copies three examples, not asked why #lesson - @inclusion",
        year: "Year 10", subject: "Maths"),
      Note(
        "k9", "11:50",
        "They feel safe; stairs “are a crush”; they know the form for telling #pupils @safeguarding",
        year: "Years 7 and 9", who: "Nine pupils"),
      Note(
        "k10", "12:30",
        "Library full at lunch, 34 pupils reading, librarian knows what each had last #site + @development"),
      Note(
        "k11", "13:15",
        "SENCo: low prior attainers have the same curriculum on paper; teachers are not told what they cannot read #leader - @inclusion",
        who: "SENCo"),
      Note(
        "k12", "13:40",
        "Attendance 91.8, up 1.2; visits on day three logged for 46 of 52 #data + @attendance",
        who: "Head of year"),
      Note(
        "k13", "14:10",
        "Both science posts filled; one began in September, one begins in January #leader + @leadership",
        who: "Head"),
    ],
    findings: [
      Finding(
        "kf1", "attendance", .strength, .widespread, "Lessons start alike and soon, as agreed.", "k2", "k3"),
      Finding(
        "kf2", "attendance", .improve, .some, "The north stairs are without an adult when they are fullest.",
        "k6", "k9"),
      Finding(
        "kf3", "curriculum", .concern, .some,
        "Year 8 loses science where cover is long: lessons are neither planned on nor made up.", "k4", "k5"),
      Finding(
        "kf4", "inclusion", .improve, .isolated,
        "Teachers of lower sets do not know what their pupils cannot read.", "k11"),
    ],
    judgements: [
      Judgement(
        "attendance", own: "strong", ours: "expected",
        "Starts of lessons and attendance are better; the stairs are not."),
      Judgement("curriculum", own: "expected", ours: "", ""),
      Judgement("inclusion", own: "expected", ours: "", ""),
      Judgement("achievement", own: "attention", ours: "", ""),
      Judgement("leadership", own: "expected", ours: "", ""),
      Judgement("safeguarding", own: "met", ours: "", ""),
      Judgement("earlyYears", notReviewed: "The school begins at Year 7."),
      Judgement("sixthForm", notReviewed: "The school has no sixth form."),
    ],
    actions: [
      Action(
        "ka4", "Two adults on the north stairs at every change of lesson.", owner: "Deputy head", dueIn: 21,
        success: "Ten changes watched, none without an adult.", area: "attendance", finding: "kf2")
    ],
    answers: [
      Answer("ka1", .verified, "Entry task in seven of seven lessons, register by 09:04 in six.")
    ])

  /// What was being typed when the lid was closed.
  static let kestrelDraft =
    "Some pupils in lower sets are taught steps without reasons: in maths they copied three examples, and in"
}
