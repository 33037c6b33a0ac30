import FieldbookModel
import PlainText

/// An import under way, a file at a time. It writes nothing, so it can be dropped after any step.
///
/// All files are opened and recognised first, because registers are read before the others; then each is read. What was
/// opened stays as it was then, whatever becomes of the file meanwhile.
public struct ImportReading: Sendable {
  /// What an import begins from.
  public struct Ground: Sendable {
    let options: ImportOptions
    let existing: Facts
    let trust: String?
    let ours: [URN: String]
    let catalogue: Catalogue

    /// What the user says, and what the workspace holds: its facts, the trust chosen earlier, URN and name of the
    /// schools that are ours so far, and the measures.
    public init(
      options: ImportOptions, existing: Facts, trust: String?, ours: [URN: String], catalogue: Catalogue
    ) {
      self.options = options
      self.existing = existing
      self.trust = trust
      self.ours = ours
      self.catalogue = catalogue
    }
  }

  /// How far it has come.
  public struct Progress: Hashable, Sendable {
    /// Whether files are being read; before that they are opened.
    public let isReading: Bool
    /// How many are done.
    public let done: Int
    /// How many there are.
    public let total: Int
    /// The name of the next one; empty when all are done.
    public let name: String
  }

  private let ground: Ground
  /// Still to be opened.
  private var unopened: ArraySlice<SourcePlace>
  /// Opened, and not yet recognised.
  private var opened: ArraySlice<SourceFile>
  private var registers: [RecognisedFile] = []
  private var others: [RecognisedFile] = []
  private var recognised: ArraySlice<RecognisedFile> = []
  private var hasRegister = false
  /// Whether several files are read that are no registers.
  private var areMany = false
  private var read: [ReadFile] = []
  private var leftOut: [ImportRefusal] = []
  private let total: Int
  private var totalToRead = 0
  private var isReading = false

  /// Begins with files that are already in memory.
  public init(_ sources: [SourceFile], from ground: Ground) throws(ImportRefusal) {
    try self.init(places: [], sources: sources, ground)
  }

  /// Begins with files that are opened one at a time.
  /// - Throws: that there are none.
  public init(places: [SourcePlace], from ground: Ground) throws(ImportRefusal) {
    try self.init(places: places, sources: [], ground)
  }

  private init(places: [SourcePlace], sources: [SourceFile], _ ground: Ground) throws(ImportRefusal) {
    guard !places.isEmpty || !sources.isEmpty else {
      throw ImportRefusal(kind: .usage, what: "no file was given", mend: "Name at least one file to import.")
    }
    self.ground = ground
    unopened = places[...]
    opened = sources[...]
    total = places.count + sources.count
  }

  /// How far it has come.
  public var progress: Progress {
    if isReading {
      return Progress(
        isReading: true, done: totalToRead - recognised.count, total: totalToRead,
        name: recognised.first?.source.name ?? "")
    }
    let left = unopened.count + opened.count
    return Progress(
      isReading: false, done: total - left, total: total,
      name: unopened.first?.name ?? opened.first?.name ?? "")
  }

  /// Opens or reads the next file; false when all are read.
  /// - Throws: the first reason for which nothing may be imported.
  public mutating func step() throws(ImportRefusal) -> Bool {
    if let place = unopened.popFirst() {
      do { try take(place.open()) } catch { try leaveOut(error, isFromFolder: place.isFromFolder) }
    } else if let source = opened.popFirst() {
      do { try take(source) } catch { try leaveOut(error, isFromFolder: source.isFromFolder) }
    } else if !isReading {
      try beginReading()
    } else if let file = recognised.popFirst() {
      do { try read(file) } catch { try leaveOut(error, isFromFolder: file.source.isFromFolder) }
    }
    return !isReading || !recognised.isEmpty
  }

  private mutating func take(_ source: SourceFile) throws(ImportRefusal) {
    let file = try RecognisedFile(source, mappings: ground.options.mappings)
    if file.isRegister { registers.append(file) } else { others.append(file) }
  }

  /// Of a folder's files those are left out that are of no use.
  private mutating func leaveOut(_ refusal: ImportRefusal, isFromFolder: Bool) throws(ImportRefusal) {
    guard isFromFolder else { throw refusal }
    leftOut.append(refusal)
  }

  private mutating func beginReading() throws(ImportRefusal) {
    isReading = true
    hasRegister = !registers.isEmpty
    areMany = others.count > 1
    recognised = (registers + others)[...]
    (registers, others) = ([], [])
    totalToRead = recognised.count
    if recognised.isEmpty, let first = leftOut.first { throw first }
  }

  private mutating func read(_ file: RecognisedFile) throws(ImportRefusal) {
    let one = try Importer.read(
      file, options: ground.options, hasRegister: hasRegister, isOneOfMany: areMany,
      existing: ground.existing)
    try SameScope.refuse(one, beside: read)
    read.append(one)
  }

  /// What it comes to, once every file is read.
  /// - Throws: that no file could be read, that there is no register, or that there is no such trust.
  public func plan() throws(ImportRefusal) -> ImportPlan {
    if read.isEmpty, let first = leftOut.first { throw first }
    return try Importer.plan(read, leftOut: leftOut, isRegisterNew: hasRegister, ground)
  }
}
