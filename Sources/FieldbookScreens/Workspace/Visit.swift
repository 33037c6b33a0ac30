import FieldbookModel
import TextUI

/// Visit mode: one school is shown and no other, so that a passer-by reads nothing of any other school.
public struct Visit: Hashable, Sendable {
  /// The school that is shown.
  public let school: URN
  /// The screen that was in front when it began, counted from the first: leaving returns to it.
  let entry: Int
  /// The first screen of the visit: what lies under it shows other schools.
  let floor: Int
  /// Whether it began by itself, with the opening of a review in fieldwork. It then ends by itself too.
  let beganByItself: Bool
}

extension Review {
  /// Whether it is being conducted in the school: fieldwork, or a note of visit that is not yet shared.
  var isUnderWay: Bool { state == .fieldwork || state == .open }
}

extension Navigation {
  /// The school that visit mode would show: of the front screen, or of the one that it was opened from.
  func schoolInFront(_ context: ScreenContext) -> URN? {
    screens.lazy.reversed().compactMap { $0.school(context) }.first
  }

  /// Shows one school and no other. Where the front screen lists several, the school’s page comes in front of it.
  mutating func beginVisit(_ context: ScreenContext) {
    guard visit == nil, let school = schoolInFront(context) else { return }
    let entry = depth - 1
    if !isOfOneSchool(context) { open(SchoolScreen(urn: school)) }
    visit = Visit(school: school, entry: entry, floor: floor(of: school, context), beganByItself: false)
  }

  /// Leaves visit mode and returns to the screen on which it began.
  mutating func endVisit() {
    guard let visit else { return }
    while depth > visit.entry + 1 { close() }
    self.visit = nil
  }

  /// A review that is being conducted is opened in visit mode.
  mutating func beginVisitByItself(_ context: ScreenContext) {
    guard visit == nil, let review = (front as? any OneReviewScreen)?.review(context), review.isUnderWay
    else {
      return
    }
    visit = Visit(
      school: review.school, entry: depth - 1, floor: floor(of: review.school, context), beganByItself: true)
  }

  /// A visit that began by itself is over once its school has no review under way. The screen stays as it is.
  public mutating func endVisitIfOver(_ context: ScreenContext) {
    guard let visit, visit.beganByItself else { return }
    let isOver = !context.snapshot.reviews(of: visit.school).contains(where: \.isUnderWay)
    if isOver { self.visit = nil }
  }

  /// Whether the front screen shows nothing but one school; what a report, a source or help was opened from counts.
  private func isOfOneSchool(_ context: ScreenContext) -> Bool {
    screens.last { $0.school(context) != nil }?.showsOneSchool ?? false
  }

  /// The lowest screen from which on all are of this school.
  private func floor(of school: URN, _ context: ScreenContext) -> Int {
    var floor = depth - 1
    while floor > 0, screens[floor - 1].showsOneSchool, screens[floor - 1].school(context) == school {
      floor -= 1
    }
    return floor
  }

  /// What `Esc` does on the first screen of the visit, where it leaves visit mode too; nil on all others.
  mutating func backOutOfVisit() -> [Effect]? {
    guard let visit, depth - 1 <= visit.floor else { return nil }
    self.visit = nil
    return depth == 1
      ? [.section(SchoolsScreen())] : [.back, .say("Visit mode is off: all schools show again", .plain)]
  }

  /// A section, as far as it is of the school that is visited.
  mutating func sectionOfVisit(_ screen: any Screen, _ visit: Visit) {
    while depth > max(visit.entry, visit.floor) + 1 { close() }
    guard screen is SchoolsScreen else { return open(screen) }
    if !(front is SchoolScreen) { open(SchoolScreen(urn: visit.school)) }
  }

  /// Says in title and status that only one school is shown.
  func describeVisit(on page: inout Page, _ context: ScreenContext) {
    guard visit != nil else { return }
    page.title = "Visit · " + page.title
    if front is FormScreen, page.status.isEmpty { return }
    if page.status.isEmpty {
      let key = context.key("visit.toggle", on: front.name)
      page.status = Line("only this school is shown, \(key) shows all", .quiet)
    }
    if message == nil { page.status = Line("Visit · ", .accent) + page.status }
    if page.tabs.first?.title == "Schools" { page.tabs[0].title = "School" }
  }
}

extension Snapshot {
  /// The same workspace with nothing in it but one school: what visit mode shows.
  public func only(_ school: URN) -> Snapshot {
    var picture = self
    picture.facts = facts.only(school)
    picture.reviews = reviews.filter { $0.school == school }
    picture.actions = actions.filter { $0.school == school }
    picture.editsToUndo = editsToUndo.filter { picture.holds($0) }
    picture.editsToRedo = editsToRedo.filter { picture.holds($0) }
    picture.drafts = drafts.filter { picture.holds($0, of: school) }
    picture.tables = tablesOfVisit
    // Problems name files, and those may be of other schools.
    picture.problems = []
    picture.arriving = Arriving()
    return picture
  }

  private func holds(_ edit: RememberedEdit) -> Bool {
    // Phrases and frameworks name no school.
    ["phrases", "frameworks"].contains(edit.address.folder)
      || review(edit.address.document) != nil || action(edit.address.document) != nil
  }

  private func holds(_ draft: TypedDraft, of school: URN) -> Bool {
    if let named = draft.context["school"] { return named == school.text }
    if let review = draft.context["review"] { return self.review(review) != nil }
    return draft.context["record"].map { action($0) != nil } ?? false
  }
}
