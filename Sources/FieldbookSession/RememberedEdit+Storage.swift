import FieldbookScreens
import FieldbookStorage

extension RememberedEdit {
  /// An edit as the screens see it; nil for one that wrote nothing.
  init?(_ past: PastEdit) {
    guard let first = past.created.first ?? past.members.first?.address ?? past.document else { return nil }
    self.init(id: past.id, title: past.title, at: past.at, address: first)
  }
}
