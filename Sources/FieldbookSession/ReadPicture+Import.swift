import FieldbookImport
import FieldbookModel
import FieldbookScreens

extension FolderPicture {
  /// A folder as the screens show it, with days of the user's own time.
  init(_ listing: FolderListing, asked: String, offsetMinutes: Int) {
    self.init(
      path: listing.path,
      entries: listing.entries.map { entry in
        let changed = Instant(milliseconds: entry.changed * 1_000, offsetMinutes: offsetMinutes)
        return Entry(
          name: entry.name, isFolder: entry.isFolder, isTable: entry.isTable, bytes: entry.bytes,
          changed: changed.date)
      }, asked: asked)
  }
}

extension ReadPicture {
  /// What was read, said as the command line says it, and what is kept of lists of pupils.
  init(
    _ plan: ImportPlan, _ catalogue: Catalogue, options: String, scales: [AssessmentScale],
    name: (URN) -> String
  ) {
    let pupils = plan.reports.compactMap(\.pupilsCounted)
    let count = plan.reports.count
    let title =
      if !pupils.isEmpty, pupils.count == count {
        "at the door · \(pupils.reduce(0, +)) read, 0 kept"
      } else {
        count == 1 ? "1 file read" : "\(count) files read"
      }
    var lines = ImportSummary.lines(
      plan, dryRun: false, width: 10_000, toMark: "press \(options) and say whose schools are ours")
    let counted = CountedAtDoor.lines(plan, scales: scales)
    if !counted.isEmpty { lines += [""] + counted }
    let resulting = ResultingObservations.lines(plan, catalogue, name: name)
    if !resulting.isEmpty { lines += [""] + resulting }
    self.init(title: title, lines: lines, outcome: .ready)
  }

  /// Why nothing was read.
  init(_ refusal: ImportRefusal, options: String) {
    let mend =
      switch refusal.wants {
      case .mapping?: "If it is a table of your own, say what its columns are: it is known from then on."
      case let wants?: "Press \(options) and fill in “\(wants.label)”."
      case nil: refusal.mend
      }
    let place = refusal.line.map { "\(refusal.file), line \($0)" } ?? refusal.file
    let what = refusal.what.prefix(1).uppercased() + refusal.what.dropFirst() + "."
    self.init(
      title: "nothing was read",
      lines: (place.isEmpty ? [] : [place]) + ["  " + what] + (mend.isEmpty ? [] : ["  " + mend])
        + ["  Nothing has been written, and nothing has changed."],
      outcome: .refused(wants: refusal.wants?.rawValue))
  }

  /// What is said once it is kept.
  static func kept(_ plan: ImportPlan) -> String {
    let count = plan.reports.count
    let observations = plan.reports.reduce(0) { $0 + $1.observations }
    let files = count == 1 ? "1 file" : "\(count) files"
    let ours = plan.ours.count == 1 ? "1 school is ours" : "\(plan.ours.count) schools are ours"
    return "Imported and saved: \(files), \(observations) observations, \(ours)"
  }
}

extension ImportOptions.Answer {
  /// What the form calls it.
  var label: String { ImportChoices.label(of: rawValue) }
}
