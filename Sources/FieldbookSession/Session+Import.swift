import FieldbookImport
import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// An import as far as it has come. Only what was read and is not yet kept is held here: nothing of it is on the disk.
struct Importing {
  /// How the table is read whose columns were said, until it is kept.
  var mapping: TableMapping?
  /// Goes up with every import that begins or is stopped, so that what is late is told from what is awaited.
  var turn = 0
  /// Whether files are being read just now.
  var isReading = false
  /// How many folders are being looked into.
  var looks = 0
  /// The folder that was asked for last, as long as it is looked into.
  var awaited: String?
  /// What is read, as it was named.
  var paths: [String] = []
  /// What reading came to, until it is kept or dropped.
  var plan: ImportPlan?
}

/// What became of a step of an import.
public enum ArrivalOutcome: Sendable {
  /// A folder was looked into.
  case folder(Result<FolderListing, ImportRefusal>, asked: String)
  /// What was named is a file.
  case file(String)
  /// Some files are read, others are still to come.
  case reading(ImportReading, turn: Int)
  /// All files are read.
  case planned(ImportPlan, turn: Int)
  /// What the columns of an unknown table are is to be said.
  case table(TablePicture, turn: Int)
  /// Nor can they be looked at.
  case noTable(ImportRefusal, turn: Int)
  /// They cannot be read.
  case refused(ImportRefusal, turn: Int)
}

/// What the workspace holds once an import is kept.
public struct KeptImport: Sendable {
  let facts: Facts
  let trust: String
  let mappings: [TableMapping]
  let words: String
  /// How many pages already issued show what is hidden now.
  let exposed: Int
}

/// Files that arrive: looked at on the worker, so that the screen stays alive, and kept only once the user says so.
extension Session {
  func take(_ step: ArrivalStep) {
    switch step {
    case .show(let folder): look(into: folder, isNamed: false)
    case .take(let path): look(into: path, isNamed: true)
    case .read(let paths): beginReading(paths.map(environment.expanded))
    case .choose(let choices):
      changeSnapshot { $0.arriving.choices = choices }
      if picture.arriving.read != nil { beginReading(importing.paths, by: importing.mapping) }
    case .askColumns: lookAtColumns()
    case .sayColumn(let header, let column): changeTable { $0.say(column, of: header) }
    case .sayTable(let name, let given):
      changeTable { ($0.mapping.name, $0.mapping.given) = (name, given) }
    case .tryColumns: beginReading(importing.paths, by: picture.arriving.table?.mapping)
    case .write: keepImport()
    case .drop: dropImport()
    }
  }

  // MARK: Choosing

  /// Looks into a folder; what turns out to be a file is read, if it was named as what is wanted.
  private func look(into folder: String?, isNamed: Bool) {
    let asked = folder ?? picture.arriving.folder?.path ?? environment.arrivals
    // Each letter of a path asks for its folder, which may be large: it is on its way already.
    guard isNamed || importing.awaited != asked else { return }
    let path = environment.expanded(asked)
    importing.looks += 1
    if !isNamed { importing.awaited = asked }
    environment.queue.add {
      if isNamed, !SourceFile.isFolder(path) { return .arrived(.file(path)) }
      let listing = Result { () throws(ImportRefusal) in try FolderListing.read(path) }
      return .arrived(.folder(listing, asked: asked))
    }
  }

  private func take(_ listing: Result<FolderListing, ImportRefusal>, asked: String) {
    if importing.awaited == asked { importing.awaited = nil }
    switch listing {
    case .success(let folder):
      let offset = environment.now().offsetMinutes
      changeSnapshot { $0.arriving.folder = FolderPicture(folder, asked: asked, offsetMinutes: offset) }
    case .failure(let refusal):
      // While a path is being typed, most of what it names so far is not there.
      if navigation.promptKind != .path { say(refusal.message, .caution) }
      if picture.arriving.folder == nil {
        changeSnapshot { $0.arriving.folder = FolderPicture(path: refusal.file, entries: []) }
      }
    }
  }

  // MARK: Reading

  func beginReading(_ paths: [String], by mapping: TableMapping? = nil) {
    guard writing == nil else {
      return say("Reports are being written: wait for them, or Esc stops them", .caution)
    }
    importing.turn += 1
    (importing.isReading, importing.paths, importing.plan) = (true, paths, nil)
    importing.mapping = mapping
    if mapping == nil { changeSnapshot { $0.arriving.table = nil } }
    let ground: ImportReading.Ground
    switch options() {
    case .success(let options): ground = self.ground(options)
    case .failure(let refusal): return refuse(refusal)
    }
    navigation.progress = Progress(words: "Opening files", done: 0, total: paths.count)
    let turn = importing.turn
    environment.queue.add {
      do throws(ImportRefusal) {
        var places: [SourcePlace] = []
        for path in paths { places += try SourceFile.places(at: path) }
        return .arrived(.reading(try ImportReading(places: places, from: ground), turn: turn))
      } catch {
        return .arrived(.refused(error, turn: turn))
      }
    }
  }

  private func goOn(_ reading: ImportReading) {
    let now = reading.progress
    navigation.progress = Progress(
      words: now.isReading ? "Reading \(now.name)" : "Opening \(now.name)", done: now.done, total: now.total)
    let turn = importing.turn
    environment.queue.add {
      var reading = reading
      do throws(ImportRefusal) {
        if try reading.step() { return .arrived(.reading(reading, turn: turn)) }
        return .arrived(.planned(try reading.plan(), turn: turn))
      } catch {
        return .arrived(.refused(error, turn: turn))
      }
    }
  }

  /// Stops reading. Nothing was written, so nothing has to be cleared away.
  func stopReading() {
    endReading()
    importing.turn += 1
    say("Stopped: nothing was read, and nothing has changed", .caution)
  }

  private func endReading() {
    importing.isReading = false
    navigation.progress = nil
  }

  func take(_ outcome: ArrivalOutcome) {
    switch outcome {
    case .folder(let listing, let asked):
      importing.looks -= 1
      take(listing, asked: asked)
    case .file(let path):
      importing.looks -= 1
      beginReading([path])
    case .reading(let reading, let turn):
      if turn == importing.turn { goOn(reading) }
    case .planned(let plan, let turn):
      if turn == importing.turn { show(plan) }
    case .refused(let refusal, let turn):
      if turn == importing.turn { refuse(refusal) }
    case .table(let table, let turn):
      importing.looks -= 1
      if turn == importing.turn { showColumns(table) }
    case .noTable(let refusal, let turn):
      importing.looks -= 1
      if turn == importing.turn { refuse(refusal) }
    }
  }

  private func show(_ plan: ImportPlan) {
    importing.plan = plan
    show(
      ReadPicture(
        plan, picture.facts.catalogue, options: key("import.options", on: .arrived), scales: picture.scales
      ) {
        picture.schoolName($0)
      })
  }

  private func refuse(_ refusal: ImportRefusal) {
    show(ReadPicture(refusal, options: key("import.options", on: .arrived)))
  }

  private func show(_ read: ReadPicture) {
    endReading()
    changeSnapshot { $0.arriving.read = read }
    if !navigation.showArrived() {
      say(
        "The files are looked through: \(key("import", on: .schools)) on Schools shows what is in them", .good
      )
    }
  }

  // MARK: Keeping

  private func dropImport() {
    importing.plan = nil
    changeSnapshot { $0.arriving.read = nil }
  }

  private func keepImport() {
    guard let plan = importing.plan else { return }
    let existing = picture.facts.files
    let words = ReadPicture.kept(plan)
    let mapping = importing.mapping
    add("Writing what was read…") { [workspace] in
      .imported(
        Result { () throws(StorageProblem) in
          try workspace.commit(
            FactsChange(
              added: plan.files, removed: Ruling.overtaken(existing, by: plan.files), trust: plan.trust,
              ours: plan.ours))
          if let mapping { try workspace.keep(mapping) }
          let contents = try workspace.contents()
          let facts = Facts(files: contents.factsFiles, catalogue: contents.catalogue, ours: contents.ours)
          let exposed = ExposedPages.count(
            try workspace.issuedPages(), after: plan.files, facts,
            SmallGroups(minimum: contents.smallGroupMinimum))
          return KeptImport(
            facts: facts, trust: contents.trust ?? "", mappings: contents.mappings, words: words,
            exposed: exposed)
        })
    }
  }

  func take(_ kept: Result<KeptImport, StorageProblem>) {
    switch kept {
    case .success(let kept):
      (importing.plan, importing.mapping) = (nil, nil)
      changeSnapshot { snapshot in
        (snapshot.facts, snapshot.trust) = (kept.facts, kept.trust)
        snapshot.factsRevision += 1
        snapshot.mappings = kept.mappings
        snapshot.arriving.table = nil
        snapshot.arriving.read = nil
        snapshot.arriving.choices = ImportChoices()
      }
      navigation.closeImport()
      let pages =
        kept.exposed == 1 ? "1 page already issued shows" : "\(kept.exposed) pages already issued show"
      if kept.exposed > 0 {
        say("Imported; \(pages) what is hidden now (fieldbook check)", .caution)
      } else {
        say(kept.words, .good)
      }
    case .failure(let problem):
      say("NOT IMPORTED: \(ProblemWords.reason(problem)). Nothing has changed. \(problem.mend)", .bad)
    }
  }

  // MARK: What it begins from

  private func ground(_ options: ImportOptions) -> ImportReading.Ground {
    let facts = picture.facts
    let ours = facts.schools.values.filter(\.isOurs).map { ($0.urn, $0.name) }
    return ImportReading.Ground(
      options: options, existing: facts, trust: picture.trust.isEmpty ? nil : picture.trust,
      ours: Dictionary(ours, uniquingKeysWith: { first, _ in first }), catalogue: facts.catalogue)
  }

  /// What the user says beside the files; the form has refused what cannot be read.
  private func options() -> Result<ImportOptions, ImportRefusal> {
    let choices = picture.arriving.choices
    let when = Period(text: choices.period)
    var options = ImportOptions(
      period: when?.year, asAt: CalendarDate(text: choices.asAt), now: environment.now())
    options.halfTerm = when?.part
    options.school = URN(cell: choices.school)
    options.scale = choices.scale.isEmpty ? nil : choices.scale.lowercased()
    options.scales = picture.scales
    options.mappings = (importing.mapping.map { [$0] } ?? []) + picture.mappings
    options.aimsBecause = choices.because
    return Result { () throws(ImportRefusal) in
      switch choices.owner {
      case .trust: options.ours = .trust(choices.ownerName)
      case .federation: options.ours = .federation(choices.ownerName)
      case .authority: options.ours = .authority(choices.ownerName)
      case .file:
        let path = environment.expanded(choices.ownerName)
        options.ours = .schools(try URNList.read(SourceFile.open(path)), file: path)
      case nil: break
      }
      return options
    }
  }
}

extension SessionEnvironment {
  /// A path in which `~` stands for the user's own folder.
  func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), !home.isEmpty else { return path }
    return home + path.dropFirst()
  }
}
