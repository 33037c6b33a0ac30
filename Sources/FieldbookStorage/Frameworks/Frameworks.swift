import FieldbookModel
import PlainText

/// The frameworks that come with the program.
public enum Frameworks {
  /// All of them, the usual one first.
  public static let builtIn: [Framework] = [
    PackageResources.ofsted_2025_json, PackageResources.ofsted_eif_json,
    PackageResources.trust_four_levels_json,
    PackageResources.red_amber_green_json, PackageResources.narrative_json,
  ].compactMap { bytes in (try? JSONValue.parse(bytes)).flatMap(FrameworkCodec.framework) }

  /// The built-in framework with that id.
  public static func framework(_ id: String) -> Framework? { builtIn.first { $0.id == id } }
}
