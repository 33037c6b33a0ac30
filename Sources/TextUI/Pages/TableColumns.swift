/// Which columns of a table are shown, where and how wide.
struct TableColumns: Hashable {
  struct Placed: Hashable {
    /// The place of the column among all columns.
    var index: Int
    var start: Int
    var width: Int
  }

  private(set) var placed: [Placed] = []

  init(_ columns: [TableColumn], width: Int) {
    var shown = Array(columns.indices)
    while shown.count > 1, Self.room(columns, shown, \.minWidth, gap: 1) > width {
      let dropped = Self.leastImportant(columns, shown)
      shown.removeAll { $0 == dropped }
    }
    let gap = Self.room(columns, shown, \.idealWidth, gap: 2) <= width ? 2 : 1
    let widths = Self.widths(columns, shown, room: width - gap * max(0, shown.count - 1))
    var start = 0
    for (index, columnWidth) in zip(shown, widths) {
      placed.append(Placed(index: index, start: start, width: max(0, min(columnWidth, width - start))))
      start += columnWidth + gap
    }
  }

  private static func room(
    _ columns: [TableColumn], _ shown: [Int], _ size: KeyPath<TableColumn, Int>, gap: Int
  ) -> Int {
    shown.reduce(gap * max(0, shown.count - 1)) { $0 + columns[$1][keyPath: size] }
  }

  private static func leastImportant(_ columns: [TableColumn], _ shown: [Int]) -> Int? {
    let lowest = shown.map { columns[$0].priority }.min()
    return shown.last { columns[$0].priority == lowest }
  }

  /// Everyone's least first; then the most important get what they would like; the rest goes to those that grow.
  private static func widths(_ columns: [TableColumn], _ shown: [Int], room: Int) -> [Int] {
    var widths = shown.map { columns[$0].minWidth }
    var left = max(0, room - widths.reduce(0, +))
    let byPriority = shown.indices.sorted {
      let (one, other) = (columns[shown[$0]].priority, columns[shown[$1]].priority)
      return one == other ? $0 < $1 : one > other
    }
    for place in byPriority {
      let more = min(left, columns[shown[place]].idealWidth - widths[place])
      widths[place] += more
      left -= more
    }
    var growing = shown.indices.filter { columns[shown[$0]].grows }
    while left > 0, let place = growing.first {
      let share = (left + growing.count - 1) / growing.count
      widths[place] += share
      left -= share
      growing.removeFirst()
    }
    return widths
  }
}
