/// Reads schools out of the register's files.
///
/// A register file's columns hold text; the measure of each is one of the `register.` names below.
public enum Register {
  /// The format of register files.
  public static let format = "gias"

  /// The fields that are kept of each school. Head teachers' names and telephone numbers are not among them.
  public enum Field: String, CaseIterable, Sendable {
    case name
    case laCode
    case laName
    case type
    case status
    case phase
    case lowAge
    case highAge
    case roll
    case capacity
    case trust
    case town
    case postcode
    case inspectionRating
    case inspectionDate
    case openDate
    case closeDate

    /// The measure's id in a register file.
    public var measure: String { "register." + rawValue }
  }

  /// The day a register writes as `dd-mm-yyyy` or `dd/mm/yyyy` (after a spreadsheet has saved it), or `yyyy-mm-dd`.
  public static func date(_ cell: String) -> CalendarDate? {
    let parts = cell.trimmingSpaces().split(whereSeparator: { $0 == "-" || $0 == "/" }).compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    if parts[0] > 31 { return CalendarDate(year: parts[0], month: parts[1], day: parts[2]) }
    return CalendarDate(year: parts[2], month: parts[1], day: parts[0])
  }

  /// The schools of all register files, each as the file that rules its local authority describes it, and those of
  /// ours that no register lists any more.
  static func schools(in files: [FactsFile], ruling: Ruling, ours: [URN: String]) -> [URN: School] {
    var schools: [URN: School] = [:]
    for (index, file) in files.enumerated() where file.format == format {
      let places = Dictionary(
        file.columns.enumerated().map { ($0.element.measure, $0.offset) },
        uniquingKeysWith: { first, _ in first })
      for row in file.subjects.indices where ruling.rules(file: index, row: row) {
        guard case .school(let urn, _) = file.subjects[row], schools[urn] == nil else { continue }
        schools[urn] = school(urn, in: file, row: row, places: places)
      }
    }
    for (urn, name) in ours {
      schools[urn, default: School(urn: urn, name: name)].isOurs = true
    }
    for (urn, previous) in previousURNs(in: files, schools: schools) {
      schools[urn]?.previousURNs = previous.sorted()
    }
    return schools
  }

  private static func school(_ urn: URN, in file: FactsFile, row: Int, places: [String: Int]) -> School {
    func text(_ field: Field) -> String {
      guard let column = places[field.measure] else { return "" }
      return (file.raw(column: column, row: row) ?? "").trimmingSpaces()
    }
    var school = School(urn: urn, name: text(.name))
    school.isInRegister = true
    school.registeredPhase = text(.phase)
    school.type = text(.type)
    school.status = text(.status)
    school.laCode = text(.laCode)
    school.laName = text(.laName)
    school.trust = text(.trust)
    school.lowAge = Int(text(.lowAge))
    school.highAge = Int(text(.highAge))
    school.roll = Int(text(.roll))
    school.capacity = Int(text(.capacity))
    school.inspectionRating = text(.inspectionRating)
    school.inspectionDate = date(text(.inspectionDate))
    school.openDate = date(text(.openDate))
    school.place = [text(.town), text(.postcode)].filter { !$0.isEmpty }.joined(separator: ", ")
    school.source = FactPlace(source: file.source, line: file.lines[row], column: "")
    return school
  }

  /// URNs that rows of results name beside a later one that the register knows.
  private static func previousURNs(in files: [FactsFile], schools: [URN: School]) -> [URN: Set<URN>] {
    var previous: [URN: Set<URN>] = [:]
    for file in files where file.format != format {
      for case .school(let urn, let later?) in file.subjects
      where schools[later] != nil && schools[urn]?.isInRegister != true {
        previous[later, default: []].insert(urn)
      }
    }
    return previous
  }
}
