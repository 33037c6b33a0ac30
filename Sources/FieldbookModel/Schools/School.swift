/// A school as the register describes it.
///
/// What the register says is read out of its row when somebody asks: there may be 24,000 schools, and a screen shows
/// twenty. Whatever is set is kept instead.
public struct School: Hashable, Sendable {
  /// Its reference number.
  public var urn: URN
  /// Whether it is one of the group's.
  public var isOurs: Bool
  /// Whether the register still lists it.
  public var isInRegister: Bool
  /// Earlier reference numbers of it that files of results name beside its own.
  private var namedURNs: [URN] = []
  /// Which schools it carries on, where files of links tell.
  var succession: Succession?
  private var told: Told

  /// Where what is known of a school comes from.
  private enum Told: Sendable {
    case row(RegisterTable, Int)
    indirect case particulars(SchoolParticulars)
  }

  /// A school of which only reference and name are known.
  public init(urn: URN, name: String) {
    self.urn = urn
    isOurs = false
    isInRegister = false
    told = .particulars(SchoolParticulars(name: name))
  }

  /// The school of a register's row.
  init(urn: URN, table: RegisterTable, row: Int) {
    self.urn = urn
    isOurs = false
    isInRegister = true
    told = .row(table, row)
  }

  /// Reference numbers under which results of it may be kept, besides its own: those that files of results name
  /// beside it, and those of the schools that it carries on.
  public var previousURNs: [URN] {
    get {
      guard let succession else { return namedURNs }
      return Set(namedURNs).union(succession.earlier(than: urn)).sorted()
    }
    set { namedURNs = newValue }
  }

  /// Its phase, by its ages.
  public var phase: Phase { Phase(lowAge: lowAge, highAge: highAge, registered: registeredPhase) }

  /// The kind of school it is to the census; nil where its figures of England have none.
  public var kind: SchoolKind? {
    if type.lowercased().contains("special") { return .special }
    switch phase {
    case .infant, .junior, .primary: return .primary
    case .secondary, .allThrough: return .secondary
    case .nursery, .middle, .sixteenPlus, .other: return nil
    }
  }

  /// `4–11`, empty when not known.
  public var ageRange: String {
    guard let lowAge, let highAge else { return "" }
    return "\(lowAge)–\(highAge)"
  }

  /// Whether a row of a register tells of it.
  func isTold(by table: RegisterTable, row: Int) -> Bool { self.row(of: table) == row }

  /// The row of a register that tells of it.
  func row(of table: RegisterTable) -> Int? {
    if case .row(let own, let row) = told, own === table { row } else { nil }
  }

  /// Whether any row of a register tells of it.
  var isToldByRegister: Bool { if case .row = told { true } else { false } }

  /// Town and postcode on one line.
  static func place(town: String, postcode: String) -> String {
    if town.isEmpty || postcode.isEmpty { return town + postcode }
    return "\(town), \(postcode)"
  }

  private func text(_ field: Register.Field, else known: (SchoolParticulars) -> String) -> String {
    switch told {
    case .row(let table, let row): table.text(field, row: row)
    case .particulars(let particulars): known(particulars)
    }
  }

  private func number(_ field: Register.Field, else known: (SchoolParticulars) -> Int?) -> Int? {
    switch told {
    case .row(let table, let row): Int(table.text(field, row: row))
    case .particulars(let particulars): known(particulars)
    }
  }

  /// All that is known, out of its row.
  private var particulars: SchoolParticulars {
    get {
      if case .particulars(let particulars) = told { return particulars }
      return SchoolParticulars(
        name: name, registeredPhase: registeredPhase, type: type, status: status, laCode: laCode,
        laName: laName, trust: trust, federation: federation, lowAge: lowAge, highAge: highAge, roll: roll,
        capacity: capacity,
        inspectionRating: inspectionRating, inspectionDate: inspectionDate, openDate: openDate,
        place: place, source: source)
    }
    set { told = .particulars(newValue) }
  }

  /// Whether all is alike, wherever it comes from.
  public static func == (a: School, b: School) -> Bool {
    a.urn == b.urn && a.isOurs == b.isOurs && a.isInRegister == b.isInRegister
      && a.previousURNs == b.previousURNs && a.particulars == b.particulars
  }

  /// Hashes the reference number: no two schools share one.
  public func hash(into hasher: inout Hasher) { hasher.combine(urn) }
}

// MARK: - What the register says

extension School {
  /// Its name.
  public var name: String {
    get { text(.name) { $0.name } }
    set { particulars.name = newValue }
  }
  /// The register's own word for its phase.
  public var registeredPhase: String {
    get { text(.phase) { $0.registeredPhase } }
    set { particulars.registeredPhase = newValue }
  }
  /// The type of establishment, `Academy converter`.
  public var type: String {
    get { text(.type) { $0.type } }
    set { particulars.type = newValue }
  }
  /// `Open`, `Closed`…
  public var status: String {
    get { text(.status) { $0.status } }
    set { particulars.status = newValue }
  }
  /// The code of its local authority.
  public var laCode: String {
    get { text(.laCode) { $0.laCode } }
    set { particulars.laCode = newValue }
  }
  /// The name of its local authority.
  public var laName: String {
    get { text(.laName) { $0.laName } }
    set { particulars.laName = newValue }
  }
  /// Its number within its local authority, four digits; empty where the register does not say.
  public var establishmentNumber: String { text(.establishmentNumber) { _ in "" } }
  /// The name of its trust, empty when it has none.
  public var trust: String {
    get { text(.trust) { $0.trust } }
    set { particulars.trust = newValue }
  }
  /// The name of its federation, empty when it has none.
  public var federation: String {
    get { text(.federation) { $0.federation } }
    set { particulars.federation = newValue }
  }
  /// The youngest age it teaches.
  public var lowAge: Int? {
    get { number(.lowAge) { $0.lowAge } }
    set { particulars.lowAge = newValue }
  }
  /// The oldest age it teaches.
  public var highAge: Int? {
    get { number(.highAge) { $0.highAge } }
    set { particulars.highAge = newValue }
  }
  /// Pupils on roll.
  public var roll: Int? {
    get { number(.roll) { $0.roll } }
    set { particulars.roll = newValue }
  }
  /// Places.
  public var capacity: Int? {
    get { number(.capacity) { $0.capacity } }
    set { particulars.capacity = newValue }
  }
  /// The rating of its last inspection in the register's words, empty when the register does not say.
  public var inspectionRating: String {
    get { text(.inspectionRating) { $0.inspectionRating } }
    set { particulars.inspectionRating = newValue }
  }
  /// The day of its last inspection.
  public var inspectionDate: CalendarDate? {
    get {
      switch told {
      case .row(let table, let row): Register.date(table.text(.inspectionDate, row: row))
      case .particulars(let particulars): particulars.inspectionDate
      }
    }
    set { particulars.inspectionDate = newValue }
  }
  /// The day on which it opened under its number; for an academy, the day on which it became one.
  public var openDate: CalendarDate? {
    get {
      switch told {
      case .row(let table, let row): Register.date(table.text(.openDate, row: row))
      case .particulars(let particulars): particulars.openDate
      }
    }
    set { particulars.openDate = newValue }
  }
  /// Town and postcode.
  public var place: String {
    get {
      switch told {
      case .row(let table, let row):
        School.place(town: table.text(.town, row: row), postcode: table.text(.postcode, row: row))
      case .particulars(let particulars): particulars.place
      }
    }
    set { particulars.place = newValue }
  }
  /// Where the register says so.
  public var source: FactPlace? {
    get {
      switch told {
      case .row(let table, let row):
        FactPlace(source: table.file.source, line: table.file.lines[row], column: "")
      case .particulars(let particulars): particulars.source
      }
    }
    set { particulars.source = newValue }
  }
}

/// What is known of a school besides its reference number.
private struct SchoolParticulars: Hashable, Sendable {
  var name: String
  var registeredPhase = ""
  var type = ""
  var status = ""
  var laCode = ""
  var laName = ""
  var trust = ""
  var federation = ""
  var lowAge: Int?
  var highAge: Int?
  var roll: Int?
  var capacity: Int?
  var inspectionRating = ""
  var inspectionDate: CalendarDate?
  var openDate: CalendarDate?
  var place = ""
  var source: FactPlace?
}
