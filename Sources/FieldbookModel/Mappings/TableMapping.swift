/// How a table of a trust's own is read, that no format of the program knows: which of its columns is what. It is kept
/// with the workspace, so that the next file with these columns is read without a question.
public struct TableMapping: Hashable, Sendable {
  /// What a column says.
  public enum Role: String, CaseIterable, Sendable {
    // Of its row.
    case urn
    case laestab
    case schoolName
    case period
    case year
    case yearGroup
    case subject
    case group
    case scale
    case level
    case measure
    // In numbers.
    case count
    case value
    case expected
    case higher
    case average
    case assessed
    case roll
    case outOf

    /// What people call it.
    public var title: String {
      switch self {
      case .urn: "URN of the school"
      case .laestab: "LAESTAB of the school"
      case .schoolName: "Name of the school"
      case .period: "Half-term"
      case .year: "Academic year"
      case .yearGroup: "Year group"
      case .subject: "Subject"
      case .group: "Group of pupils"
      case .scale: "Scale"
      case .level: "Level"
      case .measure: "Measure"
      case .count: "How many pupils, sessions or times"
      case .value: "Figure of a year"
      case .expected: "Per cent at expected or above"
      case .higher: "Per cent at higher"
      case .average: "Average score"
      case .assessed: "Pupils assessed (cohort)"
      case .roll: "Pupils on roll"
      case .outOf: "Possible sessions"
      }
    }

    /// Whether its cells are numbers that are kept.
    public var isNumber: Bool {
      switch self {
      case .count, .value, .expected, .higher, .average, .assessed, .roll, .outOf: true
      default: false
      }
    }

    /// Whether it makes an observation of its own; the others say what those rest on.
    public var isFigure: Bool {
      switch self {
      case .count, .value, .expected, .higher, .average: true
      default: false
      }
    }
  }

  /// One column that is read.
  public struct Column: Hashable, Sendable {
    /// Its header.
    public var header: String
    /// What it says.
    public var role: Role
    /// What its header says of its numbers, where no other column does: `subject` is `maths`, `level` is `EXS`.
    public var of: [Role: String]

    /// A column; see the properties.
    public init(header: String, role: Role, of: [Role: String] = [:]) {
      self.header = header
      self.role = role
      self.of = of
    }
  }

  /// Its id, by which its file is named: small letters, digits and hyphens.
  public var id: String
  /// What people call it.
  public var name: String
  /// The columns that are read; all others are passed over.
  public var columns: [Column]
  /// What holds of every row, where no column says it.
  public var given: [Role: String]

  /// A mapping; see the properties.
  public init(id: String, name: String, columns: [Column] = [], given: [Role: String] = [:]) {
    self.id = id
    self.name = name
    self.columns = columns
    self.given = given
  }

  /// What may be said of all rows. The half-term is not among it: each file has its own.
  public static let sayable: [Role] = [.yearGroup, .subject, .group, .scale, .level, .measure, .year]

  /// What may be said of one column of numbers: the rest is the same for a whole row.
  public static let sayableOfFigures: [Role] = [.subject, .yearGroup, .group, .level, .measure, .year]

  /// Whether a text can be the id of a mapping.
  public static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60 && text.first != "-"
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// An id made of what people call it.
  public static func id(from name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let id = String(words.joined(separator: "-").prefix(60))
    return id.isEmpty ? "table" : id
  }

  // MARK: What is still wrong

  /// What stands in the way of reading anything by it, a sentence each; none when it can be used.
  public var problems: [String] {
    var problems: [String] = []
    let roles = Set(columns.map(\.role))
    if roles.isDisjoint(with: [.urn, .laestab, .schoolName]) {
      problems.append("Say which column names the school: its URN, its LAESTAB or its name")
    }
    let figures = columns.filter(\.role.isFigure)
    if figures.isEmpty {
      problems.append("Say which column holds figures: a count, a percentage or an average")
    }
    for figure in figures where !isConduct(figure) { problems += self.problems(of: figure, roles) }
    for role in Role.allCases where !role.isNumber && columns.count(where: { $0.role == role }) > 1 {
      problems.append("Two columns say “\(role.title)”: only one can")
    }
    var seen: Set<Column> = []
    for column in columns where column.role.isNumber {
      let same = Column(header: "", role: column.role, of: column.of)
      if !seen.insert(same).inserted {
        problems.append(
          "“\(column.header)” says the same as another column: say of what subject, group or level it is")
      }
    }
    return problems
  }

  private func problems(of figure: Column, _ roles: Set<Role>) -> [String] {
    func isSaid(_ role: Role) -> Bool {
      roles.contains(role) || !(given[role] ?? "").isEmpty || !(figure.of[role] ?? "").isEmpty
    }
    var problems: [String] = []
    if figure.role == .value {
      if !isSaid(.measure) {
        problems.append("“\(figure.header)”: say of which measure it is, or which column says it")
      }
      if pupils(of: figure) == nil {
        problems.append(
          "“\(figure.header)”: say which column has its pupils: assessed, or on roll")
      }
      return problems
    }
    if !isSaid(.yearGroup) {
      problems.append("“\(figure.header)”: say of which year group, or which column says it")
    }
    if !isSaid(.subject) {
      problems.append("“\(figure.header)”: say of which subject, or which column says it")
    }
    if figure.role == .count, !isSaid(.level) {
      problems.append("“\(figure.header)”: say at which level these pupils are, or which column says it")
    }
    if figure.role != .count, cohort(of: figure) == nil {
      problems.append(
        "“\(figure.header)”: a percentage or an average needs the pupils it rests on: say which column has them"
      )
    }
    return problems
  }

  /// Whether a count is of attendance or behaviour.
  public func isConduct(_ figure: Column) -> Bool {
    figure.role == .count
      && (figure.of[.measure] != nil || given[.measure] != nil || columns.contains { $0.role == .measure })
  }

  /// The column of pupils assessed that a figure rests on.
  public func cohort(of figure: Column) -> Column? { companion(.assessed, of: figure) }

  /// The column of the pupils that a figure of a year rests on: those assessed, unless the roll says more of the same.
  public func pupils(of figure: Column) -> Column? {
    let (assessed, roll) = (companion(.assessed, of: figure), companion(.roll, of: figure))
    guard let assessed, let roll else { return assessed ?? roll }
    return roll.of.count > assessed.of.count ? roll : assessed
  }

  /// The column of that role that goes with a figure: of those that contradict nothing the figure says, the one that says
  /// most of the same.
  public func companion(_ role: Role, of figure: Column) -> Column? {
    columns.filter { column in
      column.role == role && column.of.allSatisfy { figure.of[$0.key] == $0.value }
    }.max { $0.of.count < $1.of.count }
  }
}
