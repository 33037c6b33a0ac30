import FieldbookModel

extension DemoReview {
  /// The school that nobody has been to since: three actions are late, and results have gone on falling.
  static let larkrise = DemoReview(
    key: "larkrise", school: 900_010, daysAgo: 434, state: .final, reviewers: ["Robin Alder", "Sam Tarn"],
    focus:
      "Reading and writing in key stage 2, after a first fall in results; attendance of disadvantaged pupils.",
    notes: [
      Note(
        "l1", "08:50",
        "Gate: head and two leaders greet every family, late bell at 08:55 and 14 pupils after it #site @attendance",
        who: "Head"),
      Note(
        "l2", "09:10",
        "Phonics, three groups: same routine, pace brisk, nobody waiting for a turn #lesson + @earlyYears",
        year: "Reception and Year 1", subject: "Reading"),
      Note(
        "l3", "09:45",
        "Guided reading: questions stay at finding facts; pupils who read fluently finish early and wait #lesson - @curriculum",
        year: "Year 5", subject: "Reading"),
      Note(
        "l4", "10:05",
        "Same text for the whole class; six pupils cannot read it and copy from a partner #lesson ! @inclusion",
        year: "Year 6", subject: "Reading"),
      Note(
        "l5", "10:40",
        "Twelve writing books, two classes: long pieces once a half-term only, spelling of common words uncorrected since September #book - @achievement",
        year: "Year 6", subject: "Writing"),
      Note(
        "l6", "11:00",
        "Maths books, eight: clear steps, mistakes found and put right in the same lesson #book + @curriculum",
        year: "Year 4", subject: "Maths"),
      Note(
        "l7", "11:20",
        "They like the class novel but cannot name anything else they read this term; two have no book in their bag #pupils - @curriculum",
        year: "Years 5 and 6", who: "Six pupils, chosen by us"),
      Note(
        "l8", "11:45",
        "Reading scheme for key stage 2 is three years old; the plan for replacing it stopped when the English lead left at Easter #leader ! @leadership",
        who: "Deputy head"),
      Note(
        "l9", "12:20",
        "Lunch hall orderly, older pupils help at tables, four adults all talking with children #behaviour + @attendance"
      ),
      Note(
        "l10", "13:10",
        "Attendance 92.1 per cent so far; of 41 pupils persistently absent, 29 are disadvantaged #data ! @attendance",
        who: "Attendance officer"),
      Note(
        "l11", "13:30",
        "Letters go out at 90 per cent; nobody has met the families, no plan for the ten lowest #leader - @attendance",
        who: "Attendance officer"),
      Note(
        "l12", "13:50",
        "Single central record: 20 entries sampled, complete; two overseas checks dated and filed #scr + @safeguarding",
        who: "Business manager"),
      Note(
        "l13", "14:05",
        "Five staff asked alone: all know whom to tell, and what happened after they last did #staff + @safeguarding",
        who: "Two teachers, two assistants, a midday supervisor"),
      Note(
        "l14", "14:20",
        "School council chose the playground zones and can say what changed because of it #pupils + @development",
        who: "School council"),
      Note(
        "l15", "14:40",
        "Governors ask about results every term; minutes show no question about reading after January #governor - @leadership",
        who: "Chair and vice-chair"),
      Note(
        "l16", "15:00",
        "Support plans of eight pupils: targets fit, but four were last looked at in March #case - @inclusion",
        who: "SENCo"),
    ],
    findings: [
      Finding(
        "lf1", "curriculum", .improve, .widespread,
        "Reading in key stage 2 does not build on what pupils can already do: texts and questions are the same for all.",
        "l3", "l4", "l7"),
      Finding(
        "lf2", "achievement", .improve, .some,
        "By Year 6 pupils write too seldom at length, and habits of misspelling have set.", "l5", "l3"),
      Finding(
        "lf3", "inclusion", .concern, .some,
        "Pupils who read least well are given work they cannot read, and their plans are looked at late.",
        "l4", "l16"),
      Finding(
        "lf4", "attendance", .concern, .widespread,
        "Absence of disadvantaged pupils is recorded well and acted on little.", "l10", "l11", "l1"),
      Finding(
        "lf5", "leadership", .improve, .some,
        "Work on reading stopped when one person left, and nobody noticed.", "l8", "l15"),
      Finding(
        "lf6", "earlyYears", .strength, .widespread,
        "Early reading is taught the same way by everybody, and children get a strong start.", "l2", "l6"),
      Finding(
        "lf7", "development", .strength, .some, "Pupils have a say, and see what comes of it.", "l14", "l9"),
      Finding(
        "lf8", "safeguarding", .strength, .widespread,
        "Staff know what to notice and whom to tell, and records are complete.", "l12", "l13"),
    ],
    judgements: [
      Judgement(
        "inclusion", own: "expected", ours: "attention",
        "Weak readers in Years 5 and 6 cannot reach the curriculum, and half the plans we read were out of date."
      ),
      Judgement(
        "curriculum", own: "expected", ours: "attention",
        "Maths is taught well throughout; reading after Year 2 is not planned from what pupils know."),
      Judgement(
        "achievement", own: "expected", ours: "attention",
        "Results fell by ten points with the same intake; books bear it out in writing."),
      Judgement(
        "attendance", own: "expected", ours: "attention",
        "Behaviour is calm. Absence of disadvantaged pupils is high and rising, without a plan for them."),
      Judgement(
        "development", own: "strong", ours: "expected",
        "Pupils’ roles are real; the wider programme is still thin for younger years."),
      Judgement(
        "leadership", own: "expected", ours: "attention",
        "Leaders see the school as we do, but work rests on single people and is not followed up."),
      Judgement(
        "earlyYears", own: "strong", ours: "strong",
        "Routines, talk and phonics are consistent in every room."),
      Judgement("sixthForm", notReviewed: "The school has no sixth form."),
      Judgement(
        "safeguarding", own: "met", ours: "met", "Records are complete; staff act and hear what became of it."
      ),
    ],
    actions: [
      Action(
        "la1",
        "Choose and begin a reading scheme for Years 3 to 6 that starts from what each pupil can read.",
        owner: "Head", dueIn: -281,
        success:
          "In a sample of 12 pupils, each reads a text at the right level and can say what comes next.",
        area: "curriculum", finding: "lf1", priority: .high, status: .inProgress),
      Action(
        "la2",
        "Meet the families of the ten disadvantaged pupils with the lowest attendance, and agree a plan with each.",
        owner: "Assistant head", dueIn: -253,
        success: "Ten plans on file; attendance of the ten up by five points over a half-term.",
        area: "attendance", finding: "lf4", priority: .high),
      Action(
        "la3",
        "Have pupils write at length at least every other week in Years 5 and 6, and correct common spellings.",
        owner: "Writing lead", dueIn: -190, success: "Books of both year groups show it over six weeks.",
        area: "achievement", finding: "lf2", status: .stalled),
      Action(
        "la4", "Look at every support plan each term, with parents.", owner: "SENCo", dueIn: -330,
        success: "All plans dated this term; parents asked say they took part.", area: "inclusion",
        finding: "lf3", status: .verified),
      Action(
        "la5", "Put two people in charge of every subject that results rest on.", owner: "Head", dueIn: -316,
        success: "The list of leads shows it; both can say what is due next.", area: "leadership",
        finding: "lf5", priority: .low, status: .verified),
    ], signedAfter: 9)
}
