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
  static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 45, bytes[36] == UInt8(ascii: "-"), bytes[37...].allSatisfy(Hexadecimal.isDigit)
    else {
      return false
    }
    return RecordID(text: String(text.prefix(36))) != nil
  }

  private static func digest(of value: JSONValue?) -> String {
    String(SHA256.hex((value ?? .null).encoded(pretty: false)).prefix(8))
  }
}
