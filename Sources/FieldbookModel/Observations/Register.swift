/// Reads schools out of the register's files.
///
/// A register file's columns hold text; the measure of each is one of the `register.` names below.
public enum Register {
  /// The format of register files.
  public static let format = "gias"
  /// The format of lists that tell less of schools than a register: they count for schools that no register lists.
  public static let listFormat = "schoolList"

  /// Whether files of a format say which schools there are.
  public static func isRegister(_ format: String) -> Bool {
    format == Register.format || format == listFormat
  }

  /// The fields that are kept of each school. Head teachers' names and telephone numbers are not among them.
  public enum Field: String, CaseIterable, Sendable {
    case name
    case laCode
    case laName
    case establishmentNumber
    case type
    case status
    case phase
    case lowAge
    case highAge
    case roll
    case capacity
    case trust
    case federation
    case town
    case postcode
    case inspectionRating
    case inspectionDate
    case openDate
    case closeDate

    /// The measure's id in a register file.
    public var measure: String { "register." + rawValue }
  }

  /// The day a register writes as `dd-mm-yyyy` or `dd/mm/yyyy` (after a spreadsheet has saved it), `yyyy-mm-dd` or
  /// `yyyymmdd`.
  public static func date(_ cell: String) -> CalendarDate? {
    if cell.utf8.count == 8, let number = Int(cell), number > 9_999_999 {
      return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }
    let parts = cell.trimmingSpaces().split(whereSeparator: { $0 == "-" || $0 == "/" }).compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    if parts[0] > 31 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    return CalendarDate(year: parts[2], month: parts[1], day: parts[0])
  }

  /// The schools of all register files, each as the file that rules its local authority describes it, and those of
  /// ours that no register lists any more.
  static func schools(
    in files: [FactsFile], ruling: Ruling, succession: Succession?, ours: [URN: String]
  ) -> (schools: [URN: School], tables: [RegisterTable]) {
    var tables: [RegisterTable] = []
    var schools: [URN: School] = [:]
    let registers = [format, listFormat].flatMap { wanted in
      files.enumerated().filter { $1.format == wanted }
    }
    for (index, file) in registers {
      let table = RegisterTable(file)
      tables.append(table)
      let rows = file.rows.all
      schools.reserveCapacity(schools.count + rows.subjects.count)
      for (row, subject) in rows.subjects.enumerated()
      where ruling.rules(file: index, authority: rows.authorities[row]) {
        guard case .school(let urn, _) = subject, schools[urn] == nil else { continue }
        schools[urn] = School(urn: urn, table: table, row: row)
      }
    }
    for (urn, name) in ours {
      schools[urn, default: School(urn: urn, name: name)].isOurs = true
    }
    for (urn, previous) in previousURNs(in: files, schools: schools) {
      schools[urn]?.previousURNs = previous.sorted()
    }
    if let succession {
      for urn in schools.keys { schools[urn]?.succession = succession }
    }
    return (schools, tables)
  }

  /// URNs that rows of results name beside a later one that the register knows.
  private static func previousURNs(in files: [FactsFile], schools: [URN: School]) -> [URN: Set<URN>] {
    var previous: [URN: Set<URN>] = [:]
    for file in files where !isRegister(file.format) && file.rows.namesLaterURNs {
      for case .school(let urn, let later?) in file.subjects
      where schools[later] != nil && schools[urn]?.isInRegister != true {
        previous[later, default: []].insert(urn)
      }
    }
    return previous
  }
}
