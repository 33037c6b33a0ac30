import FieldbookModel
import PlainText
import TextUI

/// The table of a review's areas.
struct ReviewAreas {
  let review: Review
  let earlier: [AgreedAction]
  let isNarrow: Bool

  /// Grades have columns only where something is graded.
  var columns: [TableColumn] {
    let all = ReviewAreas.all
    return review.framework.isGraded
      ? all : [all[0], TableColumn("Review", minWidth: 12, priority: 8)] + all[3...]
  }

  private static let all = [
    TableColumn("Area", minWidth: 20, idealWidth: 24, priority: 9, grows: true),
    TableColumn("School", minWidth: 11, priority: 7),
    TableColumn("Review", minWidth: 12, priority: 8),
    TableColumn("Notes", minWidth: 5, alignment: .right, priority: 6),
    TableColumn("Sources", minWidth: 7, alignment: .right, priority: 4),
    TableColumn("Findings", minWidth: 8, alignment: .right, priority: 5),
  ]

  func row(_ id: String) -> TableRow {
    var row = wholeRow(id)
    if !review.framework.isGraded, row.cells.count > 1 { row.cells.remove(at: 1) }
    return row
  }

  private func wholeRow(_ id: String) -> TableRow {
    switch id {
    case ReviewScreen.unfiled:
      let count = review.evidence.filter { $0.areas.isEmpty && $0.record.counts }.count
      return TableRow([Line("Filed under no area", .caution), Line(), Line(), Line(String(count))])
    case ReviewScreen.earlier:
      guard !earlier.isEmpty else { return TableRow([Line("Since last time"), Line(), Line("questions")]) }
      let answered = earlier.filter { review.answers[$0.id] != nil }.count
      let isDone = answered == earlier.count
      return TableRow([
        Line("Since last time"), Line(),
        Line("\(answered) of \(earlier.count)", isDone ? .good : .caution),
      ])
    case ReviewScreen.addenda:
      return TableRow([Line("Addenda"), Line(), Line(String(review.addenda.count(where: \.record.counts)))])
    default: return area(id)
    }
  }

  private func area(_ id: String) -> TableRow {
    guard let area = review.framework.area(id) else { return TableRow([Line(id)]) }
    let judgement = review.judgement(of: id)
    let notes = review.evidence(in: id).count
    let sources = review.sources(in: id)
    return TableRow([
      Line(isNarrow ? area.shortTitle : area.title), grade(judgement.schoolsOwn, id), ours(judgement, id),
      Line(String(notes)),
      Line(String(sources), notes > 0 && sources < 2 ? .caution : .plain),
      Line(String(review.findings(in: id).count)),
    ])
  }

  private func ours(_ judgement: Judgement, _ area: String) -> Line {
    if judgement.notReviewed.isEmpty, !review.framework.isGraded(area) {
      let isTold = !review.findings(in: area).isEmpty
      return isTold ? Line("Told", .good) : Line("–", .quiet)
    }
    return judgement.isGraded || judgement.notReviewed.isEmpty
      ? grade(judgement.ours, area) : Line("Not reviewed", .quiet)
  }

  private func grade(_ level: String, _ area: String) -> Line {
    guard !level.isEmpty else { return Line("–", .quiet) }
    return Line(review.framework.level(level, of: area)?.shortTitle ?? level)
  }
}
