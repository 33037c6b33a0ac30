/// The phrases that come with the program, by area. Frameworks share them by the ids of their areas.
enum StarterPhrases {
  static let all: [Phrase] = groups.flatMap { group in
    group.phrases.enumerated().map { place, phrase in
      Phrase(
        id: "starter-\(group.name)-\(place + 1)", text: phrase.text, areas: group.areas, use: phrase.use,
        isBuiltIn: true)
    }
  }

  private struct Group {
    let name: String
    let areas: [String]
    let phrases: [(use: Phrase.Use, text: String)]
  }

  /// Their places are part of their ids: a new phrase goes to the end of its group.
  private static let groups: [Group] = [
    Group(
      name: "all", areas: [],
      phrases: [
        (.strength, "Leaders know what is working well: …"),
        (.strength, "In … of … lessons seen, …"),
        (.improve, "The picture is uneven: in … it is strong, in … it is not yet."),
        (.improve, "It is not yet clear that …"),
        (.next, "By …, … will …, so that …"),
        (.next, "Leaders will check in … that this has worked by …"),
      ]),
    Group(
      name: "curriculum", areas: ["curriculum", "quality", "teaching"],
      phrases: [
        (.strength, "The curriculum in … sets out what pupils should know, and in which order."),
        (.strength, "Teachers check what pupils remember before they move on, for example in …"),
        (.strength, "Pupils talk about what they learnt in … with the right words."),
        (.improve, "In …, pupils do tasks without practising what the lesson was about."),
        (.improve, "Pupils with gaps from earlier years are not yet helped to catch up in …"),
        (.improve, "Checks in lessons come too late to change what is taught next in …"),
        (.next, "Agree which knowledge in … comes first, and teach it to every class by …"),
        (.next, "Plan … short checks of earlier learning into each week of …"),
      ]),
    Group(
      name: "achievement", areas: ["achievement", "quality"],
      phrases: [
        (.strength, "Pupils’ work in … shows steady gains since …"),
        (.strength, "Pupils read fluently and with understanding by …"),
        (.improve, "Too few pupils reach the expected standard in …: … of … this year."),
        (.improve, "Disadvantaged pupils do less well in … than others here: … of … against … of …"),
        (.next, "Give the … pupils who are close to the standard in … extra practice until …"),
        (.next, "Look at books in … every … weeks, and write down what changed."),
      ]),
    Group(
      name: "attendance", areas: ["attendance", "behaviour"],
      phrases: [
        (.strength, "Attendance is … %, … points above this time last year."),
        (.strength, "Staff follow up absence on the first day, and know why pupils are away."),
        (.improve, "… of … pupils miss one day in ten or more; most are in …"),
        (.improve, "Letters go out, but families say that nobody asked what would help."),
        (
          .next,
          "Meet the families of the … pupils with the lowest attendance by …, and agree one step with each."
        ),
        (.next, "Report attendance by group to … every …"),
      ]),
    Group(
      name: "behaviour", areas: ["behaviour", "attendance"],
      phrases: [
        (.strength, "Routines are calm, and lessons start promptly in …"),
        (.strength, "Pupils say that adults are fair, and sort things out."),
        (.improve, "Low-level disruption slows learning in …, mostly when …"),
        (.improve, "Corridors are noisy at change of lesson, near …"),
        (.next, "Agree one routine for … and practise it with every class by …"),
        (.next, "Put staff at … at change of lesson until …"),
      ]),
    Group(
      name: "development", areas: ["development"],
      phrases: [
        (.strength, "Pupils can say how … has helped them beyond lessons."),
        (.improve, "Pupils’ understanding of … is thin: they could not say …"),
        (.improve, "Few of the … pupils take part in clubs or visits."),
        (.next, "Ask the pupils who take part in nothing what would bring them, by …"),
      ]),
    Group(
      name: "inclusion", areas: ["inclusion"],
      phrases: [
        (.strength, "Adults know what each pupil with special educational needs is working on, and adapt …"),
        (.strength, "Support in … is taken away step by step, so that pupils do more alone."),
        (.improve, "Targets in support plans are too broad to tell whether they were met, for example …"),
        (.improve, "Pupils who get support spend less time with their teacher in …"),
        (.next, "Rewrite the targets of … plans so that anyone could tell if they were met, by …"),
      ]),
    Group(
      name: "leadership", areas: ["leadership", "governance"],
      phrases: [
        (.strength, "Leaders’ view of the school fits what was seen in …"),
        (.strength, "Governors ask about …, and check the answers for themselves."),
        (.strength, "Staff say that their workload was thought of when … changed."),
        (.improve, "Leaders check that things are done, less often whether they helped: for example …"),
        (.improve, "Governors hear about … but have not looked at it themselves."),
        (.next, "Choose … priorities for this year, and say for each how success will be told."),
        (.next, "Bring to governors in … what changed for pupils, not only what was done."),
      ]),
    Group(
      name: "early", areas: ["earlyYears", "phases"],
      phrases: [
        (.strength, "Children listen, take turns and talk in full sentences when …"),
        (.strength, "Phonics is taught in the same way in every group, and books fit the sounds known."),
        (.improve, "Adults ask questions that need one word as an answer during …"),
        (.next, "Plan the words that adults will use in … each week from …"),
      ]),
    Group(
      name: "sixth", areas: ["sixthForm", "phases"],
      phrases: [
        (.strength, "Students talk about their next step, and who helped them choose it."),
        (.improve, "Independent study is not yet planned in …: students say …"),
        (.next, "Agree what students do between lessons in …, and check it every …"),
      ]),
    Group(
      name: "safeguarding", areas: ["safeguarding"],
      phrases: [
        (.strength, "Staff could say what they would do with a worry, and whom they would tell."),
        (.strength, "Records show what was decided, by whom and when."),
        (.improve, "Records do not always say what was decided, or why."),
        (.next, "Check … records each month until decisions are always written down."),
      ]),
  ]
}
