import FieldbookModel

/// The edits that a review's forms and lines make.
enum ReviewEdits {
  /// The areas of a note captured in one line: those it names, else the one it was begun under.
  static func areas(of captured: QuickCapture, defaultArea: String) -> [String] {
    captured.areas.isEmpty && !defaultArea.isEmpty ? [defaultArea] : captured.areas
  }

  /// A note captured in one line.
  static func note(
    _ captured: QuickCapture, in review: Review, defaultArea: String, _ context: ScreenContext
  ) -> RecordEdit {
    let areas = areas(of: captured, defaultArea: defaultArea)
    var values: [String: FieldValue?] = [
      "text": .text(captured.text), "type": .text((captured.type ?? .note).rawValue),
    ]
    if !areas.isEmpty { values["areas"] = .texts(areas) }
    if let strength = captured.strength { values["strength"] = .text(strength.rawValue) }
    let address = RecordAddress.inReview(review.id, "evidence", context.newID())
    return RecordEdit("Note added", [.init(address, made(values, context))])
  }

  /// A new record's values with who made it and when.
  static func made(_ values: [String: FieldValue?], _ context: ScreenContext) -> [String: FieldValue?] {
    values.merging(["at": .instant(context.now), "by": .text(context.me)]) { first, _ in first }
  }

  /// Only what differs from the record as it is, so that nothing untouched becomes a new write.
  static func changed(_ values: [String: FieldValue?], from record: Record) -> [String: FieldValue?] {
    values.filter { name, value in
      let new = value.flatMap { $0.isEmpty ? nil : $0 }
      return record.values[name].flatMap({ $0.isEmpty ? nil : $0 }) != new
    }
  }
}
