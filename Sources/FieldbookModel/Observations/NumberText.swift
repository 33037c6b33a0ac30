/// Numbers as files and pages write them, without any locale.
public enum NumberText {
  /// The shortest text that reads back as the number: `38`, `-0.3`, `101.25`.
  public static func plain(_ number: Double) -> String {
    guard number == number.rounded(), abs(number) < 1e15 else { return "\(number)" }
    return String(Int(number))
  }

  /// Rounded half away from zero to so many decimals (at most 6), all of them written: `0.3`, `62.0`.
  public static func fixed(_ number: Double, decimals: Int) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return "\(number)" }
    let decimals = max(0, min(6, decimals))
    let scale = (0..<decimals).reduce(1.0) { result, _ in result * 10 }
    let units = Int((number * scale).rounded(.toNearestOrAwayFromZero))
    let digits = String(abs(units))
    let sign = units < 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return "\(sign)\(filled.dropLast(decimals)).\(filled.suffix(decimals))"
  }

  /// With thin groups of three digits: `24,000`.
  public static func grouped(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-" + text : text
  }
}
