/// Shares the rows of a stack of blocks out among them.
enum BlockHeights {
  /// The rows of each block. Together they never take more than there are; blocks that fill take what is left.
  static func share(_ available: Int, among blocks: [Block], width: Int) -> [Int] {
    var heights = blocks.map { least($0, width: width) }
    var excess = heights.reduce(0, +) - available
    for pass in Pass.allCases {
      for index in blocks.indices.reversed() where excess > 0 {
        let floor = min(heights[index], pass.floor(blocks[index]))
        let cut = min(excess, heights[index] - floor)
        heights[index] -= cut
        excess -= cut
      }
    }
    return fill(heights, blocks, left: max(0, -excess))
  }

  /// What gives way first when there is no room: what scrolls, then long
  /// text, then what has no focus, then the rest.
  private enum Pass: CaseIterable {
    case scrolling
    case text
    case unfocused
    case all

    func floor(_ block: Block) -> Int {
      switch self {
      case .scrolling: block.scrolls ? 4 : .max
      case .text: block.scrolls ? .max : 1
      case .unfocused: block.hasFocus ? .max : 0
      case .all: 0
      }
    }
  }

  private static func least(_ block: Block, width: Int) -> Int {
    let height =
      switch block.height {
      case .fit: natural(block, width: width)
      case .exactly(let rows): rows
      case .atMost(let rows): min(rows, natural(block, width: width))
      case .fill: 3
      }
    // More than any screen has, and few enough to add up.
    return min(max(0, height), 10_000)
  }

  private static func natural(_ block: Block, width: Int) -> Int {
    switch block.content {
    case .lines(let lines): lines.count
    case .list(let list): max(list.rowCount, list.emptyText.count, 1)
    case .reading(let lines, _): max(lines.count, 1)
    case .table(let table): 1 + max(table.rowCount, table.emptyText.count, 1)
    case .form(let form): FormRows(form, width: width).natural
    case .rule: 1
    case .beside(let left, let right, _):
      max(
        left.reduce(0) { $0 + least($1, width: width) }, right.reduce(0) { $0 + least($1, width: width) })
    }
  }

  private static func fill(_ heights: [Int], _ blocks: [Block], left: Int) -> [Int] {
    var heights = heights
    var left = left
    var filling = blocks.indices.filter { blocks[$0].height == .fill }
    while left > 0, let index = filling.first {
      let share = (left + filling.count - 1) / filling.count
      heights[index] += share
      left -= share
      filling.removeFirst()
    }
    return heights
  }
}

extension Block {
  fileprivate var scrolls: Bool {
    switch content {
    case .list, .reading, .table, .form: true
    case .lines, .rule, .beside: false
    }
  }

  fileprivate var hasFocus: Bool {
    switch content {
    case .lines, .rule: false
    case .list(let list): list.hasFocus
    case .table(let table): table.hasFocus
    case .form, .reading: true
    case .beside(let left, let right, _): (left + right).contains(where: \.hasFocus)
    }
  }
}
