/// Colours by name, by number and by their red, green and blue, as themes write them.
enum ColourNumber {
  static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// The number of a named colour: `red`, `bright-red`.
  static func named(_ name: String) -> Int? {
    if let plain = names.firstIndex(of: name) { return plain }
    guard name.hasPrefix("bright-") else { return nil }
    return names.firstIndex(of: String(name.dropFirst(7))).map { $0 + 8 }
  }

  /// The red, green and blue of `#d75f00`.
  static func components(_ text: String) -> [Int]? {
    let digits = Array(text.utf8.dropFirst())
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    let parts = [0, 2, 4].compactMap { start -> Int? in
      Int(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16)
    }
    return parts.count == 3 && !digits.contains(UInt8(ascii: "+")) ? parts : nil
  }

  /// The colour of a palette that is nearest, of those that no terminal lets its user change.
  static func nearest(to wanted: [Int], depth: ColourDepth) -> Int? {
    guard depth == .full || depth == .eightyEight else { return nil }
    return (16..<depth.rawValue).min {
      distance(components(of: $0, depth: depth), wanted) < distance(components(of: $1, depth: depth), wanted)
    }
  }

  /// The red, green and blue of a colour beyond the sixteen that users choose for themselves.
  static func components(of number: Int, depth: ColourDepth) -> [Int] {
    let levels = depth == .full ? [0, 95, 135, 175, 215, 255] : [0, 139, 205, 255]
    let cube = levels.count * levels.count * levels.count
    let place = number - 16
    if place < cube {
      return [
        place / (levels.count * levels.count), place / levels.count % levels.count, place % levels.count,
      ]
      .map { levels[$0] }
    }
    let greys = [46, 92, 115, 139, 162, 185, 208, 231]
    let grey = depth == .full ? 8 + 10 * (place - cube) : greys[min(place - cube, greys.count - 1)]
    return [grey, grey, grey]
  }

  private static func distance(_ one: [Int], _ other: [Int]) -> Int {
    zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}
