import FieldbookModel
import PlainText
import TextUI

@testable import FieldbookScreens

/// A way to a screen: its name, and the driver that stands on it.
struct Visited {
  let name: ScreenName
  let driver: ScreenDriver
}

/// Every screen of the program, opened on a workspace as far as the workspace has what it shows.
enum AllScreens {
  static func of(
    _ snapshot: Snapshot, review: String = "r-now", size: TerminalSize = ScreenDriver.narrow
  ) -> [Visited] {
    var first = ScreenDriver(snapshot, size: size)
    first.resize(size)
    let school = first.context.snapshot.facts.schools.keys.min() ?? URN("100001")
    var screens: [(ScreenName, any Screen)] = [
      (.visits, VisitsScreen()), (.actions, ActionsScreen()), (.school, SchoolScreen(urn: school)),
      (.review, ReviewScreen(id: review)), (.ready, ReadyScreen(review: review)),
      (
        .preview,
        PreviewScreen(
          subject: .school(school), title: "A report", text: AllScreens.report,
          command: "fieldbook report school 100001")
      ),
      (.undo, UndoScreen()), (.changes, ChangesScreen()), (.phrases, PhrasesScreen()),
      (.frameworks, FrameworksScreen()), (.framework, FrameworkScreen(id: "own")),
      (.calendar, CalendarScreen()), (.collections, CollectionsScreen()),
      (.data, DataScreen()), (.trustTable, TrustTableScreen(first.context)),
      (.schoolData, SchoolDataScreen(urn: school)),
      (.arrival, ArrivalScreen(.published(AcademicYear(start: 2017), family: "ks2"))),
      (.help, HelpScreen(about: .schools)),
      (.form, FormScreen(.startReview(school), first.context)),
    ]
    screens += tables(review: review, first.context)
    let result = snapshot.facts.observation(
      of: .school(Invented.ashgrove), "rwmExp", in: AcademicYear(start: 2017))
    if let result {
      let figure = MeasuredFigure(measure: "rwmExp", group: .all, year: result.period)
      screens += [
        (.source, SourceScreen(result)),
        (.measure, MeasureScreen("rwmExp", .all, in: result.period, of: Invented.ashgrove)),
        (.similar, SimilarScreen(to: Invented.ashgrove, figure: figure)),
        (.scatter, ScatterScreen(figure, of: Invented.ashgrove)),
      ]
    }
    let all = screens.map { ($0, $1, first) } + visits(snapshot, beside: review, size)
    return [Visited(name: .schools, driver: first)]
      + all.map { name, screen, start in
        var driver = start
        driver.navigation.open(screen)
        driver.resize(size)
        return Visited(name: name, driver: driver)
      }
  }

  /// The screens of a note of visit that stands as the review does.
  private static func visits(
    _ snapshot: Snapshot, beside review: String, _ size: TerminalSize
  ) -> [(ScreenName, any Screen, ScreenDriver)] {
    var visited = snapshot
    if !snapshot.reviews.isEmpty {
      visited.setRecords(
        reviews: snapshot.reviews + Invented.visits, actions: snapshot.actions + Invented.visitActions)
    }
    let driver = ScreenDriver(visited, size: size)
    let id = ["r-signed": "v-shared", "r-cancelled": "v-closed"][review] ?? "v-now"
    return [
      (.noteOfVisit, NoteOfVisitScreen(id: id), driver),
      (.readyToShare, ReadyScreen(review: id, kind: .noteOfVisit), driver),
    ] + meetings(visited, beside: review, size)
  }

  /// The screens of a meeting that stands as the review does.
  private static func meetings(
    _ snapshot: Snapshot, beside review: String, _ size: TerminalSize
  ) -> [(ScreenName, any Screen, ScreenDriver)] {
    var met = snapshot
    if !snapshot.reviews.isEmpty {
      met.setRecords(
        reviews: snapshot.reviews + Invented.meetings, actions: snapshot.actions + Invented.meetingActions)
    }
    let driver = ScreenDriver(met, size: size)
    let id = ["r-signed": "m-held", "r-cancelled": "m-closed"][review] ?? "m-now"
    return [
      (.meeting, MeetingScreen(id: id), driver),
      (.readyToHold, ReadyScreen(review: id, kind: .meeting), driver),
    ]
  }

  /// A title, two parts, and something to find in the second.
  private static let report: TextFlow = {
    var text = TextFlow()
    text.paragraph("A REPORT", level: 1)
    for part in ["One", "Two"] {
      text.paragraph("Part \(part)", level: 2)
      for line in 1...40 { text.paragraph("\(part) \(line)") }
    }
    return text
  }()
  /// The screens that tables open, and the find across everything with something found.
  private static func tables(review: String, _ context: ScreenContext) -> [(ScreenName, any Screen)] {
    let schools = SchoolsScreen()
    var everything = EverythingScreen()
    everything.find = "a"
    return [
      (.filter, FilterScreen(schools)), (.columns, ColumnsScreen(schools)), (.views, ViewsScreen(schools)),
      (.values, ValuesScreen(schools, schools.columnDescriptions[1])), (.everything, everything),
    ]
  }

  static func standing(on name: ScreenName, _ snapshot: Snapshot = Invented.full) -> ScreenDriver {
    of(snapshot).first { $0.name == name }?.driver ?? ScreenDriver(snapshot)
  }
}
