import SeededRandom

extension Generated {
  private static let words = [
    "calm", "routines", "pupils", "corridor", "lesson", "change", "precise", "vocabulary", "value", "quick",
    "teacher",
    "asks", "book", "work", "shows", "some", "rush", "reading", "fluent", "group", "model", "answers",
    "settle", "recall",
  ]
  private static let areas = [
    "inclusion", "curriculum", "achievement", "attendance", "personal", "early-years", "leadership",
  ]

  /// So many reviews as documents, by their ids: each with so many notes, six findings and four grades.
  static func reviews(_ count: Int, notes: Int) -> [(id: String, document: String)] {
    var random = SplitMix64(seed: 200)
    return (0..<count).map { number in
      let id = identity(&random)
      let day = "20\(20 + number / 40)-\(two(1 + number % 12))-\(two(1 + number % 28))"
      let evidence = (0..<notes).map { note in
        record(
          [
            ("text", text(18, &random)), ("areas", "[\"\(random.pick(areas))\"]"),
            ("type", "\"lessonVisit\""),
            ("strength", "\"\(random.pick(["strength", "improve", "concern"]))\""),
            ("yearGroup", "\"Y\(1 + note % 6)\""),
            ("subject", "\"maths\""), ("at", "\"\(day)T\(two(9 + note / 60)):\(two(note % 60)):00+00:00\""),
            ("by", "\"Anna Reed\""),
          ], &random)
      }
      let findings = (0..<6).map { _ in
        record(
          [("statement", text(12, &random)), ("area", "\"\(random.pick(areas))\""), ("kind", "\"improve\"")],
          &random)
      }
      let judgements = areas.prefix(4).map { area in
        "\"\(area)\": "
          + object([("ours", "\"expected\""), ("rationale", text(20, &random))], stamped: identity(&random))
      }
      let own = [
        ("school", "\"\(100_000 + number % 12)\""), ("kind", "\"formal\""), ("framework", "\"bench\""),
        ("state", "\"fieldwork\""), ("date", "\"\(day)\""), ("reviewers", "[\"Anna Reed\"]"),
        ("focus", text(15, &random)),
      ]
      let held = [
        ("format", "\"review\""), ("version", "1"), ("id", "\"\(id)\""), ("frameworkUsed", framework),
        ("evidence", "{\(evidence.joined(separator: ",\n"))}"),
        ("findings", "{\(findings.joined(separator: ",\n"))}"),
        ("judgements", "{\(judgements.joined(separator: ",\n"))}"),
      ]
      return (id, object(own, held: held, stamped: identity(&random)) + "\n")
    }
  }

  /// So many agreed actions as documents, by their ids, shared out among reviews.
  static func actions(_ count: Int, of reviews: [String]) -> [(id: String, document: String)] {
    var random = SplitMix64(seed: 2000)
    return (0..<count).map { number in
      let id = identity(&random)
      let review = number % max(1, reviews.count)
      let own = [
        ("text", text(10, &random)), ("owner", "\"Deputy head\""),
        ("due", "\"20\(26 + number % 2)-\(two(1 + number % 12))-15\""), ("priority", "\"high\""),
        ("success", text(8, &random)), ("school", "\"\(100_000 + review % 12)\""),
        ("review", "\"\(reviews[review])\""), ("status", "\"inProgress\""),
      ]
      let held = [("format", "\"action\""), ("version", "1"), ("id", "\"\(id)\"")]
      return (id, object(own, held: held, stamped: identity(&random)) + "\n")
    }
  }

  private static let framework: String = {
    let listed = areas.map { #"{"id": "\#($0)", "title": "\#($0)", "scale": "four", "prompts": []}"# }
    let levels = ["concern", "attention", "expected", "strong"].map {
      #"{"id": "\#($0)", "title": "\#($0)"}"#
    }
    return #"{"id": "bench", "title": "Bench", "areas": [\#(listed.joined(separator: ", "))], "#
      + #""scales": [{"id": "four", "levels": [\#(levels.joined(separator: ", "))]}]}"#
  }()

  private static func record(_ members: [(String, String)], _ random: inout SplitMix64) -> String {
    "\"\(identity(&random))\": " + object(members, stamped: identity(&random))
  }

  /// An object whose own members carry a write each.
  private static func object(
    _ members: [(String, String)], held: [(String, String)] = [], stamped write: String
  ) -> String {
    let writes = members.map { "\"\($0.0)\": \"\(write)-0123abcd\"" }.joined(separator: ", ")
    return "{" + (held + members).map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
      + ", \"_w\": {\(writes)}}"
  }

  private static func text(_ count: Int, _ random: inout SplitMix64) -> String {
    "\"" + (0..<count).map { _ in random.pick(words) }.joined(separator: " ") + ".\""
  }

  /// A UUID of version 7.
  private static func identity(_ random: inout SplitMix64) -> String {
    var digits = (hexadecimal(random.next()) + hexadecimal(random.next())).map(String.init)
    digits[12] = "7"
    digits[16] = "a"
    let ends = [0, 8, 12, 16, 20, 32]
    return zip(ends, ends.dropFirst()).map { digits[$0..<$1].joined() }.joined(separator: "-")
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
