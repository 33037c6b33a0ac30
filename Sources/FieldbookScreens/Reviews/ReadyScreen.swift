import FieldbookModel
import PlainText
import TextUI

/// *Ready to sign?* or, of a note of visit, *Ready to share?*, of a meeting, *Ready to be held?*: what is needed first
/// and what only warns.
public struct ReadyScreen: Screen {
  /// `ready`, of a note of visit `readyToShare`, of a meeting `readyToHold`.
  public let name: ScreenName
  let review: String
  private let kind: ReviewKind
  private var choice = RowChoice<SigningPoint>()
  /// What is looked for.
  public var find: String? = ""

  /// Of a review, a note of visit or a meeting.
  public init(review: String, kind: ReviewKind = .formal) {
    self.review = review
    self.kind = kind
    name =
      switch kind {
      case .formal: .ready
      case .noteOfVisit: .readyToShare
      case .meeting: .readyToHold
      }
  }

  /// The action that is then taken.
  private var action: String {
    switch kind {
    case .formal: "review.sign-off"
    case .noteOfVisit: "note.share"
    case .meeting: "meeting.hold"
    }
  }

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
    _ point: SigningPoint, _ index: Int, width: Int, isFormal: Bool
  ) -> [(line: Line, point: Int?)] {
    let words = isFormal ? ("blocks ", "warns  ") : ("needed ", "perhaps")
    let mark = point.blocks ? Line(words.0, .bad) : Line(words.1, isFormal ? .caution : .quiet)
    return TextWrap.lines(point.words, width: max(20, width - 12)).enumerated().map { place, text in
      let line = (place == 0 ? mark + Line(isFormal ? "" : "  ") : Line("         ")) + Line(String(text))
      return (line, place == 0 ? index : nil)
    }
  }

  /// A line a point, or two.
  public func page(_ context: ScreenContext) -> Page {
    let points = points(context)
    let blocking = points.filter(\.blocks).count
    let review = context.snapshot.review(review)
    let lines = points.indices.flatMap {
      ReadyScreen.lines(points[$0], $0, width: context.size.columns, isFormal: kind == .formal)
    }
    let chosen = choice.index(in: points)
    let sign = context.key(action, on: name)
    let list = ListBlock(
      rowCount: lines.count, cursor: chosen.flatMap { point in lines.firstIndex { $0.point == point } },
      emptyText: [
        "Nothing stands in the way, and nothing is doubtful.", "",
        Line(
          kind == .meeting ? "\(sign) marks the meeting as held." : "\(sign) \(kind.issues) the \(kind.noun)."
        ),
      ],
      isFocusable: { lines[$0].point != nil }
    ) { [find] in JumpFind.marked(lines[$0].line, find) }
    let verdict =
      blocking == 0
      ? "Nothing blocks: \(sign) \(kind == .meeting ? "marks it as held" : kind.issues)"
      : "\(SchoolRecords.count(blocking, "thing")) to mend first: \(context.key("open", on: name)) goes to its place"
    return Page(
      title: "\(name.title) · \(review.map { context.snapshot.schoolName($0.school) } ?? "")",
      titleNote: review?.state.title ?? "", blocks: [.list(list, id: "ready")],
      status: JumpFind.status(find, in: points.map { Line($0.words) }, on: name, context)
        ?? Line(verdict, blocking == 0 ? .good : .quiet))
  }
}
