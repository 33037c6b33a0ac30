import FieldbookModel
import PlainText
import TextUI

/// Frameworks in words.
enum FrameworkWords {
  /// How a framework grades: its scales from best to worst, or that it gives no grades.
  static func grades(_ framework: Framework) -> String {
    let used = Set(framework.areas.map(\.scale))
    let scales = framework.scales.filter { used.contains($0.id) }
    guard !scales.isEmpty else { return "No grades: strengths and what to improve" }
    return scales.map { $0.levels.map(\.shortTitle).joined(separator: " · ") }.joined(separator: "; ")
  }

  /// That a framework of one's own cannot be chosen, and where to mend it.
  static func broken(_ context: ScreenContext) -> [Line] {
    let broken = context.snapshot.ownFrameworks.filter { $0.framework == nil }
    return broken.prefix(2).map { own in
      Line(" A framework cannot be chosen: \(own.problems.first ?? own.id)", .caution)
    }
  }

  /// What changing a framework means for reviews, as the screens say it above their rows.
  static func keeps(_ context: ScreenContext) -> Block {
    let lines = TextWrap.lines(keeps, width: max(20, context.size.columns - 2))
    return .lines(lines.map { Line(" " + String($0), .quiet) } + [Line()])
  }

  /// The same in one sentence.
  static let keeps =
    "Each review keeps its framework as it was when it began: changes are for reviews to come."
}
