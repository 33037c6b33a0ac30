import FieldbookModel
import PlainText
import TextUI

/// What is said to whoever asks schools for numbers that their meetings pass over.
enum UnusedWords {
  /// The most that are named.
  private static let named = 4

  /// What of a collection was shown at two meetings running and used at neither; nothing where there is nothing.
  static func lines(_ collection: CollectionPlan.Collection, _ context: ScreenContext) -> [Line] {
    let unused = UnusedNumbers(context.snapshot.reviews).unused(of: collection)
    guard !unused.isEmpty else { return [] }
    let lines = unused.prefix(named).map { number in
      let schools = number.schools.map(context.snapshot.schoolName)
      let more = schools.count > 2 ? " and \(schools.count - 2) more" : ""
      return Line("   \(number.asked.title): \(schools.prefix(2).joined(separator: ", "))\(more)", .quiet)
    }
    let rest = unused.count > named ? [Line("   and \(unused.count - named) more", .quiet)] : []
    return [Line(" Shown at two meetings running and used at neither; is it worth asking for?", .caution)]
      + lines + rest
  }
}
