/// A year group of a school in England: nursery, reception, years 1 to 14.
public struct YearGroup: Hashable, Comparable, Sendable {
  /// −1 for nursery, 0 for reception, then the year's own number.
  public let number: Int

  /// The year group with that number: −1 (nursery) to 14, else nil.
  public init?(number: Int) {
    guard (-1...14).contains(number) else { return nil }
    self.number = number
  }

  /// A year group as people write it: `6`, `Y6`, `Year 6`, `R`, `Reception`, `N`, `Nursery`; else nil.
  public init?(text: String) {
    var word = text.lowercased().filter { !$0.isWhitespace }
    switch word {
    case "r", "rec", "reception", "yr", "yearr": number = 0
    case "n", "nur", "nursery", "n1", "n2", "yn": number = -1
    default:
      for prefix in ["yeargroup", "year", "yr", "y"] where word.hasPrefix(prefix) {
        word.removeFirst(prefix.count)
        break
      }
      guard !word.isEmpty, word.count <= 2, word.allSatisfy({ $0.isASCII && $0.isNumber }),
        let number = Int(word), (0...14).contains(number)
      else { return nil }
      self.number = number
    }
  }

  /// `n`, `r`, `y6`: in ids.
  public var id: String {
    switch number {
    case -1: "n"
    case 0: "r"
    default: "y\(number)"
    }
  }

  /// `Nursery`, `Reception`, `Year 6`.
  public var title: String {
    switch number {
    case -1: "Nursery"
    case 0: "Reception"
    default: "Year \(number)"
    }
  }

  /// `N`, `R`, `Y6`: for a narrow column.
  public var shortTitle: String {
    switch number {
    case -1: "N"
    case 0: "R"
    default: "Y\(number)"
    }
  }

  /// Younger year groups come first.
  public static func < (a: YearGroup, b: YearGroup) -> Bool { a.number < b.number }
}
