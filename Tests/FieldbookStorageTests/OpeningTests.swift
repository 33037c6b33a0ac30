import DiskFaults
import FieldbookModel
import FieldbookStorage
import PlainText
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct OpeningTests {
  @Test func `A new workspace has its document and folders, for its owner alone, whatever the umask`() throws
  {
    let old = umask(0)
    defer { umask(old) }
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    _ = try workspace.startDraft(context: [:], texts: ["text": "half"])
    _ = try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "Report")
    try workspace.commit(FactsChange(added: [InventedFacts.file()], trust: nil, ours: [:]))
    var count = 0
    try place.walk("") { file, status in
      count += 1
      #expect(status.mode == (status.kind == .folder ? 0o700 : 0o600), "\(file)")
    }
    #expect(count > 15)
    #expect(try LocalDisk().status(of: place.path)?.mode == 0o700)
    #expect(try place.names("") == [".fieldbook", "facts", "fieldbook.json", "frameworks", "records"])
  }

  @Test func `Modes that others could read through are mended when the workspace is opened to be written`()
    throws
  {
    let place = try TestPlace()
    try place.workspace().close()
    for file in ["", "records", "fieldbook.json", ".fieldbook/local/identity.json"] {
      try LocalDisk().setMode(0o755, of: place.whole(file))
    }
    let problems = try place.open(.read).check().problems
    #expect(
      problems.map(\.message) == [
        ".: others may look into it (mode 755). Run: chmod 700 .",
        ".fieldbook/local/identity.json: others may look into it (mode 755). Run: chmod 600 .fieldbook/local/identity.json",
        "fieldbook.json: others may look into it (mode 755). Run: chmod 600 fieldbook.json",
        "records: others may look into it (mode 755). Run: chmod 700 records",
      ])
    #expect(try place.open().check().problems == [])
  }

  @Test func `A workspace is not made over another, nor among other files`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    let before = try place.everything()
    let again = #expect(throws: StorageProblem.self) {
      try Workspace.create(at: place.path, name: "Other", environment: place.environment)
    }
    #expect(again?.kind == .exists)
    #expect(try place.everything() == before)
    let foreign = #expect(throws: StorageProblem.self) {
      try Workspace.create(at: place.root, name: "Other", environment: place.environment)
    }
    #expect(foreign?.kind == .exists)
    #expect(foreign?.message.contains("holds other files") == true)
  }

  @Test func `Where no workspace is, opening says how to make one`() throws {
    let place = try TestPlace()
    let problem = #expect(throws: StorageProblem.self) { try place.open() }
    #expect(problem?.kind == .noWorkspace)
    #expect(problem?.message.contains("fieldbook init") == true)
  }

  @Test func `A workspace is found from any folder inside it`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    #expect(Workspace.find(from: place.whole("records/reviews")) == place.path)
    #expect(Workspace.find(from: place.path) == place.path)
    #expect(Workspace.find(from: place.root) == nil)
  }

  @Test func `A second opener reads, is told who writes, and writes once the first has closed`() throws {
    let place = try TestPlace()
    let first = try place.workspace()
    let second = try place.open()
    #expect(!second.canWrite)
    let holder = try #require(second.holder)
    #expect(holder.pid == Int(getpid()))
    #expect(holder.words.hasPrefix("fieldbook \(getpid()) of user Anna Reed on "))
    #expect(holder.words.hasSuffix(" since 08:42"))
    #expect(try second.contents().name == "Meadowbank")
    let problem = #expect(throws: StorageProblem.self) {
      try second.apply(Invented.review(second.newID()))
    }
    #expect(problem?.kind == .locked(holder))
    first.close()
    #expect(!first.canWrite)
    #expect(throws: StorageProblem.self) { try first.apply(Invented.review(first.newID())) }
    #expect(try place.open().canWrite)
  }

  @Test func `Leftovers of an interrupted save are swept when the workspace is opened to be written`() throws
  {
    let place = try TestPlace()
    try place.workspace().close()
    let leftover = "records/reviews/.x.json.0011aabb.tmp"
    try place.write("{", to: leftover)
    #expect(try place.open(.read).check().problems == [])
    #expect(try place.names("records/reviews") == [".x.json.0011aabb.tmp"])
    try place.open().close()
    #expect(try place.names("records/reviews") == [])
  }

  @Test func `A folder that cannot be written is opened for reading, with the reason`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    place.disk.fail(call: 4, code: EROFS, forGood: true)
    for call in 1...12 {
      place.disk.fail(call: call, code: EROFS)
      guard let workspace = try? place.open(), let why = workspace.whyReadOnly else { continue }
      #expect(why == "the disk can only be read")
      return
    }
    Issue.record("no opening was for reading")
  }

  @Test func `A broken identity is replaced by a new writer`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    try place.write("{\"format\": \"identity\"", to: ".fieldbook/local/identity.json")
    let problems = try place.open(.read).check().problems
    #expect(problems.map(\.file) == [".fieldbook/local/identity.json"])
    #expect(try place.open().check().problems == [])
  }

  @Test func `Settings are kept and come back`() throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    try workspace.set(SettingsChange(name: "Meadow", smallGroupMinimum: 10))
    try workspace.setReviewer(name: "A. Reed")
    try workspace.setOurs([Invented.school: "Ashgrove Primary"], trust: "MEADOWBANK TRUST")
    let contents = try workspace.contents()
    #expect(contents.name == "Meadow")
    #expect(contents.smallGroupMinimum == 10)
    #expect(contents.identity.name == "A. Reed")
    #expect(contents.trust == "MEADOWBANK TRUST")
    #expect(contents.ours == [Invented.school: "Ashgrove Primary"])
    #expect(try workspace.check().problems == [])
    #expect(throws: StorageProblem.self) { try workspace.set(SettingsChange(smallGroupMinimum: 0)) }
  }
}
