import FieldbookModel
import FieldbookStorage

extension Workspace {
  /// The review as it is on the disk, when that person's signature is on it.
  func signed(_ id: String, by name: String) -> Review? {
    guard let review = try? contents().reviews.first(where: { $0.id == id }) else { return nil }
    return review.state.isSigned && review.signedBy == name ? review : nil
  }
}
