/// Whole numbers of which some are printed and sums are known, and the question which of the others follow.
struct Puzzle {
  /// What is printed of a number.
  enum Cell {
    case shown(Int)
    case hidden
    /// It stands nowhere, and nobody says that it is hidden.
    case unsaid

    var number: Int? { if case .shown(let number) = self { number } else { nil } }
  }

  /// More pupils than any group of these tests has.
  private static let most = 400
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var truth: [Int] = []
  private var bounds: [ClosedRange<Int>] = []
  private var isHidden: [Bool] = []
  /// Numbers whose weighted sum is nothing, or at most that.
  private var rules: [(terms: [(place: Int, weight: Int)], isEqual: Bool)] = []
  private var rulesOf: [[Int]] = []

  /// A number as it is printed, and what it really is.
  mutating func add(_ name: String, _ cell: Cell, truth: Int) {
    places[name] = names.count
    names.append(name)
    self.truth.append(truth)
    bounds.append(cell.number.map { $0...$0 } ?? 0...Puzzle.most)
    if case .hidden = cell { isHidden.append(true) } else { isHidden.append(false) }
    rulesOf.append([])
  }

  /// A number that is the sum of others.
  mutating func sum(_ whole: String, _ parts: [String]) {
    add(rule: [(places[whole] ?? 0, -1)] + parts.map { (places[$0] ?? 0, 1) }, isEqual: true)
  }

  /// A number that is no more than another.
  mutating func atMost(_ less: String, _ more: String) {
    add(rule: [(places[less] ?? 0, 1), (places[more] ?? 0, -1)], isEqual: false)
  }

  private mutating func add(rule: [(place: Int, weight: Int)], isEqual: Bool) {
    for term in rule { rulesOf[term.place].append(rules.count) }
    rules.append((rule, isEqual))
  }

  /// The hidden numbers that can be nothing but what they are. What really is solves the puzzle; of every hidden number
  /// another solution is looked for in which it differs.
  func solvedThoughHidden() -> [String] {
    guard isSolved(by: truth) else { return ["nothing: what is printed contradicts itself"] }
    var start = bounds
    guard narrow(&start, Array(rules.indices)) else { return ["nothing: there is no solution at all"] }
    var open = names.indices.filter { isHidden[$0] }
    var solved: [String] = []
    while let place = open.popLast() {
      guard let other = otherSolution(place, start) else {
        solved.append("\(names[place]) = \(truth[place])")
        continue
      }
      open.removeAll { other[$0] != truth[$0] }
    }
    return solved.sorted()
  }

  private func isSolved(by values: [Int]) -> Bool {
    names.indices.allSatisfy { bounds[$0].contains(values[$0]) }
      && rules.allSatisfy { rule in
        let sum = rule.terms.reduce(0) { $0 + $1.weight * values[$1.place] }
        return rule.isEqual ? sum == 0 : sum <= 0
      }
  }

  private func otherSolution(_ place: Int, _ start: [ClosedRange<Int>]) -> [Int]? {
    for step in 1...6 {
      for value in [truth[place] + step, truth[place] - step] where start[place].contains(value) {
        var domains = start
        domains[place] = value...value
        var patience = 300
        if narrow(&domains, rulesOf[place]), let found = search(domains, &patience) { return found }
      }
    }
    return nil
  }

  /// The values nearest to what really is are tried first.
  private func search(_ domains: [ClosedRange<Int>], _ patience: inout Int) -> [Int]? {
    patience -= 1
    guard patience > 0 else { return nil }
    let open = domains.indices.filter { domains[$0].count > 1 }
    guard let place = open.min(by: { domains[$0].count < domains[$1].count }) else {
      return domains.map(\.lowerBound)
    }
    let near = min(max(truth[place], domains[place].lowerBound), domains[place].upperBound)
    let tries = (0...8).flatMap { $0 == 0 ? [near] : [near + $0, near - $0] }
    for value in tries where domains[place].contains(value) {
      var narrowed = domains
      narrowed[place] = value...value
      if narrow(&narrowed, rulesOf[place]), let found = search(narrowed, &patience) { return found }
    }
    return nil
  }

  /// Takes away what no solution has; false where nothing is left of a number.
  private func narrow(_ domains: inout [ClosedRange<Int>], _ changed: [Int]) -> Bool {
    var queue = changed
    while let next = queue.popLast() {
      let rule = rules[next]
      var (least, most) = (0, 0)
      for term in rule.terms {
        let domain = domains[term.place]
        least += term.weight > 0 ? domain.lowerBound : -domain.upperBound
        most += term.weight > 0 ? domain.upperBound : -domain.lowerBound
      }
      if least > 0 || (rule.isEqual && most < 0) { return false }
      for term in rule.terms {
        let domain = domains[term.place]
        var (low, high) = (domain.lowerBound, domain.upperBound)
        if term.weight > 0 {
          high = min(high, low - least)
          if rule.isEqual { low = max(low, domain.upperBound - most) }
        } else {
          low = max(low, high + least)
          if rule.isEqual { high = min(high, domain.lowerBound + most) }
        }
        if low > high { return false }
        guard low != domain.lowerBound || high != domain.upperBound else { continue }
        domains[term.place] = low...high
        queue += rulesOf[term.place]
        // What this number could be counted in the sums above.
        least += term.weight > 0 ? low - domain.lowerBound : domain.upperBound - high
        most -= term.weight > 0 ? domain.upperBound - high : low - domain.lowerBound
      }
    }
    return true
  }
}
