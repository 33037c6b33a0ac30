import FieldbookModel
import PlainText
import Synchronization
import TextUI

/// Orders of rows by what they were sorted and narrowed by, so that a key does not sort 24,000 schools again.
public final class RowOrders: Sendable {
  /// What an order depends on.
  struct Question: Hashable, Sendable {
    let table: String
    let scope: String
    let facts: Int
    let records: Int
    let day: Int
    let choices: TableChoices
    let marks: Set<String>?
    var find: String

    /// The same rows, narrowed by what was typed.
    func finding(_ text: String) -> Question {
      var question = self
      question.find = FoldedText.words(text).map { String(decoding: $0, as: UTF8.self) }.joined(
        separator: " ")
      return question
    }
  }

  /// What a row as it is shown depends on, besides its id.
  struct RowStamp: Hashable, Sendable {
    let table: String
    let scope: String
    let revision: Int
    let day: Int
    let columns: [String]
  }

  /// What the text that rows are found by depends on.
  struct SearchStamp: Hashable, Sendable {
    let table: String
    let facts: Int
    let records: Int
  }

  private struct ValuesQuestion: Hashable {
    let column: String
    let rows: Question
  }

  private struct Known {
    var orders: [Question: [String]] = [:]
    var values: [ValuesQuestion: [ValueCount]] = [:]
    var shown: (stamp: RowStamp, rows: [String: TableRow])?
    var latest: [ObjectIdentifier: (question: any Sendable, answer: any Sendable)] = [:]
    var searches: [String: (stamp: SearchStamp, rows: SearchRows)] = [:]
    var standings: (of: StandingsQuestion, are: SchoolStandings)?
    var searched: (of: StandingsQuestion, in: SearchEntries)?
  }

  private struct StandingsQuestion: Hashable {
    let facts: Int
    let records: Int
    let today: CalendarDate
  }

  private let known = Mutex(Known())
  /// What schools are compared with.
  let comparisons = Comparisons()

  /// Nothing worked out yet.
  public init() {}

  /// The order asked for, worked out only once for a revision.
  func order(_ question: Question, _ workOut: () -> [String]) -> [String] {
    if let order = known.withLock({ $0.orders[question] }) { return order }
    let order = workOut()
    known.withLock {
      // What was narrowed letter by letter goes first: whole tables take longest to put in order.
      if $0.orders.count > 32 { $0.orders = $0.orders.filter { $0.key.find.isEmpty } }
      if $0.orders.count > 32 { $0.orders = [:] }
      $0.orders[question] = order
    }
    return order
  }

  /// The order asked for, if it is known.
  func known(_ question: Question) -> [String]? {
    known.withLock { $0.orders[question] }
  }

  /// The values of a column among some rows, worked out only once for a revision.
  func values(of column: String, _ rows: Question, _ workOut: () -> [ValueCount]) -> [ValueCount] {
    let question = ValuesQuestion(column: column, rows: rows)
    if let values = known.withLock({ $0.values[question] }) { return values }
    let values = workOut()
    known.withLock {
      if $0.values.count > 32 { $0.values = [:] }
      $0.values[question] = values
    }
    return values
  }

  /// The answer to a question that a page asks several times at each key: of each sort of answer, the latest is kept.
  /// - Parameter question: all that the answer depends on.
  func latest<Question: Equatable & Sendable, Answer: Sendable>(
    _ question: Question, _ workOut: () -> Answer
  ) -> Answer {
    let sort = ObjectIdentifier(Answer.self)
    if let kept = known.withLock({ $0.latest[sort] }), kept.question as? Question == question,
      let answer = kept.answer as? Answer
    {
      return answer
    }
    let answer = workOut()
    known.withLock { $0.latest[sort] = (question, answer) }
    return answer
  }

  /// A row as it is shown, made only once for a revision: a key changes few of those in sight.
  func row(_ id: String, _ stamp: RowStamp, _ make: () -> TableRow) -> TableRow {
    let kept = known.withLock { known -> TableRow? in
      if known.shown?.stamp != stamp || (known.shown?.rows.count ?? 0) > 1000 { known.shown = (stamp, [:]) }
      return known.shown?.rows[id]
    }
    if let kept { return kept }
    let row = make()
    known.withLock { known in
      if known.shown?.stamp == stamp { known.shown?.rows[id] = row }
    }
    return row
  }

  /// How every school stands, worked out only once for a revision and a day.
  func standings(of snapshot: Snapshot, today: CalendarDate) -> SchoolStandings {
    let question = StandingsQuestion(
      facts: snapshot.factsRevision, records: snapshot.recordsRevision, today: today)
    if let known = known.withLock({ $0.standings }), known.of == question { return known.are }
    let standings = SchoolStandings(snapshot, today: today)
    known.withLock { $0.standings = (question, standings) }
    return standings
  }

  /// Everything that can be found, worked out only once for a revision.
  func searchEntries(of snapshot: Snapshot, today: CalendarDate) -> SearchEntries {
    let question = StandingsQuestion(
      facts: snapshot.factsRevision, records: snapshot.recordsRevision, today: today)
    if let known = known.withLock({ $0.searched }), known.of == question { return known.in }
    let entries = SearchEntries(snapshot)
    known.withLock { $0.searched = (question, entries) }
    return entries
  }

  /// Makes ready what the rows of a table are found by, unless it is ready already.
  func prepare(_ stamp: SearchStamp, made: () -> SearchRows) {
    guard known.withLock({ $0.searches[stamp.table]?.stamp }) != stamp else { return }
    let rows = made()
    known.withLock { known in
      if known.searches[stamp.table]?.stamp != stamp { known.searches[stamp.table] = (stamp, rows) }
    }
  }

  /// Looks through what the rows of a table are found by.
  /// - Parameter made: what is begun with when nobody has looked yet, or something has changed since.
  func searching<Result>(
    _ stamp: SearchStamp, made: () -> SearchRows, _ work: (inout SearchRows) -> Result
  ) -> Result {
    // Taken out while it is worked on, so that it is changed in place.
    let kept = known.withLock { $0.searches.removeValue(forKey: stamp.table) }
    var rows = kept?.stamp == stamp ? kept?.rows ?? made() : made()
    let result = work(&rows)
    known.withLock { $0.searches[stamp.table] = (stamp, rows) }
    return result
  }
}
