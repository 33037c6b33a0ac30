/// JSON pointers (RFC 6901): the address of a value within a document.
public enum JSONPointer {
  /// The address of a member, given that of its object.
  public static func member(_ name: String, of pointer: String) -> String {
    pointer + "/" + escaped(name)
  }

  /// The address of an element, given that of its list; elements count from 0.
  public static func element(_ index: Int, of pointer: String) -> String { "\(pointer)/\(index)" }

  /// A name as it stands in a pointer: `~` is `~0` and `/` is `~1`.
  static func escaped(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return name
    }
    var out = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": out += "~0"
      case "/": out += "~1"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
