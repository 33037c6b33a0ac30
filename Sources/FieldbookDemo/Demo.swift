import FieldbookImport
import FieldbookModel
import FieldbookStorage
import Synchronization

/// The invented trust as a workspace: what a newcomer looks around in, and what examples are made from.
public enum Demo {
  /// What the workspace is called, so that every screen says what it is.
  public static let name = "Meadowbank (invented schools)"

  /// Makes the demo in a folder that is not there yet, or empty.
  ///
  /// Everything in it lies before `now`, so that it is as fresh as the day it is made. The same seed and moment give
  /// the same records. Throws what the storage or the reading of the files throws; the folder may then be half made.
  /// - Parameters:
  ///   - path: the folder.
  ///   - now: the moment at which it is made.
  ///   - disk: where files are kept.
  ///   - userName: who will work in it.
  public static func make(
    at path: String, now: Instant, disk: any Disk = LocalDisk(), userName: String,
    seed: UInt64 = DemoFiles.usualSeed
  ) throws {
    let clock = DemoClock(now: now)
    let random = Mutex(SeededRandom(seed, 77, now.date.dayNumber))
    let environment = StorageEnvironment(
      disk: disk, now: { clock.now },
      identities: IdentitySource(
        milliseconds: { clock.now.milliseconds }, random: { random.withLock { $0.next() } }),
      userName: userName)
    try Workspace.create(at: path, name: name, environment: environment)
    let workspace = try Workspace.open(at: path, wanting: .write, isBrief: true, environment: environment)
    defer { workspace.close() }
    try importFiles(into: workspace, now: now, seed: seed)
    var writer = DemoWriter(workspace: workspace, clock: clock, today: now.date)
    for review in DemoReview.all { try writer.write(review) }
    for meeting in DemoMeeting.all { try writer.write(meeting) }
    try writer.leaveDraft(
      DemoReview.kestrelDraft, in: writer.id(of: DemoReview.kestrel.key), area: "curriculum")
    for change in DemoPlan.changes(today: now.date) { _ = try workspace.change(change) }
  }

  private static func importFiles(into workspace: Workspace, now: Instant, seed: UInt64) throws {
    let sources = DemoFiles(today: now.date, seed: seed).files.map {
      SourceFile(path: $0.name, bytes: $0.bytes)
    }
    var options = ImportOptions(
      asAt: now.date.adding(days: -9), ours: .trust(InventedShire.trust), now: now)
    options.scales = AssessmentScale.builtIn
    let plan = try Importer.plan(
      sources, options: options,
      existing: Facts(files: [], catalogue: .builtIn, ours: [:]), existingTrust: nil, existingOurs: [:],
      catalogue: .builtIn)
    try workspace.commit(FactsChange(added: plan.files, trust: plan.trust, ours: plan.ours))
  }
}
