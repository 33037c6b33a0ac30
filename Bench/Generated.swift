import SeededRandom

/// Made-up files in the real layouts; the same seed gives the same files.
enum Generated {
  static let trust = "Woldshire Learning Trust"
  private static let firsts = [
    "Ash", "Birch", "Cold", "Dun", "Elm", "Fern", "Green", "Hazel", "Ivy", "Juniper", "Kings", "Lark", "Mill",
    "North", "Oak", "Pine", "Queens", "Rose", "Stone", "Thorn",
  ]
  private static let seconds = [
    "bridge", "field", "grove", "wood", "harbour", "more", "side", "ton", "ham", "ford", "ley", "stead",
  ]

  /// A register in the layout of GIAS, every so many schools one of our trust.
  static func register(schools: Int, ours: (Int) -> Bool) -> String {
    var random = SplitMix64(seed: 24_000)
    var text =
      "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"
      + "EstablishmentStatus (code),EstablishmentStatus (name),OpenDate,CloseDate,PhaseOfEducation (name),"
      + "StatutoryLowAge,StatutoryHighAge,SchoolCapacity,NumberOfPupils,Trusts (name),OfstedLastInsp,Street,Town,"
      + "Postcode,TelephoneNum,HeadFirstName,HeadLastName,OfstedRating (name)\r\n"
    for number in 0..<schools {
      let isSecondary = number % 6 == 5
      let phase = isSecondary ? "Secondary" : "Primary"
      let name = "\(random.pick(firsts))\(random.pick(seconds)) \(random.pick(firsts)) \(phase) School"
      let town = "\(random.pick(firsts))\(random.pick(seconds))"
      let roll = Int.random(in: 40...1400, using: &random)
      let rating = random.pick(["Outstanding", "Good", "Good", "Good", "Requires improvement", ""])
      text +=
        "\(100_000 + number),\(201 + number % 152),\(random.pick(firsts))shire,\(2000 + number % 4000),\(name),"
        + "\(random.pick(["Academy converter", "Community school", "Voluntary aided school"])),1,Open,"
        + "01-09-20\(10 + number % 10),,\(phase),\(isSecondary ? "11,16" : "4,11"),\(roll + 30),\(roll),"
        + "\(ours(number) ? trust : ""),\(10 + number % 18)-03-2022,\(number % 200) High Street,\(town),"
        + "W\(number % 90) \(number % 9)AB,01632960\(100 + number % 900),,,\(rating)\r\n"
    }
    return text
  }

  /// A national school census in its real layout: as many rows and columns as that of January 2019.
  static func census() -> String {
    var random = SplitMix64(seed: 2019)
    var text =
      "\u{FEFF}URN,LA,ESTAB,SCHOOLTYPE,NOR,NORG,NORB,PNORG,PNORB,TSENELSE,PSENELSE,TSENELK,PSENELK,NUMEAL,NUMENGFL,"
      + "NUMUNCFL,PNUMEAL,PNUMENGFL,PNUMUNCFL,NUMFSM,NUMFSMEVER,PNUMFSMEVER\n"
    for number in 0..<23_942 {
      let roll = Int.random(in: 30...1500, using: &random)
      let girls = roll * Int.random(in: 40...60, using: &random) / 100
      func part(_ most: Int) -> (Int, String) {
        let count = roll * Int.random(in: 0...most, using: &random) / 100
        return (count, Row.text(Double(count * 1000 / roll) / 10))
      }
      let (plan, k, eal, free) = (part(4), part(25), part(60), part(50))
      text +=
        "\(100_000 + number),\(201 + number % 152),\(2000 + number % 4000),State-funded primary,\(roll),\(girls),"
        + "\(roll - girls),\(girls * 100 / roll),\(100 - girls * 100 / roll),\(plan.0),\(plan.1),\(k.0),\(k.1),"
        + "\(eal.0),\(roll - eal.0),0,\(eal.1),\(100 - eal.0 * 100 / roll),0,\(free.0 / 2),\(free.0),\(free.1)\n"
    }
    return text
  }

  /// Key stage 2 results of one authority in the real layout: a row for each of sixty schools, and one for all.
  static func results(authority: Int) -> String {
    var random = SplitMix64(seed: UInt64(authority))
    let measures = [
      "TELIG", "BELIG", "GELIG", "TFSM6CLA1A", "TNOTFSM6CLA1A", "PTRWM_EXP", "PTRWM_EXP_B", "PTRWM_EXP_G",
      "PTRWM_EXP_FSM6CLA1A", "PTRWM_EXP_NOTFSM6CLA1A", "PTRWM_HIGH", "PTREAD_EXP", "PTWRITTA_EXP",
      "PTMAT_EXP",
      "READ_AVERAGE", "MAT_AVERAGE", "READPROG", "READPROG_LOWER", "READPROG_UPPER", "READCOV", "MATPROG",
      "MATPROG_LOWER", "MATPROG_UPPER", "MATCOV",
    ]
    var text = "\u{FEFF}RECTYPE,LEA,ESTAB,URN,SCHNAME,\(measures.joined(separator: ","))\r\n"
    for number in 0..<61 {
      let isAll = number == 60
      let urn = isAll ? "" : String(100_000 + (authority - 801) * 60 + number)
      text += "\(isAll ? 3 : 1),\(authority),\(2000 + number),\(urn),\(isAll ? "" : "School \(number)")"
      for measure in measures {
        let value = Int.random(in: 10...90, using: &random)
        text += measure.hasPrefix("PT") || measure.hasSuffix("COV") ? ",\(value)%" : ",\(value)"
      }
      text += "\r\n"
    }
    return text
  }

  /// What `git fast-import` makes a repository of so many commits from.
  static func commits(_ count: Int) -> String {
    var random = SplitMix64(seed: 1000)
    return (0..<count).map { number in
      let message = "Change the \(random.pick(firsts))\(random.pick(seconds)) of \(number)\n"
      let content = "\(random.next())\n"
      return
        "commit refs/heads/main\ncommitter A Person <person@example.org> \(1_500_000_000 + number * 3600) +0000\n"
        + "data \(message.utf8.count)\n\(message)M 100644 inline file\(number % 40).txt\n"
        + "data \(content.utf8.count)\n\(content)\n"
    }.joined()
  }
}
