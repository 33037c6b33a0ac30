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

/// Lets every call to the disk fail in turn, until none is left to fail.
struct FailingDiskTests {
  private static let errors: [(Int32, Bool)] = [(ENOSPC, false), (EIO, false), (ENOSPC, true), (EIO, true)]

  @Test(arguments: errors) func `A save that fails leaves the old or the new bytes, and a later one works`(
    code: Int32, forGood: Bool
  ) throws {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let file = "records/actions/\(ids.action).json"
    for call in 1... {
      let before = try place.tree(file)
      place.disk.fail(call: call, code: code, forGood: forGood)
      let edit = RecordEdit(
        "Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text("Owner \(call)")])])
      let outcome = Result { try workspace.apply(edit) }
      let failures = place.disk.failures
      place.disk.heal()
      let after = try place.tree(file)
      if case .failure(let error) = outcome {
        let problem = try #require(error as? StorageProblem)
        #expect(problem.kind == .inputOutput)
        #expect(problem.what.hasSuffix(code == ENOSPC ? "the disk is full" : "the disk reports a fault"))
        #expect(after == before || after["owner"] == .string("Owner \(call)"))
      } else {
        #expect(after["owner"] == .string("Owner \(call)"))
      }
      _ = try workspace.apply(
        RecordEdit("Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text("Later \(call)")])]))
      #expect(try place.tree(file)["owner"] == .string("Later \(call)"))
      if failures == 0 {
        #expect(call > 8)
        break
      }
    }
    workspace.close()
    #expect(try place.open().check().problems == [])
    #expect(try place.names("records/actions").allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test(arguments: errors) func `A signature that fails is either not given or made up for`(
    code: Int32, forGood: Bool
  ) throws {
    for call in 1... {
      let place = try TestPlace(seed: UInt64(call))
      let workspace = try place.workspace()
      let ids = try Invented.fullReview(in: workspace)
      place.disk.fail(call: call, code: code, forGood: forGood)
      let outcome = Result {
        try workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "R")
      }
      let failures = place.disk.failures
      place.disk.heal()
      let shown = try #require(workspace.contents().reviews.first { $0.id == ids.review })
      if case .success = outcome { #expect(shown.state == .final) }
      #expect(try workspace.check().problems.filter { $0.code != "unexpected" } == [])
      if shown.state != .final || failures > 0 && forGood == false {
        _ = try? workspace.sign(review: ids.review, by: "Anna Reed", at: Invented.at, report: "R")
      }
      workspace.close()
      let contents = try place.open().contents()
      #expect(contents.reviews.first { $0.id == ids.review }?.state == .final)
      #expect(contents.signedCopies[ids.review]?.isIntact == true)
      #expect(try place.names("records/reviews").filter { $0.contains(".signed-") }.count == 1)
      if failures == 0 { break }
    }
  }

  @Test(arguments: errors) func `An import that fails is kept whole or not at all`(
    code: Int32, forGood: Bool
  ) throws {
    for call in 1... {
      let place = try TestPlace(seed: UInt64(call))
      let workspace = try place.workspace()
      try workspace.commit(FactsChange(added: [InventedFacts.file(1)], trust: nil, ours: [:]))
      let before = try #require(try? workspace.contents())
      let change = FactsChange(
        added: [InventedFacts.file(2), InventedFacts.file(3)], removed: [InventedFacts.file(1)], trust: "T",
        ours: [Invented.school: "Ashgrove"])
      place.disk.fail(call: call, code: code, forGood: forGood)
      let outcome = Result { try workspace.commit(change) }
      let failures = place.disk.failures
      place.disk.heal()
      let isSuccess = (try? outcome.get()) != nil
      var seen: [WorkspaceContents] = [try workspace.contents(), try place.open(.read).contents()]
      workspace.close()
      let again = try place.open()
      seen.append(try again.contents())
      for contents in seen {
        let isNew = contents.trust == "T"
        #expect(isNew || !isSuccess)
        #expect(contents.ours == (isNew ? change.ours : before.ours))
        #expect(Set(contents.factsFiles) == Set(isNew ? change.added : before.factsFiles), "call \(call)")
        #expect(contents.problems.isEmpty)
      }
      #expect(Set(seen.map(\.trust)).count == 1)
      try again.commit(change)
      #expect(Set(try again.contents().factsFiles) == Set(change.added))
      #expect(try again.check().problems == [])
      #expect(try place.names("facts/ks2").count == 2)
      if failures == 0 { break }
    }
  }

  @Test(arguments: errors) func `A workspace that could not be made can be made again`(
    code: Int32, forGood: Bool
  ) throws {
    for call in 1... {
      let place = try TestPlace(seed: UInt64(call))
      place.disk.fail(call: call, code: code, forGood: forGood)
      let outcome = Result { try Workspace.create(at: place.path, name: "M", environment: place.environment) }
      let failures = place.disk.failures
      place.disk.heal()
      if Workspace.find(from: place.path) == nil {
        #expect(throws: (any Error).self) { try outcome.get() }
        try Workspace.create(at: place.path, name: "M", environment: place.environment)
      }
      #expect(try place.open().contents().name == "M")
      if failures == 0 { break }
    }
  }

  @Test func `An opening that fails says why, and lets go of the lock`() throws {
    let place = try TestPlace()
    try place.workspace().close()
    for call in 1... {
      place.disk.fail(call: call, code: EIO)
      let outcome = Result { try place.open() }
      let failures = place.disk.failures
      place.disk.heal()
      if case .failure(let error) = outcome { #expect((error as? StorageProblem)?.kind == .inputOutput) }
      (try? outcome.get())?.close()
      let again = try place.open()
      #expect(again.canWrite)
      again.close()
      if failures == 0 { break }
    }
  }

  @Test func `A disk that takes a few bytes at a time, or claims bytes that it drops, is seen through`()
    throws
  {
    let place = try TestPlace()
    let workspace = try place.workspace()
    let ids = try Invented.fullReview(in: workspace)
    let edit = { (text: String) in
      RecordEdit("Owner", [RecordEdit.Change(.action(ids.action), ["owner": .text(text)])])
    }
    place.disk.takeAtMost(3)
    _ = try workspace.apply(edit("Slowly"))
    let file = "records/actions/\(ids.action).json"
    #expect(try place.tree(file)["owner"] == "Slowly")
    place.disk.lie()
    let problem = #expect(throws: StorageProblem.self) { try workspace.apply(edit("Lost")) }
    #expect(problem?.kind == .inputOutput)
    #expect(try place.tree(file)["owner"] == "Slowly")
  }
}
