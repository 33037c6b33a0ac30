import Synchronization

/// Which school carries on which: a register's links between a school that closed and the one that opened in its
/// place, as when a school becomes an academy, when two merge, or when one is split.
///
/// Worked out when it is first asked for: a register of all England has 30,000 links.
public final class Succession: Sendable {
  /// The format of files of links.
  public static let format = "links"

  /// The columns that are kept of each link.
  public enum Field: String, CaseIterable, Sendable {
    /// The other school's reference number.
    case urn
    /// The other school's name.
    case name
    /// What it is to the school: `Successor`, `Predecessor - merged`…
    case type
    /// Since when.
    case date

    /// The measure's id in a file of links.
    public var measure: String { "link." + rawValue }
  }

  private struct Links {
    /// The schools that came straight after a school, and straight before it.
    var after: [URN: Set<URN>] = [:]
    var before: [URN: Set<URN>] = [:]

    mutating func add(_ earlier: URN, _ later: URN) {
      guard earlier != later else { return }
      after[earlier, default: []].insert(later)
      before[later, default: []].insert(earlier)
    }
  }

  private let files: [FactsFile]
  private let links = Mutex<Links?>(nil)

  /// The links of files; of several that rule elsewhere, all count.
  init(files: [FactsFile]) {
    self.files = files
  }

  /// The succession that a workspace's files tell of; nil where there is no file of links.
  static func of(_ files: [FactsFile], ruling: Ruling) -> Succession? {
    let ruled = files.enumerated().filter { $1.format == format && !ruling.isSuperseded(file: $0) }
    return ruled.isEmpty ? nil : Succession(files: ruled.map(\.element))
  }

  /// The school that carries on a closed one: through as many steps as there are, each to one school alone. Nil where
  /// there is none, where a step leads to several (the school was split), or where steps lead round in a circle.
  /// - Parameter isOpen: whether a school is one that the way may end at.
  func heir(of urn: URN, where isOpen: (URN) -> Bool) -> URN? {
    withLinks { links in
      var seen: Set<URN> = [urn]
      var here = urn
      while let next = links.after[here], next.count == 1, let only = next.first, seen.insert(only).inserted {
        if isOpen(only) { return only }
        here = only
      }
      return nil
    }
  }

  /// Every school that a school carries on, through as many steps as there are, by number: those that merged into
  /// it among them, but none that was split, of which it is only a part.
  public func earlier(than urn: URN) -> [URN] {
    withLinks { links in
      var found: Set<URN> = []
      var left = [urn]
      while let here = left.popLast() {
        for before in links.before[here] ?? [] where before != urn && (links.after[before]?.count ?? 0) == 1 {
          if found.insert(before).inserted { left.append(before) }
        }
      }
      return found.sorted()
    }
  }

  private func withLinks<Answer: Sendable>(_ body: (Links) -> Answer) -> Answer {
    links.withLock { links in
      let known = links ?? read()
      links = known
      return body(known)
    }
  }

  private func read() -> Links {
    var links = Links()
    for file in files {
      guard let urn = file.columns.firstIndex(where: { $0.measure == Field.urn.measure }),
        let type = file.columns.firstIndex(where: { $0.measure == Field.type.measure })
      else { continue }
      for (row, subject) in file.subjects.enumerated() {
        guard case .school(let own, _) = subject, case .text(let kind) = file.columns[type].cells[row],
          let other = file.raw(column: urn, row: row).flatMap(URN.init(cell:))
        else { continue }
        // Extensions, closures and sixth forms shared between schools hand nobody's results on.
        if kind.hasPrefix("Successor") {
          links.add(own, other)
        } else if kind.hasPrefix("Predecessor") {
          links.add(other, own)
        }
      }
    }
    return links
  }
}
