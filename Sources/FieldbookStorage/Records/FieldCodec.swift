import FieldbookModel
import PlainText

/// Field values as JSON.
enum FieldCodec {
  /// How a value is written; what says nothing is not written at all.
  static func tree(_ value: FieldValue?) -> JSONValue? {
    guard let value, !value.isEmpty else { return nil }
    switch value {
    case .text(let text): return .string(text)
    case .texts(let texts): return .array(texts.map { .string($0) })
    case .date(let date): return .string(date.text)
    case .instant(let instant): return .string(instant.text)
    case .flag(let flag): return .bool(flag)
    case .number(let number): return JSONNumber(finite: number).map { .number($0) }
    }
  }

  /// The value that a member holds, or nil when it is not one of that type.
  static func value(_ tree: JSONValue, _ type: RecordField.FieldType) -> FieldValue? {
    switch type {
    case .line, .paragraph, .choice, .urn, .link, .area, .grade: return tree.string.map { .text($0) }
    case .date: return tree.string.flatMap(CalendarDate.init(text:)).map { .date($0) }
    case .instant: return tree.string.flatMap(Instant.init(text:)).map { .instant($0) }
    case .flag: return tree.bool.map { .flag($0) }
    case .number:
      guard case .number(let number) = tree, number.double.isFinite else { return nil }
      return .number(number.double)
    case .lines, .links, .areas:
      guard let list = tree.array else { return nil }
      let texts = list.compactMap(\.string)
      return texts.count == list.count ? .texts(texts) : nil
    }
  }

  /// Whether a value is one of a type, as a caller hands it over.
  static func fits(_ value: FieldValue, _ type: RecordField.FieldType) -> Bool {
    switch (value, type) {
    case (.text, .line), (.text, .paragraph), (.text, .choice), (.text, .urn), (.text, .link), (.text, .area),
      (.text, .grade), (.date, .date), (.instant, .instant), (.flag, .flag),
      (.number, .number), (.texts, .lines),
      (.texts, .links),
      (.texts, .areas):
      true
    default: false
    }
  }

  /// What a member of a type must be, in words.
  static func expectation(_ type: RecordField.FieldType) -> String {
    switch type {
    case .line, .paragraph, .link, .area, .grade: "a text in quotation marks"
    case .choice(let words): "one of " + words.map { "“\($0)”" }.joined(separator: ", ")
    case .urn: "a URN in quotation marks, “138764”"
    case .date: "a day, “2026-12-02”"
    case .instant: "a moment, “2026-12-02T10:42:00+00:00”"
    case .flag: "true or false"
    case .number: "a number"
    case .lines, .links, .areas: "a list of texts in quotation marks"
    }
  }
}
