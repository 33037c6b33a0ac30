/// A record that lies elsewhere in another form, and is told a field at a time as somebody asks: of hundreds of reviews
/// with their notes, most are never looked into. Whatever is asked, the answer never changes.
public protocol StoredRecord: AnyObject, Sendable {
  /// What a field holds; nil where it holds nothing that can be read.
  func value(_ field: String) -> FieldValue?
  /// All that its fields hold.
  var values: [String: FieldValue] { get }
  /// The records inside it of one kind, oldest first, undone ones among them; nil where it has no such member.
  func parts(_ plural: String) -> [Record]?
  /// One of the records inside it.
  func part(_ plural: String, _ id: String) -> Record?
  /// The plurals of the kinds whose records it may hold.
  var partKinds: [String] { get }
}
