/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same numbers everywhere.
struct SeededRandom: Sendable {
  private var state: UInt64

  /// Numbers for one purpose: a school, a year, a table.
  init(_ seed: UInt64, _ parts: Int...) {
    state = seed
    for part in parts { state = (state ^ UInt64(bitPattern: Int64(part))) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  }

  /// 64 random bits.
  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// Whether something happens that does so in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { unit() * 100 < Double(percent) }

  /// A bell-shaped number around 0 with a standard deviation of 1: twelve of `unit`, which needs no logarithm and is
  /// therefore the same on every machine.
  mutating func bell() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }
}
