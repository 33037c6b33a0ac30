import FieldbookModel
import FieldbookScreens
import FieldbookStorage
import TextUI

/// Many reports that are being written: a job each, so that saves come between them and other screens stay alive.
struct ReportWriting {
  let source: ReportSource
  let format: ReportFormat
  let total: Int
  /// What is still to be made.
  var rest: ArraySlice<PreviewSubject>
  /// Whether the user has stopped it.
  var isStopped = false
  /// Whether all are made and being put in their places: that cannot be stopped.
  var isPlacing = false
  /// Whether the user was told that leaving stops it.
  var hasWarned = false
  /// How many lie beside their places.
  var done = 0
}

/// What lies beside its place so far, and what the rest is made from.
public struct StagedReports: Sendable {
  let batch: ReportBatch
  let source: ReportSource
}

/// What became of a step of the writing.
public enum WritingStep: Sendable {
  /// So far everything lies beside its place.
  case staged(StagedReports)
  /// All reports are in their places.
  case placed([String])
  /// Nothing of it stays: it was stopped, or one report could not be written.
  case discarded(StorageProblem?)
}

extension Session {
  /// Begins to write many reports. What follows happens at once.
  func beginWriting(
    _ subjects: [PreviewSubject], _ format: ReportFormat, into folder: String, from source: ReportSource,
    then: [Effect]
  ) {
    guard !importing.isReading else {
      return say("Files are being read: wait for them, or Esc stops that", .caution)
    }
    guard writing == nil else {
      return say("Reports are being written already: wait for them, or Esc stops them", .caution)
    }
    guard !subjects.isEmpty else { return say("There is nothing to write", .caution) }
    writing = ReportWriting(source: source, format: format, total: subjects.count, rest: subjects[...])
    showProgress()
    carryOut(then)
    environment.queue.add { [workspace] in
      do throws(StorageProblem) {
        let batch = try workspace.beginReports(into: folder)
        return .writing(.staged(StagedReports(batch: batch, source: source)))
      } catch {
        return .writing(.discarded(error))
      }
    }
  }

  /// Stops it; what lies beside its place is taken away.
  func stopWriting() {
    guard let now = writing else { return say("Nothing is being written", .caution) }
    guard !now.isPlacing else {
      return say("They are being put in their places: it is too late to stop", .caution)
    }
    writing?.isStopped = true
    say("Stopping: nothing of the reports stays", .caution)
  }

  /// Stops reports that are being written, where the program has to end at once.
  public func endWriting() {
    if writing != nil { stopWriting() }
  }

  /// Whether leaving has to wait: asked twice, it stops what is being written.
  func isStoppedByLeaving() -> Bool {
    guard let now = writing, !now.isStopped, !now.isPlacing else { return false }
    guard now.hasWarned else {
      writing?.hasWarned = true
      say("Reports are being written: \(key("quit")) again stops them and leaves", .caution)
      return true
    }
    stopWriting()
    return false
  }

  /// Goes on with the next report, puts all in their places, or clears away.
  func take(_ step: WritingStep) {
    guard let now = writing else { return }
    switch step {
    case .staged(let staged):
      let (batch, source) = (staged.batch, staged.source)
      writing?.done = batch.count
      if now.isStopped {
        end(batch)
      } else if let subject = now.rest.first {
        writing?.rest.removeFirst()
        make(subject, batch, source, now.format)
      } else {
        writing?.isPlacing = true
        place(batch)
      }
      showProgress()
    case .placed(let files):
      writing = nil
      showProgress()
      say(ReportWords.written(files, size), .good)
    case .discarded(let problem):
      writing = nil
      showProgress()
      say(
        problem.map { "\(ReportWords.notWritten($0)) Nothing of the other reports was left there" }
          ?? "Stopped: no report was written", problem == nil ? .caution : .bad)
    }
  }

  private func make(
    _ subject: PreviewSubject, _ batch: ReportBatch, _ source: ReportSource, _ format: ReportFormat
  ) {
    environment.queue.add { [workspace] in
      var batch = batch
      do throws(StorageProblem) {
        try source.stage(subject, format, in: &batch)
        return .writing(.staged(StagedReports(batch: batch, source: source)))
      } catch {
        workspace.discard(batch)
        return .writing(.discarded(error))
      }
    }
  }

  private func place(_ batch: ReportBatch) {
    environment.queue.add { [workspace] in
      do throws(StorageProblem) {
        return .writing(.placed(try workspace.place(batch)))
      } catch {
        workspace.discard(batch)
        return .writing(.discarded(error))
      }
    }
  }

  private func end(_ batch: ReportBatch) {
    environment.queue.add { [workspace] in
      workspace.discard(batch)
      return .writing(.discarded(nil))
    }
  }

  private func showProgress() {
    navigation.progress = writing.map {
      Progress(words: "Writing reports", done: $0.done, total: $0.total)
    }
  }
}
