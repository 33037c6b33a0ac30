import FieldbookModel
import FieldbookStorage
import TextUI

/// What went wrong, for a status line that may be cut: the reason first, then the file, then what to do.
enum ProblemWords {
  /// A save that did not come about.
  static func save(_ problem: StorageProblem, of kind: Work.Kind, _ size: TerminalSize) -> String {
    let words = "\(reason(problem)) (\(file(problem, size)))"
    return switch kind {
    case .edit: "NOT SAVED: \(words). Your text is still here. \(problem.mend)"
    case .issuing(let kind): "NOT SAVED, not \(kind.issued): \(words). \(problem.mend)"
    case .undo: "NOT UNDONE: \(words). \(problem.mend)"
    case .redo: "NOT DONE AGAIN: \(words). \(problem.mend)"
    }
  }

  /// Typed text that is in memory alone.
  static func draft(_ problem: StorageProblem, _ size: TerminalSize) -> String {
    "NOT KEPT as a draft: \(reason(problem)) (\(file(problem, size))). \(problem.mend)"
  }

  /// Why; of a fault of the disk only what the fault is, not which step it stopped.
  static func reason(_ problem: StorageProblem) -> String {
    guard problem.kind == .inputOutput, let colon = problem.what.firstIndex(of: ":") else {
      return problem.what
    }
    return String(problem.what[colon...].dropFirst(2))
  }

  /// The file; on a narrow screen the end of its name, by which it can be told from others.
  private static func file(_ problem: StorageProblem, _ size: TerminalSize) -> String {
    guard size.columns < 120, let slash = problem.file.lastIndex(of: "/") else { return problem.file }
    let folder = problem.file[..<slash].split(separator: "/").last.map { $0 + "/" } ?? ""
    let name = problem.file[problem.file.index(after: slash)...]
    return name.count > 20 ? "\(folder)…\(name.suffix(13))" : "\(folder)\(name)"
  }
}
