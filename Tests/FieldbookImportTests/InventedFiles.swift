import FieldbookImport
import FieldbookModel
import SeededRandom

/// An invented school.
struct InventedSchool {
  var urn: URN
  var name: String
  var la: String
  var trust: String
  /// The URN under which its results still stand.
  var formerURN: URN?
}

/// Invented registers and results in the real layouts, with what a reader should find in them.
struct InventedFiles {
  /// What one cell should be read as.
  struct Expected {
    var subject: ObservationSubject
    var previousURN: URN?
    var measure: String
    var group: PupilGroup
    var reading: Reading
    var count: Reading?
    var lower: Double?
    var upper: Double?
    var raw: String?
    var line: Int
    var column: String
  }
  struct Results {
    var source: SourceFile
    var expected: [Expected]
    /// Line and code of every problem that should be reported.
    var problems: [Problem]
    var rows: Int
    var unused: [String]
  }
  struct Register {
    var source: SourceFile
    /// The schools that should be kept, and where.
    var kept: [(school: InventedSchool, line: Int)]
    var problems: [Problem]
    var rows: Int
  }
  struct Problem: Hashable, Comparable {
    var line: Int
    var code: String
    static func < (a: Problem, b: Problem) -> Bool { (a.line, a.code) < (b.line, b.code) }
  }

  private static let trust = "Meadowbank & Wold Trust"

  var random: SplitMix64
  let la: String
  let trust = Self.trust
  let schools: [InventedSchool]

  init(seed: UInt64, schools count: Int = 12) {
    var random = SplitMix64(seed: seed)
    let la = String(Int.random(in: 201...999, using: &random))
    let first = Int.random(in: 100_000...180_000, using: &random)
    let names = [
      "Ash\u{E8}grove", "St Thomas \u{E0} Becket", "Wold, Upper", "The \"Oaks\"", "Fen\nEnd", "Low Moor",
    ]
    schools = (0..<count).map { index in
      InventedSchool(
        urn: URN(String(first + index * 3)), name: "\(names[index % names.count]) \(index)", la: la,
        trust: index % 3 == 0 ? Self.trust : index % 3 == 1 ? "" : "Other Trust \(index)",
        formerURN: index % 4 == 1 || index == 3 ? URN(String(first + index * 3 + 90_000)) : nil)
    }
    self.la = la
    self.random = random
  }
}
