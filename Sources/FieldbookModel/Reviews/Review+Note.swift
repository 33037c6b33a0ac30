/// What a note of visit has that a formal review does not: strengths and questions, and a simpler life.
extension Review {
  /// Whether it is a note of visit.
  public var isNote: Bool { kind == .noteOfVisit }

  /// What kind of visit it was, if that was said.
  public var visitKind: VisitKind? { VisitKind(rawValue: record.text("visit")) }

  /// The strengths that count, in the order in which they are told.
  public var strengths: [Finding] { findings(of: .strength) }

  /// The questions that count, in the order in which they are told.
  public var questions: [Finding] { findings(of: .question) }

  /// What counts and is neither strength nor question: of notes that were written as reviews are.
  public var otherFindings: [Finding] {
    findings.filter { $0.record.counts && $0.kind != .strength && $0.kind != .question }
  }

  private func findings(of kind: FindingKind) -> [Finding] {
    findings.filter { $0.record.counts && $0.kind == kind }
  }

  /// Whether the school has it, and no grades are in it: shared or held, and perhaps closed since.
  public var isShared: Bool { state.waitsToClose || (!isFormal && state == .closed) }

  /// What was added after it was signed or shared, oldest first, withdrawn ones among them.
  public var addenda: [Addendum] { record.parts("addenda").map(Addendum.init) }

  /// Whether a strength or question says on which notes it rests.
  public func restsOnNotes(_ finding: Finding) -> Bool { !evidence(behind: finding).isEmpty }

  /// Whether a finding is to rest on two sources: not a strength or a question of a note of visit.
  public func asksForSecondSource(_ finding: Finding) -> Bool {
    isFormal || (finding.kind != .strength && finding.kind != .question)
  }

  /// The ids of all findings with one moved a place up or down among those of its kind that count; nil at the ends.
  public func order(moving id: String, by step: Int) -> [String]? {
    let all = findings
    guard let moved = all.first(where: { $0.id == id }), moved.record.counts else { return nil }
    let peers = all.filter { $0.record.counts && $0.kind == moved.kind }.map(\.id)
    guard let place = peers.firstIndex(of: id), peers.indices.contains(place + step) else { return nil }
    var ids = all.map(\.id)
    guard let one = ids.firstIndex(of: id), let other = ids.firstIndex(of: peers[place + step]) else {
      return nil
    }
    ids.swapAt(one, other)
    return ids
  }
}

/// What was added to a review or note of visit after the school had it. It changes nothing that was shared.
public struct Addendum: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// An addendum read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// Its id.
  public var id: String { record.id }
  /// What it says.
  public var text: String { record.text("text") }
  /// Who added it.
  public var by: String { record.text("by") }
  /// When.
  public var at: Instant? { record.instant("at") }
}
