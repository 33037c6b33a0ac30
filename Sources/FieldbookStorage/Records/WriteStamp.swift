import FieldbookModel
import PlainText

/// The id of a write as it stands in `_w`: `<UUIDv7>-<8 hexadecimal digits>`.
///
/// The UUID is one for each accepted edit. The digits are the first of the SHA-256 of the value, so that a value
/// changed by hand no longer fits its write and can be told from one that was saved.
enum WriteStamp {
  /// The stamp of a value, nil for one that was cleared.
  static func text(_ write: RecordID, of value: JSONValue?) -> String { "\(write.text)-\(digest(of: value))" }

  /// Whether a value is the one that a stamp was made for.
  static func fits(_ stamp: String, _ value: JSONValue?) -> Bool {
    stamp.utf8.suffix(8).elementsEqual(digest(of: value).utf8)
  }

  /// Whether a text is written as a stamp is.
  ///
  /// Thousands are looked at each time a long review is read, so this looks at the bytes where they are.
  static func isValid(_ text: String) -> Bool {
    let isValid = text.utf8.withContiguousStorageIfAvailable(isStamp)
    return isValid ?? isStamp(Array(text.utf8))
  }

  private static func isStamp(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    guard bytes.count == 45 else { return false }
    for (place, byte) in bytes.enumerated() {
      let isHyphen = place == 8 || place == 13 || place == 18 || place == 23 || place == 36
      guard isHyphen ? byte == UInt8(ascii: "-") : Hexadecimal.isDigit(byte) else { return false }
    }
    return true
  }

  private static func digest(of value: JSONValue?) -> String {
    String(SHA256.hex((value ?? .null).encoded(pretty: false)).prefix(8))
  }
}
