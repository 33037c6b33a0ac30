import FieldbookModel
import TextUI

/// What one column of a table is.
enum ColumnForm {
  private static let ofFigures = TableMapping.sayableOfFigures

  static func content(_ header: String, _ context: ScreenContext) -> FormContent {
    let table = context.snapshot.arriving.table
    let said = table?.said(of: header)
    let samples = table?.columns.first { $0.header == header }?.samples ?? []
    let roles = TableMapping.Role.allCases.map { Choice(id: $0.rawValue, title: $0.title) }
    var values: [String: FormValue] = ["is": .choice(said?.role.rawValue)]
    for role in ofFigures { values[role.rawValue] = .text(said?.of[role] ?? "") }
    return FormContent(
      title: "The column “\(header)”",
      preface: samples.isEmpty ? [] : [Line("It holds: \(samples.joined(separator: ", "))", .quiet)],
      fields: [
        FormField(
          id: "is", label: "It is",
          help:
            "What the column says; nothing chosen: it is not read. A figure of a year is a result, attendance and so on.",
          kind: .choice(roles))
      ]
        + ofFigures.map { role in
          FormField(id: role.rawValue, label: label(of: role), help: TableForm.help(role), kind: .line)
        }, values: values)
  }

  private static func label(of role: TableMapping.Role) -> String {
    "of \(role.title.lowercased())"
  }

  static func accept(_ header: String, _ entry: FormEntry) -> FormContent.Accepted {
    guard case .text(let name)? = entry.choice("is"), let role = TableMapping.Role(rawValue: name) else {
      return .arrival(.sayColumn(header: header, nil))
    }
    var problems: [String: String] = [:]
    let of = TableForm.said(ofFigures, entry, &problems)
    if !role.isNumber, let first = of.keys.sorted(by: { $0.rawValue < $1.rawValue }).first {
      problems[first.rawValue] = "Only a column of numbers is of something: leave this empty"
    }
    guard problems.isEmpty else { return .problems(problems) }
    return .arrival(.sayColumn(header: header, TableMapping.Column(header: header, role: role, of: of)))
  }
}

/// What a table is called, and what holds of every row of it.
enum TableForm {
  static func content(_ context: ScreenContext) -> FormContent {
    let mapping = context.snapshot.arriving.table?.mapping
    var values: [String: FormValue] = ["name": .text(mapping?.name ?? "")]
    for role in TableMapping.sayable { values[role.rawValue] = .text(mapping?.given[role] ?? "") }
    return FormContent(
      title: "The whole table",
      preface: [Line("Say here what no column says. What a column says comes first.", .quiet)],
      fields: [
        FormField(
          id: "name", label: "Name", help: "What you call such tables: it is kept under this name.",
          kind: .line,
          isRequired: true)
      ]
        + TableMapping.sayable.map { role in
          FormField(
            id: role.rawValue, label: role.title, help: help(role), kind: .line)
        }, values: values)
  }

  static func accept(_ entry: FormEntry) -> FormContent.Accepted {
    var problems: [String: String] = [:]
    let given = said(TableMapping.sayable, entry, &problems)
    let name = entry.text("name")
    if name.isEmpty { problems["name"] = "Give it a name" }
    return problems.isEmpty ? .arrival(.sayTable(name: name, given: given)) : .problems(problems)
  }

  /// What is said in some fields, with what is wrong in them.
  static func said(
    _ roles: [TableMapping.Role], _ entry: FormEntry, _ problems: inout [String: String]
  ) -> [TableMapping.Role: String] {
    var texts: [TableMapping.Role: String] = [:]
    for role in roles {
      let text = entry.text(role.rawValue)
      guard !text.isEmpty else { continue }
      texts[role] = text
      switch role {
      case .yearGroup where YearGroup(text: text) == nil:
        problems[role.rawValue] = "No year group: type N, R or Y1 to Y14"
      case .year where AcademicYear(text: text) == nil:
        problems[role.rawValue] = "No academic year: type 2025/26"
      case .subject where ReturnMeasure.subjectID(text) == nil:
        problems[role.rawValue] = "No subject: type words"
      default: break
      }
    }
    return texts
  }

  static func help(_ role: TableMapping.Role) -> String {
    switch role {
    case .yearGroup: "N, R, Y1 to Y14."
    case .subject: "Reading, maths, reading writing and maths…"
    case .group: "Boys, girls, disadvantaged, EAL, SEN support… Empty: all pupils."
    case .scale: "standards, standardised, scaled, gcse, or one of your own."
    case .level: "A level of the scale, such as EXS or greater depth."
    case .year: "2025/26: of figures of a year, where no column and not the file’s name says it."
    case .measure:
      "Of a year: rwmExp, att8, attendance…, or a measure’s name. Of a half-term: "
        + ReturnKind.Conduct.allCases.map(\.rawValue).joined(separator: ", ") + "."
    default: role.title
    }
  }
}
