import FieldbookModel

extension DemoReview {
  /// Where Ashgrove stood a year ago.
  static let ashgroveEarlier = DemoReview(
    key: "ashgrove-earlier", school: 900_001, isFormal: false, daysAgo: 371, state: .closed,
    focus: "How the new maths scheme is being taught.",
    notes: [
      Note(
        "ae1", "09:20",
        "Scheme followed page by page; fluent pupils repeat what they can do #lesson - @curriculum",
        year: "Year 4", subject: "Maths"),
      Note(
        "ae2", "10:10", "Number facts unsure: 4 of 6 count on fingers for 7 × 6 #pupils - @achievement",
        year: "Year 5", subject: "Maths"),
      Note(
        "ae3", "11:00", "Maths lead has a clear plan for facts, not yet begun #leader @curriculum",
        who: "Maths lead"),
      Note("ae4", "13:15", "Corridors noisy after lunch, settle when adults arrive #walk - @attendance"),
    ],
    findings: [
      Finding(
        "aef1", "curriculum", .improve, .some,
        "The scheme is followed without asking what pupils know already.", "ae1", "ae2")
    ],
    actions: [
      Action(
        "ae-a1", "Teach number facts for ten minutes a day in Years 3 to 6.", owner: "Maths lead",
        dueIn: -300, success: "Pupils asked answer facts of their year at once.", area: "curriculum",
        finding: "aef1"),
      Action(
        "ae-a2", "Start each unit with a short check of what pupils can do, and skip what they can.",
        owner: "Maths lead", dueIn: -240, success: "Plans show what was left out, and why.",
        area: "curriculum", finding: "aef1"),
      Action(
        "ae-a3", "Give Year 6 pupils jobs in the corridors after lunch.", owner: "Deputy head", dueIn: -280,
        success: "Five visits after lunch find corridors calm.", area: "attendance", priority: .low),
    ])

  /// Last term's report: improving, and the review says where it is not yet enough.
  static let ashgrove = DemoReview(
    key: "ashgrove", school: 900_001, daysAgo: 139, state: .final, reviewers: ["Robin Alder", "Jo Fenwick"],
    focus: "Whether the rise in key stage 2 reaches disadvantaged pupils, and what still holds back writing.",
    notes: [
      Note(
        "a1", "08:45",
        "Arrival: doors open early, breakfast club full, 36 children, all eat #site + @attendance"),
      Note(
        "a2", "09:05",
        "Facts first, then the check; 9 pupils go on to the harder set at once #lesson + @curriculum",
        year: "Year 5", subject: "Maths"),
      Note(
        "a3", "09:40",
        "Teacher notices two wrong methods on boards and stops the class to compare them #lesson + @curriculum",
        year: "Year 3", subject: "Maths"),
      Note(
        "a4", "10:15",
        "18 maths books from three years: corrections made, harder work reached by most #book + @achievement",
        year: "Years 3, 5 and 6", subject: "Maths"),
      Note(
        "a5", "10:35",
        "Writing books, same pupils: ideas good, sentences run on, same errors in June as in January #book - @achievement",
        year: "Years 3, 5 and 6", subject: "Writing"),
      Note(
        "a6", "11:00",
        "They know their targets in maths by heart; in writing they say “write more” #pupils - @curriculum",
        year: "Year 6", who: "Eight pupils"),
      Note(
        "a7", "11:20",
        "Four disadvantaged pupils read to us, all at the level expected, one well above #pupils + @inclusion",
        year: "Year 4"),
      Note(
        "a8", "11:45",
        "Tutoring three mornings a week; lead can show for each pupil what was missing and now is not #leader + @inclusion",
        who: "Inclusion lead"),
      Note(
        "a9", "12:15",
        "Playground: buddies at the gate, football rota, one quarrel settled by pupils themselves #behaviour + @development"
      ),
      Note(
        "a10", "12:50",
        "Corridors after lunch calm, five classes passed, Year 6 monitors in place #walk + @attendance"),
      Note(
        "a11", "13:10",
        "Expected standard 59 then up again in the school’s own checks; disadvantaged pupils 46, others 71 #data @achievement"
      ),
      Note(
        "a12", "13:30", "Attendance 95.4; persistent absence 13 per cent, down from 19 #data + @attendance",
        who: "Attendance lead"),
      Note(
        "a13", "13:45",
        "Nursery and Reception: long conversations, new words on cards used by all adults #lesson + @earlyYears",
        year: "Early years"),
      Note(
        "a14", "14:05",
        "Governors came in twice this year to look at maths books with the lead #governor + @leadership",
        who: "Chair"),
      Note(
        "a15", "14:20",
        "Marking policy cut by half; staff say Sunday evenings are theirs again #staff + @leadership",
        who: "Seven teachers"),
      Note(
        "a16", "14:40",
        "Record of checks complete; visitor book and badges in order; three staff quizzed, sure #scr + @safeguarding",
        who: "Office manager"),
      Note(
        "a17", "14:55",
        "Parents at the gate: five of six say they hear soon when something is wrong #parents + @safeguarding",
        who: "Six parents"),
      Note(
        "a18", "15:05",
        "Clubs: 61 of 112 disadvantaged pupils take part, counted and chased each half-term #document + @development"
      ),
    ],
    findings: [
      Finding(
        "af1", "curriculum", .strength, .widespread,
        "Maths starts from what pupils know, and teachers act at once on what they see.", "a2", "a3", "a4"),
      Finding(
        "af2", "achievement", .improve, .widespread,
        "Writing lags behind: errors of grammar stay from one term to the next.", "a5", "a6"),
      Finding(
        "af3", "inclusion", .strength, .some,
        "Disadvantaged pupils are taught what they miss, soon, and it shows in reading.", "a7", "a8"),
      Finding(
        "af4", "attendance", .strength, .widespread,
        "Days start and change over calmly, and absence has fallen.", "a1", "a10", "a12"),
      Finding(
        "af5", "leadership", .strength, .some,
        "Leaders take work off staff before they add any, and governors look for themselves.", "a14", "a15"),
      Finding(
        "af6", "development", .strength, .some,
        "Who takes part is counted, and those who do not are asked again.", "a9", "a18"),
      Finding("af7", "earlyYears", .strength, .some, "Adults build talk with every child.", "a13", "a7"),
      Finding(
        "af8", "safeguarding", .strength, .widespread, "Checks are complete, and parents are heard.", "a16",
        "a17"),
    ],
    judgements: [
      Judgement(
        "inclusion", own: "expected", ours: "strong",
        "What pupils miss is found and taught within weeks; four readers chosen by us bear it out."),
      Judgement(
        "curriculum", own: "strong", ours: "expected",
        "Maths is strong throughout. Writing is not yet planned as carefully."),
      Judgement(
        "achievement", own: "expected", ours: "expected",
        "The rise is real and reaches most groups; writing keeps it from being strong."),
      Judgement(
        "attendance", own: "expected", ours: "strong",
        "Calm at every hour we looked, and absence down by a third."),
      Judgement(
        "development", own: "expected", ours: "expected",
        "Clubs and roles reach more than half of disadvantaged pupils, and leaders know who is left."),
      Judgement(
        "leadership", own: "expected", ours: "strong",
        "Every action of last year was done and tested by leaders before we came."),
      Judgement(
        "earlyYears", own: "strong", ours: "strong", "Talk is planned, frequent and shared by all adults."),
      Judgement("sixthForm", notReviewed: "The school has no sixth form."),
      Judgement(
        "safeguarding", own: "met", ours: "met", "Records, knowledge and follow-up are all in order."),
    ],
    actions: [
      Action(
        "aa1",
        "Plan grammar into writing as facts were planned into maths: a little each day, checked each week.",
        owner: "English lead", dueIn: 24,
        success: "In 12 books, errors marked in week one are gone by week six.", area: "achievement",
        finding: "af2", priority: .high, status: .inProgress),
      Action(
        "aa2", "Give each pupil in Years 3 to 6 one writing target in words they can repeat.",
        owner: "English lead", dueIn: 66, success: "Eight of ten pupils asked can say theirs, and show it.",
        area: "curriculum", finding: "af2"),
      Action(
        "aa3", "Invite the 51 disadvantaged pupils who take part in no club, one by one.",
        owner: "Inclusion lead", dueIn: 38, success: "At least 25 of them in a club by the end of term.",
        area: "development", finding: "af6", status: .inProgress),
      Action(
        "aa4", "Show Dunmore Junior’s maths lead how facts are taught here.", owner: "Maths lead", dueIn: -60,
        success: "Two visits each way; Dunmore’s plan written.", area: "leadership", finding: "af1",
        priority: .low, status: .verified),
    ],
    answers: [
      Answer("ae-a1", .verified, "Facts are taught daily in all four years; pupils asked answer at once."),
      Answer("ae-a2", .verified, "Checks in every unit we saw; nine pupils had skipped ahead."),
      Answer("ae-a3", .verified, "Monitors in place, corridors calm after lunch."),
    ], signedAfter: 7)
}
