import FieldbookImport
import FieldbookModel
import SeededRandom

/// What a column of KS2 results holds.
struct InventedColumn {
  enum Kind {
    case percent
    case number
    case pupils
    /// An end of an interval, which is no observation of its own.
    case bound
    /// Of another year, or unknown.
    case unused
  }
  var header: String
  var measure: String
  var group: PupilGroup
  var kind: Kind
  var count: String?
  var lower: String?
  var upper: String?
}

extension InventedFiles {
  private static let groups: [(suffix: String, group: PupilGroup, count: String)] = [
    ("", .all, "TELIG"), ("_B", .boys, "BELIG"), ("_G", .girls, "GELIG"), ("_L", .priorLow, "TKS1GROUP_L"),
    ("_FSM6CLA1A", .disadvantaged, "TFSM6CLA1A"), ("_NotFSM6CLA1A", .notDisadvantaged, "TNotFSM6CLA1A"),
    ("_EAL", .eal, "TEALGRP2"), ("_MOBN", .nonMobile, "TMOBN"),
  ]

  /// Columns of the real layout, enough of them to have every kind.
  static let resultColumns: [InventedColumn] = {
    var columns: [InventedColumn] = []
    for (suffix, group, count) in groups {
      columns.append(InventedColumn(header: count, measure: "pupils", group: group, kind: .pupils))
      for (stem, measure) in [("PTRWM_EXP", "rwmExp"), ("PTMAT_HIGH", "matHigh")] {
        columns.append(
          InventedColumn(header: stem + suffix, measure: measure, group: group, kind: .percent, count: count))
      }
      let lower = group == .boys ? "READPROG_LOWER\(suffix)" : "READPROG\(suffix)_LOWER"
      let upper = group == .boys ? "READPROG_UPPER\(suffix)" : "READPROG\(suffix)_UPPER"
      columns.append(
        InventedColumn(
          header: "READPROG" + suffix, measure: "readProg", group: group, kind: .number, count: count,
          lower: lower,
          upper: upper))
      columns.append(InventedColumn(header: lower, measure: "readProg", group: group, kind: .bound))
      columns.append(InventedColumn(header: upper, measure: "readProg", group: group, kind: .bound))
    }
    columns.append(
      InventedColumn(
        header: "PTFSM6CLA1A", measure: "share", group: .disadvantaged, kind: .percent, count: "TFSM6CLA1A"))
    columns.append(
      InventedColumn(
        header: "DIFFN_RWM_EXP", measure: "rwmExpGap", group: .disadvantaged, kind: .number,
        count: "TFSM6CLA1A"))
    columns.append(
      InventedColumn(
        header: "READPROG_DESCR", measure: "readProgBand", group: .all, kind: .number, count: "TELIG"))
    columns.append(InventedColumn(header: "TOTPUPS", measure: "onRoll", group: .all, kind: .pupils))
    for header in [
      "PTRWM_EXP_17", "READPROG_LOWER_16", "TELIG_3YR", "READPROG_DESCR_18", "SENELN", "WHATEVER",
    ] {
      columns.append(InventedColumn(header: header, measure: "", group: .all, kind: .unused))
    }
    return columns
  }()

  static let rowHeaders = ["RECTYPE", "LEA", "URN", "SCHNAME", "URN_AC"]

  private struct RowSubject {
    var type: String
    var urn: String
    var later: String
    var subject: ObservationSubject
    var previousURN: URN?
    /// Why the row should not be kept.
    var refusal: String?
  }

  /// Results of all schools, of the authority and of England.
  mutating func results(
    year: String = "2017-2018", name: String? = nil, damaged: Bool = true
  ) -> Results {
    let style = TableStyle.any(&random)
    let headers = (Self.rowHeaders + Self.resultColumns.map(\.header)).shuffled(using: &random)
    // Rows that stop short must not stop before what they are about.
    let ordered =
      headers.filter { Self.rowHeaders.contains($0) } + headers.filter { !Self.rowHeaders.contains($0) }
    let written = ordered.map { drifted($0) }
    var rows: [[String]] = []
    var codes: [[String]] = []
    let subjects = rowSubjects(damaged: damaged).shuffled(using: &random)
    for subject in subjects {
      var (row, found) = self.row(of: subject, ordered, damaged: damaged)
      if let refusal = subject.refusal { found = found.filter { $0 == "row-too-long" } + [refusal] }
      rows.append(row)
      codes.append(found)
      row.removeAll()
    }
    let (bytes, lines) = InventedTable(header: written, rows: rows).written(style)
    var expected: [Expected] = []
    for (index, subject) in subjects.enumerated() where subject.refusal == nil {
      expected += self.expected(subject, ordered, written, rows[index], line: lines[index])
    }
    let unused = zip(ordered, written).filter { header, _ in
      header == "SCHNAME" || Self.resultColumns.contains { $0.header == header && $0.kind == .unused }
    }
    return Results(
      source: SourceFile(path: name ?? "made/\(year)_\(la)_ks2final.csv", bytes: bytes), expected: expected,
      problems: zip(lines, codes).flatMap { line, codes in codes.map { Problem(line: line, code: $0) } },
      rows: rows.count, unused: unused.map(\.1))
  }

  private mutating func rowSubjects(damaged: Bool) -> [RowSubject] {
    var subjects = schools.map { school in
      RowSubject(
        type: random.pick(["1", "2", " 1 "]), urn: (school.formerURN ?? school.urn).text,
        later: school.formerURN == nil ? random.pick(["", "0", " "]) : school.urn.text,
        subject: .school(school.urn),
        previousURN: school.formerURN)
    }
    // A school that no register knows.
    subjects.append(RowSubject(type: "1", urn: "99999", later: "0", subject: .school(URN("99999"))))
    let blanks = ["", " ", "NAT"]
    subjects.append(RowSubject(type: "3", urn: random.pick(blanks), later: " ", subject: .la(la)))
    subjects.append(RowSubject(type: "4", urn: random.pick(blanks), later: " ", subject: .england))
    subjects.append(RowSubject(type: "5", urn: random.pick(blanks), later: " ", subject: .englandState))
    guard damaged else { return subjects }
    for (type, code) in [("1", "no-urn"), ("7", "record-type"), ("", "record-type")] {
      subjects.append(
        RowSubject(
          type: type, urn: type == "1" ? "NAT" : "111111", later: "", subject: .england, refusal: code))
    }
    return subjects
  }

  private mutating func row(
    of subject: RowSubject, _ headers: [String], damaged: Bool
  ) -> (fields: [String], codes: [String]) {
    var codes: [String] = []
    var fields = headers.map { header in
      switch header {
      case "RECTYPE": return subject.type
      case "LEA": return subject.type.contains(where: "45".contains) ? " " : la
      case "URN": return subject.urn
      case "URN_AC": return subject.later
      case "SCHNAME": return "A, \"school\"\nof \u{E9}t\u{E9}"
      default: return cell(header, &codes, damaged: damaged)
      }
    }
    guard damaged else { return (fields, codes) }
    if random.once(in: 5) {
      fields.removeLast(Int.random(in: 1..<(fields.count - 5), using: &random))
      codes = Self.codes(in: fields, headers)
    } else if random.once(in: 6) {
      fields.append("")
      codes.append("row-too-long")
    }
    return (fields, codes)
  }

  private mutating func cell(_ header: String, _ codes: inout [String], damaged: Bool) -> String {
    guard let column = Self.resultColumns.first(where: { $0.header == header }) else { return "" }
    let text = random.once(in: 3) ? without(damaged: damaged) : number(column.kind)
    if column.kind != .unused, Self.unknown.contains(text) { codes.append("unknown-token") }
    return text
  }

  private static let unknown = ["Q", "#N/A", "abc", "1e5", "12..3", "1,23", "--", "5 %%", "inf", "nan"]
  private static let codesKnown: [(String, MissingReason)] = [
    ("SUPP", .suppressed), ("NA", .notApplicable), ("NE", .noEntries), ("NP", .notPublished),
    ("LOWCOV", .lowCoverage), ("NEW", .newSchool), ("SP", .smallPercentage), ("RE", .redacted),
    ("DNS", .notSupplied), ("LOW", .roundsToZero), ("c", .suppressed), ("z", .notApplicable),
    ("x", .notAvailable),
    ("low", .roundsToZero), ("k", .roundsToZero), ("u", .lowReliability), (":", .notAvailable),
    ("~", .roundsToZero),
  ]

  private mutating func without(damaged: Bool) -> String {
    if damaged, random.once(in: 10) { return random.pick(Self.unknown) }
    return random.once(in: 3) ? random.pick(["", " "]) : random.pick(Self.codesKnown).0
  }

  private mutating func number(_ kind: InventedColumn.Kind) -> String {
    let whole = Int.random(in: 0...100, using: &random)
    switch kind {
    case .percent:
      return random.pick(["\(whole)%", "\(whole)%", "\(whole).0%", " \(whole)% ", "\(whole)", "0%"])
    case .pupils: return random.pick(["\(whole)", "0", "0", "1,234", "12,345", " \(whole) "])
    case .number, .bound, .unused:
      let sign = random.pick(["", "-"])
      return random.pick(["\(sign)\(whole).\(whole % 10)", "\(sign)\(whole)", "0.0", " 61 ", "+3"])
    }
  }

  private static func codes(in fields: [String], _ headers: [String]) -> [String] {
    zip(headers, fields).compactMap { header, text in
      guard unknown.contains(text), let column = resultColumns.first(where: { $0.header == header }) else {
        return nil
      }
      return column.kind == .unused ? nil : "unknown-token"
    }
  }

  private func expected(
    _ subject: RowSubject, _ headers: [String], _ written: [String], _ row: [String], line: Int
  ) -> [Expected] {
    func raw(_ header: String?) -> String? {
      guard let header, let place = headers.firstIndex(of: header), place < row.count else { return nil }
      return row[place]
    }
    return Self.resultColumns.compactMap { column in
      guard column.kind != .bound, column.kind != .unused, let place = headers.firstIndex(of: column.header)
      else {
        return nil
      }
      let count = column.count.map { Self.reading(raw($0)) }
      var reading = Self.reading(raw(column.header))
      if let text = raw(column.header), text.allSatisfy({ $0 == " " }), count == .value(0) {
        reading = .missing(.noPupils)
      }
      return Expected(
        subject: subject.subject, previousURN: subject.previousURN, measure: column.measure,
        group: column.group,
        reading: reading, count: count, lower: Self.reading(raw(column.lower)).value,
        upper: Self.reading(raw(column.upper)).value, raw: raw(column.header), line: line,
        column: written[place])
    }
  }

  /// What a cell means, worked out in another way than the importer does.
  private static func reading(_ text: String?) -> Reading {
    guard let text else { return .missing(.missing) }
    let bare = text.filter { $0 != " " }
    if bare.isEmpty { return .missing(.missing) }
    if let code = codesKnown.first(where: { $0.0 == bare }) { return .missing(code.1) }
    if unknown.contains(text) { return .missing(.unrecognised) }
    return Double(bare.filter { $0 != "%" && $0 != "," }).map { .value($0) } ?? .missing(.unrecognised)
  }
}
