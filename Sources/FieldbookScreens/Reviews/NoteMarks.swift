import FieldbookModel

/// Notes marked as evidence for the next finding, strength or question.
struct NoteMarks: Sendable {
  private var marks: Set<String> = []
  /// How many findings there were when the marks went into a form; with one more, that form was saved.
  private var findingsWhenUsed: Int?

  /// The marks as they stand. A form that was left has not used them up.
  func current(in review: Review?) -> Set<String> {
    guard let findingsWhenUsed, let review else { return marks }
    return review.findings.count > findingsWhenUsed ? [] : marks
  }

  /// Marks a note, or takes its mark away.
  mutating func toggle(_ note: String, in review: Review?) {
    marks = current(in: review).symmetricDifference([note])
    findingsWhenUsed = nil
  }

  /// The marks go into a form.
  mutating func use(in review: Review?) {
    marks = current(in: review)
    findingsWhenUsed = review?.findings.count
  }
}
