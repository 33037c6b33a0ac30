/// A school that does not exist, with what its figures are made from.
struct InventedSchool: Sendable {
  /// What it teaches.
  enum Kind: Sendable {
    case primary
    case infant
    case junior
    case secondary
    case sixthForm
    case allThrough
    case special
  }

  /// What one key stage looks like over the three years, oldest first.
  struct KeyStage2: Sendable {
    /// Pupils in Year 6.
    let cohort: [Int]
    /// Per cent who reach the expected standard in all three subjects.
    let expected: [Int]
    /// Per cent who reach the higher standard.
    let higher: [Int]
    /// How far progress lies from England's.
    let progress: Double
  }

  /// The same of Year 11.
  struct KeyStage4: Sendable {
    let cohort: [Int]
    /// Mean Attainment 8.
    let points: [Double]
    /// Per cent with grade 5 or above in English and maths.
    let fives: [Int]
    /// Progress 8.
    let progress: Double
  }

  /// Per cent of its pupils.
  struct Pupils: Sendable {
    let disadvantaged: Int
    let eal: Int
    let support: Int
    let plans: Int
  }

  let urn: Int
  let name: String
  let kind: Kind
  let town: String
  var isOurs = false
  let roll: Int
  let capacity: Int
  var rating = ""
  /// The day of its last inspection, years before the last results; nil when it had none.
  var inspectedYearsAgo: Int?
  /// The reference number it had until it joined the trust, two years ago at the latest.
  var earlierURN: Int?
  let pupils: Pupils
  var keyStage2: KeyStage2?
  var keyStage4: KeyStage4?

  /// The youngest and the oldest age it teaches.
  var ages: (low: Int, high: Int) {
    switch kind {
    case .primary: (4, 11)
    case .infant: (4, 7)
    case .junior: (7, 11)
    case .secondary: (11, 16)
    case .sixthForm: (11, 18)
    case .allThrough: (4, 16)
    case .special: (4, 16)
    }
  }

  /// The phase in the register's words.
  var phase: String {
    switch kind {
    case .primary, .infant, .junior: "Primary"
    case .secondary, .sixthForm: "Secondary"
    case .allThrough: "All-through"
    case .special: "Not applicable"
    }
  }

  /// The type in the register's words.
  var type: String {
    if kind == .special { return isOurs ? "Academy special converter" : "Community special school" }
    if earlierURN != nil { return "Academy sponsor led" }
    return isOurs ? "Academy converter" : "Community school"
  }

  /// The type in the words of the performance tables.
  var tableType: String { isOurs ? (kind == .special ? "ACCS" : "ACC") : kind == .special ? "CYS" : "CY" }

  /// Its number within the local authority.
  var number: Int { 2000 + urn - 900_000 }
}
