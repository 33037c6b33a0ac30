/// How many hours something takes, as people type it.
public enum HoursText {
  /// The most that is taken for a number of hours: as many as a school year has for one teacher, ten times over.
  public static let most = 12_650.0

  /// `6`, `2.5`, `1,5`, `90 min`, `1h30`, `6 hours`, to a hundredth of an hour; nil for anything else, for less than none and for more than `most`.
  public static func hours(_ text: String) -> Double? {
    let word = text.lowercased().filter { !$0.isWhitespace }.replacing(",", with: ".")
    for unit in ["minutes", "mins", "min", "m"] where word.hasSuffix(unit) && !word.contains("h") {
      return number(word.dropLast(unit.count)).flatMap { within($0 / 60) }
    }
    guard let mark = word.firstIndex(of: "h") else { return number(Substring(word)).flatMap(within) }
    let after = word[word.index(after: mark)...]
    if ["", "r", "rs", "our", "ours"].contains(after) { return number(word[..<mark]).flatMap(within) }
    var minutes = after
    for unit in ["minutes", "mins", "min", "m"] where minutes.hasSuffix(unit) {
      minutes = minutes.dropLast(unit.count)
      break
    }
    guard let whole = number(word[..<mark]), let rest = number(minutes), rest < 60 else { return nil }
    return within(whole + rest / 60)
  }

  /// As it is kept and shown: `6`, `2.5`.
  public static func text(_ hours: Double) -> String {
    NumberText.plain(hours)
  }

  private static func number(_ text: Substring) -> Double? {
    guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
    return Double(text)
  }

  private static func within(_ hours: Double) -> Double? {
    (0...most).contains(hours) ? (hours * 100).rounded() / 100 : nil
  }
}
