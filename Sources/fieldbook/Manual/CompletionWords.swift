import ArgumentParser
import FieldbookModel
import FieldbookStorage

/// What a shell offers where a workspace has to be asked.
enum CompletionWords {
  /// The URNs of our schools.
  static let schools: CompletionKind = .custom { words, _, prefix in
    guard let contents = contents(words) else { return [] }
    return contents.ours.keys.map(\.text).filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// The ids of the reviews.
  static let reviews: CompletionKind = .custom { words, _, prefix in
    (contents(words)?.reviews ?? []).filter { !$0.record.isUndone }.map(\.id).filter { $0.hasPrefix(prefix) }
  }

  /// The workspace that the words of the line so far mean; a shell is told nothing of what is wrong with it.
  private static func contents(_ words: [String]) -> WorkspaceContents? {
    let named = words.firstIndex { $0 == "-w" || $0 == "--workspace" }
      .flatMap { words.indices.contains($0 + 1) ? words[$0 + 1] : nil }
    guard let workspace = try? CommandStorage.open(named, wanting: .read) else { return nil }
    defer { workspace.close() }
    return try? workspace.contents()
  }
}
