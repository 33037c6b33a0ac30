/// A number that a progress meeting looked at, as it was that day.
public struct MeetingFigure: Sendable, Hashable {
  /// The record it is read from.
  public let record: Record

  /// A number read from its record.
  public init(_ record: Record) {
    self.record = record
  }

  /// Its id in the meeting: measure and group.
  public var id: String { record.id }
  /// The measure’s id.
  public var measure: String { record.text("measure") }
  /// What the measure was called: `Year 4 maths: at expected or above`.
  public var title: String { record.text("title") }
  /// The group; nil for one that this version does not know.
  public var group: PupilGroup? { PupilGroup(rawValue: record.text("group")) }
  /// The group in words.
  public var groupTitle: String { group?.title ?? record.text("group") }
  /// The half-term or year it speaks of, as written.
  public var period: String { record.text("period") }
  /// The number.
  public var value: Double? { record.number("value") }
  /// Why there was none.
  public var reason: MissingReason? { MissingReason(rawValue: record.text("reason")) }
  /// What it is counted in.
  public var unit: Measure.Unit? { Measure.Unit(rawValue: record.text("unit")) }
  /// How many pupils it rests on.
  public var n: Int? { record.number("n").map { Int($0) } }
  /// How many were on roll.
  public var roll: Int? { record.number("roll").map { Int($0) } }
  /// The number it was held against.
  public var before: Double? { record.number("before") }
  /// What it was held against, or why it was not.
  public var against: String { record.text("against") }
  /// Whether it was used.
  public var isUsed: Bool { record.flag("used") }
  /// Whether it may leave the program: by what was decided that day, and by how many pupils it rests on.
  public func isHidden(_ rule: SmallGroups) -> Bool {
    record.flag("small") || (n.map(rule.isSmall) ?? false)
  }

  /// Whether what it was held against was to stay in the program on that day.
  public var isBeforeSmall: Bool { record.flag("smallBefore") }

  /// How it differs from what it was held against, in its own unit.
  public var change: Double? {
    guard let value, let before else { return nil }
    return value - before
  }

  /// About how many pupils the change is, rounded to whole ones; nil where it is no share of pupils.
  public var children: Int? {
    guard let change, let n, unit == .percent, ReturnMeasure(id: measure)?.kind.isShareOfPupils ?? true else {
      return nil
    }
    return Int((abs(change) / 100 * Double(n)).rounded(.toNearestOrAwayFromZero))
  }

  /// What somebody was asked for that it came from: a year group’s subject, or one count of attendance and behaviour;
  /// nil of what is published.
  public var asked: AskedFor? { ReturnMeasure(id: measure).map(AskedFor.init) }

  /// `half-term.csv, line 12, column Pupils`.
  public var source: String {
    let line = record.number("line").map { "line \(Int($0))" } ?? ""
    let column = record.text("column").isEmpty ? "" : "column \(record.text("column"))"
    return [record.text("file"), line, column].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// One thing that schools are asked for: a year group’s subject, or one count of attendance and behaviour.
public struct AskedFor: Hashable, Comparable, Sendable {
  /// A measure that comes of it.
  public let measure: ReturnMeasure

  /// What a measure of a return comes of.
  public init(_ measure: ReturnMeasure) {
    self.measure = measure.subject == nil ? measure : measure.saying(.expected)
  }

  /// In words: `Year 4 maths`, `Whole school: absence`.
  public var title: String { measure.subject == nil ? measure.measure.title : measure.who }

  private var place: (Int, String, String) {
    (measure.yearGroup?.number ?? 99, measure.subject ?? "", measure.id)
  }

  /// The youngest year group first, the whole school last.
  public static func < (a: AskedFor, b: AskedFor) -> Bool { a.place < b.place }
}
