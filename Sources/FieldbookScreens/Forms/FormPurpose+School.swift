import FieldbookModel

extension FormPurpose {
  /// The school that the form speaks of, whose calendar its days are read by; nil where there is none, or several.
  func school(_ context: ScreenContext) -> URN? {
    switch self {
    case .startReview(let urn), .startVisit(let urn), .meeting(.start(let urn)): return urn
    case .action(let review, let id):
      return context.snapshot.action(id)?.school ?? context.snapshot.review(review)?.school
    default: return review.flatMap { context.snapshot.review($0)?.school }
    }
  }
}

extension ScreenContext {
  /// A day as somebody typed it, of a school: `spring 2` ends where that school’s spring ends.
  func day(_ typed: String, at school: URN?) -> CalendarDate? {
    DueDate.read(typed, today: today, calendar: snapshot.calendar, at: school)
  }
}
