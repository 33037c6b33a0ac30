/// Writes JSON by appending to bytes, without a tree: for facts files of tens of megabytes.
///
/// The calls must make sense together (a name before each member's value, an end for each beginning);
/// the writer adds commas, indentation and escapes, and does not check.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let pretty: Bool
  private var open: [Container] = []
  private var followsName = false

  private struct Container {
    var isInline: Bool
    var isEmpty = true
  }

  /// A writer that puts each member and element on a line of its own, or everything on one line.
  public init(pretty: Bool = true) { self.pretty = pretty }

  /// Makes room for about so many bytes.
  public mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// `{`. Inline: the whole object goes on this line.
  public mutating func beginObject(inline: Bool = false) { begin(UInt8(ascii: "{"), inline: inline) }

  /// `}`
  public mutating func endObject() { end(UInt8(ascii: "}")) }

  /// `[`. Inline: the whole list goes on this line.
  public mutating func beginArray(inline: Bool = false) { begin(UInt8(ascii: "["), inline: inline) }

  /// `]`
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// The name of the member whose value is written next.
  public mutating func name(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if pretty { bytes.append(0x20) }
    followsName = true
  }

  /// A text.
  public mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  /// A whole number.
  public mutating func number(_ value: Int) {
    separate()
    guard 0..<10 ~= value else { return bytes.append(contentsOf: String(value).utf8) }
    bytes.append(UInt8(ascii: "0") + UInt8(value))
  }

  /// A number in its shortest form; what is not finite becomes `null`.
  public mutating func number(_ value: Double) {
    guard let number = JSONNumber(finite: value) else { return null() }
    self.number(number)
  }

  /// A number with the text it has.
  public mutating func number(_ number: JSONNumber) {
    separate()
    bytes.append(contentsOf: number.text.utf8)
  }

  /// `true` or `false`.
  public mutating func bool(_ flag: Bool) {
    separate()
    bytes.append(contentsOf: flag ? "true".utf8 : "false".utf8)
  }

  /// `null`
  public mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  /// The bytes, with the newline that ends a pretty document.
  public consuming func finished() -> [UInt8] {
    if pretty { bytes.append(0x0A) }
    return bytes
  }

  private mutating func begin(_ bracket: UInt8, inline: Bool) {
    separate()
    bytes.append(bracket)
    open.append(Container(isInline: inline || !pretty || open.last?.isInline == true))
  }

  private mutating func end(_ bracket: UInt8) {
    let container = open.popLast()
    if container?.isInline == false, container?.isEmpty == false { startLine() }
    bytes.append(bracket)
  }

  /// Writes what stands between the value before and the one that comes.
  @inline(__always)
  private mutating func separate() {
    if followsName {
      followsName = false
      return
    }
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    if !open[last].isInline {
      startLine()
    } else if pretty, !open[last].isEmpty {
      bytes.append(0x20)
    }
    open[last].isEmpty = false
  }

  private mutating func startLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
  }
}
