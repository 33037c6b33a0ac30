/// The chosen row of a list, known by its identity, so that it stays the same row while others come and go.
struct RowChoice<ID: Hashable & Sendable>: Hashable, Sendable {
  private var id: ID?

  /// Where the chosen row is among those shown; the first one where it is not, nothing where there are none.
  func index(in ids: [ID]) -> Int? {
    ids.isEmpty ? nil : id.flatMap { ids.firstIndex(of: $0) } ?? 0
  }

  /// Whether a row was chosen that is among those shown.
  func isSet(in ids: [ID]) -> Bool { id.map(ids.contains) ?? false }

  /// Chooses a row.
  mutating func choose(_ id: ID) {
    self.id = id
  }

  /// Moves among the rows shown.
  mutating func move(_ movement: Movement, among ids: [ID], height: Int) {
    let target = RowCursor.moved(from: index(in: ids), movement, count: ids.count, height: height)
    id = target.map { ids[$0] }
  }

  /// Goes to a row.
  mutating func goTo(_ id: ID) {
    self.id = id
  }

  /// Goes to the first of the rows shown.
  mutating func goToFirst(of ids: [ID]) {
    id = ids.first
  }
}
