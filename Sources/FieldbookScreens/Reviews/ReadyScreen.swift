import FieldbookModel
import PlainText
import TextUI

/// *Ready to sign?* or, of a note of visit, *Ready to share?*: what is needed first and what only warns.
public struct ReadyScreen: Screen {
  /// `ready`, or of a note of visit `readyToShare`.
  public let name: ScreenName
  let review: String
  private var choice = RowChoice<SigningPoint>()
  /// What is looked for.
  public var find: String? = ""

  /// Of a review, or of a note of visit.
  public init(review: String, isNote: Bool = false) {
    self.review = review
    name = isNote ? .readyToShare : .ready
  }

  /// Whether it is of a note of visit.
  private var isNote: Bool { name == .readyToShare }

  func points(_ context: ScreenContext) -> [SigningPoint] {
    guard let review = context.snapshot.review(review) else { return [] }
    return ReadyToSign.points(
      review, actions: context.snapshot.actions, reviews: context.snapshot.reviews,
      calendar: context.snapshot.calendar,
      hasDraft: ReviewRules.hasDraft(review.id, context))
  }

  func chosen(_ context: ScreenContext) -> SigningPoint? {
    let points = points(context)
    return choice.index(in: points).map { points[$0] }
  }

  /// The school of the review.
  public func school(_ context: ScreenContext) -> URN? { context.snapshot.review(review)?.school }
  /// It does.
  public var showsOneSchool: Bool { true }

  /// Moves the cursor.
  public mutating func move(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    choice.move(movement, among: points(context), height: height("ready"))
  }

  /// Takes the cursor to the first point that holds what was typed.
  public mutating func landOnMatch(_ context: ScreenContext) {
    if let point = pointFind(context).first(from: chosen(context)) { choice.goTo(point) }
  }

  /// Takes the cursor to the next match, or to the one before.
  public mutating func goToMatch(_ movement: Movement, height: (String) -> Int, _ context: ScreenContext) {
    if let point = pointFind(context).next(movement, from: chosen(context)) { choice.goTo(point) }
  }

  private func pointFind(_ context: ScreenContext) -> RowFind<SigningPoint> {
    let points = points(context)
    return RowFind(find: JumpFind(find ?? "", in: points.map { Line($0.words) }), rows: points)
  }

  /// A point in as many lines as its words take; the first one carries its place in the list.
  private static func lines(
    _ point: SigningPoint, _ index: Int, width: Int, isNote: Bool
  ) -> [(line: Line, point: Int?)] {
    let words = isNote ? ("needed ", "perhaps") : ("blocks ", "warns  ")
    let mark = point.blocks ? Line(words.0, .bad) : Line(words.1, isNote ? .quiet : .caution)
    return TextWrap.lines(point.words, width: max(20, width - 12)).enumerated().map { place, text in
      let line = (place == 0 ? mark + Line(isNote ? "  " : "") : Line("         ")) + Line(String(text))
      return (line, place == 0 ? index : nil)
    }
  }

  /// A line a point, or two.
  public func page(_ context: ScreenContext) -> Page {
    let points = points(context)
    let blocking = points.filter(\.blocks).count
    let review = context.snapshot.review(review)
    let lines = points.indices.flatMap {
      ReadyScreen.lines(points[$0], $0, width: context.size.columns, isNote: isNote)
    }
    let chosen = choice.index(in: points)
    let sign = context.key(isNote ? "note.share" : "review.sign-off", on: name)
    let list = ListBlock(
      rowCount: lines.count, cursor: chosen.flatMap { point in lines.firstIndex { $0.point == point } },
      emptyText: [
        "Nothing stands in the way, and nothing is doubtful.", "",
        Line(isNote ? "\(sign) shares the note of visit." : "\(sign) signs the review."),
      ],
      isFocusable: { lines[$0].point != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
    let verdict =
      blocking == 0
      ? "Nothing blocks: \(sign) \(isNote ? "shares" : "signs")"
      : "\(SchoolRecords.count(blocking, "thing")) to mend first: \(context.key("open", on: name)) goes to its place"
    return Page(
      title: "\(name.title) · \(review.map { context.snapshot.schoolName($0.school) } ?? "")",
      titleNote: review?.state.title ?? "", blocks: [.list(list, id: "ready")],
      status: JumpFind.status(find, in: points.map { Line($0.words) }, on: name, context)
        ?? Line(verdict, blocking == 0 ? .good : .quiet))
  }
}
