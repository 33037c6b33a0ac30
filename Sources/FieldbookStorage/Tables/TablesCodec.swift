import FieldbookModel
import PlainText

/// What is remembered of tables, as a document.
struct TablesCodec {
  /// What is wrong with the document; the rest of it counts.
  private(set) var problems: [DocumentProblem] = []

  // MARK: Writing

  /// The document, with members that this version does not know kept as they were.
  static func tree(_ tables: RememberedTables, over old: JSONValue?) -> JSONValue {
    var tree = old ?? .object([:])
    tree["format"] = .string(DocumentFormat.views.name)
    tree["version"] = .number(JSONNumber(DocumentFormat.views.version))
    tree["tables"] = .object(tables.last.mapValues(choices))
    let marks = tables.marks.filter { !$0.value.isEmpty }
    tree["marks"] =
      marks.isEmpty ? nil : .object(marks.mapValues { .array($0.sorted().map { .string($0) }) })
    let views = tables.views.sorted { ($0.table, $0.name) < ($1.table, $1.name) }
    tree["views"] = .array(
      views.map { view in
        var member = choices(view.choices)
        member["name"] = .string(view.name)
        member["table"] = .string(view.table)
        return member
      })
    return tree
  }

  private static func choices(_ choices: TableChoices) -> JSONValue {
    [
      "filters": .array(choices.filters.map(filter)),
      "sort": .array(
        choices.sort.map { ["column": .string($0.column), "descending": .bool($0.isDescending)] }),
      "columns": .array(
        choices.columns.map { ["column": .string($0.column), "wider": .number(JSONNumber($0.wider))] }),
    ]
  }

  private static func filter(_ filter: ColumnFilter) -> JSONValue {
    [
      "column": .string(filter.column), "values": .array(filter.values.map { .string($0) }),
      "ranges": .array(filter.ranges.map { .string($0.text) }), "none": .bool(filter.includesNone),
    ]
  }

  // MARK: Reading

  /// What a document says; parts that cannot be understood are left out and listed.
  mutating func tables(_ tree: JSONValue) -> RememberedTables {
    var tables = RememberedTables()
    let last = member(tree, "tables", "", as: \.object, "an object") ?? [:]
    for (name, value) in last {
      tables.last[name] = choices(value, JSONPointer.member(name, of: "/tables"))
    }
    let marks = member(tree, "marks", "", as: \.object, "an object") ?? [:]
    for name in marks.keys.sorted() {
      let rows = list(.object(marks), name, "/marks").compactMap { place, row -> String? in
        if let id = row.string { return id }
        note(place, "it is \(row.kind), not a text")
        return nil
      }
      if !rows.isEmpty { tables.marks[name] = Set(rows) }
    }
    let views = member(tree, "views", "", as: \.array, "a list") ?? []
    for (index, value) in views.enumerated() {
      let pointer = JSONPointer.element(index, of: "/views")
      guard let name = member(value, "name", pointer, as: \.string, "a text", isNeeded: true),
        let table = member(value, "table", pointer, as: \.string, "a text", isNeeded: true),
        let choices = choices(value, pointer)
      else { continue }
      tables.save(SavedView(name: name, table: table, choices: choices))
    }
    return tables
  }

  private mutating func choices(_ value: JSONValue, _ pointer: String) -> TableChoices? {
    guard value.object != nil else {
      note(pointer, "it is \(value.kind), not an object")
      return nil
    }
    var choices = TableChoices()
    for (place, item) in list(value, "filters", pointer) {
      if let filter = filter(item, place) { choices.setFilter(filter) }
    }
    for (place, item) in list(value, "sort", pointer) {
      guard let column = member(item, "column", place, as: \.string, "a text", isNeeded: true) else {
        continue
      }
      let isDescending = member(item, "descending", place, as: \.bool, "true or false") ?? false
      choices.sort.append(ColumnSort(column: column, isDescending: isDescending))
    }
    for (place, item) in list(value, "columns", pointer) {
      guard let column = member(item, "column", place, as: \.string, "a text", isNeeded: true) else {
        continue
      }
      let wider = member(item, "wider", place, as: \.int, "a whole number") ?? 0
      choices.columns.append(ColumnPlace(column: column, wider: wider))
    }
    return choices
  }

  private mutating func filter(_ item: JSONValue, _ pointer: String) -> ColumnFilter? {
    guard let column = member(item, "column", pointer, as: \.string, "a text", isNeeded: true) else {
      return nil
    }
    var filter = ColumnFilter(column: column)
    for (place, value) in list(item, "values", pointer) {
      if let text = value.string {
        filter.values.append(text)
      } else {
        note(place, "it is \(value.kind), not a text")
      }
    }
    for (place, value) in list(item, "ranges", pointer) {
      if let range = value.string.flatMap(ValueRange.init(text:)) {
        filter.ranges.append(range)
      } else {
        note(place, "it is no range", "Write >10, <60, 10..20 or >2026-09-01.")
      }
    }
    filter.includesNone = member(item, "none", pointer, as: \.bool, "true or false") ?? false
    return filter
  }

  /// The elements of a list with their places.
  private mutating func list(
    _ value: JSONValue, _ name: String, _ pointer: String
  ) -> [(pointer: String, value: JSONValue)] {
    let place = JSONPointer.member(name, of: pointer)
    return (member(value, name, pointer, as: \.array, "a list") ?? []).enumerated().map {
      (pointer: JSONPointer.element($0.offset, of: place), value: $0.element)
    }
  }

  private mutating func member<Value>(
    _ value: JSONValue, _ name: String, _ pointer: String, as read: (JSONValue) -> Value?, _ wanted: String,
    isNeeded: Bool = false
  ) -> Value? {
    guard let member = value[name] else {
      if isNeeded { note(pointer, "“\(name)” is missing") }
      return nil
    }
    guard let read = read(member) else {
      note(JSONPointer.member(name, of: pointer), "“\(name)” is \(member.kind), not \(wanted)")
      return nil
    }
    return read
  }

  private mutating func note(
    _ pointer: String, _ what: String, _ mend: String = "Mend it, or remove this part."
  ) {
    problems.append(DocumentProblem(pointer: pointer, code: "type", what: what, mend: mend))
  }
}
