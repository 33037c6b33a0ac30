import FieldbookModel
import PlainText

/// Where things stand in the packed form of a kind's records: fields and kinds of parts in the order in which they are
/// declared.
final class RecordLayout: Sendable {
  let fields: [String]
  let plurals: [String]
  let parts: [RecordLayout]

  private init(_ kind: RecordKind) {
    fields = kind.fields.map(\.name)
    plurals = kind.parts.map(\.plural)
    parts = kind.parts.map(RecordLayout.init)
  }

  /// The layout of a kind that has documents of its own.
  static func of(_ kind: RecordKind) -> RecordLayout { known[kind.name] ?? RecordLayout(kind) }

  private static let known = Dictionary(
    uniqueKeysWithValues: RecordKind.documents.map { ($0.name, RecordLayout($0)) })

  /// Tells this version's declarations from any other's. A record that was read by other declarations may lack a field,
  /// or have been found whole by rules that no longer hold.
  static let fingerprint: UInt64 = {
    var packer = BytePacker()
    for kind in RecordKind.documents { add(kind, to: &packer) }
    return XXHash64.digest(packer.bytes)
  }()

  private static func add(_ kind: RecordKind, to packer: inout BytePacker) {
    packer.add(kind.plural)
    packer.add(count: kind.format.version)
    packer.add(count: kind.fields.count)
    for field in kind.fields {
      packer.add(field.name)
      packer.add(FieldCodec.expectation(field.type))
      packer.add(count: field.isRequired ? 1 : 0)
    }
    packer.add(count: kind.parts.count)
    for part in kind.parts { add(part, to: &packer) }
  }
}
